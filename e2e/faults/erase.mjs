import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { filesWith, placesWith, readAnswers, readHeaps, readOrigin, readTab } from './erase-search.mjs';
import { inBrowser, serveShop } from './rest.mjs';
import { openPage, withFolder } from './stage.mjs';

// A shopper with many tabs open erases everything. Afterwards no word of theirs may be found by anything on the origin, in
// any tab, in memory, and where the receipt says so, in any file of the browser's.

export const name = 'erase';
export const engines = ['chromium', 'firefox'];
export const isTimed = true;
export const sizes = {
  short: { tabs: 3, heaps: 1, rounds: 1 },
  long: { tabs: 20, heaps: 20, rounds: 3 },
};

const REACHABLE_MS = 1000;
const FILE_MS = 5000;
/** Every tab is asked so often: more would measure the asking. */
const LOOKING_MS = 200;
/** A place is asked no longer than this. */
const MOST_MS = 10_000;

const ELEMENTS = `import { createTactful } from '/dist/standalone.js';
const complaints = (globalThis.complaints = []);
addEventListener('error', ({ message }) => complaints.push(message));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
globalThis.tactful = createTactful({ catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR',
  offers: [{ id: 'hose', class: 'suggest', group: 'hoses', category: 'garden/hoses', price: 1995, margin: 900,
    content: { en: { title: 'A hose', action: { label: 'See it', url: '/hose' } } } }] } });
globalThis.loaded = true;`;
const SHOP = `<!doctype html><html lang="en"><title>A shop</title><script type="module" src="/shop.js"></script>
<tactful-offer placement="home"></tactful-offer></html>`;
const FILES = new Map([
  ['/shop', ['text/html', SHOP]],
  ['/shop.js', ['text/javascript', ELEMENTS]],
]);

/** A word that nobody else writes, in every string the shopper leaves. */
const newCanary = () => `zq${[...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;

/** In the page: does what shoppers do, each string with the canary in it. How many rows were kept. */
async function shop({ canary, tab }) {
  const { tactful } = globalThis;
  const word = (what) => `${canary}-${what}-${tab}`;
  const item = { item_id: word('item'), item_name: word('name'), item_category: word('category'), price: 12.5 };
  const receipts = [
    await tactful.track('view_item', { currency: 'EUR', items: [item] }),
    await tactful.track('search', { search_term: word('term') }),
    await tactful.track('add_to_cart', { currency: 'EUR', items: [item] }),
    await tactful.track('purchase', { transaction_id: word('order'), currency: 'EUR', value: 12.5, items: [item] }),
    await tactful.declare({ kind: 'preference', facet: 'category', value: word('liked'), level: 2 }),
    await tactful.declare({ kind: 'never', category: word('never') }),
    await tactful.tellMe({ about: { product: word('wish') }, when: { below: 1995 } }),
    await tactful.task(word('task'), { state: 'started', title: word('title') }),
  ];
  await tactful.decide('home');
  await tactful.profile();
  return receipts.filter(({ kept }) => kept).length;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything in which the word is found now, with the number of tabs or places. */
async function search({ tabs, looker, heaps, canary, said }) {
  const found = placesWith(await looker.evaluate(readOrigin), canary);
  for (const tab of tabs) {
    found.push(...placesWith(await tab.evaluate(readTab), canary));
    found.push(...placesWith({ 'the library': await tab.evaluate(readAnswers) }, canary));
  }
  for (const tab of tabs.slice(0, heaps)) found.push(...placesWith(await readHeaps(tab), canary));
  if (said.some((text) => text.includes(canary))) found.push('console');
  return found;
}

/**
 * Asks one place again and again, also while it is erased, until `isOver` and once more, and never waits for an answer
 * before it asks anew. From when on, after `began`, whoever asked was not told the word any more.
 */
async function untilUntold({ isTold, isOver, began }) {
  const asking = [];
  for (let isLast = false; !isLast; await pause(LOOKING_MS)) {
    const asked = Date.now() - began;
    isLast = isOver() || asked > MOST_MS;
    asking.push(isTold().then((told) => ({ asked, told })));
  }
  const answers = await Promise.all(asking);
  return answers[answers.findLastIndex(({ told }) => told) + 1]?.asked ?? MOST_MS;
}

/** The same of everything on the origin and of every tab: the last of them counts. */
async function untilUnreachable({ tabs, looker, canary, ...when }) {
  const isHeld = async () => placesWith(await looker.evaluate(readOrigin), canary).length > 0;
  const tells = tabs.map((tab) => async () => (await tab.evaluate(readAnswers)).includes(canary));
  return Math.max(...(await Promise.all([isHeld, ...tells].map((isTold) => untilUntold({ isTold, ...when })))));
}

async function withShop({ engine, size }, work) {
  const server = await serveShop(FILES);
  try {
    return await withFolder(async (profile) => {
      const inTabs = await inBrowser(engine, { profile }, async (browser) => {
        const said = [];
        const tabs = [];
        for (let nth = 0; nth < size.tabs; nth++) {
          const tab = await openPage(browser, new URL('/shop', server.url).href);
          tab.on('console', (message) => said.push(message.text()));
          if (nth === 0) await tab.evaluate(() => globalThis.tactful.consent.set({ personalization: 'in' }));
          tabs.push(tab);
        }
        const looker = await openPage(browser, new URL('/bare', server.url).href);
        const heaps = engine === 'chromium' ? size.heaps : 0;
        return work({ tabs, looker, heaps, said, profile, canary: newCanary() });
      });
      return { ...inTabs, filesAfter: filesWith(profile, inTabs.canary) };
    });
  } finally {
    await server.close();
  }
}

async function shopInAll({ tabs, canary }) {
  let rows = 0;
  for (const [tab, page] of tabs.entries()) {
    await page.waitForFunction(() => globalThis.tactful.consent.get().personalization === 'in');
    rows += await page.evaluate(shop, { canary, tab });
  }
  return rows;
}

/** How long until no file holds the word, and which do after `FILE_MS`. */
async function untilOffDisk({ profile, canary, began }) {
  for (;;) {
    const files = filesWith(profile, canary);
    const took = Date.now() - began;
    if (files.length === 0 || took > FILE_MS) return { took, files };
    await pause(100);
  }
}

/** Erases in the first tab, and waits until the disk is as the receipt says. */
async function eraseIn({ tabs, profile, canary }, began) {
  const receipt = await tabs[0].evaluate(() => globalThis.tactful.erase({ keep: 'nothing' }));
  const answered = Date.now() - began;
  const disk = receipt.grade === 'file' ? await untilOffDisk({ profile, canary, began }) : undefined;
  return { receipt, answered, disk };
}

/** A shopper with tabs open, searched before and after erasing everything: times, and every place with a word of theirs. */
export const eraseOnce = ({ engine, size }) =>
  withShop({ engine, size }, async (at) => {
    const rows = await shopInAll(at);
    const before = { places: new Set(await search(at)), files: filesWith(at.profile, at.canary).length };
    const began = Date.now();
    let isOver = false;
    const [unreachable, { receipt, answered, disk }] = await Promise.all([
      untilUnreachable({ ...at, began, isOver: () => isOver }),
      eraseIn(at, began).finally(() => (isOver = true)),
    ]);
    const found = await search(at);
    const complaints = await Promise.all(at.tabs.map((tab) => tab.evaluate(() => globalThis.complaints.length)));
    return {
      canary: at.canary,
      rows,
      before: { places: [...before.places], files: before.files },
      receipt,
      answered,
      unreachable,
      offDisk: disk?.took,
      onDisk: disk?.files ?? [],
      found,
      complaints: complaints.reduce((sum, count) => sum + count, 0),
    };
  });

const tally = (words) => {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count}`).join(', ');
};

const most = (rounds, value) => Math.max(...rounds.map(value));

function diskFigures(rounds) {
  const promised = rounds.filter(({ receipt }) => receipt.grade === 'file');
  if (promised.length === 0) {
    const left = most(rounds, ({ filesAfter }) => filesAfter.length);
    return [
      { what: 'file-zero', figure: `not said by the receipt (${left} files)`, wanted: 'as the receipt says', ok: true },
    ];
  }
  const hits = promised.flatMap(({ filesAfter }) => filesAfter).length;
  const took = most(promised, ({ offDisk }) => offDisk);
  return [
    { what: `file-zero: files with a word of the shopper's`, figure: hits, wanted: 0, ok: hits === 0 },
    { what: 'time to file-zero', figure: `${took} ms`, wanted: `<= ${FILE_MS} ms`, ok: took <= FILE_MS },
  ];
}

function figuresOf(rounds) {
  const found = rounds.flatMap((one) => one.found);
  const unreachable = most(rounds, (one) => one.unreachable);
  const verified = rounds.filter(({ receipt }) => receipt.verified).length;
  const complaints = rounds.reduce((sum, one) => sum + one.complaints, 0);
  const seen = Math.min(...rounds.map(({ before }) => before.places.length));
  const places = rounds[0].before.places.join(', ');
  return [
    {
      what: 'rows with the word in them',
      figure: rounds.reduce((sum, { rows }) => sum + rows, 0),
      wanted: '> 0',
      ok: rounds.every(({ rows }) => rows > 0),
    },
    {
      what: 'places in which it is before',
      figure: `${seen} (${places}; ${rounds[0].before.files} files)`,
      wanted: '>= 2',
      ok: seen >= 2,
    },
    {
      what: 'reachable-zero: places with the word',
      figure: found.length === 0 ? 0 : `${found.length} (${tally(found)})`,
      wanted: 0,
      ok: found.length === 0,
    },
    {
      what: 'time to reachable-zero, all tabs',
      figure: `${unreachable} ms (receipt after ${most(rounds, (one) => one.answered)} ms)`,
      wanted: `<= ${REACHABLE_MS} ms`,
      ok: unreachable <= REACHABLE_MS,
    },
    {
      what: 'receipts that say it was read again',
      figure: verified,
      wanted: rounds.length,
      ok: verified === rounds.length,
    },
    ...diskFigures(rounds),
    { what: 'errors in the pages', figure: complaints, wanted: 0, ok: complaints === 0 },
  ];
}

/** Erases with all tabs open, and searches. */
export async function run({ engine, size, progress, kept }) {
  const rounds = [...(kept.get('rounds') ?? [])];
  while (rounds.length < size.rounds) {
    rounds.push(await eraseOnce({ engine, size }));
    kept.set('rounds', rounds);
    progress(rounds.length, size.rounds, `erasures with ${size.tabs} tabs`);
  }
  return { figures: figuresOf(rounds) };
}

/** In the page: puts the word wherever a script can put one. */
async function plant(canary) {
  const open = indexedDB.open('planted', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('rows').put(canary, 1);
  await new Promise((resolve) => (open.onsuccess = resolve));
  open.result.close();
  const file = await (await navigator.storage.getDirectory()).getFileHandle('planted', { create: true });
  const stream = await file.createWritable();
  await stream.write(canary);
  await stream.close();
  await (await caches.open('planted')).put('/planted', new Response(canary));
  localStorage.planted = canary;
  sessionStorage.planted = canary;
  document.cookie = `planted=${canary}`;
  history.replaceState({ planted: canary }, '');
  performance.mark(canary);
  document.body.append(document.createElement('div'));
  document.body.lastChild.attachShadow({ mode: 'open' }).textContent = canary;
  await globalThis.tactful.track('search', { search_term: canary });
  globalThis.planted = { canary };
  console.log(canary);
}

const PLANTED = [
  'IndexedDB',
  'OPFS',
  'Cache Storage',
  'localStorage',
  'cookies',
  'DOM',
  'history and title',
  'sessionStorage',
  'performance entries',
  'the library',
  'console',
  'files',
];

/** The word is planted after the erasure in every place: all of them must be found. */
export async function control({ engine }) {
  const size = { tabs: 1, heaps: 1 };
  const { found, filesAfter } = await withShop({ engine, size }, async (at) => {
    const [tab] = at.tabs;
    await tab.evaluate(() => globalThis.tactful.erase({ keep: 'nothing' }));
    await tab.evaluate(() => globalThis.tactful.consent.set({ personalization: 'in' }));
    await tab.evaluate(plant, at.canary);
    for (const worker of engine === 'chromium' ? tab.workers() : [])
      await worker.evaluate((word) => (globalThis.planted = { word }), at.canary);
    appendFileSync(path.join(at.profile, 'planted'), at.canary);
    return { canary: at.canary, found: await search(at) };
  });
  const all = new Set([...found, ...(filesAfter.length > 0 ? ['files'] : [])]);
  const heaps = engine === 'chromium' ? ['memory of the page', 'memory of the worker'] : [];
  const missed = [...PLANTED, ...heaps].filter((place) => !all.has(place));
  if (missed.length > 0) throw new Error(`erase: the search does not see ${missed.join(', ')}`);
  return {
    figures: [{ what: 'places with the word', figure: `${all.size} (${[...all].join(', ')})`, wanted: 0, ok: false }],
  };
}
