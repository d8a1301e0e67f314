// Pictures of offers, under the logs of the servers that could be asked for them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, launch, newPage, serve } from './launch.mjs';

const TIMEOUT = 180_000;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const offer = (shelf, content) => ({
  id: `offer-${shelf}`,
  class: 'suggest',
  category: ['house', shelf],
  price: 1995,
  content: { en: { title: `Something in ${shelf}`, ...content } },
});

const catalogWith = (image) => ({
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [offer('hoses', { image }), ...['paint', 'tools', 'light', 'wood'].map((shelf) => offer(shelf, {}))],
});

const page = (elsewhere) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<link rel="icon" href="data:,"><script type="module" src="/page.js"></script></head><body>
<img id="own" src="/own.png" alt=""><img id="elsewhere" src="${elsewhere}elsewhere.png" alt="">
<img id="shared" crossorigin="anonymous" src="${elsewhere}shared.png" alt=""><img id="broken" src="/none.txt" alt="">
<div style="width: 40rem"><tactful-offer placement="home"><p>New this week</p></tactful-offer></div></body></html>`;

const SCRIPT = `import { createTactful } from '/dist/standalone.js';
const tactful = createTactful({
  catalog: '/catalog.json' + location.search,
  images: location.hash === '#reveal' ? 'reveal' : 'inline',
  consent: { personalization: 'in' },
  storage: 'memory',
  worker: '/dist/worker.js',
});
globalThis.tactful = tactful;
if (location.hash === '#careless')
  addEventListener('tactful-decision', ({ detail: { offers: [chosen] } }) => {
    if (chosen) new Image().src = '/own.png?' + chosen.offerId;
  });`;

/** The card of the page, once it is there: what shows its picture, if anything, and in which size. Runs in the page. */
async function cardShown() {
  await tactful.ready;
  await tactful.declare({ kind: 'preference', facet: 'category', value: 'house/hoses', level: 2 });
  const element = document.querySelector('tactful-offer');
  await element.refresh();
  await element.updateComplete;
  const picture = element.shadowRoot.querySelector('[part="image"]');
  return {
    title: element.shadowRoot.querySelector('[part="title"]')?.textContent,
    picture: picture?.localName ?? 'none',
    isSeen: (picture?.getBoundingClientRect().width ?? 0) > 100,
  };
}

describe('pictures of offers', { timeout: TIMEOUT }, () => {
  let shop;
  let elsewhere;
  const asked = [];
  const referrers = [];
  const picture = (headers) => (request, response) => {
    asked.push(request.url);
    referrers.push(request.headers.referer);
    if (!/\.png/.test(request.url)) return false;
    response.writeHead(200, { 'content-type': 'image/png', ...headers }).end(PIXEL);
    return true;
  };
  before(async () => {
    const unkept = { 'cache-control': 'no-store' };
    elsewhere = await serve('packages/tactful', {
      respond: picture({ ...unkept, 'access-control-allow-origin': '*', vary: '*' }),
    });
    shop = await serve('packages/tactful', {
      respond: (request, response) => {
        const { pathname, searchParams } = new URL(request.url, 'http://localhost');
        const files = {
          '/': ['text/html', page(elsewhere.url)],
          '/page.js': ['text/javascript', SCRIPT],
          '/catalog.json': ['application/json', JSON.stringify(catalogWith(searchParams.get('image')))],
        };
        const [type, body] = files[pathname] ?? [];
        if (body === undefined) return picture(unkept)(request, response);
        response.writeHead(200, { 'content-type': type, ...unkept }).end(body);
        return true;
      },
    });
  });
  after(async () => {
    await shop?.close();
    await elsewhere?.close();
  });

  /** What a card shows for an image, and what either server was asked from its decision on. */
  async function shownFor(browser, address) {
    const tab = await newPage(browser);
    await tab.goto(`${shop.url}${address}`, { waitUntil: 'networkidle0' });
    asked.length = 0;
    const card = await tab.evaluate(cardShown);
    await tab.waitForNetworkIdle({ idleTime: 300 });
    await tab.close();
    return { ...card, asked: asked.filter((url) => /\.(?:png|txt)/.test(url)) };
  }

  for (const engine of engines()) {
    it(`[R210] an image of the page is shown, and no server is asked for it, whatever it forbids to keep (${engine})`, async () => {
      const browser = await launch(engine);
      try {
        for (const id of ['own', 'elsewhere', 'shared']) {
          const shown = await shownFor(browser, `?image=image:${id}`);
          const wanted = { title: 'Something in hoses', picture: 'canvas', isSeen: true, asked: [] };
          assert.deepEqual(shown, wanted, id);
        }
        for (const id of ['missing', 'broken']) {
          const { title, ...shown } = await shownFor(browser, `?image=image:${id}`);
          assert.equal(title, 'Something in hoses', id);
          assert.deepEqual(shown, { picture: 'none', isSeen: false, asked: [] }, id);
        }
      } finally {
        await browser.close();
      }
    });

    it(`[R216] an address is asked for on a page that says so and on no other, and without a referrer (${engine})`, async () => {
      const browser = await launch(engine);
      try {
        const address = '?image=/chosen.png';
        const { title = null, ...refused } = await shownFor(browser, address);
        assert.deepEqual({ title, ...refused }, { title: null, picture: 'none', isSeen: false, asked: [] });
        const { picture: kind, isSeen, asked: urls } = await shownFor(browser, `${address}#reveal`);
        assert.deepEqual({ kind, isSeen, urls }, { kind: 'img', isSeen: true, urls: ['/chosen.png'] });
        assert.equal(referrers.at(-1), undefined);
      } finally {
        await browser.close();
      }
    });

    it(`[R210] planted fault: a page that asks for the picture of what was chosen is seen (${engine})`, async () => {
      const browser = await launch(engine);
      try {
        const shown = await shownFor(browser, '?image=image:own#careless');
        assert.deepEqual(shown.asked, ['/own.png?offer-hoses']);
      } finally {
        await browser.close();
      }
    });
  }
});
