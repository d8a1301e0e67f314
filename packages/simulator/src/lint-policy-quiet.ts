import { CHANNELS, DAY_MS, HOUR_MS, quietHoursUntil, type QuietHours } from 'tactful/engine';
import { listOf, looser, type ReadField } from './lint-policy-field.js';
import { isFields } from './lint-rule.js';

const HOURS = '{"from": "21:00", "to": "09:00"}, and days 1 to 7, dates or channels if not all';
/** A Monday, and a week of days from it. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HALF_HOURS = 48;

const isTime = (given: unknown): boolean =>
  typeof given === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(given);

const isListOf = (given: unknown, holds: (each: unknown) => boolean): boolean =>
  given === undefined || (Array.isArray(given) && given.every(holds));

const isDay = (given: unknown): boolean => DAYS.some((day) => day + 1 === given);
const isDate = (given: unknown): boolean => typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given);
const isChannel = (given: unknown): boolean => (CHANNELS as readonly unknown[]).includes(given);

const isHours = (given: unknown): given is QuietHours =>
  isFields(given) &&
  isTime(given['from']) &&
  isTime(given['to']) &&
  isListOf(given['days'], isDay) &&
  isListOf(given['dates'], isDate) &&
  isListOf(given['channels'], isChannel);

/** Without what holds on single dates: no list of dates covers every year. */
function everyWeek(hours: readonly QuietHours[]): readonly QuietHours[] {
  return hours.flatMap(({ dates, ...rest }) => (dates && !rest.days ? [] : [rest]));
}

/** Whether hours are quiet wherever the shipped ones are: in every half hour of a week, through every channel. */
function coversShipped(given: readonly QuietHours[], shipped: readonly QuietHours[]): boolean {
  const own = everyWeek(given);
  return CHANNELS.every((channel) =>
    DAYS.flatMap((day) =>
      Array.from({ length: HALF_HOURS }, (_, at) => MONDAY + day * DAY_MS + (at * HOUR_MS) / 2),
    ).every((at) => {
      const asked = { at, offset: 0, direction: 'outbound', channel } as const;
      const until = quietHoursUntil(shipped, asked);
      return until === undefined || (quietHoursUntil(own, asked) ?? at) >= until;
    }),
  );
}

/** Quiet hours: longer and more of them pass, shorter and fewer do not. */
export const quietHours: ReadField = listOf(
  { list: `a list of hours: ${HOURS}`, each: `hours: ${HOURS}`, holds: isHours },
  (field, list) => {
    const shipped = field.usual as readonly QuietHours[];
    const fix = shipped.map(({ from, to }) => `${from} to ${to}`).join(' and ');
    return coversShipped(list, shipped) ? [] : [looser(field, `at least ${fix}, every day and through every channel`)];
  },
);
