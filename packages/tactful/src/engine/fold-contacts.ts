import { addAnchored, NOTHING, type Anchored } from './decay.js';
import type { FoldPart } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';

/** An offer that was put before the shopper. */
export interface Contact {
  readonly decisionId: string;
  readonly offerId: string;
  readonly at: number;
  readonly promotional: boolean;
}

/** What was put before the shopper and what became of it. */
export interface ContactState {
  readonly contacts: readonly Contact[];
  readonly seen: ReadonlyMap<string, Anchored>;
  readonly dismissed: ReadonlyMap<string, Said<string>>;
}

/** Shown counts for caps, seen for wear, dismissed for cool-downs. */
export const CONTACTS: FoldPart<ContactState> = {
  empty: () => ({ contacts: [], seen: new Map(), dismissed: new Map() }),
  add: (state, { event, config }) => {
    const { at, id, params } = event;
    const offerId = textOf(params['offer_id']);
    if (offerId === undefined) return;
    if (event.name === 'offer_shown') {
      const promotional = config.catalog.byId.get(offerId)?.promotional ?? true;
      state.contacts.push({ decisionId: textOf(params['decision_id']) ?? id, offerId, at, promotional });
    } else if (event.name === 'offer_seen') {
      const known = state.seen.get(offerId) ?? NOTHING;
      state.seen.set(offerId, addAnchored([known, { value: 1, at }], config.wearHalfLifeDays));
    } else if (event.name === 'offer_dismissed') {
      state.dismissed.set(offerId, { value: offerId, at, id });
    }
  },
};
