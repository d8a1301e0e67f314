import type { IDBPTransaction, StoreNames } from 'idb';
import type { MetaRecord } from './format.js';
import { isMeta } from './is-meta.js';
import { newMeta } from './store.js';
import type { StoreDatabase, StoreSchema } from './open.js';

type Name = StoreNames<StoreSchema>;
type Writing<Names extends readonly Name[]> = IDBPTransaction<StoreSchema, Names, 'readwrite'>;
type Reading<Names extends readonly Name[]> = IDBPTransaction<StoreSchema, Names>;

/** Aborts a transaction that has not ended yet. */
type End = () => void;

const running = new WeakMap<StoreDatabase, Set<End>>();

/** Keeps the transaction in hand until it ends, and hears of its end, so that nobody has to. */
function watch(
  database: StoreDatabase,
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
): void {
  const ends = running.get(database) ?? new Set<End>();
  running.set(database, ends);
  const end = (): void => {
    transaction.abort();
  };
  ends.add(end);
  const ended = (): void => {
    ends.delete(end);
  };
  transaction.done.then(ended, ended);
}

/**
 * Reads what `ask` asks for in this task. It is the browser that ends the transaction then, and not this thread when it
 * gets to it: Chromium loses the last row of a page that waits for somebody who reads.
 */
export async function readAtOnce<const Names extends readonly Name[], Result>(
  database: StoreDatabase,
  names: Names,
  ask: (transaction: Reading<Names>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names, 'readonly');
  watch(database, transaction);
  const end = (): Promise<void> => {
    transaction.commit();
    return Promise.resolve();
  };
  const [result] = await Promise.all([asked(() => ask(transaction)), asked(end)]);
  return result;
}

/** A transaction that writes. `strict`: it counts as done only once it is on the disk, as far as the browser can tell. */
export function writing<const Names extends readonly Name[]>(
  database: StoreDatabase,
  names: Names,
  durability: IDBTransactionDurability = 'default',
): Writing<Names> {
  const transaction = database.transaction(names, 'readwrite', { durability });
  watch(database, transaction);
  return transaction;
}

/** Whatever lies where `meta` belongs. */
export const rawMeta = (database: StoreDatabase): Promise<unknown> =>
  readAtOnce(database, ['meta'], (transaction) => transaction.objectStore('meta').get('meta'));

/** Takes back what has not ended. */
function takeBack(abort: End): void {
  try {
    abort();
  } catch (error) {
    // Ended already, and nobody was told.
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * Does work in a transaction, all of it or nothing, and waits until it is kept.
 *
 * By itself a transaction whose work stopped half-way keeps the half that was asked for.
 */
export async function whole<Result>(
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    takeBack(() => {
      transaction.abort();
    });
    throw error;
  }
}

/** One of several things that are asked for at once: where one throws at once it must not leave the others to nobody. */
export const asked = async <Value>(ask: () => Promise<Value>): Promise<Value> => ask();

/** `meta` as a transaction sees it. Where there is none that can be read, nothing is agreed to. */
export async function metaIn(
  transaction: { readonly objectStore: (name: 'meta') => { readonly get: (key: string) => Promise<unknown> } },
  salt = '',
): Promise<MetaRecord> {
  const known = await transaction.objectStore('meta').get('meta');
  return isMeta(known) ? known : newMeta(salt);
}

/** Ends a connection that does not answer: what was to be written is taken back, so that it holds up no other tab. */
export function abandon(database: StoreDatabase): void {
  for (const abort of running.get(database) ?? []) takeBack(abort);
  database.close();
}
