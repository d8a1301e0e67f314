import assert from 'node:assert/strict';
import { it } from 'node:test';
import { storePlace } from './launch.mjs';
import {
  answerConsent,
  assertQuiet,
  decided,
  goTo,
  homeAsSeen,
  inEngines,
  lookAtThree,
  order,
  press,
  profileOf,
  ready,
  textOf,
  visit,
  withStore,
} from './shop-visit.mjs';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const CARD = 'tactful-offer >>> [part="card"]';

/** Everything at rest in the visitor's store, read past tactful; undefined when there is no store. */
const rowsAtRest = (page) =>
  withStore(page, async (place) => {
    if (!place) return undefined;
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(place.open('tactful:default'));
    const count = await done(database.transaction('events').objectStore('events').count());
    database.close();
    return count;
  });

/** Until the card of the hour that was moved to has been seen, which is the last thing that this page tells. */
const seenInTheNewHour = (page) =>
  page.waitForFunction(
    async () => {
      const [latest] = await globalThis.tactfulShop.tactful.log();
      return latest.name === 'offer_seen' && latest.at > Date.now() + 1_800_000;
    },
    { polling: 100 },
  );

inEngines('the shop', ({ shop, asVisitor }) => {
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
      assert.match(await textOf(page, 'tactful-offer >>> [part="reasons"]'), /garden|watering/i);
      const evidence = await textOf(page, 'tactful-offer >>> [part="rows"]');
      assert.match(evidence, /Garden hose, 20 metres|Zinc watering can|Rain barrel/);
      const log = await page.evaluate(() => globalThis.tactfulShop.tactful.log());
      const looked = log.filter(({ name }) => name === 'select_item').map(({ params }) => params.items[0]);
      assert.deepEqual(looked.map((item) => [item.item_id, item.item_category]).sort(), [
        ['hose-20m', 'garden'],
        ['rain-barrel-200l', 'garden'],
        ['watering-can-zinc', 'garden'],
      ]);

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
      await seenInTheNewHour(page);
      const facts = async (tab) => {
        const { profile, now } = await profileOf(tab);
        return {
          rows: profile.map(({ id, evidence }) => [id, [...evidence].sort()]).sort(),
          hour: Math.round((now.at - Date.now()) / 3_600_000),
        };
      };
      const held = await facts(page);
      assert.equal(held.hour, 1);
      assert.ok(
        held.rows.some(([id]) => id === 'affinity category garden/watering'),
        JSON.stringify(held.rows),
      );

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
      // the refusal itself is kept, so that nobody is asked twice: the store comes when the browser has made it
      await page.waitForFunction(`(${storePlace})().then((place) => place !== undefined)`, { polling: 100 });
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
});
