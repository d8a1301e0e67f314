import type { CompiledOffer } from './compile-catalog.js';
import { numbering } from './numbering.js';

/** What decides which rules are asked of an offer. */
type KindRead = Pick<
  CompiledOffer,
  'offer' | 'sensitive' | 'from' | 'through' | 'test' | 'product' | 'readsRhythm' | 'suppress' | 'bundle' | 'caps'
>;

/** Whether it may be shown so often only: by a limit of its own, or of its group. */
export const isLimited = ({ caps, bundle }: Pick<CompiledOffer, 'caps' | 'bundle'>): boolean =>
  caps.length > 0 || (bundle?.caps.length ?? 0) > 0;

/** Its class, and which it has of what only some offers have. */
function nameOf({
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
  ];
  return `${offer.class} ${has.map(Number).join('')}`;
}

/**
 * Numbers kinds of offers, in the order in which they are met.
 *
 * Offers of one kind are asked the same rules in the same decision: ten thousand offers are of a few dozen kinds.
 */
export function kindReader(): (about: KindRead) => number {
  const kinds = numbering<string>();
  return (about) => {
    const name = nameOf(about);
    return kinds.of(name, () => name);
  };
}
