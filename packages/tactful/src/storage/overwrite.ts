import type { StoreDatabase } from './open.js';
import { asked, whole, writing } from './transaction.js';

const CHUNK = 32_768;
const CHUNKS_A_MEGABYTE = 32;

/** What it takes until Chromium lets go of a log whose last record is torn: rows behind that would be lost at the next start. */
export const HEALING_MB = 6;

async function writeNoise(database: StoreDatabase, from: number): Promise<void> {
  const transaction = writing(database, ['meta', 'snapshots'], 'strict');
  const store = transaction.objectStore('snapshots');
  await whole(transaction, () =>
    Promise.all(
      Array.from({ length: CHUNKS_A_MEGABYTE }, (_, index) =>
        asked(() => store.put({ id: String(from + index), bytes: crypto.getRandomValues(new Uint8Array(CHUNK)) })),
      ),
    ),
  );
}

async function clearNoise(database: StoreDatabase): Promise<void> {
  const removal = writing(database, ['meta', 'snapshots'], 'strict');
  await whole(removal, () => removal.objectStore('snapshots').clear());
}

/**
 * Writes so much noise and deletes it, so that the browser begins a new log.
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
