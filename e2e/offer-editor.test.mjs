import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEverybody, assertQuiet, drawn, goTo, inEngines, press, textOf, visit } from './shop-visit.mjs';

const HERE = '#/editor';

const HOSE = {
  id: 'hose',
  class: 'coupon',
  price: 2495,
  discount: 500,
  lowestPrice30d: 2495,
  openTo: 'everyone',
  content: {
    en: { title: 'Garden hose, 20 m', text: 'With a reel.', action: { label: 'See it', url: '#/product/hose-20m' } },
    nl: { title: 'Tuinslang, 20 m', text: 'Met een haspel.', action: { label: 'Bekijk', url: '#/product/hose-20m' } },
  },
  when: { 'viewing.category': { $in: ['garden'] } },
};
const LOUD = { ...HOSE, id: 'loud', content: { ...HOSE.content, en: { title: 'LAST CHANCE!!! Only 3 left' } } };
const catalogOf = (...offers) => ({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers });

/** Opens the editor, and waits for it: the check comes with the page. */
async function open(context, { url, ...how }) {
  const opened = await visit(context, { url, hash: HERE, ...how });
  await opened.page.waitForSelector('shop-offer-editor .editor-tools');
  await caught(opened.page);
  return opened;
}

/** What is handed over as a file is kept where the test finds it. */
const caught = (page) =>
  page.evaluate(() => {
    globalThis.files = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.files.push(blob);
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) this.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    };
  });
const lastFile = (page) => page.evaluate(async () => (await globalThis.files.at(-1).text()).replace('\ufeff', ''));

/** Lets a file fall on the page. */
async function drop(page, name, content) {
  await page.evaluate(
    (called, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.querySelector('shop-offer-editor').dispatchEvent(event);
    },
    name,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  await page.waitForFunction(() => document.querySelector('.editor-refusal, .editor-board'));
  await settled(page);
}

/** Typing has paused, and what was typed is checked. */
const settled = async (page) => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  await drawn(page);
};

/** What stands in a field is replaced by what is typed. */
async function fill(page, selector, text) {
  const field = await page.waitForSelector(selector);
  await field.evaluate((found) => {
    found.focus();
    found.select();
  });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

const total = (page) => textOf(page, '.editor-total');
const ids = (page) => page.$$eval('.editor-offer', (rows) => rows.map(({ dataset }) => dataset.offer));
const title = (page) =>
  page.$$eval('.editor-preview tactful-offer', (cards) =>
    cards.map(({ shadowRoot }) => shadowRoot.querySelector('[part="title"]')?.textContent ?? ''),
  );

inEngines('the offer editor', ({ engine, shop, asVisitor }) => {
  it(
    '[G46] with the keyboard alone: a first offer is written, seen in the real element, mended and downloaded',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      assert.match(await textOf(page, '.editor-start'), /No offers yet.*Write the first offer/);
      await page.focus('.editor-start .editor-main');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'offer-class');
      await fill(page, '#offer-id', 'hose');
      await fill(page, '#offer-content-en-title', 'LAST CHANCE');
      await settled(page);
      assert.deepEqual(await title(page), ['LAST CHANCE', 'LAST CHANCE', 'LAST CHANCE']);
      const described = await page.$eval('#offer-content-en-title', (field) =>
        field
          .getAttribute('aria-describedby')
          .split(' ')
          .map((id) => document.getElementById(id).textContent)
          .join(' '),
      );
      assert.match(described, /Error:\s+This hurries the shopper/);
      await fill(page, '#offer-content-en-title', 'Garden hose, 20 m');
      await fill(page, '#offer-content-en-text', 'With a reel.');
      await fill(page, '#offer-content-en-action-label', 'See it');
      await fill(page, '#offer-content-en-action-url', '/hose');
      await fill(page, '#offer-price', '24,9x');
      await settled(page);
      assert.match(await total(page), /1 error.*0 of 1 can be used/);
      await fill(page, '#offer-price', '24,9');
      await fill(page, '#offer-when', '{"viewing.category": {"$in": ["garden"]}}');
      await settled(page);
      assert.match(await total(page), /Nothing to mend. 1 of 1 can be used/);
      await page.waitForFunction(() =>
        /Check: 0 errors, 0 warnings/.test(document.querySelector('shop-offer-editor [role="status"]').textContent),
      );
      assert.equal(await page.$eval('#offer-price', ({ value }) => value), '24.90');
      await press(page, '.editor-tools .editor-main');
      const saved = JSON.parse(await lastFile(page));
      assert.deepEqual(saved.offers, [
        {
          id: 'hose',
          class: 'suggest',
          content: {
            en: { title: 'Garden hose, 20 m', text: 'With a reel.', action: { label: 'See it', url: '/hose' } },
          },
          price: 2490,
          when: { 'viewing.category': { $in: ['garden'] } },
        },
      ]);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G43] a file that cannot be read changes nothing and says what to do; a good one can be undone',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      await drop(page, 'catalog.json', catalogOf(HOSE));
      await drop(page, 'broken.json', '{"format": ');
      assert.match(
        await textOf(page, '.editor-refusal'),
        /broken.json was not opened, and nothing was changed.*bracket/,
      );
      await drop(page, 'prices.csv', 'id;price\na;1.299,00\n');
      assert.match(await textOf(page, '.editor-refusal'), /Row 2, price.*“1.299,00” should be an amount/);
      assert.deepEqual(await ids(page), ['hose']);
      await drop(page, 'prices.csv', 'id;price;title_nl\na;12,99;Slang\nb;5;Haspel\n');
      assert.deepEqual(await ids(page), ['a', 'b']);
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await drawn(page);
      assert.deepEqual(await ids(page), ['hose']);
      await press(page, '.editor-tools button:nth-of-type(2)');
      assert.deepEqual(await ids(page), ['a', 'b']);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G42] the shop’s catalogue goes out as a spreadsheet and comes back the same, and pasting replaces the offers',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      await press(page, '.editor-start .editor-row button:nth-of-type(2)');
      await press(page, '.editor-tools .editor-main');
      const before = JSON.parse(await lastFile(page));
      assert.ok(before.offers.length >= 40);
      await press(page, '.editor-sheet > summary');
      await press(page, '.editor-sheet .editor-row button');
      const table = await lastFile(page);
      await press(page, '.editor-anew button');
      await page.waitForSelector('.editor-start');
      await drop(page, 'offers.csv', table);
      await press(page, '.editor-tools .editor-main');
      assert.deepEqual(JSON.parse(await lastFile(page)).offers, before.offers);
      await page.$eval('#editor-cells', (cells) => (cells.value = 'id\ttitle_en\nx\tA hose\n'));
      await press(page, '.editor-sheet form button');
      assert.deepEqual(await ids(page), ['x']);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G47] nothing is asked, told or decided; the draft is in this tab only',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      await drop(page, 'catalog.json', catalogOf(HOSE));
      // the element's own words are part of the page, and come with its first card
      await page.waitForSelector('.editor-preview tactful-offer >>> [part="card"]');
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await drop(page, 'catalog.json', catalogOf(HOSE, LOUD));
      await fill(page, '#offer-content-en-text', 'With a reel for the wall.');
      await settled(page);
      await press(page, '.editor-tools .editor-main');
      await press(page, '.editor-preview tactful-offer >>> [part="answer"]');
      await press(page, '.editor-preview tactful-offer >>> [part="undo"]');
      await press(page, '.editor-preview tactful-offer >>> [part="action"]');
      assert.match(await textOf(page, 'shop-offer-editor [role="status"]'), /A shopper would now go to/);
      await press(page, '.editor-preview tactful-offer >>> [part="close"]');
      await press(page, '.editor-preview .editor-closed button');
      assert.deepEqual(await title(page), Array(3).fill('Garden hose, 20 m'));
      assert.deepEqual(
        asked.filter((address) => !/^(?:blob|data):/.test(address)),
        [],
      );
      const kept = await page.evaluate(async () => ({
        here: location.hash,
        asks: document.querySelectorAll('tactful-consent, .pane').length,
        log: (await globalThis.tactfulShop.tactful.log()).length,
        offered: globalThis.tactfulShop.tactful.health().offered,
        local: { ...localStorage },
      }));
      assert.deepEqual(kept, { here: HERE, asks: 0, log: 0, offered: 0, local: {} });
      await goTo(page, '#/cart');
      await goTo(page, HERE);
      await page.waitForSelector('.editor-board');
      assert.deepEqual(await ids(page), ['hose', 'loud']);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G48] a finding leads to its field; a language is added and taken away; one step undoes it',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      await drop(page, 'catalog.json', catalogOf(HOSE, LOUD));
      await press(page, '.editor-check .link-button');
      await press(page, '.editor-all li[data-level="error"] button');
      await page.waitForFunction(() => document.activeElement?.id.startsWith('offer-content-en'));
      assert.equal(await page.$eval('.editor-offer[aria-current]', ({ dataset }) => dataset.offer), 'loud');
      await fill(page, '#editor-lang', 'de');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'offer-content-de-title');
      await page.keyboard.type('Schlauch');
      await press(page, '[data-lang="de"] .link-button');
      assert.equal(await page.$('#offer-content-de-title'), null);
      await press(page, '.editor-tools button');
      assert.equal(await page.$eval('#offer-content-de-title', ({ value }) => value), 'Schlauch');
      assertQuiet(complaints);
    }),
  );

  it(
    '[G49] axe finds nothing in any state, targets are large enough, nothing is wider than the window',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, shop);
      // the labels of what is chosen among, and of files, are the targets
      const targets =
        'shop-offer-editor :is(button, a, summary, select, textarea, input:not([type="radio"], [type="file"]))';
      const check = (what) => assertForEverybody(page, { what, targets });
      const looks = [
        [1280, 'light', 'ltr', 'en'],
        [820, 'dark', 'rtl', 'nl'],
        [320, 'light', 'ltr', 'en'],
      ];
      const eachLook = async (state) => {
        for (const [width, scheme, direction, lang] of looks) {
          await page.setViewport({ width, height: 900 });
          if (engine === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          if ((await page.evaluate(() => document.documentElement.lang)) !== lang)
            await press(page, '.masthead .quiet-button');
          await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
          await settled(page);
          await check(`${state} at ${width}`);
        }
      };
      await eachLook('empty');
      await drop(page, 'catalog.json', catalogOf(HOSE, { ...LOUD, price: 'much', when: '{' }, { ...LOUD, id: 'loud' }));
      await press(page, '.editor-check .link-button');
      await press(page, '.editor-offer[data-offer="loud"]');
      await press(page, '.editor-sheet > summary');
      await press(page, '.editor-columns > summary');
      await eachLook('with errors');
      await drop(page, 'prices.csv', 'id;price\na;much\n');
      await eachLook('refused');
      assertQuiet(complaints);
    }),
  );
});
