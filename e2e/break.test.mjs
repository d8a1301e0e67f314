import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEverybody, assertQuiet, drawn, inEngines, press, textOf, visit } from './shop-visit.mjs';

const HERE = '#/break';
const TARGETS = 'shop-break :is(a, button, summary)';

async function open(context, { url, hash = HERE, ...how }) {
  const opened = await visit(context, { url, hash, ...how });
  await opened.page.waitForSelector('shop-break .break-attacks');
  return opened;
}

/** Presses the button of an attack, and waits for what is said of it. */
async function attack(page, name) {
  await press(page, `[data-attack="${name}"] button`);
  await page.waitForSelector(`[data-attack="${name}"] .break-outcome`, { timeout: 30_000 });
  return textOf(page, `[data-attack="${name}"] .break-outcome`);
}

/** The numbers of the table, ours and those of the other way, by row. */
const countsOn = (page) =>
  page.$$eval('.break-counts tbody tr', (rows) =>
    Object.fromEntries(
      rows.map((row) => [
        row.dataset.count,
        [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim()),
      ]),
    ),
  );

const held = (page, name) => page.$eval(`[data-attack="${name}"] .break-verdict`, ({ dataset }) => dataset.held);
/** The databases of the origin, and those of its buckets. */
const stores = (page) =>
  page.evaluate(async () => {
    const buckets = (await navigator.storageBuckets?.keys()) ?? [];
    const inBuckets = buckets.map((name) => name.replace('-', ':'));
    return [...(await indexedDB.databases()).map(({ name }) => name), ...inBuckets].sort();
  });

// what the planted beacons make a browser complain about: the page counts these itself
const withoutBeacons = (complaints) => complaints.filter((line) => !line.includes('beacon.invalid'));

inEngines('the page Try to break it', ({ engine, shop, asVisitor }) => {
  it(
    '[R102] keeps every click under every attack, loses some of the other way, and its counts add up',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop });
      assert.match(await textOf(page, '.break-panel'), /Nothing has been broken yet/);
      assert.match(await attack(page, 'none'), /^All 4 clicks were found again.*The other way lost nothing/);
      assert.match(await attack(page, 'close'), /^All 4 clicks were found again.*The other way lost 4 of 4/);
      assert.match(await attack(page, 'kill'), /^All 6 clicks were found again.*The other way lost 4 of 6/);
      assert.match(await attack(page, 'full'), /^The 4 clicks .* the 3 clicks .*The other way lost 3 of 7/);
      assert.match(await attack(page, 'clock'), /^All 6 clicks were found again.*The other way lost 3 of 6/);
      assert.match(await attack(page, 'beacon'), /^The browser blocked 6 of 6 .*own address went out/);
      const counts = await countsOn(page);
      assert.deepEqual(counts.clicks, ['29', '29']);
      assert.deepEqual(counts.offered, ['29', '29']);
      assert.deepEqual(counts['dropped-quota'], ['3', 'not known']);
      assert.deepEqual(counts.found, ['26', '15']);
      assert.deepEqual(counts.lost, ['0', '14']);
      assert.match(await textOf(page, '.break-panel'), /29 offered = \d+ kept \+ 3 dropped.* It adds up/);
      // beside the shop, whose own store was never made
      assert.ok(!(await stores(page)).includes('tactful:default'));
      await press(page, '.break-reset');
      await page.waitForFunction(() => document.activeElement?.id === 'break-counts-title');
      assert.ok(!(await stores(page)).includes('tactful:try-to-break'));
      assert.match(await textOf(page, '.break-panel'), /Nothing has been broken yet/);
      assert.deepEqual(withoutBeacons(complaints), []);
    }),
  );

  it(
    '[R103] planted fault: where the disk says that it has kept what it has not, the page says so',
    asVisitor(async (context) => {
      const { page } = await open(context, { ...shop });
      await page.evaluateOnNewDocument(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...row) {
          return this.name === 'events' ? this.count() : put.apply(this, row);
        };
      });
      assert.match(await attack(page, 'none'), /^4 of 4 clicks were not found again/);
      assert.equal(await held(page, 'none'), 'false');
      assert.deepEqual((await countsOn(page)).lost, ['4', '0']);
      assert.match(await textOf(page, '.break-panel'), /It does not add up/);
    }),
  );

  it(
    '[R104] with the keyboard alone, in Dutch, in the dark and from right to left; axe finds nothing',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, width: 390 });
      const check = (what) => assertForEverybody(page, { what, targets: TARGETS });
      await press(page, '.masthead-tools button');
      await check('empty, in Dutch');
      await page.focus('[data-attack="clock"] button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.break-stage iframe, [data-attack="clock"] .break-outcome');
      assert.match(
        await textOf(page, '[data-attack="clock"] .break-outcome'),
        /^Alle 6 klikken zijn teruggevonden.*De andere manier raakte 3 van 6/,
      );
      // the focus is where it was: nobody is thrown out while something is under way
      assert.ok(await page.evaluate(() => document.activeElement?.matches('[data-attack="clock"] button')));
      await page.$eval('.break-how', (details) => (details.open = true));
      for (const [width, scheme, direction] of [
        [320, 'light', 'ltr'],
        [1280, 'dark', 'rtl'],
      ]) {
        await page.setViewport({ width, height: 900 });
        if (engine === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
        await drawn(page);
        await check(`at ${width}`);
      }
      assertQuiet(complaints);
    }),
  );
});
