import type { StoreDatabase } from './open.js';
import { asked, whole, writing } from './transaction.js';

const CHUNK = 32_768;
const CHUNKS_A_MEGABYTE = 32;

/**
 * What it takes until Chromium lets go of a log whose last record is torn: rows behind that would be lost at the next start.
 * It begins a new one at four megabytes, and lets go of the old one when it has written a table of it. Who does not wait for
 * the disk has it begin a second one: that waits for the table.
 */
const HEALING_MB = { strict: 6, relaxed: 10 } as const;

async function writeNoise(
  database: StoreDatabase,
  { from, durability }: { readonly from: number; readonly durability: IDBTransactionDurability },
): Promise<void> {
  const transaction = writing(database, ['meta', 'snapshots'], durability);
  const store = transaction.objectStore('snapshots');
  await whole(transaction, () =>
    Promise.all(
      Array.from({ length: CHUNKS_A_MEGABYTE }, (_, index) =>
        asked(() => store.put({ id: String(from + index), bytes: crypto.getRandomValues(new Uint8Array(CHUNK)) })),
      ),
    ),
  );
}

async function clearNoise(database: StoreDatabase, durability: IDBTransactionDurability): Promise<void> {
  const removal = writing(database, ['meta', 'snapshots'], durability);
  await whole(removal, () => removal.objectStore('snapshots').clear());
}

/**
 * Writes so much noise and deletes it, so that the browser begins a new log.
 *
 * In pieces that it keeps in those files, not beside them, and a megabyte at a time: whoever wants to read waits for one,
 * not for all. `strict` waits for the disk at each, and rejects where the disk does not take it; `relaxed` is done sooner,
 * and outlives the end of the browser as well.
 */
export async function overwrite(database: StoreDatabase, durability: keyof typeof HEALING_MB): Promise<void> {
  const megabytes = HEALING_MB[durability];
  try {
    for (let written = 0; written < megabytes; written++)
      await writeNoise(database, { from: written * CHUNKS_A_MEGABYTE, durability });
  } catch (error) {
    // What was taken of a disk that is nearly full belongs to the rows.
    await clearNoise(database, durability).catch(() => undefined);
    throw error;
  }
  await clearNoise(database, durability);
}
