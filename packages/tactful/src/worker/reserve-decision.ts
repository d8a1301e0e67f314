import type { DecisionTrace } from '../engine/index.js';
import { directionOf } from '../engine/channels.js';
import type { Situation } from '../engine/situation.js';
import type { LedgerRecord, Store } from '../storage/index.js';
import type { Reservation, ReservationResult } from '../storage/store.js';
import { inputFor, type Asked } from './input-for.js';
import { contactsIn, mergeContacts } from '../engine/ledger-contacts.js';
import { givenOf, laterOf, lookAgain, type Later, type Session } from './session.js';

/** A decision, what it was made in, and the ledger it is to be written in. */
interface Made {
  readonly store: Store;
  readonly situation: Situation;
  readonly trace: DecisionTrace;
  /** Whether the log was looked at since the decision was asked for: whoever spoke before that was heard. */
  readonly looked: boolean;
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

/** Whether a session has read all that was said in the store that it decides from. */
function hasRead({ meta, rows }: Session, looked: boolean): NonNullable<Reservation['isRead']> {
  const { revision } = meta;
  return (found, said) => found === revision && (looked || said === rows.said());
}

async function reserve(session: Session, { store, situation, trace, looked }: Made): Promise<ReservationResult> {
  const { catalog, id, at } = situation;
  const { channel, direction } = trace.decision;
  const [first, ...also] = trace.decision.offers.map(({ offerId }) => ({
    offerId,
    promotional: catalog.byId.get(offerId)?.promotional ?? true,
  }));
  if (!first) return { reserved: true };
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
  const result = await store.reserve({
    record,
    fits: fits(laterOf(session), { situation, trace }),
    isRead: hasRead(session, looked),
  });
  session.ledger = result.reserved ? [...session.ledger, record] : result.ledger;
  return result;
}

/** How often a decision may lose a race for room in the caps, and how often it may find that it rests on what is over. */
const MOST = { losses: 2, looks: 2 } as const;

async function tryToReserve(
  session: Session,
  ask: Asked,
  { losses, looks }: { readonly losses: number; readonly looks: number },
): Promise<DecisionTrace> {
  const { decideIn, silentTrace, situationOf } = laterOf(session);
  if (losses >= MOST.losses || looks > MOST.looks) return silentTrace(inputFor(session, ask), 'CAPPED');
  const situation = situationOf(inputFor(session, ask));
  const trace = decideIn(situation);
  const { store } = session;
  if (trace.decision.silence || !store) return trace;
  const result = await reserve(session, { store, situation, trace, looked: looks > 0 });
  if (result.reserved) return trace;
  if (!result.behind) return tryToReserve(session, ask, { losses: losses + 1, looks });
  await lookAgain(session);
  return tryToReserve(session, ask, { losses, looks: looks + 1 });
}

/**
 * Decides and, when an offer was chosen, reserves its exposure before anything can be painted.
 *
 * Caps are checked again inside the reserving transaction, so they are exact across tabs. Lost the
 * race: decides once more; lost it twice: silence `CAPPED`. In the same transaction it is seen whether something was
 * said that this worker has not read: then it is read, and decided again. So what was said in any tab before the decision
 * was asked for counts, heard or not.
 */
export async function reserveDecision(session: Session, ask: Asked): Promise<DecisionTrace> {
  if (givenOf(session).loaded.state !== 'ready')
    return laterOf(session).silentTrace(inputFor(session, ask), 'NOT_READY');
  return tryToReserve(session, ask, { losses: 0, looks: 0 });
}
