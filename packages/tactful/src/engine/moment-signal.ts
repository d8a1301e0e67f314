import { localDay, VISIT_GAP_MS, type Now } from './clock.js';
import type { JsonObject } from './json.js';

/** What a shopper or a host app may say of the moment. */
export const MOMENTS = ['transit', 'idle', 'busy'] as const;

/** One of {@link MOMENTS}. */
export type MomentKind = (typeof MOMENTS)[number];

/** What the sky may look like. */
export const SKIES = ['clear', 'clouds', 'rain', 'snow', 'fog', 'storm'] as const;

/** The day's weather, as a page knows it; at least one of the two. */
export interface Weather {
  readonly sky?: (typeof SKIES)[number];
  /** Degrees Celsius, -90 to 60. */
  readonly celsius?: number;
}

/**
 * What was said of the moment and the place, held while it lasts and never written down.
 *
 * Every part carries the time at which it was said; {@link signalsAt} lets go of what has passed.
 */
export interface Signals {
  readonly moment?: { readonly value: MomentKind; readonly at: number };
  readonly weather?: { readonly value: Weather } & Now;
  /** Labels of the places that the shopper is in; never a quiet one. */
  readonly places: readonly string[];
  readonly placesAt?: number;
}

/** Before anything was said. */
export const NO_SIGNALS: Signals = { places: [] };

/**
 * What of the signals still holds: a moment and the places for 30 minutes, weather until local midnight. Elicited.
 *
 * A signal from the future is none: a clock that was set back must not make it last.
 */
export function signalsAt({ moment, weather, places, placesAt = NaN }: Signals, now: Now): Signals {
  const holds = (at: number): boolean => at <= now.at && now.at < at + VISIT_GAP_MS;
  return {
    ...(moment && holds(moment.at) ? { moment } : {}),
    ...(weather && weather.at <= now.at && localDay(weather) === localDay(now) ? { weather } : {}),
    ...(holds(placesAt) ? { places, placesAt } : NO_SIGNALS),
  };
}

/** The signals as a condition reads them: `moment`, `weather` (`weather.celsius`), `places`; null and empty when not said. */
export function signalAttributes({ moment, weather, places }: Signals): JsonObject {
  return { moment: moment?.value ?? null, weather: { ...weather?.value }, places };
}

/**
 * What a moment to spare does to the log-odds of a welcome (science 6.4): Normal within `[least, most]`. Elicited.
 *
 * `most` is ln of the odds ratio of buying in a crowded and in an empty train, 4.3 % against 2.1 % (Andrews et al. 2016),
 * rounded up.
 */
export const MOMENT_PRIOR = { mean: 0.35, sd: 0.35, least: 0, most: 0.74 } as const;

/** The mean of {@link MOMENT_PRIOR}, cut off where it is: `mean + sd (phi(a) - phi(b)) / (Phi(b) - Phi(a))`. */
const MEAN_EFFECT = 0.3635982;

/** The mean effect on the log-odds: for `transit` and `idle`; 0 otherwise. It raises a value, never a cap and no gate. */
export function momentEffect({ moment }: Signals): number {
  return moment && moment.value !== 'busy' ? MEAN_EFFECT : 0;
}
