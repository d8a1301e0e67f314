// Chromium, killed while it writes a record of its log, goes on behind the half that it wrote, and throws the database away
// when it next reads that. See docs/decisions/0022-a-note-of-who-has-the-store-open.md.
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { originFolder } from './faults/damage-kinds.mjs';
import { killBrowser, launchOn } from './faults/processes.mjs';
import { openPage, openStage, range, withFolder } from './faults/stage.mjs';
import { talkativeShop } from './faults/talkative-shop.mjs';
import { engines } from './launch.mjs';

const SHOP = talkativeShop(['hose']);
const ROWS = 20;
/** Checksum, length and kind of a record of 200 bytes that never came. */
const HALF_A_RECORD = Buffer.from([1, 2, 3, 4, 200, 0, 1]);

/** In the page: what is remembered, and what is kept now. */
async function shop({ options, rows }) {
  const tactful = globalThis.createTactful(options);
  await tactful.ready;
  const found = (await tactful.log()).map(({ id }) => id);
  const kept = [];
  for (const nth of rows) {
    const receipt = await tactful.track('view_item', { items: [{ item_id: `item-${String(nth)}` }] });
    if (receipt.kept) kept.push(receipt.id);
  }
  return { found, kept, lastLoss: tactful.health().lastLoss };
}

/** In the page: takes the defence away. */
async function removeNotes() {
  const opening = indexedDB.open('tactful:default');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const transaction = opening.result.transaction('meta', 'readwrite');
  transaction.objectStore('meta').delete(IDBKeyRange.bound('open:', 'open;'));
  await new Promise((resolve) => (transaction.oncomplete = resolve));
}

/** A visit that ends with the browser being killed. */
async function visit({ folder, url }, { rows = ROWS, defended = true } = {}) {
  const browser = await launchOn(folder, 'chromium');
  const page = await openPage(browser, url);
  const told = await page.evaluate(shop, { options: SHOP, rows: range(rows) });
  if (!defended) await page.evaluate(removeNotes);
  await killBrowser(browser);
  return told;
}

function leaveHalfARecord({ folder, url }) {
  const files = originFolder('chromium', { profile: folder, port: new URL(url).port });
  const logs = readdirSync(files).filter((file) => file.endsWith('.log'));
  appendFileSync(path.join(files, logs.sort().at(-1)), HALF_A_RECORD);
}

/** Three visits, with half a record after the first. What the first two were told is kept, and what the third finds. */
const threeVisits = (url, { defended }) =>
  withFolder(async (folder) => {
    const at = { folder, url };
    const first = await visit(at, { defended });
    leaveHalfARecord(at);
    const second = await visit(at, { defended });
    const third = await visit(at, { rows: 0 });
    return { first, second, third };
  });

describe('a log with half a record', { skip: !engines().includes('chromium') }, () => {
  let server;
  before(async () => {
    server = await openStage();
  });
  after(() => server?.close());

  it('[R174] is made anew at the first start after a kill: everything acknowledged is there, also what came behind', async () => {
    const { first, second, third } = await threeVisits(server.url, { defended: true });
    assert.deepEqual([first.kept.length, second.kept.length], [ROWS, ROWS]);
    assert.deepEqual(second.found.toSorted(), first.kept.toSorted());
    assert.deepEqual(third.found.toSorted(), [...first.kept, ...second.kept].toSorted());
    assert.equal(third.lastLoss, undefined);
  });

  it('[R174] planted fault: where no page noted that it had the store open, the browser throws it away, and it is told', async () => {
    const { first, second, third } = await threeVisits(server.url, { defended: false });
    assert.deepEqual(second.found.toSorted(), first.kept.toSorted());
    assert.deepEqual(third.found, []);
    assert.match(third.lastLoss.name, /^data loss/);
  });
});
