import { localDay } from './clock.js';
import { needCycleDays } from './need-cycle.js';
import type { HabitDay, HabitDays } from './fold-rhythm.js';
import { gapSurvival, type GapBelief } from './gap-surprise.js';
import type { ProfileRead } from './profile-row.js';
import { gapBelief } from './rhythm.js';

/** What a habit is about: visits, purchases, or purchases of the category `value`, which is empty for the others. */
export interface HabitName {
  readonly facet: 'visit' | 'purchase' | 'category';
  readonly value: string;
}

/** A clock habit as of a moment: the gaps between its days, and what is believed of the running one. Days. */
export interface ClockHabit extends HabitName {
  readonly gaps: readonly number[];
  /** Days since the last one. */
  readonly running: number;
  readonly belief: GapBelief;
  /** The probability that a gap outlasts the running one. */
  readonly survival: number;
  /** Minor units a year at this rhythm; `undefined` where nobody said what it costs. */
  readonly yearly: number | undefined;
  /** All the days there were, of which `evidence` names the last 64. */
  readonly days: number;
  /** The local day of the last one. */
  readonly lastDay: number;
  readonly evidence: readonly string[];
}

const DAYS_IN_YEAR = 365;

function gapsOf(days: readonly HabitDay[]): readonly number[] {
  return days.slice(1).map(({ day }, i) => day - (days[i]?.day ?? day));
}

function yearlyValue(days: readonly HabitDay[], gaps: readonly number[]): number | undefined {
  const values = days.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  if (values.length === 0 || span === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return (mean * DAYS_IN_YEAR * gaps.length) / span;
}

function readHabit(
  name: HabitName,
  about: { readonly done: HabitDays; readonly cycle: number; readonly today: number },
): ClockHabit {
  const { days, count } = about.done;
  const gaps = gapsOf(days);
  const lastDay = days[days.length - 1]?.day ?? about.today;
  // A clock set back must not make anything look overdue, nor as if it lay ahead.
  const running = Math.max(0, about.today - lastDay);
  const belief = gapBelief(gaps, { cycle: about.cycle });
  return {
    ...name,
    gaps,
    running,
    belief,
    survival: gapSurvival(belief, running),
    yearly: yearlyValue(days, gaps),
    days: count,
    lastDay,
    evidence: days.map(({ id }) => id),
  };
}

/**
 * Every clock habit with at least one day: visits, purchases, then purchases by category in the order first bought.
 *
 * A category and the narrower one that all its purchases are of share their days: see `distinctHabits`.
 */
export function readHabits({
  folded,
  catalog,
  model,
  now,
}: Pick<ProfileRead, 'folded' | 'catalog' | 'model' | 'now'>): readonly ClockHabit[] {
  const { visitDays, purchaseDays, categoryDays } = folded;
  const { visit, purchase } = model.usualCycleDays;
  const today = localDay(now);
  const all: readonly (readonly [HabitName, HabitDays, number])[] = [
    [{ facet: 'visit', value: '' }, visitDays, visit],
    [{ facet: 'purchase', value: '' }, purchaseDays, purchase],
    ...[...categoryDays].map(
      ([value, done]) =>
        [{ facet: 'category', value } as const, done, needCycleDays(value, { catalog, model })] as const,
    ),
  ];
  return all.filter(([, { count }]) => count > 0).map(([name, done, cycle]) => readHabit(name, { done, cycle, today }));
}

/** The habits without those categories of which all days are also days of a narrower one, which says more. */
export function distinctHabits<Known extends HabitName & { readonly days: number }>(
  habits: readonly Known[],
): readonly Known[] {
  const narrowest = new Map<string, number>();
  for (const { facet, value, days } of habits) {
    if (facet !== 'category') continue;
    const parent = value.slice(0, Math.max(0, value.lastIndexOf('/')));
    narrowest.set(parent, Math.max(narrowest.get(parent) ?? 0, days));
  }
  return habits.filter(({ facet, value, days }) => facet !== 'category' || narrowest.get(value) !== days);
}
