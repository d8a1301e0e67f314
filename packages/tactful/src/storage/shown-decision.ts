import type { Event } from '../engine/index.js';

/** The id of the decision whose exposure a row records, if it records one. */
export function shownDecision({ name, params }: Event): string | undefined {
  const id = name === 'offer_shown' ? params['decision_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
