import { localDay } from './clock.js';
import { customerMix, nextStep, type CustomerMix, type NextStep } from './customer-mix.js';
import { exp } from './dmath.js';
import { needCycleDays } from './need-cycle.js';
import type { ProfileRead } from './profile-row.js';
import { isSensitive } from './sensitive.js';

type Read = Pick<ProfileRead, 'folded' | 'catalog' | 'model' | 'now'>;

/** How much of the need for one category the shopper fills here. */
export interface CategoryMix {
  readonly category: string;
  readonly mix: CustomerMix;
  /** Purchase days in the category. */
  readonly days: number;
  readonly evidence: readonly string[];
}

/** Ahead of which a next step looks for a need, in days; elicited. */
const HORIZON_DAYS = 30;

function mixOf(category: string, read: Read): readonly CategoryMix[] {
  const { folded, now } = read;
  const done = folded.categoryDays.get(category);
  const said = folded.mainShop.get(category);
  const today = localDay(now);
  const mix = customerMix({
    bought: done?.count ?? 0,
    age: Math.max(0, today - (folded.firstDay ?? today)),
    cycle: needCycleDays(category, read),
    stated: said?.value,
  });
  if (mix === undefined) return [];
  const evidence = [...(done?.days ?? []).map(({ id }) => id), ...(said === undefined ? [] : [said.id])];
  return [{ category, mix, days: done?.count ?? 0, evidence }];
}

/** The mix of every category that the shopper bought in or said something of, in that order. */
export function readCategoryMixes(read: Read): readonly CategoryMix[] {
  const { categoryDays, mainShop } = read.folded;
  return [...new Set([...categoryDays.keys(), ...mainShop.keys()])]
    .filter((category) => !isSensitive([category]))
    .flatMap((category) => mixOf(category, read));
}

/**
 * Where a small step of this shopper would matter most to the shop, over all departments of the catalogue.
 *
 * Advice to people, with a `why` that only they can fill; no decision reads it.
 */
export function adviseNextStep(read: Read): NextStep | undefined {
  const { catalog, model } = read;
  const departments = new Set(catalog.groups.flatMap(({ prefixes }) => prefixes.slice(0, 1)));
  const candidates = [...departments]
    .filter((category) => !isSensitive([category]))
    .flatMap((category) => mixOf(category, read))
    .map(({ category, mix }) => {
      const price = catalog.medianPrice.get(category);
      return {
        category,
        mix,
        need: 1 - exp(-HORIZON_DAYS / needCycleDays(category, read)),
        margin: price === undefined ? catalog.medianMargin : price * model.missingMargin,
      };
    });
  return nextStep(candidates);
}
