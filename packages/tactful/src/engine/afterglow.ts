import { DAY_MS, durationMs, HOUR_MS } from './clock.js';

/** What of a place of the catalog says whether, and how long, it is quiet. */
export interface QuietPlace {
  readonly class: string;
  readonly kind?: string;
  /** ISO 8601. */
  readonly afterglow?: string;
}

/** Hours of quiet after leaving (science 6.6). Elicited. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ['cemetery', 24],
  ['crematorium', 24],
  ['funeral_home', 24],
  ['hospice', 12],
  ['hospital', 12],
  ['court', 24],
  ['police', 24],
  ['shelter', 24],
  ['worship', 2],
]);
const USUAL_HOURS = 24;
/** A slip in a catalogue must not silence a shop for good. */
const LONGEST = 90 * DAY_MS;

/**
 * Milliseconds of quiet after leaving a place; `undefined` when it is no quiet place.
 *
 * As long as its kind asks for, 24 hours where that is not known; the catalog can lengthen it, up to 90 days, and never
 * shorten it.
 */
export function afterglowMs(place: QuietPlace): number | undefined {
  if (place.class !== 'quiet') return undefined;
  const usual = (HOURS.get(place.kind ?? '') ?? USUAL_HOURS) * HOUR_MS;
  return Math.min(LONGEST, Math.max(usual, durationMs(place.afterglow ?? '') ?? 0));
}
