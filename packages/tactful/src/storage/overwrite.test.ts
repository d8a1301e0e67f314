import { expect } from 'chai';
import { databaseName, newReplica, openStore } from './index.js';
import { removePlaces } from './make-place.js';
import type { StoreDatabase } from './open.js';
import { overwrite } from './overwrite.js';
import { readAtOnce } from './transaction.js';

const MEGABYTES = 8;
/** In a megabyte. */
const PIECES = 32;

/** How many pieces of noise a reader finds that asked when the writing had begun. */
async function foundBeside(write: (database: StoreDatabase) => Promise<void>): Promise<number> {
  const scope = `o-${newReplica()}`;
  const [writer, reader] = [await openStore(scope), await openStore(scope)];
  const written = write(writer);
  const count = (): Promise<number> =>
    readAtOnce(reader, ['meta', 'snapshots'], (transaction) => transaction.objectStore('snapshots').count());
  const found = await count();
  await written;
  expect(await count()).to.equal(0);
  for (const database of [writer, reader]) database.close();
  await removePlaces(databaseName(scope));
  return found;
}

describe('rewriting files', () => {
  for (const durability of ['strict', 'relaxed'] as const)
    it(`[R164] ${durability}: a reader waits for a part of it, not for all, and nothing of it stays`, async () => {
      const found = await foundBeside((database) => overwrite(database, durability));
      expect(found).to.be.below(3 * PIECES);
    });

  it('[R164] control: written at once, it holds the reader up until the end', async () => {
    const found = await foundBeside(async (database) => {
      const transaction = database.transaction(['meta', 'snapshots'], 'readwrite');
      const store = transaction.objectStore('snapshots');
      for (let index = 0; index < MEGABYTES * PIECES; index++)
        void store.put({ id: String(index), bytes: new Uint8Array(32_768) });
      await transaction.done;
      await database.clear('snapshots');
    });
    expect(found).to.equal(MEGABYTES * PIECES);
  });
});
