import { decide, offerSpent, overallSpent, silentTrace, type DecisionTrace } from '../engine/index.js';
import { situationOf, type Situation } from '../engine/situation.js';
import type { LedgerRecord, Store } from '../storage/index.js';
import { inputFor, type Asked } from './input-for.js';
import { contactsIn, mergeContacts } from './ledger-contacts.js';
import { givenOf, type Session } from './session.js';

/** Whether the ledger, as the reserving transaction sees it, still leaves room for the chosen offer. */
function fits(situation: Situation, offerId: string): (ledger: readonly LedgerRecord[]) => boolean {
  const { folded, policy, at, catalog, invited, channel, direction } = situation;
  const offer = catalog.byId.get(offerId);
  return (ledger) => {
    const contacts = mergeContacts(folded.contacts, contactsIn(ledger, { at }));
    const own = contacts.filter((contact) => contact.offerId === offerId);
    if (!offer || offerSpent(own, { policy, at, offer, invited })) return false;
    const { promotional } = offer;
    return (
      invited ||
      !overallSpent(contacts, { policy, at, visitStartedAt: folded.visit.startedAt, channel, direction, promotional })
    );
  };
}

async function reserve(
  session: Session,
  made: { readonly store: Store; readonly situation: Situation; readonly trace: DecisionTrace },
): Promise<boolean> {
  const { store, situation, trace } = made;
  const { catalog, id, at, channel, direction } = situation;
  const [first, ...also] = trace.decision.offers.map(({ offerId }) => ({
    offerId,
    promotional: catalog.byId.get(offerId)?.promotional ?? true,
  }));
  if (!first) return true;
  const record: LedgerRecord = {
    id,
    ...first,
    at,
    ...(channel === 'slot' ? {} : { channel }),
    ...(direction === 'requested' ? { direction } : {}),
    ...(also.length > 0 ? { also } : {}),
    state: 'reserved',
    epoch: session.meta.epoch,
  };
  const asked = trace.decision.offers[0]?.wishes !== undefined;
  const result = await store.reserve({ record, fits: asked ? () => true : fits(situation, first.offerId) });
  session.ledger = result.reserved ? [...session.ledger, record] : result.ledger;
  return result.reserved;
}

/**
 * Decides and, when an offer was chosen, reserves its exposure before anything can be painted.
 *
 * Caps are checked again inside the reserving transaction, so they are exact across tabs. Lost the
 * race: decides once more; lost it twice: silence `CAPPED`.
 */
export async function reserveDecision(session: Session, ask: Asked): Promise<DecisionTrace> {
  if (givenOf(session).loaded.state !== 'ready') return silentTrace(inputFor(session, ask), 'NOT_READY');
  for (let attempt = 0; attempt < 2; attempt++) {
    const input = inputFor(session, ask);
    const trace = decide(input);
    const { store } = session;
    if (trace.decision.silence || !store) return trace;
    if (await reserve(session, { store, situation: situationOf(input), trace })) return trace;
  }
  return silentTrace(inputFor(session, ask), 'CAPPED');
}
