import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  assertForEverybody,
  assertQuiet,
  goTo,
  inEngines,
  lookAtThree,
  press,
  textOf,
  visit,
  withStore,
} from './shop-visit.mjs';

const RECEIPT = '.erase tactful-receipt';

/** The page says yes by itself: what is asked first is tested elsewhere. */
async function agreed(context, shop) {
  const opened = await visit(context, { ...shop });
  await opened.page.evaluate(() => globalThis.tactfulShop.tactful.consent.set({ personalization: 'in' }));
  await lookAtThree(opened.page);
  await goTo(opened.page, '#/data');
  return opened;
}

async function erase(page) {
  await press(page, '.erase [data-do="ask"]');
  await page.waitForFunction(() => document.activeElement?.matches('[data-do="keep"]'));
  await press(page, '.erase [data-do="erase"]');
  return textOf(page, `${RECEIPT} >>> article`);
}

inEngines('the receipt of an erasure', ({ engine, shop, asVisitor }) => {
  it(
    '[R110] says how much went, when, how thoroughly, and that it looked again; it can be saved, and put away',
    asVisitor(async (context) => {
      const { page, complaints } = await agreed(context, shop);
      const said = await erase(page);
      assert.match(said, /\d+ rows: what you looked at/);
      assert.match(said, /Read again afterwards: gone\./);
      assert.match(said, /No program can find it|Its bytes are gone/);
      await page.waitForFunction(
        () => {
          const receipt = document.querySelector('.erase tactful-receipt');
          return receipt?.shadowRoot.querySelector('.answer').textContent.startsWith('No: nothing');
        },
        { polling: 100 },
      );
      assert.match(await textOf(page, `${RECEIPT} >>> .watch`), /looked last at \d/);
      await assertForEverybody(page, { what: 'receipt', targets: '.erase button' });
      // the file itself, as the browser is given it
      await page.evaluate(() => {
        const made = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          globalThis.given = file.text();
          return made.call(URL, file);
        };
      });
      await press(page, `${RECEIPT} >>> [data-do="save"]`);
      const file = await page.evaluate(() => globalThis.given);
      assert.match(file, /<h1>Receipt: erased<\/h1>/);
      assert.match(file, /&quot;format&quot;: &quot;tactful-receipt&quot;/);
      assert.doesNotMatch(file, /hose|watering/);
      await press(page, `${RECEIPT} >>> [data-do="close"]`);
      await page.waitForSelector('.erase [data-do="ask"]');
      assertQuiet(complaints);
    }),
  );

  it(
    '[R111] planted fault: when what was erased is put back into the store, the receipt says so',
    asVisitor(async (context) => {
      const { page } = await agreed(context, shop);
      const rows = await page.evaluate(async () => JSON.stringify(await globalThis.tactfulShop.tactful.log()));
      await erase(page);
      await page.evaluate(() => globalThis.tactfulShop.tactful.consent.set({ personalization: 'in' }));
      await withStore(
        page,
        async (place, kept) => {
          const opening = place.open('tactful:default');
          await new Promise((resolve) => (opening.onsuccess = resolve));
          const database = opening.result;
          const transaction = database.transaction(['meta', 'events'], 'readwrite');
          const reading = transaction.objectStore('meta').get('meta');
          reading.onsuccess = () => {
            for (const row of JSON.parse(kept)) {
              const to = Number(row.id.split(':')[1]);
              const segment = { id: row.id, to, at: row.at, epoch: reading.result.epoch, rows: [row] };
              transaction.objectStore('events').put(segment);
            }
          };
          await new Promise((resolve) => (transaction.oncomplete = resolve));
          database.close();
          new BroadcastChannel('tactful').postMessage({ v: 1, rev: 0 });
        },
        rows,
      );
      await page.waitForFunction(
        () => document.querySelector('.erase tactful-receipt')?.shadowRoot.querySelector('.watch[data-back]'),
        { polling: 100, timeout: 15_000 },
      );
      assert.match(await textOf(page, `${RECEIPT} >>> .answer`), /can be read again. That should not be/);
    }),
  );

  it(
    '[R112] the lens over the page says what the library says of itself: offered = kept + dropped, and what to look at',
    asVisitor(async (context) => {
      const { page, complaints } = await visit(context, { ...shop, hash: '&tactful-lens#/', width: 1000 });
      const health = 'tactful-lens-overlay >>> tactful-health >>>';
      await press(page, `${health} summary`);
      const { offered, dropped } = await page.evaluate(() => globalThis.tactfulShop.tactful.health());
      assert.ok(offered > 0 && offered === dropped['no-consent']);
      await page.waitForFunction(
        () => {
          const overlay = document.querySelector('tactful-lens-overlay')?.shadowRoot;
          const said = overlay?.querySelector('tactful-health')?.shadowRoot.textContent ?? '';
          const health = globalThis.tactfulShop.tactful.health();
          return said.includes(`${health.offered} offered = ${health.kept} kept + `) && said.includes('no consent');
        },
        { polling: 100 },
      );
      assert.match(await textOf(page, `${health} .body`), /The counts add up\./);
      for (const scheme of engine === 'chromium' ? ['light', 'dark'] : ['light']) {
        if (engine === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await assertForEverybody(page, { what: `health, ${scheme}`, targets: 'tactful-lens-overlay' });
      }
      assertQuiet(complaints);
    }),
  );
});
