import { windowsOf } from './caps.js';
import { neglectAt } from './neglect.js';
import type { SilenceRead } from './silence-utility.js';
import type { Situation } from './situation.js';
import { slotPriceOf } from './slot-price.js';

/** What silence is worth in this decision, whichever offer stands beside it. */
export type SilenceSetting = Omit<SilenceRead, 'promotional'>;

/** What a contact is worth keeping for, and what being ignored costs, as the shopper stands now. */
export function silenceSetting(situation: Situation): SilenceSetting {
  const { model, policy, earlier = [], folded, at, invited, direction } = situation;
  const { perVisit, caps } = policy.inbound;
  return {
    model,
    requested: invited,
    slot: direction === 'inbound' ? slotPriceOf(earlier, { windows: windowsOf(caps), perVisit }) : 0,
    neglect: neglectAt(folded, { at }),
  };
}
