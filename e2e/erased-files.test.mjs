// What Chromium deleted stays in its files until they are merged. See docs/decisions/0023-files-merged-not-filled.md.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { eraseOnce } from './faults/erase.mjs';
import { filesWith } from './faults/erase-search.mjs';
import { inBrowser, serveShop } from './faults/rest.mjs';
import { openPage, withFolder } from './faults/stage.mjs';
import { engines } from './launch.mjs';

const TABS = 3;
const WORD = 'zqwordofashopper';
const A_WHILE_MS = 2000;

/** In the page: keeps a word, erases, and what the receipt says of it. */
async function keepAndErase({ word, says, deletes }) {
  const tactful = globalThis.createTactful({ ...globalThis.options, consent: { personalization: 'in' } });
  await tactful.track('search', { search_term: word });
  if (says) await tactful.declare({ kind: 'never', category: 'shoes' });
  const receipt = deletes ? undefined : await tactful.erase();
  if (deletes) {
    tactful.close();
    await new Promise((resolve) => (indexedDB.deleteDatabase('tactful:default').onsuccess = resolve));
  }
  return receipt;
}

/** A visit at the end of which something was erased, and the files that still hold the word a while later. */
async function visit(asked) {
  const server = await serveShop();
  try {
    return await withFolder((profile) =>
      inBrowser('chromium', { profile }, async (browser) => {
        const page = await openPage(browser, new URL('/bare', server.url).href);
        const receipt = await page.evaluate(keepAndErase, { word: WORD, ...asked });
        await wait(A_WHILE_MS);
        return { receipt, files: filesWith(profile, WORD).length };
      }),
    );
  } finally {
    await server.close();
  }
}

describe('files after an erasure', { skip: !engines().includes('chromium') }, () => {
  it('[R176] hold no word of the shopper’s where the receipt says so, though tabs read all the while', async () => {
    const size = { tabs: TABS, heaps: 0 };
    const { receipt, before, found, onDisk, filesAfter } = await eraseOnce({ engine: 'chromium', size });
    assert.deepEqual({ grade: receipt.grade, verified: receipt.verified }, { grade: 'file', verified: true });
    assert.ok(before.files > 0, 'a word was in the files before');
    assert.deepEqual([found, onDisk, filesAfter], [[], [], []]);
  });

  it('[R176] are not spoken of where something stays: a bare "no"', async () => {
    const { receipt } = await visit({ says: true });
    assert.deepEqual({ grade: receipt.grade, verified: receipt.verified }, { grade: 'reachable', verified: true });
  });

  it('[R176] control: a store that is only deleted leaves the word in them', async () => {
    assert.ok((await visit({ deletes: true })).files > 0);
  });
});
