import type { DecisionTrace } from '../engine/index.js';
import { directionOf } from '../engine/channels.js';
import type { Situation } from '../engine/situation.js';
import type { LedgerRecord, Store } from '../storage/index.js';
import { inputFor, type Asked } from './input-for.js';
import { contactsIn, mergeContacts } from '../engine/ledger-contacts.js';
import { givenOf, laterOf, type Later, type Session } from './session.js';

/** A decision, what it was made in, and the ledger it is to be written in. */
interface Made {
  readonly store: Store;
  readonly situation: Situation;
  readonly trace: DecisionTrace;
}

/** Whether the ledger, as the reserving transaction sees it, still leaves room for what was chosen. */
function fits(
  { hasRoom }: Later,
  { situation, trace }: Pick<Made, 'situation' | 'trace'>,
): (ledger: readonly LedgerRecord[]) => boolean {
  const { folded, at, catalog } = situation;
  const toShow = trace.decision.offers.flatMap(({ offerId, wishes }) => {
    const compiled = catalog.byId.get(offerId);
    return compiled ? [{ compiled, asked: wishes !== undefined }] : [];
  });
  return (ledger) =>
    hasRoom(toShow, { ...situation, contacts: mergeContacts(folded.contacts, contactsIn(ledger, { at })) });
}

async function reserve(session: Session, { store, situation, trace }: Made): Promise<boolean> {
  const { catalog, id, at } = situation;
  const { channel, direction } = trace.decision;
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
    ...(direction === directionOf(channel) ? {} : { direction }),
    ...(also.length > 0 ? { also } : {}),
    state: 'reserved',
    epoch: session.meta.epoch,
  };
  const result = await store.reserve({ record, fits: fits(laterOf(session), { situation, trace }) });
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
  const { decideIn, silentTrace, situationOf } = laterOf(session);
  if (givenOf(session).loaded.state !== 'ready') return silentTrace(inputFor(session, ask), 'NOT_READY');
  for (let attempt = 0; attempt < 2; attempt++) {
    const situation = situationOf(inputFor(session, ask));
    const trace = decideIn(situation);
    const { store } = session;
    if (trace.decision.silence || !store) return trace;
    if (await reserve(session, { store, situation, trace })) return trace;
  }
  return silentTrace(inputFor(session, ask), 'CAPPED');
}
