import type { Now } from '../engine/index.js';
import { refusalsIn } from '../engine/purpose.js';
import { databaseName, newReplica, storeExists, type ControlRecord, type ErasureReceipt } from '../storage/index.js';
import { isControlRecord } from '../storage/guards.js';
import { spokenRow } from '../storage/spoken-row.js';
import { within } from '../storage/store-exists.js';
import { keptRules } from './kept-rules.js';
import type { ForgetSelector } from './protocol.js';
import { selectIds } from './select-rows.js';
import { letGo, lookAgain, type Session } from './session.js';

const DELETE_DEADLINE_MS = 2000;

/** Forgets the rows a selector means, and remembers that they must not come back. Proves it by reading again. */
export async function forgetRows(
  session: Session,
  request: { readonly selector: ForgetSelector; readonly now: Now },
): Promise<ErasureReceipt> {
  await lookAgain(session);
  const { at } = request.now;
  const ids = new Set(selectIds(session.rows.all(), request.selector));
  const removed =
    session.store && ids.size > 0
      ? await session.store.removeRows(ids, { erasure: { id: newReplica(), at, ids: [...ids] } })
      : 0;
  await lookAgain(session);
  return { removed, at, verified: ![...ids].some((id) => session.rows.byId(id)), grade: 'reachable' };
}

/** Resolves when done or when the deadline has passed: another tab may hold the database open. */
async function atMost(work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, DELETE_DEADLINE_MS))]);
}

async function deleteStore(session: Session): Promise<boolean> {
  const { store, request } = session;
  if (!store) return true;
  await atMost(store.destroy());
  if (store.mode === 'memory') return true;
  session.store = undefined;
  return !(await storeExists(databaseName(request.scope)));
}

/** Deleting a database deletes its files in this one engine; elsewhere they live on in a log. */
const deletesFiles = (): boolean => typeof navigator === 'object' && navigator.userAgent.includes('Firefox/');

/** A slow disk must not hold up an erasure that is done. */
const SCRUB_DEADLINE_MS = 2000;

/** Whether the bytes are gone as well. Nothing depends on it but what the receipt says. */
async function isScrubbed({ store }: Session): Promise<boolean> {
  return store ? within(store.scrub(), SCRUB_DEADLINE_MS).catch(() => false) : false;
}

/**
 * Erases everything. `rules` keeps the bare "no"s without dates or causes and a refusal;
 * `nothing` keeps nothing, and deletes the database itself.
 */
export async function eraseAll(
  session: Session,
  request: { readonly keep: 'rules' | 'nothing'; readonly now: Now; readonly keepStore?: boolean },
): Promise<ErasureReceipt> {
  await lookAgain(session);
  const { at } = request.now;
  const keeps = request.keep === 'rules';
  const rules = keeps ? keptRules(session.rows.all(), newReplica()) : [];
  const consent = keeps ? refusalsIn(session.meta.consent) : {};
  const removed = (await session.store?.empty({ rules, consent, history: [] })) ?? 0;
  letGo(session);
  await lookAgain(session);
  const emptied = session.rows.all().length === rules.length;
  const scrubbed = await isScrubbed(session);
  const onDisk = session.store?.mode === 'persistent';
  const bare = rules.length === 0 && Object.keys(consent).length === 0 && request.keepStore !== true;
  const deleted = bare ? await deleteStore(session) : true;
  session.meta = { ...session.meta, consent, history: [] };
  const gone = scrubbed || (onDisk && bare && deleted && deletesFiles());
  const grade = gone ? 'file' : 'reachable';
  return { removed: removed - rules.length < 0 ? 0 : removed, at, verified: emptied && deleted, grade };
}

async function obey(session: Session, record: ControlRecord, now: Now): Promise<void> {
  const { id, ids, op, keep } = record;
  const { at } = now;
  switch (op) {
    case 'forget':
      await session.store?.removeRows(new Set(ids), { erasure: { id, at, ids }, command: { record, by: 'page', at } });
      await lookAgain(session);
      break;
    case 'declare':
      await session.store?.say({
        record,
        by: 'page',
        now,
        purposes: session.request.purposes,
        speak: spokenRow,
      });
      await lookAgain(session);
      break;
    case 'erase': {
      const { removed } = await eraseAll(session, { keep, now, keepStore: true });
      await session.store?.acknowledge({ ...record, ack: { at, removed, by: 'page' } });
      break;
    }
  }
}

/** Carries out what a reader at rest has asked for and nobody has acknowledged yet; leaves alone what a newer one asks. */
export async function obeyCommands(session: Session, now: Now): Promise<void> {
  const commands = ((await session.store?.readControl()) ?? []).filter(isControlRecord);
  for (const record of commands) if (!record.ack) await obey(session, record, now);
}
