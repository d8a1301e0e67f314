import {
  decide,
  offerSpent,
  overallSpent,
  silentTrace,
  visitAt,
  type Contact,
  type DecideInput,
  type DecisionTrace,
  type Now,
} from '../engine/index.js';
import { RESERVATION_MS, type LedgerRecord, type Store } from '../storage/index.js';
import { foldOf, type Session } from './session.js';

/** Exposures that count: shown ones, and reserved ones that may still be painted. */
function contactsIn(ledger: readonly LedgerRecord[], now: Now): readonly Contact[] {
  const counting = ledger.filter(
    ({ state, at }) => state === 'shown' || (state === 'reserved' && at > now.at - RESERVATION_MS),
  );
  return counting.map(({ id, offerId, at, promotional }) => ({ decisionId: id, offerId, at, promotional }));
}

function mergeContacts(logged: readonly Contact[], ledger: readonly Contact[]): readonly Contact[] {
  const known = new Set(logged.map(({ decisionId }) => decisionId));
  return [...logged, ...ledger.filter(({ decisionId }) => !known.has(decisionId))];
}

function inputFor(
  session: Session,
  ask: { readonly id: string; readonly placement: string; readonly now: Now },
): DecideInput {
  const { request, compiled, meta, config, ledger } = session;
  const folded = foldOf(session);
  const at = Math.max(ask.now.at, folded.latestAt);
  return {
    id: ask.id,
    placement: ask.placement,
    at,
    offset: ask.now.offset,
    folded,
    contacts: mergeContacts(folded.contacts, contactsIn(ledger, ask.now)),
    catalog: compiled,
    purposes: request.purposes,
    consent: meta.consent,
    policy: request.policy,
    model: request.model,
    config,
  };
}

/** Whether the ledger, as the reserving transaction sees it, still leaves room for the chosen offer. */
function fits(input: DecideInput, offerId: string): (ledger: readonly LedgerRecord[]) => boolean {
  const { folded, policy, at, catalog } = input;
  const offer = catalog.byId.get(offerId);
  const invited = folded.mode?.value === 'show_me';
  return (ledger) => {
    const contacts = mergeContacts(folded.contacts, contactsIn(ledger, { at, offset: 0 }));
    const own = contacts.filter((contact) => contact.offerId === offerId);
    if (!offer || offerSpent(own, { policy, at, offer, invited })) return false;
    return (
      invited ||
      !offer.promotional ||
      !overallSpent(contacts, { policy, at, visitStartedAt: visitAt(folded.visit, input).startedAt })
    );
  };
}

async function reserve(
  session: Session,
  made: { readonly store: Store; readonly input: DecideInput; readonly trace: DecisionTrace },
): Promise<boolean> {
  const { store, input, trace } = made;
  const offerId = trace.decision.offers[0]?.offerId ?? '';
  const promotional = input.catalog.byId.get(offerId)?.promotional ?? true;
  const record: LedgerRecord = {
    id: input.id,
    offerId,
    at: input.at,
    promotional,
    state: 'reserved',
    epoch: session.meta.epoch,
  };
  const result = await store.reserve({ record, fits: fits(input, offerId) });
  session.ledger = result.reserved ? [...session.ledger, record] : result.ledger;
  return result.reserved;
}

/**
 * Decides and, when an offer was chosen, reserves its exposure before anything can be painted.
 *
 * Caps are checked again inside the reserving transaction, so they are exact across tabs. Lost the
 * race: decides once more; lost it twice: silence `CAPPED`.
 */
export async function reserveDecision(
  session: Session,
  ask: { readonly id: string; readonly placement: string; readonly now: Now },
): Promise<DecisionTrace> {
  if (session.loaded.state !== 'ready') return silentTrace(inputFor(session, ask), 'NOT_READY');
  for (let attempt = 0; attempt < 2; attempt++) {
    const input = inputFor(session, ask);
    const trace = decide(input);
    const { store } = session;
    if (trace.decision.silence || !store) return trace;
    if (await reserve(session, { store, input, trace })) return trace;
  }
  return silentTrace(inputFor(session, ask), 'CAPPED');
}
