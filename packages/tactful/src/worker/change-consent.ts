import { ENGINE_VERSION, fingerprint, asJson, type ConsentStates, type Purpose } from '../engine/index.js';
import { isAnyIn } from '../engine/purpose.js';
import { newReplica, type ConsentRecord } from '../storage/index.js';
import { storeGone } from '../storage/open.js';
import type { Calls } from './protocol.js';
import { letGo, lookAgain, openStoreFor, saveConfig, type Session } from './session.js';

type Request = Parameters<Calls['setConsent']>[0];

/** A fingerprint of the sentences of a purpose, of which the shopper was shown those of one language. */
function textHashOf(purposes: readonly Purpose[], id: string): string {
  return fingerprint(
    asJson(purposes.filter((purpose) => purpose.id === id).map(({ why, forShopper }) => ({ why, forShopper }))),
  );
}

function recordsOf(
  request: Request,
  known: { readonly before: ConsentStates; readonly purposes: readonly Purpose[] },
): readonly ConsentRecord[] {
  const { now, mechanism, gpc } = request;
  const { before, purposes } = known;
  return Object.entries(request.states).flatMap(([purpose, state]) =>
    state === 'pending' || before[purpose] === state
      ? []
      : [
          {
            purpose,
            state,
            at: now.at,
            offset: now.offset,
            textHash: textHashOf(purposes, purpose),
            mechanism,
            version: ENGINE_VERSION,
            ...(gpc === true ? { gpc } : {}),
          },
        ],
  );
}

/** Withdrawing one purpose of several removes the rows that were kept for it. */
async function removeWithdrawn(session: Session, request: Request): Promise<void> {
  const withdrawn = new Set(Object.keys(request.states).filter((purpose) => request.states[purpose] === 'out'));
  const ids = session.rows
    .all()
    .filter(({ purpose }) => withdrawn.has(purpose))
    .map(({ id }) => id);
  if (ids.length === 0 || !session.store) return;
  // One of them may still be on its way, from a tab that has not heard of it, and come when it is agreed to again.
  await session.store.removeRows(new Set(ids), { erasure: { id: newReplica(), at: request.now.at, ids } });
  await lookAgain(session);
}

/**
 * Writes a choice with its provenance; when nothing is `in` any more, everything kept goes with it.
 *
 * A refusal is remembered as one strictly necessary record unless `rememberRefusal` is false.
 */
export async function changeConsent(session: Session, request: Request): Promise<void> {
  const before = session.meta.consent;
  const consent: ConsentStates = { ...before, ...request.states };
  const allowed = isAnyIn(consent);
  if (!allowed && !request.rememberRefusal) {
    // At once, and for every tab: to delete it takes a moment.
    const emptied = await session.store?.empty({ rules: [], consent: {}, history: [], bare: true, goes: true }).then(
      () => true,
      // A full disk takes no word of it either.
      () => false,
    );
    await session.store?.destroy({ sparing: emptied === true });
    session.store = undefined;
    letGo(session);
    session.meta = { ...session.meta, consent, history: [], epoch: session.meta.epoch + 1 };
    return;
  }
  const store = await openStoreFor(session);
  const purge = isAnyIn(before) && !allowed;
  const meta = await store.changeConsent({
    consent,
    records: recordsOf(request, { before, purposes: session.request.purposes }),
    purge,
    ...(request.atStart === true ? { atStart: true } : {}),
  });
  // Deleted since: nothing of it is so any more.
  if (session.store !== store) throw storeGone();
  session.meta = meta;
  if (purge) {
    letGo(session);
  } else {
    await removeWithdrawn(session, request);
  }
  await saveConfig(session);
}
