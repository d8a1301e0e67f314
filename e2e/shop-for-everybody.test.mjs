import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  answerConsent,
  assertQuiet,
  assertFitsWindow,
  axeFindings,
  BUYER,
  choose,
  drawn,
  goTo,
  homeAsSeen,
  inEngines,
  lookAtThree,
  order,
  press,
  textOf,
  visit,
} from './shop-visit.mjs';

const CARD = 'tactful-offer >>> [part="card"]';

inEngines('the shop for everybody', ({ engine, shop, asVisitor }) => {
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
          for (const hash of [
            '#/',
            '#/department/fasteners',
            '#/product/hose-20m',
            '#/search?q=zzz',
            '#/cart',
            '#/checkout',
            '#/offers',
            '#/data',
          ]) {
            await goTo(page, hash);
            await assertFitsWindow(page, `${hash} in ${lang} at ${width}`);
          }
        }
      }
      assertQuiet(complaints);
    }),
  );
});
