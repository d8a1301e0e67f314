import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe } from 'node:test';
import { engines, launch, openPage, serve, storePlace, STRICT_HEADERS } from './launch.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is typed into the order form, by the names of its fields. */
export const BUYER = {
  name: 'Anna de Wit',
  email: 'anna@example.org',
  street: 'Dorpsweg 12',
  postcode: '1234 AB',
  city: 'Weiland',
};

/** In a page: does something with the place in which its store lies, where there is one. */
export const withStore = (page, work, sent) =>
  page.evaluate(`(${storePlace})().then((place) => (${work})(place, ${JSON.stringify(sent)}))`);

/** Serves the built shop under its strict policy. While `blocked.library` is true, the chunk with tactful is not found. */
async function serveShop() {
  const blocked = { library: false };
  const { url, close } = await serve('playground/dist', {
    headers: STRICT_HEADERS,
    respond: (request, response) => {
      if (!blocked.library || !request.url.includes('/link-library')) return false;
      response.writeHead(404).end();
      return true;
    },
  });
  return { url, close, blocked };
}

/** A describe block for every engine, with the served shop and, for each test, a visitor of its own. */
export function inEngines(name, tests) {
  for (const engine of engines()) {
    describe(`${name} in ${engine}`, () => {
      const shop = {};
      let browser;
      before(async () => {
        Object.assign(shop, await serveShop());
        browser = await launch(engine);
      });
      after(async () => {
        await browser?.close();
        await shop.close?.();
      });
      const asVisitor = (body) => async () => {
        const context = await browser.createBrowserContext();
        try {
          await body(context);
        } finally {
          await context.close();
        }
      };
      tests({ engine, shop, asVisitor });
    });
  }
}

/**
 * Opens a tab on the shop. `complaints` collects errors of the console and violations of the policy of every page that
 * is opened in it; `context` makes a second tab of the same visitor.
 */
export async function visit(context, { url, hash = '#/', width = 1280, height = 900, library = true }) {
  const { page, complaints } = await openPage(context);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(`${url}?e2e${hash}`);
  await page.waitForSelector('main h1');
  if (library) await ready(page);
  return { page, complaints };
}

/** Waits for tactful, which a fresh page loads after the shop itself. */
export async function ready(page) {
  // by the clock, not by frames: the tab may lie behind another one
  await page.waitForFunction(() => globalThis.tactfulShop !== undefined, { polling: 50 });
  await page.evaluate(() => globalThis.tactfulShop.tactful.ready);
}

/** Follows an address of the shop as a link would, and waits for its page. */
export async function goTo(page, hash) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await drawn(page);
}

/** Waits until the shop has drawn what it was last told. */
export const drawn = (page) =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await document.querySelector('shop-app').updateComplete;
  });

/** Presses a button or link where it is, as assistive technology does; also inside shadow roots by `>>>`. */
export async function press(page, selector) {
  const element = await page.waitForSelector(selector);
  await element.evaluate((found) => found.click());
  await drawn(page);
}

/** The text of an element, once it is there. */
export const textOf = async (page, selector) => {
  const element = await page.waitForSelector(selector);
  return element.evaluate((found) => found.textContent.replace(/\s+/g, ' ').trim());
};

/** Answers the question for consent by its own button. */
export async function answerConsent(page, answer) {
  await press(page, `tactful-consent >>> [part="${answer}"]`);
  const state = answer === 'agree' ? 'in' : 'out';
  await page.waitForFunction(
    (wanted) => globalThis.tactfulShop.tactful.consent.get().personalization === wanted,
    {},
    state,
  );
}

/** Chooses a product from the list on the current page, and waits for its own page. */
export async function choose(page, id) {
  await press(page, `[data-product="${id}"] a`);
  await page.waitForSelector('.product');
}

/** Three garden products from a list, then home. */
export async function lookAtThree(page) {
  for (const id of ['hose-20m', 'watering-can-zinc', 'rain-barrel-200l']) {
    await goTo(page, '#/department/garden/watering');
    await choose(page, id);
  }
  await press(page, '.wordmark');
}

/** Puts what the current product page shows in the cart and orders it. */
export async function order(page) {
  await press(page, '.buy button');
  await press(page, '.buy-state a');
  await press(page, '.summary .button');
  for (const [field, text] of Object.entries(BUYER)) await page.type(`#field-${field}`, text);
  await press(page, '.order-form [type="submit"]');
  await page.waitForSelector('.thanks');
}

/**
 * The decision that was last made for a placement, as soon as it is the wanted one: `'offer'`, or a silence by its reason.
 */
export async function decided(page, placement, outcome) {
  const handle = await page.waitForFunction(
    async (place, wanted) => {
      const records = await globalThis.tactfulShop.tactful.decisions();
      const [latest] = records
        .map(({ trace }) => trace.decision)
        .filter((decision) => decision.placement === place)
        .sort((a, b) => b.at - a.at);
      if (!latest) return undefined;
      return (latest.silence?.reason ?? 'offer') === wanted ? latest : undefined;
    },
    { polling: 100 },
    placement,
    outcome,
  );
  return handle.jsonValue();
}

/** What tactful has concluded and was told, by its own interface. */
export const profileOf = async (page) => {
  // as text: Firefox hands over a list that two lines share only once
  const text = await page.evaluate(async () => JSON.stringify(await globalThis.tactfulShop.tactful.profile()));
  return JSON.parse(text);
};

/** Where the shop's own note and the rest of the home page are, and whether they can be seen. */
export const homeAsSeen = (page) =>
  page.evaluate(() => ({
    note: document.querySelector('.note').checkVisibility({ visibilityProperty: true }),
    slot: document.querySelector('tactful-offer').getBoundingClientRect().height,
    cards: [...document.querySelectorAll('.cards .card-name')].map(({ textContent }) => textContent),
    signs: document.querySelectorAll('.sign').length,
  }));

/** What axe finds wrong with the page as it stands: rule and place, one line each. */
export async function axeFindings(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
  });
}

/** Things to press that are smaller than 24 pixels, by their words; `selector` finds all there are. */
const smallTargets = (page, selector) =>
  page.$$eval(selector, (targets) =>
    targets
      .map((target) => ({
        words: target.textContent.trim() || target.id || target.type,
        box: target.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ words }) => words),
  );

/** Fails when the page is wider than its window. */
export async function assertFitsWindow(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${what}: ${over} pixels too wide`);
}

/** Fails when axe finds something, when one of the `targets` is small, and when the page is wider than its window. */
export async function assertForEverybody(page, { what, targets }) {
  assert.deepEqual(await axeFindings(page), [], what);
  assert.deepEqual(await smallTargets(page, targets), [], what);
  await assertFitsWindow(page, what);
}

/** Fails with the list when anything was complained about. */
export function assertQuiet(complaints) {
  assert.deepEqual(complaints, []);
}
