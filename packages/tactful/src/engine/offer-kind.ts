import type { CompiledOffer } from './compile-catalog.js';

/** What decides which rules are asked of an offer. */
type KindRead = Pick<CompiledOffer, 'offer' | 'sensitive' | 'from' | 'through' | 'bundle' | 'caps' | 'suppress'>;

/** Whether it speaks from a day on, or until one. */
export const isDated = ({ from, through }: Pick<CompiledOffer, 'from' | 'through'>): boolean =>
  from !== -Infinity || through !== Infinity;

/** Whether it may not be shown even once, by a limit of its own or of its group. */
export const isBarred = ({ caps, bundle }: Pick<CompiledOffer, 'caps' | 'bundle'>): boolean =>
  [...caps, ...(bundle?.caps ?? [])].some(({ cap }) => cap < 1);

/** Whether it rests by a rule of its own for what others of its group in the catalogue went through. */
export const restsWithGroup = ({ suppress }: Pick<CompiledOffer, 'suppress'>): boolean => suppress?.scope === 'group';

/** A shop that writes a condition of its own for every offer would have as many kinds as offers. */
const MOST_KINDS = 256;

/** Whether offers of this kind say the same in words: not so of a kind that came late. */
export const isExact = (kind: number): boolean => kind < MOST_KINDS;

/** Its class, and which it has of what only some offers have. */
const outlineOf = (about: KindRead): string =>
  [about.offer.class, isDated(about), isBarred(about), restsWithGroup(about)].join();

/** What it says in words, where the rules look at nothing else. */
const detailOf = ({ offer: { needs, placements, channels, when }, sensitive }: KindRead): string =>
  JSON.stringify([sensitive, needs, placements, channels, when]);

/**
 * Numbers kinds of offers, in the order in which they are met.
 *
 * Offers of one kind are asked the same rules in the same decision, and those that look at nothing else once for all of
 * them: ten thousand offers are of a few dozen kinds. Past the first 256 a kind says only which rules are asked.
 */
export function kindReader(): (about: KindRead) => number {
  const kinds = new Map<string, number>();
  return (about) => {
    const outline = outlineOf(about);
    const name = `${outline} ${detailOf(about)}`;
    const key = kinds.has(name) || kinds.size < MOST_KINDS ? name : outline;
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    return kind;
  };
}
