/** A moment as tactful takes it. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const MINUTE_MS = 60_000;

/** One hour, the smaller step of the playground's clock. */
export const HOUR_MS: number = 60 * MINUTE_MS;
/** One week, the larger step. */
export const WEEK_MS: number = 7 * 24 * HOUR_MS;
/** Ten years: further ahead every offer has ended and there is nothing left to see. */
const FURTHEST_MS = 520 * WEEK_MS;

/** The moment that lies `shift` milliseconds after the device's clock, with the local offset of that day. */
export function shifted(deviceAt: number, shift: number): Moment {
  const at = deviceAt + shift;
  // getTimezoneOffset counts westward; subtracting from 0 keeps UTC at 0 and not -0
  return { at, offset: 0 - new Date(at).getTimezoneOffset() };
}

/** The local calendar date of a moment, `2026-10-03`. */
export function localDate({ at, offset }: Moment): string {
  return new Date(at + offset * MINUTE_MS).toISOString().slice(0, 10);
}

/** A shift that was kept as text: whole milliseconds from 0 to ten years; anything else is no shift. */
export function parseShift(text: string | null): number {
  const shift = Number(text ?? 0);
  return Number.isSafeInteger(shift) && shift >= 0 ? Math.min(shift, FURTHEST_MS) : 0;
}
