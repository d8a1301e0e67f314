import { DAY_MS, MINUTE_MS, type Now } from './clock.js';
import type { Direction } from './decision.js';
import { parseMoment } from './parse-moment.js';
import type { QuietHours } from './policy.js';
import type { Channel } from './statement.js';

/** When, and what would be said through what. */
export interface QuietQuestion extends Now {
  /** From where local time stood within the last day, if it stood elsewhere: then the hours of both places are quiet. */
  readonly previousOffset?: number | undefined;
  readonly direction: Direction;
  readonly channel: Channel;
}

/** Hours that touch are followed so many times: more than the half hours of a week, so that what goes on has no end. */
const STEPS = 400;

/** Minutes since midnight; what cannot be read is midnight, so that an unreadable hour makes quiet longer. */
function minutesOf(time: string): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Number.isFinite(minutes) ? minutes : 0;
}

function beginsOn({ days, dates }: QuietHours, day: number): boolean {
  if (!days && !dates) return true;
  // Day 0 was a Thursday.
  const weekday = ((day + 3) % 7) + 1;
  return days?.includes(weekday) === true || dates?.some((date) => parseMoment(date) === day * DAY_MS) === true;
}

/** When the hours that hold at a moment end; the moment itself where they do not hold. */
function endOf(hours: QuietHours, { at, offset }: Now): number {
  const shift = offset * MINUTE_MS;
  const today = Math.floor((at + shift) / DAY_MS);
  const from = minutesOf(hours.from) * MINUTE_MS;
  const to = minutesOf(hours.to) * MINUTE_MS;
  let end = at;
  for (const day of [today - 1, today]) {
    const midnight = day * DAY_MS - shift;
    const ends = midnight + (to > from ? to : to + DAY_MS);
    if (beginsOn(hours, day) && midnight + from <= at) end = Math.max(end, ends);
  }
  return end;
}

/**
 * When the quiet hours that hold now end, epoch milliseconds; `undefined` while none do, `Infinity` for hours
 * without end.
 *
 * They bind interrupt and outbound only. Hours that touch or overlap are one; after a change of the local time within a
 * day the hours of both places are quiet (science 8.4). At the very end they hold no more.
 *
 * @example
 * ```ts
 * quietHoursUntil(policy.quietHours, { at, offset: 120, direction: 'outbound', channel: 'email' });
 * ```
 */
export function quietHoursUntil(hours: readonly QuietHours[], asked: QuietQuestion): number | undefined {
  const { at, offset, previousOffset = offset, direction, channel } = asked;
  if (direction !== 'interrupt' && direction !== 'outbound') return undefined;
  const binding = hours.filter(({ channels }) => !channels || channels.includes(channel));
  const endAfter = (moment: number): number =>
    Math.max(
      moment,
      ...binding.flatMap((each) => [offset, previousOffset].map((zone) => endOf(each, { at: moment, offset: zone }))),
    );
  let until = at;
  for (let step = 0; step < STEPS; step++) {
    const next = endAfter(until);
    if (next === until) return until > at ? until : undefined;
    until = next;
  }
  return Infinity;
}
