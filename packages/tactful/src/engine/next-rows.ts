import type { CatalogFacts } from './compile-catalog.js';
import { baseRate, tasteGroup } from './base-rates.js';
import { depthOf } from './category-path.js';
import type { Item } from './item.js';
import { nextNeeds, type Need, type NeedPopulation, type NeedPurchase } from './next-need.js';
import { conclusionRow, type ProfileRow, type ProfileRows } from './profile-row.js';
import { categoryCorrections } from './rhythm-rows.js';
import { isSensitive } from './sensitive.js';

/** So many lines at most; two purchases are the fewest that can say anything. Elicited. */
const MOST = 3;
const FEWEST_PURCHASES = 2;
/** How alike shoppers are, where no shop has fitted it. Elicited. */
const SHAPE = 1;

/** The narrowest category of an item, where it may be spoken of. */
function needsOf({ prefixes }: Item): readonly string[] {
  const narrowest = prefixes[prefixes.length - 1];
  return narrowest === undefined || isSensitive(prefixes) ? [] : [narrowest];
}

/** What everybody needs of the things this shopper has bought, after the base rates of the catalogue. */
function populationOf(purchases: readonly NeedPurchase[], catalog: CatalogFacts): NeedPopulation {
  const values = new Set(purchases.flatMap(({ items }) => items.flatMap(needsOf)));
  return new Map(
    [...values].map((value) => {
      const count = catalog.categoryCounts[depthOf(value) - 1] ?? 0;
      const usual = baseRate(catalog.baseRates.get(tasteGroup('category', value)), { value, count });
      return [value, { usual, now: usual, shape: SHAPE }];
    }),
  );
}

function row({ value, expected, base, days, ids }: Need, purchases: number): ProfileRow {
  return conclusionRow({
    rule: 'next',
    facet: 'category',
    value,
    weight: days,
    confidence: (base * purchases) / (SHAPE + base * purchases),
    evidence: ids,
    estimate: {
      value: Math.min(1, expected),
      unit: 'probability',
      rival: { name: 'everybody', value: base },
      elicited: true,
    },
    corrections: categoryCorrections(value, ids),
  });
}

/** What may be bought next time, where this shopper's own purchases say more than everybody's. */
export const nextRows: ProfileRows = ({ folded, catalog }) => {
  const purchases = folded.purchases.filter(({ id }) => !folded.othersPurchases.has(id));
  if (purchases.length < FEWEST_PURCHASES) return [];
  const population = populationOf(purchases, catalog);
  return nextNeeds(purchases, { valuesOf: needsOf, population, most: MOST })
    .filter(({ expected, base }) => expected > base)
    .map((need) => row(need, purchases.length));
};
