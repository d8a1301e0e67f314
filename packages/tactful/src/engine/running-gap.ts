import { localDay, type Now } from './clock.js';
import type { HabitDays } from './fold-rhythm.js';

/** The gaps between the days of a habit and the one that runs, in days; `undefined` where it has no day. */
export interface RunningGap {
  readonly gaps: readonly number[];
  readonly running: number;
}

/** Reads the gaps of a habit. A clock that was set back makes nothing look overdue. */
export function runningGap(habit: Pick<HabitDays, 'days'> | undefined, now: Now): RunningGap | undefined {
  const { days = [] } = habit ?? {};
  const [last] = days.slice(-1);
  if (!last) return undefined;
  return {
    gaps: days.slice(1).map(({ day }, i) => day - (days[i]?.day ?? day)),
    running: Math.max(0, localDay(now) - last.day),
  };
}
