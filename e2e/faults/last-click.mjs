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
  await page.evaluate(begin, { options: OPTIONS, click });
  return page;
}

async function clickAway(page, { act, click, way, url }) {
  await page.evaluate(blockWorker, click);
  await WAYS[way](page, { act, click, url });
}

/** The clicks that are in the store, each once. */
async function survivorsIn(browser, url) {
  const page = await openPage(browser, url);
  const { events, meta } = await page.evaluate(() => globalThis.readStore());
  await page.close();
  const rows = events.filter(({ epoch }) => epoch === meta.epoch).flatMap((segment) => segment.rows);
  const clicks = rows.map(({ params }) => params.items?.[0]?.item_id);
  return new Set(clicks.filter((click, index) => clicks.indexOf(click) === index)).size;
}

const batchesOf = (size, atOnce) =>
  range(Math.ceil(size / atOnce)).map((batch) => ({
    from: batch * atOnce,
    count: Math.min(atOnce, size - batch * atOnce),
  }));

/** So many pages at once, one way out after the other; how many clicks are in the store afterwards. */
async function batch({ browser, url }, { engine, act, from, count }) {
  const ways = waysIn(engine);
  const clicks = range(count).map((index) => from + index);
  const pages = await Promise.all(clicks.map((click) => ready(browser, { url, click })));
  await Promise.all(
    clicks.map((click, index) => clickAway(pages[index], { act, click, way: ways[click % ways.length], url })),
  );
  return survivorsIn(browser, url);
}

const figureOf = (survived, clicks) => ({
  what: 'last clicks that survive',
  figure: `${survived} of ${clicks}`,
  wanted: `${clicks} of ${clicks}`,
  ok: survived === clicks,
});

export async function run({ engine, size, progress, kept }) {
  let survived = 0;
  // a browser and a profile of its own for each batch, so that what was shown can be kept
  for (const { from, count } of batchesOf(size.clicks, size.atOnce * 4)) {
    const key = `clicks from ${from}`;
    const known =
      kept.get(key) ??
      (await onStage({ engine, files: FILES }, async (stage) => {
        let found = 0;
        for (const each of batchesOf(count, size.atOnce)) {
          found = await batch(stage, { engine, act: track, from: from + each.from, count: each.count });
        }
        return found;
      }));
    kept.set(key, known);
    survived += known;
    progress(from + count, size.clicks, 'clicks');
  }
  return { figures: [figureOf(survived, size.clicks)] };
}

export async function control({ engine }) {
  const clicks = 4;
  const survived = await onStage({ engine, files: FILES }, (stage) =>
    batch(stage, { engine, act: askWorkerFirst, from: 0, count: clicks }),
  );
  return { figures: [figureOf(survived, clicks)] };
}
