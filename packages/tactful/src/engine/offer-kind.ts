import type { CompiledOffer } from './compile-catalog.js';

/** What decides which rules are asked of an offer. */
type KindRead = Pick<
  CompiledOffer,
  'offer' | 'sensitive' | 'from' | 'through' | 'test' | 'product' | 'readsRhythm' | 'suppress' | 'bundle' | 'caps'
>;

/** Whether it may be shown so often only: by a limit of its own, or of its group. */
export const isLimited = ({ caps, bundle }: Pick<CompiledOffer, 'caps' | 'bundle'>): boolean =>
  caps.length > 0 || (bundle?.caps.length ?? 0) > 0;

/** Whether it may not be shown even once. */
export const isBarred = ({ caps, bundle }: Pick<CompiledOffer, 'caps' | 'bundle'>): boolean =>
  [...caps, ...(bundle?.caps ?? [])].some(({ cap }) => cap < 1);

/** A shop that writes a condition of its own for every offer would have as many kinds as offers. */
const MOST_KINDS = 256;

/** Whether offers of this kind say the same in words: not so of a kind that came late. */
export const isExact = (kind: number): boolean => kind < MOST_KINDS;

/** Its class, and which it has of what only some offers have. */
function outlineOf({
  offer,
  sensitive,
  from,
  through,
  test,
  product,
  readsRhythm,
  suppress,
  bundle,
  caps,
}: KindRead): string {
  const has = [
    sensitive || offer.needs !== undefined,
    offer.placements !== undefined,
    offer.channels !== undefined,
    from !== -Infinity || through !== Infinity,
    test !== undefined,
    product !== undefined,
    readsRhythm,
    (suppress ?? bundle?.suppress) !== undefined,
    isLimited({ caps, bundle }),
    isBarred({ caps, bundle }),
  ];
  return `${offer.class} ${has.map(Number).join('')}`;
}

/** What those say, where the rules look at nothing else. */
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
