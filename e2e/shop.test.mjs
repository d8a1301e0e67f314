import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, launch } from './launch.mjs';
import {
  answerConsent,
  assertQuiet,
  axeFindings,
  BUYER,
  choose,
  decided,
  drawn,
  goTo,
  lookAtThree,
  order,
  press,
  profileOf,
  ready,
  serveShop,
  textOf,
  visit,
} from './shop-visit.mjs';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const CARD = 'tactful-offer >>> [part="card"]';

/** Everything at rest in the visitor's store, read past tactful; undefined when there is no store. */
const rowsAtRest = (page) =>
  page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'tactful:default')) return undefined;
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('tactful:default'));
    const count = await done(database.transaction('events').objectStore('events').count());
    database.close();
    return count;
  });

/** Where the shop's own note and the rest of the home page are, and whether they can be seen. */
const homeAsSeen = (page) =>
  page.evaluate(() => ({
    note: document.querySelector('.note').checkVisibility({ visibilityProperty: true }),
    slot: document.querySelector('tactful-offer').getBoundingClientRect().height,
    cards: [...document.querySelectorAll('.cards .card-name')].map(({ textContent }) => textContent),
    signs: document.querySelectorAll('.sign').length,
  }));

for (const engine of engines()) {
  describe(`the shop in ${engine}`, () => {
    let browser;
    let shop;

    before(async () => {
      shop = await serveShop();
      browser = await launch(engine);
    });
    after(async () => {
      await browser?.close();
      await shop?.close();
    });

    const asVisitor = (body) => async () => {
      const context = await browser.createBrowserContext();
      try {
        await body(context);
      } finally {
        await context.close();
      }
    };

    it(
      '[G20] agree, look at three garden products: a garden offer with its true reason; buy it: silence, and the page untouched',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        await answerConsent(page, 'agree');
        const untouched = await homeAsSeen(page);
        assert.equal(untouched.note, true);

        await lookAtThree(page);
        await page.waitForSelector(CARD);
        const { offers } = await decided(page, 'home', 'offer');
        const title = await textOf(page, 'tactful-offer >>> [part="title"]');
        assert.equal(title, offers[0].content.en.title);

        await press(page, 'tactful-offer >>> [part="button"]');
        assert.match(await textOf(page, 'tactful-offer >>> [part="reasons"]'), /garden/i);
        const evidence = await textOf(page, 'tactful-offer >>> [part="rows"]');
        assert.match(evidence, /Garden hose, 20 metres|Zinc watering can|Rain barrel/);
        const log = await page.evaluate(() => globalThis.tactfulShop.tactful.log());
        const looked = log.filter(({ name }) => name === 'select_item').map(({ params }) => params.items[0]);
        assert.deepEqual(
          looked.map((item) => [item.item_id, item.item_category]).sort(),
          [['hose-20m', 'garden'], ['rain-barrel-200l', 'garden'], ['watering-can-zinc', 'garden']],
        );

        await press(page, 'tactful-offer >>> [part="action"]');
        await page.waitForSelector('.product[data-department="garden"]');
        await order(page);
        const { silence } = await decided(page, 'thanks', 'JUST_BOUGHT');
        assert.equal(silence.leave, 'empty');
        assert.match(await textOf(page, '.thanks h1'), /Anna/);

        await goTo(page, '#/');
        await decided(page, 'home', 'JUST_BOUGHT');
        await page.waitForFunction(() => !document.querySelector('.note').checkVisibility({ visibilityProperty: true }));
        assert.deepEqual(await homeAsSeen(page), { ...untouched, note: false });
        assertQuiet(complaints);
      }),
    );

    it(
      '[G21] a reload and a second tab hold the same profile, in the same time',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        await answerConsent(page, 'agree');
        await lookAtThree(page);
        await page.waitForSelector(CARD);
        await press(page, '.pane-buttons button:nth-child(1)');
        const facts = async (tab) => {
          const { profile, now } = await profileOf(tab);
          return { rows: profile.map(({ id, evidence }) => [id, [...evidence].sort()]).sort(), hour: Math.round((now.at - Date.now()) / 3_600_000) };
        };
        const held = await facts(page);
        assert.equal(held.hour, 1);
        assert.ok(held.rows.some(([id]) => id === 'affinity category garden/watering'), JSON.stringify(held.rows));

        await page.goto('about:blank');
        await page.goto(`${shop.url}?e2e#/offers`);
        await ready(page);
        assert.deepEqual(await facts(page), held);
        const second = await visit(context, { ...shop, hash: '#/offers' });
        assert.deepEqual(await facts(second.page), held);
        assertQuiet([...complaints, ...second.complaints]);
      }),
    );

    it(
      '[G22] one week later every weight has faded by its half-life, and the shop says that time is simulated',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        await answerConsent(page, 'agree');
        await lookAtThree(page);
        await page.waitForSelector(CARD);
        const early = await profileOf(page);
        await press(page, '.pane-buttons button:nth-child(2)');
        const late = await profileOf(page);
        const elapsed = late.now.at - early.now.at;
        assert.ok(elapsed >= WEEK_MS && elapsed < WEEK_MS + 60_000, String(elapsed));
        const halfLife = { category: 30, brand: 60 };
        const concluded = early.profile.filter(({ rule }) => rule === 'affinity');
        assert.ok(concluded.length >= 4, String(concluded.length));
        for (const { id, facet, weight } of concluded) {
          const now = late.profile.find((row) => row.id === id);
          const expected = weight * 2 ** (-elapsed / DAY_MS / halfLife[facet]);
          assert.ok(Math.abs(now.weight - expected) < 1e-9, `${id}: ${now.weight}, expected ${expected}`);
        }
        assert.match(await textOf(page, '#time-title'), /simulated/);
        assertQuiet(complaints);
      }),
    );

    it(
      '[G23] "never this" is kept, can be undone, and is obeyed',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        await answerConsent(page, 'agree');
        await lookAtThree(page);
        const { offers } = await decided(page, 'home', 'offer');
        const never = async () => {
          const { profile } = await profileOf(page);
          return profile.filter(({ rule }) => rule === 'never').map(({ value }) => value);
        };
        await press(page, 'tactful-offer >>> [part="answer"]:last-of-type');
        await page.waitForSelector('tactful-offer >>> [part="note"]');
        assert.deepEqual(await never(), [offers[0].offerId]);
        await press(page, 'tactful-offer >>> [part="undo"]');
        await page.waitForSelector(CARD);
        assert.deepEqual(await never(), []);
        await press(page, 'tactful-offer >>> [part="answer"]:last-of-type');
        await page.waitForSelector('tactful-offer >>> [part="note"]');

        const again = [];
        for (const placement of ['home', 'product', 'cart', 'home']) {
          again.push(await page.evaluate((where) => globalThis.tactfulShop.tactful.decide(where), placement));
        }
        const offered = again.flatMap((decision) => decision.offers.map(({ offerId }) => offerId));
        assert.ok(offered.length > 0, 'something else is still offered');
        assert.ok(!offered.includes(offers[0].offerId), offered.join(' '));
        assertQuiet(complaints);
      }),
    );

    it(
      '[G24] who refuses is not remembered, and the shop is the same',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        assert.equal(await rowsAtRest(page), undefined);
        await answerConsent(page, 'refuse');
        await lookAtThree(page);
        await goTo(page, '#/product/secateurs');
        await order(page);
        await goTo(page, '#/');
        assert.deepEqual(await page.evaluate(() => globalThis.tactfulShop.tactful.log()), []);
        assert.deepEqual((await profileOf(page)).profile, []);
        assert.equal(await rowsAtRest(page), 0);
        assert.equal((await homeAsSeen(page)).note, true);
        assertQuiet(complaints);
      }),
    );

    it(
      '[G25] reset makes a first visitor again, in the other tab too',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, { ...shop, hash: '#/product/hose-20m' });
        await answerConsent(page, 'agree');
        await press(page, '.buy button');
        await press(page, '.pane-buttons button:nth-child(2)');
        const second = await visit(context, { ...shop, hash: '#/cart' });
        for (const tab of [page, second.page]) await tab.evaluate(() => Object.assign(globalThis, { beforeReset: true }));
        await page.$eval('.pane-buttons button:nth-child(3)', (button) => setTimeout(() => button.click()));
        for (const tab of [page, second.page]) {
          await tab.waitForFunction(() => globalThis.beforeReset === undefined, { polling: 50 });
          await ready(tab);
          assert.equal(await tab.evaluate(() => globalThis.tactfulShop.tactful.consent.get().personalization), 'pending');
          assert.equal(await rowsAtRest(tab), undefined);
          await tab.bringToFront();
          assert.equal(await textOf(tab, '.cart-count'), '0');
          assert.match(await textOf(tab, '#time-title'), /this device/);
        }
        assertQuiet([...complaints, ...second.complaints]);
      }),
    );

    it(
      '[G26] a blocked library leaves a complete shop',
      asVisitor(async (context) => {
        shop.blocked.library = true;
        try {
          const { page, complaints } = await visit(context, { ...shop, library: false });
          assert.match(await textOf(page, '.pane-state'), /did not load/);
          assert.equal((await homeAsSeen(page)).note, true);
          await press(page, '.footer .link-button');
          assert.match(await textOf(page, 'main'), /did not load/);
          await goTo(page, '#/department/garden/watering');
          await choose(page, 'hose-20m');
          await order(page);
          assert.match(await textOf(page, '.thanks'), /HH-\w{6}/);
          const unexpected = complaints.filter((text) => !/404|link-library/.test(text));
          assertQuiet(unexpected);
        } finally {
          shop.blocked.library = false;
        }
      }),
    );

    it(
      '[G27] everything can be bought by keyboard alone, from agreeing to thanks',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, { ...shop, hash: '#/department/garden/watering' });
        await page.waitForSelector('tactful-consent >>> [part="agree"]');
        const focused = () =>
          page.evaluate(() => {
            let element = document.activeElement;
            while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
            return element?.getAttribute('part') ?? element?.id ?? '';
          });
        const holds = (selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
        const tabTo = async (reached, what) => {
          for (let presses = 0; presses < 120; presses += 1) {
            if (await reached()) return;
            await page.keyboard.press('Tab');
          }
          assert.fail(`not reached by keyboard: ${what}`);
        };
        const activate = async (selector) => {
          await tabTo(() => holds(selector), selector);
          await page.keyboard.press('Enter');
          await drawn(page);
        };
        await tabTo(async () => (await focused()) === 'agree', 'agree');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => globalThis.tactfulShop.tactful.consent.get().personalization === 'in');
        await activate('[data-product="hose-20m"] a');
        await page.waitForSelector('.product');
        await activate('.buy button');
        await activate('.buy-state a');
        await activate('.summary .button');
        for (const [field, text] of Object.entries(BUYER)) {
          await tabTo(() => holds(`#field-${field}`), field);
          await page.keyboard.type(text);
        }
        await page.keyboard.press('Enter');
        await page.waitForSelector('.thanks');
        assert.equal(await holds('.thanks h1'), true);
        assertQuiet(complaints);
      }),
    );

    it(
      '[G28] axe finds nothing on any page, with an offer, the question or the lens on it, light or dark',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, shop);
        const check = async (what) => assert.deepEqual(await axeFindings(page), [], what);
        await page.waitForSelector('tactful-consent >>> [part="sheet"]');
        await check('first visit');
        await answerConsent(page, 'agree');
        await lookAtThree(page);
        await page.waitForSelector(CARD);
        await press(page, 'tactful-offer >>> [part="button"]');
        await page.waitForSelector('tactful-offer >>> [part="rows"]');
        await check('home with an offer and its reasons');
        for (const hash of ['#/department/garden', '#/search?q=trombone', '#/offers', '#/cart', '#/data']) {
          await goTo(page, hash);
          await check(hash);
        }
        await goTo(page, '#/product/hose-20m');
        await check('product');
        await press(page, '.buy button');
        await goTo(page, '#/cart');
        await check('cart');
        await press(page, '.summary .button');
        await press(page, '.order-form [type="submit"]');
        await check('order form with errors');
        await goTo(page, '#/product/hose-20m');
        await order(page);
        await check('thanks');
        if (engine === 'chromium') {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
          for (const hash of ['#/', '#/product/hose-20m', '#/data', '#/offers']) {
            await goTo(page, hash);
            await check(`dark ${hash}`);
          }
        }
        assertQuiet(complaints);
      }),
    );

    it(
      '[G29] nothing is wider than the window, from a small phone to a desk, in both languages and directions',
      asVisitor(async (context) => {
        const { page, complaints } = await visit(context, { ...shop, hash: '#/product/hose-20m' });
        await answerConsent(page, 'refuse');
        await press(page, '.buy button');
        for (const width of [320, 390, 768, 1280]) {
          await page.setViewport({ width, height: 800 });
          for (const lang of ['nl', 'en']) {
            await press(page, '.quiet-button');
            await page.evaluate((dir) => (document.documentElement.dir = dir), lang === 'nl' ? 'rtl' : 'ltr');
            for (const hash of ['#/', '#/department/fasteners', '#/product/hose-20m', '#/search?q=zzz', '#/cart', '#/checkout', '#/offers', '#/data']) {
              await goTo(page, hash);
              const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
              assert.ok(over <= 0, `${hash} in ${lang} at ${width}: ${over} pixels too wide`);
            }
          }
        }
        assertQuiet(complaints);
      }),
    );
  });
}
