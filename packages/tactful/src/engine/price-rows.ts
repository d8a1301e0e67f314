import { tasteNow } from './fold-taste.js';
import { conclusionRow, type ProfileRows } from './profile-row.js';
import { ratioEstimate } from './ratio-estimate.js';
import { usualPrice } from './usual-price.js';

/** What is less than half evidence says more of the prior than of the shopper. */
const HALF = 0.5;

/**
 * The prices that are looked at and bought, by department: a ratio to what is usual there, and the interval in which
 * four fifths of single prices lie.
 */
export const priceRows: ProfileRows = ({ folded, catalog, model, now }) =>
  [...tasteNow(folded).prices.keys()]
    .map((value) => ({ value, usual: usualPrice({ folded, catalog, model, at: now.at }, value) }))
    .filter(({ usual }) => usual.confidence >= HALF)
    .sort((a, b) => b.usual.weight - a.usual.weight || (a.value < b.value ? -1 : 1))
    .map(({ value, usual }) =>
      conclusionRow({
        rule: 'price',
        facet: 'price',
        value,
        level: usual.mean,
        weight: usual.weight,
        confidence: usual.confidence,
        evidence: [...usual.ids],
        estimate: ratioEstimate({ mean: usual.mean, spread: Math.sqrt(usual.variance) }),
      }),
    );
