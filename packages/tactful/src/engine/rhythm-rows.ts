import { distinctHabits, readHabits, type ClockHabit } from './clock-habit.js';
import type { Estimate } from './lifetime-value.js';
import { gapQuantile } from './next-gap.js';
import { conclusionRow, withheldRow, type ProfileRead, type ProfileRow, type ProfileRows } from './profile-row.js';
import { dueCategories, FEWEST_GAPS } from './replenishment.js';
import { rhythmBreaks } from './rhythm-alert.js';
import type { ShopperAction } from './statement.js';

/** The categories that are worth a line of their own. */
export const MOST_CATEGORIES = 5;

/** A conclusion about a category can also be answered with less of it, or none. */
export function categoryCorrections(category: string, evidence: readonly string[]): readonly ShopperAction[] {
  return [
    { do: 'forget', ids: evidence },
    { do: 'declare', statement: { kind: 'preference', facet: 'category', value: category, level: -1 } },
    { do: 'declare', statement: { kind: 'never', category } },
  ];
}

const within = (name: 'low' | 'high', estimate: Estimate): { low?: number; high?: number } =>
  'value' in estimate ? { [name]: estimate.value } : {};

function rhythm(habit: ClockHabit): ProfileRow {
  const { facet, value, gaps, belief, evidence, days } = habit;
  const middle = gapQuantile(belief, 0.5);
  const given = { rule: 'rhythm', facet, value, evidence, weight: days } as const;
  if ('unknown' in middle) return withheldRow({ ...given, because: 'not_computable' });
  const lastGap = gaps[gaps.length - 1];
  return conclusionRow({
    ...given,
    // The prior counts as one gap.
    confidence: gaps.length / (gaps.length + 1),
    estimate: {
      value: middle.value,
      unit: 'days',
      ...within('low', gapQuantile(belief, 0.1)),
      ...within('high', gapQuantile(belief, 0.9)),
      ...(lastGap === undefined ? {} : { rival: { name: 'last_gap', value: lastGap } }),
      elicited: true,
    },
  });
}

/** The longest known habits, ties by name. */
function heaviest(habits: readonly ClockHabit[]): readonly ClockHabit[] {
  return [...habits].sort((a, b) => b.days - a.days || (a.value < b.value ? -1 : 1)).slice(0, MOST_CATEGORIES);
}

const rhythms: ProfileRows = (read) => {
  const all = readHabits(read);
  const known = all.filter(({ gaps }) => gaps.length >= FEWEST_GAPS);
  const [visits] = all;
  if (known.length === 0) {
    // Nobody expects a rhythm of someone who came once.
    return visits === undefined || visits.gaps.length === 0
      ? []
      : [withheldRow({ rule: 'rhythm', facet: visits.facet, value: '', evidence: visits.evidence, because: 'few' })];
  }
  const categories = heaviest(distinctHabits(known.filter(({ facet }) => facet === 'category')));
  return [...known.filter(({ facet }) => facet !== 'category'), ...categories].map(rhythm);
};

const due = (read: ProfileRead): readonly ProfileRow[] =>
  dueCategories(read)
    .slice(0, MOST_CATEGORIES)
    .map(({ habit: { facet, value, evidence, days }, probability }) =>
      conclusionRow({
        rule: 'due',
        facet,
        value,
        evidence,
        weight: days,
        corrections: categoryCorrections(value, evidence),
        estimate: { value: probability, unit: 'probability', elicited: true },
      }),
    );

const breaks = (read: ProfileRead): readonly ProfileRow[] =>
  rhythmBreaks(read)
    .slice(0, MOST_CATEGORIES)
    .map(({ habit, bits, survival, evidence }) =>
      conclusionRow({
        rule: 'break',
        ...habit,
        evidence,
        confidence: 1 - survival,
        estimate: { value: bits, unit: 'bits', elicited: true },
      }),
    );

/** The shopper's own rhythm, what is due by it, and where it stopped; or that there is too little to say. */
export const rhythmRows: ProfileRows = (read) => [...rhythms(read), ...due(read), ...breaks(read)];
