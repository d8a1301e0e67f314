import * as look from './reliability-checks.js';
import * as does from './reliability-commands.js';
import type { DeviceLaw } from './reliability-law.js';

// Which commands each law is tried with: those that could break it come often, the others now and then.

const { tracks, decides, shows, dismisses, objects, agrees, withdraws, erases, forgets } = does;
const { closes, crashes, hears, fails, ticks, leaps, comesLate, exports, imports } = does;
const LIVES = [tracks, tracks, hears, closes, crashes] as const;

/** rel I-03: what grew in a worker is what its rows give when they are read anew. */
export const GROWN: DeviceLaw = {
  checks: [look.grownIsRecomputed],
  steps: [...LIVES, tracks, objects, decides, shows, withdraws, erases, forgets, ticks, fails],
  runs: [25, 3],
};

/** rel I-06: crash anywhere; acknowledged rows are there once, and every gap has its reason. */
export const ACKNOWLEDGED: DeviceLaw = {
  checks: [look.theAcknowledgedIsThere],
  steps: [...LIVES, tracks, tracks, crashes, fails, fails, objects, dismisses, forgets, withdraws, erases, leaps],
  runs: [40, 3],
};

/** rel I-09: caps hold over what was truly shown, across tabs, clocks, crashes and failing stores. */
export const CAPPED: DeviceLaw = {
  checks: [look.capsHold],
  steps: [decides, decides, shows, shows, decides, ticks, hears, crashes, fails, does.opens],
  runs: [40, 3],
};

/** rel I-11: where nobody agreed or the shopper closed it there is silence, and silence has its reason. */
export const SILENT: DeviceLaw = {
  checks: [look.silenceIsAllowed],
  steps: [decides, decides, decides, objects, objects, withdraws, erases, crashes, fails, hears, tracks],
  runs: [40, 3],
  kept: [{ seed: 490_542_439, path: '61' }],
};

/** rel I-12: after a withdrawal nothing of it is readable, at rest or in any tab. */
export const WITHDRAWN: DeviceLaw = {
  checks: [look.nothingWithoutConsent],
  steps: [...LIVES, objects, decides, withdraws, withdraws, erases, fails, comesLate, exports, imports],
  runs: [30, 3],
};

/** rel I-13: consent rises only by the shopper's own hand, and its record says so. */
export const GIVEN: DeviceLaw = {
  checks: [look.consentIsGiven],
  steps: [...LIVES, agrees, withdraws, withdraws, erases, forgets, fails, leaps, exports, imports, imports],
  runs: [40, 3],
};

/** rel I-16: no canary of what was erased is left in the store or told by a tab. */
export const CANARIES: DeviceLaw = {
  checks: [look.noCanaryIsLeft],
  steps: [...LIVES, tracks, objects, decides, forgets, forgets, withdraws, erases, fails],
  runs: [25, 3],
};

/** rel I-17: what was erased stays away. */
export const AWAY: DeviceLaw = {
  checks: [look.theErasedStaysAway],
  steps: [...LIVES, tracks, forgets, erases, withdraws, comesLate, comesLate, comesLate, fails],
  runs: [30, 3],
  kept: [
    { seed: 490_576_058, path: '12' },
    { seed: 500_998_286, path: '22' },
  ],
};

/** rel I-18: nothing is readable past its time, whatever the clock did. */
export const AGED: DeviceLaw = {
  checks: [look.nothingIsTooOld],
  steps: [tracks, tracks, decides, shows, leaps, leaps, ticks, crashes, crashes, hears, closes],
  runs: [30, 3],
};

/** rel I-23: counts add up. */
export const COUNTED: DeviceLaw = {
  checks: [look.countsAddUp],
  steps: [...LIVES, tracks, tracks, objects, withdraws, erases, fails, fails],
  runs: [30, 3],
};
