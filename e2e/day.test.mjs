import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEverybody, assertQuiet, drawn, goTo, inEngines, press, textOf, visit } from './shop-visit.mjs';

const HERE = '#/day?v=1';
const VOTES = 'train=h9s2&door=s8h3&till=h11&rival=h6s5&parcel=h8&cemetery=h12&dinner=h12&sofa=s10&tellMe=s12';
const CARDS = 9;

/** Opens a day, and waits for it: simulator and engine come with the page. */
async function open(context, { url, hash = HERE, ...how }) {
  const opened = await visit(context, { url, hash, ...how });
  await opened.page.waitForSelector('shop-day h2');
  return opened;
}

const inPage = (page, selector) => page.$$eval(selector, (found) => found.length);

/** Presses a key as a teacher does, with nothing in the page chosen. */
async function key(page, name) {
  await page.keyboard.press(name);
  await drawn(page);
  await page.evaluate(() => document.querySelector('shop-day').updateComplete);
}

/** Waits until the shoppers have lived their half year. */
const lived = (page, world) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.day-plot') && document.querySelector('.day-world').dataset.world === wanted,
    { timeout: 120_000, polling: 100 },
    world,
  );

/** The text of an element without its spaces, by its own words. */
const words = (page, selector) => textOf(page, selector);

inEngines('one day, three shops', ({ engine, shop, asVisitor }) => {
  it(
    '[G58] with the keyboard alone: vote, reveal, move on through nine cards to the end, and back',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}&shoppers=50` });
      assert.equal(await inPage(page, '.day-shutter'), 3);
      for (const name of ['1', '2', '2', '3']) await key(page, name);
      assert.match(page.url(), /train=s1h2p1/);
      await key(page, ' ');
      assert.match(await words(page, '.day-stand'), /Our class hushes/);
      assert.equal(await inPage(page, '.day-shutter'), 0);
      assert.match(await words(page, '[data-shop="tactful"]'), /Says nothing.*NO_PERMISSION.*reached nobody/);
      assert.match(await words(page, '[data-shop="blast"]'), /It reached \d+ people/);
      await key(page, '1');
      assert.match(page.url(), /train=s1h2p1/);
      for (let card = 2; card <= CARDS; card += 1) {
        await key(page, ' ');
        assert.match(await words(page, '.day-when'), new RegExp(`Card ${card} of 9`));
        await key(page, '1');
        await key(page, ' ');
      }
      await key(page, 'ArrowRight');
      await lived(page, 'essays');
      assert.match(page.url(), /card=end&open=all/);
      assert.equal(await inPage(page, '.day-evening .day-front'), 4);
      await key(page, 'ArrowLeft');
      assert.match(await words(page, '.day-words h2'), /Tell me when/);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G58] a button that has the focus keeps its space, a field keeps all keys, and the keys can be switched off',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop });
      await page.focus('[data-vote="hush"]');
      await key(page, ' ');
      assert.match(page.url(), /train=h1/);
      await page.focus('.day-on');
      await key(page, ' ');
      await key(page, 'Enter');
      assert.match(await words(page, '.day-when'), /Card 2 of 9/);
      await page.focus('.day-seed input');
      await key(page, '2');
      assert.equal(await words(page, '[data-vote="hush"] .day-vote-count'), '0: 0 votes');
      await page.focus('.day-keys input');
      await key(page, ' ');
      await page.evaluate(() => document.activeElement.blur());
      for (const name of ['1', ' ', 't', 'ArrowRight']) await key(page, name);
      assert.match(await words(page, '.day-when'), /Card 2 of 9/);
      assert.match(await words(page, '.day-world'), /People mind/);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G58] a click by hand leaves space to the page',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop });
      await page.click('[data-vote="speak"]');
      await key(page, ' ');
      assert.match(await words(page, '.day-stand'), /Our class speaks/);
      assert.match(page.url(), /train=s1&/);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G59] a link holds seed, votes and language; nothing is asked, told, kept or sent',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}&shoppers=50` });
      await page.evaluate(() => document.querySelector('shop-day').updateComplete);
      const asked = [];
      // Chromium asks for the icon anew whenever the address changes
      page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));
      await goTo(page, `${HERE}&seed=42&card=sofa&open=all&${VOTES}&lang=nl`);
      await page.waitForFunction(() => document.documentElement.lang === 'nl');
      assert.match(await words(page, '[data-vote="speak"]'), /Spreken 10/);
      assert.equal(await page.$eval('.day-seed input', ({ value }) => value), '42');
      assert.equal(await inPage(page, 'tactful-consent, .pane'), 0);
      await press(page, '.day-again');
      assert.doesNotMatch(page.url(), /sofa=s/);
      await press(page, '[data-vote="hush"]');
      await press(page, '[data-vote="hush"]');
      await press(page, '.day-undo');
      assert.match(page.url(), /seed=42.*sofa=h1/);
      await press(page, '.day-restart');
      assert.equal(page.url().split('#')[1], '/day?v=1&seed=42&lang=nl');
      const kept = await page.evaluate(async () => ({
        log: (await globalThis.tactfulShop.tactful.log()).length,
        offered: globalThis.tactfulShop.tactful.health().offered,
        local: { ...localStorage },
      }));
      assert.deepEqual(kept, { log: 0, offered: 0, local: {} });
      assert.deepEqual(asked, []);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G60] T flips to the world where nobody minds: hearts are whole, blast wins; the link and the memory hold it',
    asVisitor(async (context) => {
      const hash = `${HERE}&card=end&open=all&${VOTES}&shoppers=50`;
      const { page, complaints } = await open(context, { ...shop, hash });
      await lived(page, 'essays');
      const figures = () =>
        page.$$eval('.day-table tbody tr', (rows) => rows.map((row) => row.textContent.replace(/\s+/g, ' ').trim()));
      const minding = await figures();
      assert.equal(minding.length, 5);
      assert.ok((await inPage(page, '.day-crack')) > 0);
      await key(page, 't');
      assert.equal(await inPage(page, '.day-crack'), 0);
      await lived(page, 'nullAnnoyance');
      assert.match(page.url(), /world=nobody-minds/);
      assert.match(await words(page, '.day-lead'), /Blast wins from Tactful/);
      assert.notDeepEqual(await figures(), minding);
      await key(page, 't');
      // known already: no progress bar in between
      assert.deepEqual(await figures(), minding);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G95] at the end a thousand shoppers live under each shop and the class without a press; fewer are a choice',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}&card=end&open=all&${VOTES}` });
      const counts = await page.$$eval('.day-counts label', (labels) =>
        labels.map((label) => [label.textContent.trim(), label.querySelector('input').checked]),
      );
      assert.deepEqual(counts, [
        ['50', false],
        ['200', false],
        ['1,000', true],
      ]);
      assert.equal(await page.$eval('.day-running progress', ({ max }) => max), 1000);
      // one engine is enough: what runs is the same simulator
      if (engine !== 'chromium') await press(page, '.day-counts label:first-of-type input');
      await lived(page, 'essays');
      const shops = await page.$$eval('.day-table tbody tr', (rows) => rows.map((row) => row.dataset.shop));
      assert.deepEqual(shops, ['silence', 'blast', 'naive', 'tactful', 'class']);
      assert.match(await words(page, '.day-chart'), engine === 'chromium' ? /1,000 shoppers/ : / 50 shoppers/);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G60] what runs can be stopped, and starts again when asked',
    asVisitor(async (context) => {
      const hash = `${HERE}&card=end&open=all&${VOTES}&shoppers=1000`;
      const { page, complaints } = await open(context, { ...shop, hash });
      await page.waitForFunction(() => document.querySelector('.day-running progress')?.value > 0, { timeout: 60_000 });
      const files = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
      assert.ok((await page.evaluate(files)).includes('day-worker.js'), 'in a worker of its own');
      await press(page, '.day-stop');
      assert.match(await words(page, '.day-running'), /Stopped/);
      await press(page, '.day-run');
      assert.equal(await inPage(page, '.day-running progress'), 1);
      await press(page, '.day-counts label:first-of-type input');
      await lived(page, 'essays');
      assertQuiet(complaints);
    }),
  );

  it(
    '[G61] axe finds nothing in any state, targets are large enough, nothing is wider than the window',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop });
      const targets = 'shop-day :is(a, button, summary, input)';
      const check = (what) => assertForEverybody(page, { what, targets });
      const states = [
        '',
        '&train=h9s2',
        `&card=cemetery&open=all&${VOTES}`,
        `&card=door&open=train&${VOTES}&world=nobody-minds&lang=nl`,
        `&card=end&open=all&${VOTES}&shoppers=50&lang=en`,
      ];
      for (const [width, scheme, direction] of [
        [1280, 'light', 'ltr'],
        [820, 'dark', 'rtl'],
        [320, 'light', 'ltr'],
      ]) {
        await page.setViewport({ width, height: 900 });
        if (engine === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
        for (const state of states) {
          await goTo(page, HERE + state);
          await drawn(page);
          if (state.includes('card=end')) await lived(page, 'essays');
          await check(`${state} at ${width}`);
        }
      }
      assertQuiet(complaints);
    }),
  );
});
