import type { FoldPart } from './fold-part.js';
import { textOf } from './item.js';
import { isChannel, type Channel } from './channels.js';

/** A contact, as far as it tires. */
export interface Touch {
  readonly id: string;
  readonly at: number;
  readonly channel: Channel;
}

/** By what and when the shopper was spoken to. */
export interface FatigueState {
  readonly touches: readonly Touch[];
}

/** Every offer that was shown, by its channel; a row without one was shown in a slot. */
export const FATIGUE: FoldPart<FatigueState> = {
  empty: () => ({ touches: [] }),
  add: (state, { event }) => {
    if (event.name !== 'offer_shown') return;
    const word = textOf(event.params['channel']) ?? '';
    state.touches.push({ id: event.id, at: event.at, channel: isChannel(word) ? word : 'slot' });
  },
};
