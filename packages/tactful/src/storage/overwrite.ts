import { keepsALog } from './keeps-a-log.js';
import type { StoreDatabase } from './open.js';
import { within } from './store-exists.js';
import { newMeta } from './store.js';
import { asked, metaIn, whole, writing } from './transaction.js';

const NOISE = 'noise';
const CHUNK = 32_768;
const CHUNKS_A_MEGABYTE = 32;

/** What it takes until Chromium lets go of a log whose last record is torn: rows behind that would be lost at the next start. */
export const HEALING_MB = 6;
/** What it takes until Chromium has rewritten the files that hold what was deleted. */
export const SCRUBBING_MB = 16;

/** A record before all others and one behind them, for a moment: files are merged with those whose range they overlap. */
async function touchEnds(transaction: ReturnType<typeof writingNoise>): Promise<void> {
  const ends = { meta: transaction.objectStore('meta'), control: transaction.objectStore('control') };
  await ends.meta.put({ ...newMeta(''), key: NOISE as 'meta' });
  await ends.control.put({ id: NOISE, op: 'forget', ids: [], keep: 'rules', at: 0, by: 'shopper' });
  await ends.meta.delete(NOISE);
  await ends.control.delete(NOISE);
}

function writingNoise(database: StoreDatabase) {
  return writing(database, ['meta', 'snapshots', 'control'], 'strict');
}

async function writeNoise(database: StoreDatabase, from: number): Promise<void> {
  const transaction = writingNoise(database);
  const store = transaction.objectStore('snapshots');
  await whole(transaction, () =>
    Promise.all([
      touchEnds(transaction),
      ...Array.from({ length: CHUNKS_A_MEGABYTE }, (_, index) =>
        asked(() => store.put({ id: String(from + index), bytes: crypto.getRandomValues(new Uint8Array(CHUNK)) })),
      ),
    ]),
  );
}

async function clearNoise(database: StoreDatabase): Promise<void> {
  const removal = writing(database, ['meta', 'snapshots'], 'strict');
  await whole(removal, () => removal.objectStore('snapshots').clear());
}

/**
 * Writes so much noise and deletes it, so that the browser rewrites its files.
 *
 * In pieces that it keeps in those files, not beside them, and a megabyte at a time: whoever wants to read waits for one,
 * not for all. Rejects where the disk does not take it.
 */
export async function overwrite(database: StoreDatabase, megabytes: number): Promise<void> {
  try {
    for (let written = 0; written < megabytes; written++) await writeNoise(database, written * CHUNKS_A_MEGABYTE);
  } catch (error) {
    // What was taken of a disk that is nearly full belongs to the rows.
    await clearNoise(database).catch(() => undefined);
    throw error;
  }
  await clearNoise(database);
}

/** Deleting a database deletes its files in this one engine; elsewhere they live on in a log. */
export const deletesFiles = (): boolean => navigator.userAgent.includes('Firefox/');

/** Rewrites what held what was emptied, and takes back the note that it is to be done. Resolves to whether that is so here. */
export async function scrub(database: StoreDatabase): Promise<boolean> {
  if (!keepsALog()) return false;
  await overwrite(database, SCRUBBING_MB);
  const transaction = writing(database, ['meta']);
  await whole(transaction, async () => {
    await transaction.objectStore('meta').put({ ...(await metaIn(transaction)), unscrubbed: false });
  });
  return true;
}

const SCRUB_DEADLINE_MS = 2000;

/** Whether files were rewritten so soon that it can be told: a slow disk must not hold up an erasure that is done. */
export const scrubbedInTime = (scrubbing: Promise<boolean>): Promise<boolean> =>
  within(scrubbing, SCRUB_DEADLINE_MS).catch(() => false);
