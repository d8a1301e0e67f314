/** A moment as a form shows it: the day and time on a wall clock, and how far that clock is from UTC. */
export interface WallMoment {
  /** As `<input type="datetime-local">` has it: `2031-03-31T09:00`. Empty where there is none. */
  readonly local: string;
  /** `+02:00` or `Z`; empty where it is not said. */
  readonly zone: string;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:\d\d)?$/;

/** The two parts of a moment. A date alone is its first minute, in a zone that is not said. */
export function splitMoment(moment: unknown): WallMoment {
  const [, date, time = '00:00', zone = ''] = MOMENT.exec(typeof moment === 'string' ? moment : '') ?? [];
  return {
    local: date === undefined ? '' : `${date}T${time.replace(/:00$/, (end) => (time.length > 5 ? '' : end))}`,
    zone,
  };
}

/** An RFC 3339 moment of two parts; without a zone it stays one that a check complains of. `undefined` without a day. */
export function joinMoment({ local, zone }: WallMoment): string | undefined {
  if (local === '') return undefined;
  return `${local}${local.length === 16 ? ':00' : ''}${zone.trim().toUpperCase()}`;
}

/** How far this device's clock is from UTC at a local time: `+02:00` in a Dutch summer. */
export function zoneHere(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  if (Number.isNaN(minutes)) return 'Z';
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
