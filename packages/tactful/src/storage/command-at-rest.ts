import { refusalsIn } from '../engine/purpose.js';
import { databaseName, type ConfigRecord, type ControlRecord, type ErasureReceipt, type Said } from './format.js';
import { emptyStore } from './empty-store.js';
import { openStore, type StoreDatabase } from './open.js';
import { markStore } from './marked-store.js';
import { storeExists } from './store-exists.js';
import { readAtRest } from './read-at-rest.js';
import { removeRows } from './remove-rows.js';
import { sayOnce } from './say-once.js';
import { spokenRow } from './spoken-row.js';

// What a reader at rest (the extension) may do to a store: leave a command for the page, and carry
// it out itself when the page does not answer.

async function withStore<Result>(
  scope: string,
  act: (database: StoreDatabase) => Promise<Result>,
): Promise<Result | undefined> {
  if (!(await storeExists(databaseName(scope)))) return undefined;
  const database = await openStore(scope);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

/** What a reader takes away stays away as well where the database is turned back. */
async function markAt(scope: string, database: StoreDatabase): Promise<void> {
  const meta = await database.get('meta', 'meta');
  if (meta) await markStore(scope, meta);
}

/** Leaves a command in the store. The page applies it before its next decision and acknowledges. */
export async function leaveCommand(scope: string, command: ControlRecord): Promise<void> {
  await withStore(scope, (database) => database.put('control', command));
}

/** The command with its acknowledgement, once the page has written one. */
export async function commandAck(scope: string, id: string): Promise<ControlRecord | undefined> {
  const command = await withStore(scope, (database) => database.get('control', id));
  return command?.ack ? command : undefined;
}

/** Whether none of the rows is readable any more. */
async function areGone(scope: string, ids: ReadonlySet<string> | undefined): Promise<boolean> {
  const contents = await readAtRest(scope);
  return !(contents?.events ?? []).some(({ id }) => ids === undefined || ids.has(id));
}

/** Carries out a command to forget on a store at rest, unless the page has, then reads again to prove it. */
export async function forgetAtRest(scope: string, record: ControlRecord): Promise<ErasureReceipt> {
  const { ids, at } = record;
  const wanted = new Set(ids);
  const erasure = { id: record.id, at, ids };
  const removed = await withStore(scope, async (database) => {
    const gone = await removeRows(database, wanted, { erasure, command: { record, by: 'extension', at } });
    await markAt(scope, database);
    return gone;
  });
  return { removed: removed ?? 0, at, verified: await areGone(scope, wanted), grade: 'reachable' };
}

function latest(configs: readonly ConfigRecord[]): ConfigRecord | undefined {
  return configs.reduce<ConfigRecord | undefined>(
    (best, config) => (best === undefined || config.at > best.at ? config : best),
    undefined,
  );
}

/**
 * Carries out a command to say something on a store at rest, unless the page has, then reads again to prove it.
 *
 * It is said after everything that is there, also where the site's clock runs ahead: the last word counts.
 */
export async function sayAtRest(
  scope: string,
  record: ControlRecord,
): Promise<{ readonly said: Said; readonly at: number; readonly verified: boolean }> {
  const { events: known, configs } = (await readAtRest(scope)) ?? { events: [], configs: [] };
  const purposes = latest(configs)?.purposes ?? [];
  const at = known.reduce((latest, row) => Math.max(latest, row.at + 1), record.at);
  const now = { at, offset: record.offset ?? 0 };
  const said = (await withStore(scope, (database) =>
    sayOnce(database, { record, by: 'extension', now, purposes, speak: spokenRow }),
  )) ?? {
    refused: 'no-consent' as const,
  };
  const { events } = (await readAtRest(scope)) ?? { events: [] };
  return { said, at, verified: 'added' in said && events.some(({ id }) => id === said.added) };
}

/**
 * Empties a store at rest and raises its epoch, then reads again to prove it.
 *
 * A refusal stays remembered; an agreement does not.
 */
export async function eraseAtRest(scope: string, at: number): Promise<ErasureReceipt> {
  const removed = await withStore(scope, async (database) => {
    const known = await database.get('meta', 'meta');
    const emptied = await emptyStore(database, { rules: [], consent: refusalsIn(known?.consent ?? {}), history: [] });
    await markAt(scope, database);
    return emptied;
  });
  return { removed: removed ?? 0, at, verified: await areGone(scope, undefined), grade: 'reachable' };
}
