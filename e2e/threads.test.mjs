import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEverybody, assertQuiet, drawn, goTo, inEngines, press, textOf, visit } from './shop-visit.mjs';

const HERE = '#/threads?v=1&walk=';
const NOTE = (number) => `[data-note="${number}"] .wall-note-face`;

/** Opens a wall, and waits for it: the engine comes with the page. */
async function open(context, { url, hash, ...how }) {
  const opened = await visit(context, { url, hash, ...how });
  await opened.page.waitForSelector('shop-threads h2');
  return opened;
}

const inPage = (page, selector) => page.$$eval(selector, (found) => found.length);

inEngines('the page for a class', ({ engine, shop, asVisitor }) => {
  it(
    '[G35] with the keyboard alone: turn, throw a note away, read the receipt, undo',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}gardener` });
      await page.focus('[data-card="affinity-category-tools"] .wall-back');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-card="affinity-category-tools"] .wall-face');
      await page.focus('.wall-offer .wall-back');
      await page.keyboard.press(' ');
      assert.match(await textOf(page, '.wall-offer'), /A level line on every wall/);
      await page.focus(NOTE(5));
      await page.keyboard.press('Delete');
      assert.match(await textOf(page, '.wall-receipt'), /Fell You give Tools.*A timer for the garden tap ✓ Proven/);
      assert.match(await textOf(page, '.wall-offer'), /It changes/);
      assert.match(page.url(), /gone=5/);
      await page.waitForFunction((next) => document.activeElement?.matches(next), {}, NOTE(6));
      await page.focus('.wall-undo');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => !document.querySelector('.wall-receipt'));
      assert.equal(await inPage(page, '.wall-note'), 7);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G35] with the pointer: a note is dragged into the bin, and its strings fall and are gone',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}gardener`, width: 1280, height: 1400 });
      const middle = async (selector) => {
        const box = await (await page.waitForSelector(selector)).boundingBox();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const strings = await inPage(page, '.thread');
      const [from, to] = [await middle(NOTE(5)), await middle('.wall-bin')];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      await page.waitForSelector('.wall-receipt');
      await page.waitForFunction(() => !document.querySelector('.thread[data-look="falls"]'));
      assert.ok((await inPage(page, '.thread')) < strings);
      assertQuiet(complaints);
    }),
  );

  it(
    '[G37] a link holds the wall with its language; nothing is asked, told or kept',
    asVisitor(async (context) => {
      const hash = `${HERE}gift&gone=6&turned=all&lang=nl`;
      const { page, complaints } = await open(context, { ...shop, hash });
      await page.waitForFunction(() => document.documentElement.lang === 'nl');
      assert.match(await textOf(page, '.wall-receipt'), /Bewezen/);
      assert.equal(await inPage(page, 'tactful-consent, .pane'), 0);
      await press(page, `${NOTE(1)} + .wall-note-bin`);
      await goTo(page, `${HERE}own&lang=nl`);
      await press(page, '[data-product="hose-20m"] .shelf-look');
      await press(page, '.shelf-hang');
      const kept = await page.evaluate(async () => ({
        log: (await globalThis.tactfulShop.tactful.log()).length,
        offered: globalThis.tactfulShop.tactful.health().offered,
        local: { ...localStorage },
      }));
      assert.deepEqual(kept, { log: 0, offered: 0, local: {} });
      assertQuiet(complaints);
    }),
  );

  it(
    '[G38] axe finds nothing in any state, targets are large enough, nothing is wider than the window',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}gardener` });
      const targets = 'shop-threads :is(a, button, summary, input)';
      const check = (what) => assertForEverybody(page, { what, targets });
      const states = [
        'gardener',
        'gardener&turned=all&gone=5&answers=1',
        'medicine&turned=all&lang=nl',
        'conflict&turned=all&more=1',
        'gift&turned=all&gone=6',
        'gardener&turned=all&gone=1,2,3,4,5,6,7',
        'own',
        'own&log=',
        'own&log=search.3.anna%2540example.org*look.9.hose-20m',
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
          await check(`${state} at ${width}`);
        }
      }
      await goTo(page, `${HERE}gardener&turned=all`);
      await page.focus(NOTE(5));
      await check('a note with the focus');
      assertQuiet(complaints);
    }),
  );

  it(
    '[G38] with less motion nothing falls, and no string crosses a note or a card',
    asVisitor(async (context) => {
      const { page, complaints } = await open(context, { ...shop, hash: `${HERE}conflict&turned=all` });
      if (engine === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      const crossing = () =>
        page.evaluate(() => {
          const [notes, cards] = ['.wall-note', '.wall-card'].map((name) =>
            [...document.querySelectorAll(name)].map((found) => found.getBoundingClientRect()),
          );
          const right = Math.max(...notes.map((box) => box.right));
          const left = Math.min(...cards.map((box) => box.left));
          return [...document.querySelectorAll('.thread path')]
            .map((path) => {
              // by its points: what an engine calls the box of a curve may hold its control points too
              const [matrix, length] = [path.getScreenCTM(), path.getTotalLength()];
              const at = (n) => path.getPointAtLength((length * n) / 20).matrixTransform(matrix).x;
              return Array.from({ length: 21 }, (_, n) => at(n));
            })
            .filter((points) => Math.min(...points) < right - 1 || Math.max(...points) > left + 1).length;
        });
      assert.ok((await inPage(page, '.thread')) > 20);
      assert.equal(await crossing(), 0);
      await page.evaluate(() => scrollTo(0, 700));
      await drawn(page);
      assert.equal(await crossing(), 0);
      if (engine === 'chromium') {
        await press(page, `${NOTE(1)} + .wall-note-bin`);
        assert.equal(await inPage(page, '.thread[data-look="falls"]'), 0);
      }
      assertQuiet(complaints);
    }),
  );
});
