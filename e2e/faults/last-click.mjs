// An event tracked in the last task of a page, while its worker is blocked for two seconds.
import { onStage, openPage, plantedWorker, range } from './stage.mjs';

export const name = 'last-click';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { clicks: 40, atOnce: 10 }, long: { clicks: 500, atOnce: 10 } };

// The library's own worker, with a bell that stops it for two seconds; it says so first. It stops wherever it is, also
// while it reads, but not in the midst of writing: what computes long holds no such transaction open.
const FILES = plantedWorker(
  'blocked',
  `const bell = new BroadcastChannel(new URL(self.location.href).search);
const still = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
let open = 0;
let asked = false;
const block = () => {
  if (!asked || open > 0) return;
  asked = false;
  bell.postMessage('blocked');
  Atomics.wait(still, 0, 0, 2000);
};
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...asked) {
  const begun = transaction.apply(this, asked);
  if (begun.mode === 'readonly') return begun;
  open++;
  const end = () => {
    open--;
    setTimeout(block);
  };
  begun.addEventListener('complete', end);
  begun.addEventListener('abort', end);
  return begun;
};
bell.onmessage = ({ data }) => {
  if (data !== 'block') return;
  asked = true;
  block();
};`,
);

const OPTIONS = {
  catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] },
  consent: { personalization: 'in' },
};

async function begin({ options, click }) {
  globalThis.tactful = globalThis.createTactful({ ...options, worker: `/blocked/worker.js?${click}` });
  await tactful.ready;
  // a page that could not open its disk in time says so: there a worker that is stopped has the row
  const { storage, worker } = tactful.health().degraded;
  return [storage, worker].filter((why) => why !== undefined);
}

async function blockWorker(click) {
  const bell = new BroadcastChannel(`?${click}`);
  const blocked = new Promise((resolve) => {
    bell.onmessage = ({ data }) => data === 'blocked' && resolve();
  });
  bell.postMessage('block');
  await blocked;
}

function track({ click, to }) {
  void tactful.track('view_item', { items: [{ item_id: `product-${click}` }] });
  if (to !== undefined) location.href = to;
}

// What the obvious implementation does: the event goes to the worker, which writes it when it gets to it.
function askWorkerFirst({ click, to }) {
  void tactful.profile().then(() => tactful.track('view_item', { items: [{ item_id: `product-${click}` }] }));
  if (to !== undefined) location.href = to;
}

const leaveTo =
  (address) =>
  async (page, { act, click, url }) => {
    const gone = page.waitForNavigation();
    await page.evaluate(act, { click, to: address(url, click) });
    await gone;
    await page.close();
  };

async function close(page, { act, click }) {
  await page.evaluate(act, { click });
  await page.close();
}

async function crash(page, { act, click }) {
  const session = await page.createCDPSession();
  await page.evaluate(act, { click });
  // It is never answered: who would is gone.
  session.send('Page.crash').catch(() => undefined);
  await new Promise((resolve) => page.once('error', resolve));
  await page.close();
}

const WAYS = {
  navigate: leaveTo((url, click) => `${url}next-${click}`),
  'navigate to another site': leaveTo((url, click) => `${url.replace('127.0.0.1', 'localhost')}next-${click}`),
  close,
  crash,
};

const waysIn = (engine) => Object.keys(WAYS).filter((way) => way !== 'crash' || engine === 'chromium');

async function ready(browser, { url, click }) {
  const page = await openPage(browser, url);
  const degraded = await page.evaluate(begin, { options: OPTIONS, click });
  return { page, degraded };
}

async function clickAway(page, { act, click, way, url }) {
  await page.evaluate(blockWorker, click);
  await WAYS[way](page, { act, click, url });
}

/** The clicks that are in the store. */
async function survivorsIn(browser, url) {
  const page = await openPage(browser, url);
  const { events, meta } = await page.evaluate(() => globalThis.readStore());
  await page.close();
  const rows = events.filter(({ epoch }) => epoch === meta.epoch).flatMap((segment) => segment.rows);
  return new Set(rows.map(({ params }) => params.items?.[0]?.item_id));
}

const batchesOf = (size, atOnce) =>
  range(Math.ceil(size / atOnce)).map((batch) => ({
    from: batch * atOnce,
    count: Math.min(atOnce, size - batch * atOnce),
  }));

/** So many pages at once, one way out after the other. What each said beforehand of the state that it was in. */
async function batch({ browser, url }, { act, wayOf, from, count }) {
  const clicks = range(count).map((index) => from + index);
  const pages = await Promise.all(clicks.map((click) => ready(browser, { url, click })));
  await Promise.all(clicks.map((click, index) => clickAway(pages[index].page, { act, click, way: wayOf(click), url })));
  return pages.map(({ degraded }) => degraded);
}

/** By what way those went whose click is not in the store once all have gone. */
async function lostOf({ engine, act, from, count, atOnce }) {
  const ways = waysIn(engine);
  const wayOf = (click) => ways[click % ways.length];
  return onStage({ engine, files: FILES }, async (stage) => {
    const said = [];
    for (const each of batchesOf(count, atOnce)) {
      said.push(...(await batch(stage, { act, wayOf, from: from + each.from, count: each.count })));
    }
    const survivors = await survivorsIn(stage.browser, stage.url);
    return range(count)
      .filter((index) => !survivors.has(`product-${from + index}`))
      .map((index) => [wayOf(from + index), ...said[index]].join(' after '));
  });
}

const figureOf = (lost, clicks) => ({
  what: 'last clicks that survive',
  figure: [`${clicks - lost.length} of ${clicks}`, ...lost.map((way) => `lost: ${way}`)].join(', '),
  wanted: `${clicks} of ${clicks}`,
  ok: lost.length === 0,
});

export async function run({ engine, size, progress, kept }) {
  const lost = [];
  // a browser and a profile of its own for each batch, so that what was shown can be kept
  for (const { from, count } of batchesOf(size.clicks, size.atOnce * 4)) {
    const key = `clicks from ${from}`;
    const known = kept.get(key) ?? (await lostOf({ engine, act: track, from, count, atOnce: size.atOnce }));
    kept.set(key, known);
    lost.push(...known);
    progress(from + count, size.clicks, 'clicks');
  }
  return { figures: [figureOf(lost, size.clicks)] };
}

export async function control({ engine }) {
  const clicks = 4;
  const lost = await lostOf({ engine, act: askWorkerFirst, from: 0, count: clicks, atOnce: clicks });
  return { figures: [figureOf(lost, clicks)] };
}
