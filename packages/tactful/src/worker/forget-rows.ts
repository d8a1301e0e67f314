import type { Now } from '../engine/index.js';
import { refusalsIn } from '../engine/purpose.js';
import { databaseName, newReplica, storeExists, type ControlRecord, type ErasureReceipt } from '../storage/index.js';
import { isControlRecord } from '../storage/guards.js';
import { ringOnce } from '../storage/ring-once.js';
import { spokenRow } from '../storage/spoken-row.js';
import { keptRules } from './kept-rules.js';
import type { ForgetSelector } from './protocol.js';
import { selectIds } from './select-rows.js';
import { letGo, lookAgain, type Session } from './session.js';

const DELETE_DEADLINE_MS = 4000;

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

/** What became of the store itself. */
interface Gone {
  readonly deleted: boolean;
  /** Whether the files that held what was erased are gone. */
  readonly files: boolean;
}

async function deleteStore(session: Session): Promise<Gone> {
  const { store, request } = session;
  if (!store) return { deleted: true, files: false };
  const { mode } = store;
  // Another tab may hold the database open.
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, DELETE_DEADLINE_MS, false));
  const files = await Promise.race([store.destroy({ sparing: true }), late]);
  if (mode === 'memory') return { deleted: true, files: false };
  session.store = undefined;
  // In doubt it is not said.
  const deleted = !(await storeExists(databaseName(request.scope)).catch(() => true));
  return { deleted, files: files && deleted };
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
  const goes = rules.length === 0 && Object.keys(consent).length === 0 && request.keepStore !== true;
  const removed = (await session.store?.empty({ rules, consent, history: [], bare: !keeps, goes })) ?? 0;
  letGo(session);
  // At once: nobody need wait for files to go.
  ringOnce(session.meta.revision + 1);
  await lookAgain(session);
  const emptied = session.rows.all().length === rules.length;
  // What stays is in the same files: nobody waits for what nothing can be said of.
  if (!goes) session.store?.scrub().catch(() => undefined);
  const { deleted, files } = goes ? await deleteStore(session) : { deleted: true, files: false };
  session.meta = { ...session.meta, consent, history: [] };
  const grade = files ? 'file' : 'reachable';
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
