import { durationMs, localDay } from './clock.js';
import { readHabits, type HabitName } from './clock-habit.js';
import { surpriseBits } from './gap-surprise.js';
import type { ProfileRead } from './profile-row.js';
import { readVisitHabits } from './visit-habit.js';

/** A habit that is broken: it has been silent for longer than chance allows. */
export interface RhythmBreak {
  /** A visit habit is about looking at a category: `{facet: 'visit', value: 'garden'}`. */
  readonly habit: HabitName;
  /** How surprising the silence is. */
  readonly bits: number;
  /** The probability of a silence so long. */
  readonly survival: number;
  /** Something went wrong since the habit was last kept: ask about that first. */
  readonly askFirst: boolean;
  /** Rows of the days or visits that make the habit; with `askFirst` also the one that tells what went wrong. */
  readonly evidence: readonly string[];
}

type Read = Pick<ProfileRead, 'folded' | 'catalog' | 'model' | 'policy' | 'now'>;

interface Candidate {
  readonly habit: HabitName;
  readonly survival: number;
  /** The local day on which it was last kept. */
  readonly lastDay: number;
  readonly evidence: readonly string[];
}

/** The surprise of the smallest number there is: a probability of 0 is only too small to be held. */
const MOST_BITS = 1074;

/** Habits with enough behind them to be missed. */
function activeHabits(read: Read): readonly Candidate[] {
  const { minGaps, minVisits, minYearlyValue } = read.policy.rhythm;
  const clocks = readHabits(read)
    .filter(({ gaps, yearly = Infinity }) => gaps.length >= minGaps && yearly >= minYearlyValue)
    .map(({ facet, value, ...habit }): Candidate => ({ habit: { facet, value }, ...habit }));
  const looks = readVisitHabits(read)
    .filter(({ visits }) => visits >= minVisits)
    .map(({ category, ...habit }): Candidate => ({ habit: { facet: 'visit', value: category }, ...habit }));
  return [...clocks, ...looks];
}

function breakOf({ habit, survival, lastDay, evidence }: Candidate, { folded, now }: Read): RhythmBreak {
  const { trouble } = folded;
  const wrong =
    trouble !== undefined && localDay({ at: trouble.at, offset: now.offset }) >= lastDay ? trouble : undefined;
  return {
    habit,
    bits: Math.min(MOST_BITS, surpriseBits(survival)),
    survival,
    askFirst: wrong !== undefined,
    evidence: wrong === undefined ? evidence : [...new Set([...evidence, wrong.id])],
  };
}

/**
 * Every habit that is broken, the most surprising first.
 *
 * A habit counts with enough gaps or visits and, where prices are known, enough worth a year; those that
 * count share the threshold (Bonferroni). Chance alone breaks one gap in thirty or fewer where the usual cycle is
 * somewhat longer than the shopper's own, and one in fifteen where it is far too short (science 3.4).
 */
export function rhythmBreaks(read: Read): readonly RhythmBreak[] {
  const habits = activeHabits(read);
  const below = read.policy.rhythm.alertBelow / habits.length;
  return habits
    .filter(({ survival }) => survival < below)
    .map((broken) => breakOf(broken, read))
    .sort((a, b) => b.bits - a.bits);
}

/**
 * The one broken habit that something may be made of now, if any; it sends nothing itself.
 *
 * None while a complaint is open, and none within the cool-down of anything shown: the log does not say
 * for which reason an offer was shown, so each counts as the answer to an alert. With `askFirst` the first question is
 * whether something went wrong, and there is no offer.
 */
export function rhythmAlert(read: Read): RhythmBreak | undefined {
  const { folded, policy, now } = read;
  const lastShown = folded.contacts[folded.contacts.length - 1]?.at ?? -Infinity;
  const rests = now.at - lastShown < (durationMs(policy.rhythm.cooldown) ?? 0);
  return folded.complaints.size > 0 || rests ? undefined : rhythmBreaks(read)[0];
}
