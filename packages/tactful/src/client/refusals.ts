import type { ConsentStates } from '../worker/protocol.js';

/** The refusals among some states. */
export function refusalsIn(states: ConsentStates): ConsentStates {
  return Object.fromEntries(Object.entries(states).filter(([, state]) => state === 'out'));
}
