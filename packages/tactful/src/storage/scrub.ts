import { wrap } from 'idb';
import { keepsALog } from './keeps-a-log.js';
import type { StoreDatabase } from './open.js';
import { within } from './store-exists.js';
import { asked, metaIn, readAtOnce, whole, writing } from './transaction.js';

// What was deleted goes on lying in Chromium's files until it merges them (docs/decisions/0023-files-merged-not-filled.md).

/** Not names of a store: no reader takes them for one. */
const PASSING = 'tactful-passing';
const BESIDE = ['tactful-beside-1', 'tactful-beside-2'];
const END = 'end';
const PAUSE_MS = 30;
/** What is asked of the browser while somebody else writes it may leave out. */
const PASSES = 3;
const DEADLINE_MS = 2000;
const MERGE_DEADLINE_MS = 20_000;
const ROUNDS = 4;
/** A file that is asked in vain so often is merged with the one below it: once for each 16 kB of a file of at most 2 MB. */
const VAIN_READS = 300;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Deleting a database deletes its files in this one engine; elsewhere they live on in a log. */
export const deletesFiles = (): boolean => navigator.userAgent.includes('Firefox/');

async function make(place: IDBFactory, name: string): Promise<void> {
  const request = place.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(END).put(END, END);
  };
  (await wrap(request))?.close();
}

/**
 * Deletes a database. Chromium then writes what it holds in memory to a file, merges the files across which that database
 * lay, and lets go of those that were merged before: a moment after it answered.
 */
async function remove(place: IDBFactory, name: string): Promise<void> {
  await wrap(place.deleteDatabase(name));
  await pause();
}

async function passThrough(place: IDBFactory, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    await make(place, PASSING);
    await remove(place, PASSING);
  }
}

/** Leaves a record behind all others: what deleting the store then writes lies across every file that holds what was erased. */
async function leaveEnd(database: StoreDatabase): Promise<void> {
  const transaction = writing(database, ['control']);
  await whole(transaction, () =>
    transaction.objectStore('control').put({
      id: END,
      op: 'forget',
      ids: [],
      keep: 'rules',
      at: 0,
      by: 'shopper',
      // Nobody carries it out.
      ack: { at: 0, removed: 0, by: 'page' },
    }),
  );
}

async function takeEnd(database: StoreDatabase): Promise<void> {
  const transaction = writing(database, ['control']);
  await whole(transaction, () => transaction.objectStore('control').delete(END));
}

async function inTime(work: Promise<void>, ms = DEADLINE_MS): Promise<boolean> {
  try {
    await within(work, ms);
    return true;
  } catch {
    // A slow or full disk must not hold up an erasure that is done. Nothing depends on it but what is said of the files.
    return false;
  }
}

/** What stands beside the store when it is made lies across the file to which everything in memory is written next. */
async function prepare(database: StoreDatabase): Promise<void> {
  for (const name of BESIDE) {
    // One that was left over would lie elsewhere.
    await wrap(indexedDB.deleteDatabase(name));
    await make(indexedDB, name);
  }
  await passThrough(indexedDB);
  await leaveEnd(database);
}

/** At the end once more: what the browser itself still reads while it merges goes with the next. */
async function finish(): Promise<void> {
  for (const name of BESIDE) {
    await passThrough(indexedDB);
    await remove(indexedDB, name);
  }
  await passThrough(indexedDB, PASSES);
}

/** How a store is deleted: whether it goes, as it is seen at the last moment, and its going, once nobody here has it open. */
export interface Removal {
  readonly goes: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

/** Around the deletion of a store among the origin's databases: its files go with it. Resolves to whether that can be told. */
export async function deleteWithFiles(database: StoreDatabase, { goes, remove }: Removal): Promise<boolean> {
  const merges = keepsALog();
  const prepared = merges && (await inTime(prepare(database)));
  const removed = await goes();
  if (!removed && prepared) await inTime(takeEnd(database));
  database.close();
  if (removed) await remove();
  // Also where it was not prepared: nothing is left standing.
  const gone = merges ? (await inTime(finish())) && prepared : deletesFiles();
  return gone && removed;
}

/** Asks for what is not there. */
async function readInVain(database: StoreDatabase): Promise<void> {
  // Before every row and behind every one: what is beside rows in a file is one or the other.
  const keys = Array.from({ length: VAIN_READS }, (_, index) => [`!${String(index)}`, `~${String(index)}`]).flat();
  await readAtOnce(database, ['events'], (transaction) =>
    Promise.all(keys.map((key) => asked(() => transaction.objectStore('events').get(key)))),
  );
  await pause();
}

async function mergeAround(database: StoreDatabase): Promise<void> {
  // A bucket has files of its own.
  const { place = indexedDB } = database as { readonly place?: IDBFactory };
  const { epoch } = await readAtOnce(database, ['meta'], metaIn);
  for (let round = 0; round < ROUNDS; round++) {
    await passThrough(place);
    await readInVain(database);
  }
  await passThrough(place, PASSES);
  const transaction = writing(database, ['meta']);
  await whole(transaction, async () => {
    const meta = await metaIn(transaction);
    // Emptied once more since, it is to be done once more.
    if (meta.epoch === epoch) await transaction.objectStore('meta').put({ ...meta, unscrubbed: false });
  });
}

/**
 * Has the files of a store that stays merged, and takes back the note that it is to be done.
 *
 * Where other databases of the origin are large, what was erased can outlast it: nothing is to be said of the files. Never
 * rejects: a store that is closed or deleted meanwhile is as it should be.
 */
export async function mergeFiles(database: StoreDatabase): Promise<void> {
  if (keepsALog()) await inTime(mergeAround(database), MERGE_DEADLINE_MS);
}
