import type { Direction } from './decision.js';
import type { RhythmState } from './fold-rhythm.js';

/** Nobody is called upon to buy before their second visit (science 7.9); asking for it lifts that. */
export function isTooEarly(
  { ownVisits }: Pick<RhythmState, 'ownVisits'>,
  asked: { readonly direction: Direction; readonly promotional: boolean },
): boolean {
  return ownVisits <= 1 && asked.promotional && (asked.direction === 'outbound' || asked.direction === 'interrupt');
}
