import { DAY_MS } from './clock.js';
import { exp, ln } from './dmath.js';
import type { CatalogFacts } from './compile-catalog.js';
import { REACTION_MS, type Habit, type HabitState } from './fold-habits.js';
import { regularity } from './rhythm.js';
import type { FeatureReading, FeatureReadings } from './scorecard.js';

/** Gaps further back say little about today's rhythm. */
const MOST_DAYS = 64;
/** Where a rate counts as neutral; all elicited: looks per order, contacts per order, attention per visit. */
const USUAL = { views: 8, contacts: 0.25, attention: 1 };
const TENURE_DAYS = 365;

const UNKNOWN: FeatureReading = { value: 0.5, seen: 0 };

/** A reading that is neutral while there is nothing to read. */
const reading = (value: number, seen: number): FeatureReading =>
  seen > 0 ? { value: Math.min(1, Math.max(0, value)), seen } : UNKNOWN;

/** The share of a part in a whole. */
const share = (part: number, whole: number): FeatureReading => reading(part / whole, whole);

/** A rate as x / (x + usual): the logistic function of ln(x / usual). */
const rate = (of: { readonly count: number; readonly per: number; readonly usual: number }): number =>
  of.count / (of.count + of.usual * of.per);

function regular(days: readonly number[]): FeatureReading {
  const recent = days.slice(-MOST_DAYS);
  const gaps = recent.slice(1).map((day, n) => day - (recent[n] ?? day));
  const k = regularity(gaps);
  return reading((k - 1) / (k + 1), gaps.length);
}

/** The entropy of the departments, as a share of the greatest that the catalogue allows. */
function breadth(departments: ReadonlyMap<string, number>, known: number): FeatureReading {
  const counts = [...departments.values()];
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(known, counts.length);
  if (most < 2) return UNKNOWN;
  return reading(counts.reduce((sum, count) => sum - (count / whole) * ln(count / whole), 0) / ln(most), whole);
}

/** A failure of the last days may still be minded. */
function sensitivity({ failedAt }: HabitState, told: { readonly count: Count; readonly at: number }): FeatureReading {
  const open = failedAt !== undefined && told.at - failedAt <= REACTION_MS ? 1 : 0;
  return share(told.count('reactions'), told.count('failures') - open);
}

type Count = (habit: Habit) => number;

/**
 * The eleven features that the scorecard reads, as of `at` (epoch milliseconds).
 *
 * Neutral, .5, where nothing is known. What the log cannot tell is not guessed: a shop that never names a discount tells
 * nothing about full prices, and who was never asked has not refused to contribute. Novelty is what the shopper had not
 * met on an earlier visit; how new a product is to the shop is in no catalogue.
 */
export function relationshipFeatures(
  folded: HabitState,
  { catalog, at }: { readonly catalog: CatalogFacts; readonly at: number },
): FeatureReadings {
  const { habits, habitsSince = at } = folded;
  const count: Count = (habit) => habits.get(habit) ?? 0;
  const priced = count('dealsTold') > 0 ? count('lines') : 0;
  const replies = count('answered') + count('declined');
  const days = Math.max(0, at - habitsSince) / DAY_MS;
  return {
    regularity: regular(folded.orderDays),
    breadth: breadth(folded.departments, catalog.categoryCounts[0] ?? 0),
    novelty: share(count('metNew'), count('metNew') + count('metAgain')),
    fullPrice: share(priced - count('deals'), priced),
    effort: reading(
      rate({ count: count('views'), per: count('viewedOrders'), usual: USUAL.views }),
      count('viewedOrders'),
    ),
    contribution: share(
      count('contributions') + count('answered'),
      count('contributions') + Math.max(count('asked'), replies),
    ),
    service: reading(
      rate({ count: count('contacts'), per: count('orders'), usual: USUAL.contacts }),
      count('contacts') + count('orders'),
    ),
    sensitivity: sensitivity(folded, { count, at }),
    tenure: reading(1 - exp(-days / TENURE_DAYS), count('visits')),
    passion: reading(
      rate({ count: count('attention'), per: count('viewedVisits'), usual: USUAL.attention }),
      count('viewedVisits'),
    ),
    discount: share(count('deals') + count('couponSearches'), priced + count('couponSearches')),
  };
}
