// The same page for very different shoppers: what others can see of it must be the same.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { engines, launch, newPage, serve } from './launch.mjs';
import { foreignIn, netLogArgs } from './net-log.mjs';

const TIMEOUT = 120_000;
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const offer = (id, department, image) => ({
  id,
  class: 'suggest',
  category: [department, 'all'],
  price: 2495,
  product: `${department}-0`,
  placements: ['home', 'side'],
  content: {
    en: {
      title: `Something for ${department}`,
      text: 'Long enough for a card: it tells what it is, and what it is good for.',
      action: { label: 'Look', url: `/p/${id}` },
      ...(image ? { image } : {}),
    },
  },
});

const CATALOG = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [
    offer('garden-offer', 'garden', PIXEL),
    offer('tools-offer', 'tools'),
    offer('paint-offer', 'paint', 'image:logo'),
  ],
};

const page = (planted) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<link rel="icon" href="data:,"><style>tactful-offer:not(:defined) { display: block; min-block-size: 12rem }</style>
<script type="module" src="/page.js"></script>${planted ? '<script type="module" src="/planted.js"></script>' : ''}</head>
<body><img id="logo" src="/logo.png" alt="" width="24" height="24"><main><h1>A shop</h1>
<tactful-offer placement="home" block-size="14rem"><p>New this week</p></tactful-offer><p id="between">Between</p>
<tactful-offer placement="side" block-size="9rem"><p>Our catalogue</p></tactful-offer><p id="last">Last</p>
<a href="#/other">Another page</a></main></body></html>`;

// The clock stands where the test puts it; every decision of a slot is counted, so that the test knows when all are made.
const SCRIPT = `import { createTactful } from '/dist/standalone.js';
const heard = [];
addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
const decisions = [];
addEventListener('tactful-decision', ({ detail }) => decisions.push(detail));
const days = { back: 0 };
const clock = () => ({ at: 1_780_000_000_000 - days.back * 86_400_000, offset: 0 });
const tactful = createTactful({ catalog: '/catalog.json', clock, worker: '/dist/worker.js' });
Object.assign(globalThis, { tactful, heard, decisions, days });`;

// What a careless page, or a careless library, would let others see.
const PLANTED = `addEventListener('tactful-decision', ({ target, detail: { offers: [chosen] } }) => {
  if (!chosen) return;
  new Image().src = '/seen.png?' + chosen.offerId;
  history.pushState({}, '', '#/seen');
  history.replaceState({}, '', '#/seen/' + chosen.offerId);
  document.body.append(document.createElement('iframe'));
  postMessage({ shown: chosen.offerId }, location.origin);
  document.title = 'Something for you';
  document.cookie = 'seen=' + chosen.offerId;
  localStorage.setItem('seen', chosen.offerId);
  target.style.setProperty('--tactful-offer-block-size', '16rem');
});`;

const item = (department, number) => ({
  currency: 'EUR',
  items: [{ item_id: `${department}-${number}`, item_category: department, item_category2: 'all', price: 24.95 }],
});

/** What shoppers did before, by name; run in the page. */
const SHOPPERS = {
  gardener: async (goods) => {
    for (const back of [60, 30, 7]) {
      globalThis.days.back = back;
      for (const one of goods.garden) await tactful.track('view_item', one);
    }
    globalThis.days.back = 0;
    for (const one of goods.garden) {
      await tactful.track('select_item', one);
      await tactful.track('view_item', one);
      await tactful.track('add_to_wishlist', one);
    }
  },
  painter: async (goods) => {
    for (const one of goods.paint) await tactful.track('add_to_wishlist', one);
  },
  undisturbed: async () => {
    await tactful.declare({ kind: 'mode', mode: 'paused' });
  },
};

const GOODS = Object.fromEntries(
  ['garden', 'paint'].map((department) => [department, [1, 2, 3, 4, 5, 6].map((number) => item(department, number))]),
);

async function open(tab, url) {
  await tab.goto(url);
  await tab.waitForFunction(() => globalThis.decisions?.length >= 2);
}

/** What others can see of a page, and by whom it could be read. Runs in the page. */
function visible() {
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  };
  const own = (address) => address.replace(location.origin, '').replace(/^data:.*/, 'data:');
  // Modules that are asked for at one tick of the browser's clock stand in the order of their answers, which is the
  // network's: side by side they are put in the order of their names.
  const inTurns = (turns, name) => {
    const isModule = /^\/dist\/chunk-.*\.js$/.test(name);
    if (isModule && turns.at(-1)?.isModule) turns.at(-1).names.push(name);
    else turns.push({ isModule, names: [name] });
    return turns;
  };
  const requested = performance.getEntriesByType('resource').map(({ name }) => own(name));
  return {
    'order of requests': requested.reduce(inTurns, []).map(({ names }) => names.sort()),
    frames: globalThis.length,
    history: [history.length, history.state],
    messages: globalThis.heard,
    address: own(location.href),
    title: document.title,
    cookies: document.cookie,
    stored: [Object.keys(localStorage), Object.keys(sessionStorage)],
    slots: [...document.querySelectorAll('main > *')].map(box),
    scroll: [scrollX, scrollY, document.documentElement.scrollHeight],
    focus: document.activeElement.localName,
    marks: [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')].length,
  };
}

/** The measured visit: the page is opened anew, its link is followed, it decides again, and is opened once more. */
async function visitAgain(tab, url) {
  await open(tab, url);
  await tab.click('a[href="#/other"]');
  await tab.evaluate(() =>
    Promise.all([...document.querySelectorAll('tactful-offer')].map((element) => element.refresh())),
  );
  await tab.waitForNetworkIdle({ idleTime: 300 });
  const first = await tab.evaluate(visible);
  const said = await tab.evaluate(() => globalThis.decisions.map(({ silence }) => silence?.reason ?? 'an offer'));
  await open(tab, `${url}?again`);
  await tab.waitForNetworkIdle({ idleTime: 300 });
  return { said, seen: { ...first, 'once more': await tab.evaluate(visible) } };
}

describe('[R64] what others see of a page', { timeout: TIMEOUT }, () => {
  let folder;
  let site;
  const asked = [];
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tactful-same-'));
    const files = {
      '/': () => ['text/html', page(false)],
      '/planted': () => ['text/html', page(true)],
      '/page.js': () => ['text/javascript', SCRIPT],
      '/planted.js': () => ['text/javascript', PLANTED],
      '/catalog.json': () => ['application/json', JSON.stringify(CATALOG)],
      '/logo.png': () => ['image/png', Buffer.from(PIXEL.split(',')[1], 'base64')],
    };
    site = await serve('packages/tactful', {
      respond: ({ method, url, headers }, response) => {
        asked.push(`${method} ${url} ${headers.cookie ?? ''} ${headers.referer?.replace(/^http:\/\/[^/]*/, '') ?? ''}`);
        const [type, body] = files[new URL(url, 'http://localhost').pathname]?.() ?? [];
        if (body !== undefined)
          response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
        return body !== undefined;
      },
    });
  });
  after(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A visit of a shopper with that past, in a browser of their own: what was said, and what others could see. */
  async function seenBy(engine, shopper, address = '') {
    const log = path.join(folder, `${shopper}-${address}.json`);
    const browser = await launch(engine, { args: engine === 'chromium' ? netLogArgs(log) : [] });
    let found;
    try {
      const tab = await newPage(browser);
      await open(tab, site.url);
      await tab.evaluate(() => tactful.consent.set({ personalization: 'in' }));
      await tab.evaluate(SHOPPERS[shopper], GOODS);
      await tab.goto('about:blank');
      asked.length = 0;
      found = await visitAgain(tab, `${site.url}${address}`);
    } finally {
      await browser.close();
    }
    const elsewhere = engine === 'chromium' ? foreignIn(log, { origin: new URL(site.url).origin }) : [];
    return { said: found.said, seen: { ...found.seen, requests: [...asked].sort(), elsewhere } };
  }

  for (const engine of engines()) {
    it(`[R64] is the same for shoppers to whom very different things are said (${engine})`, async (t) => {
      const { said, seen } = await seenBy(engine, 'gardener');
      assert.ok(said.includes('an offer'), `the gardener was told nothing: ${said.join(', ')}`);
      for (const other of ['painter', 'undisturbed']) {
        const shown = await seenBy(engine, other);
        t.diagnostic(`${other}: ${shown.said.join(', ')}`);
        assert.deepEqual(shown.seen, seen, other);
        assert.equal(shown.said.includes('an offer'), other === 'painter', shown.said.join(', '));
      }
    });

    it(`[R64] planted fault: a page that tells is noticed in everything that it tells (${engine})`, async () => {
      const { seen } = await seenBy(engine, 'gardener', 'planted');
      const { seen: silent } = await seenBy(engine, 'undisturbed', 'planted');
      const different = Object.keys(seen).filter((what) => {
        try {
          assert.deepEqual(silent[what], seen[what]);
          return false;
        } catch {
          return true;
        }
      });
      for (const what of [
        'requests',
        'order of requests',
        'frames',
        'history',
        'messages',
        'address',
        'title',
        'cookies',
      ])
        assert.ok(different.includes(what), `${what} is not among ${different.join(', ')}`);
      assert.ok(different.includes('slots') && different.includes('stored'), different.join(', '));
    });
  }
});
