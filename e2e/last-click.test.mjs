// An event tracked in the last task before the page goes away, while the worker is busy for two seconds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { engines, launch, serve } from './launch.mjs';

const CLICKS = 20;
const HTML = `<!doctype html><html lang="en"><title>Last click</title><script type="module" src="/page.js"></script></html>`;
const PAGE = `import { createTactful } from '/dist/index.js';
globalThis.tactful = createTactful({ catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] }, worker: '/worker.js' });`;
// The library's own worker, with a bell that keeps it busy: it says so first, then answers nothing for two seconds.
const WORKER = `import '/dist/worker.js';
const bell = new BroadcastChannel('busy');
bell.onmessage = ({ data }) => {
  if (data !== 'be busy') return;
  bell.postMessage('busy');
  const end = Date.now() + 2000;
  while (Date.now() < end);
};`;

const FILES = new Map([
  ['/', ['text/html', HTML]],
  ['/next', ['text/html', HTML]],
  ['/page.js', ['text/javascript', PAGE]],
  ['/worker.js', ['text/javascript', WORKER]],
  ['/worker-later.js', ['text/javascript', "export * from '/dist/worker-later.js';"]],
]);

let server;
before(async () => {
  server = await serve('packages/tactful', {
    respond: (request, response) => {
      const [type, body] = FILES.get(new URL(request.url, 'http://localhost').pathname) ?? [];
      if (body !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
      return body !== undefined;
    },
  });
});
after(() => server.close());

async function agreed(browser) {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => globalThis.tactful);
  await page.evaluate(() => tactful.consent.set({ personalization: 'in' }));
  return page;
}

function busyWorker(page) {
  return page.evaluate(async () => {
    await tactful.ready;
    const bell = new BroadcastChannel('busy');
    const busy = new Promise((resolve) => {
      bell.onmessage = ({ data }) => data === 'busy' && resolve();
    });
    bell.postMessage('be busy');
    await busy;
    bell.close();
  });
}

/** Clicks away `count` times, each click tracked in the task that leaves; how many events are there afterwards. */
async function survivors(page, { count, leave }) {
  for (let click = 0; click < count; click++) {
    await busyWorker(page);
    await Promise.all([page.waitForNavigation(), page.evaluate(leave, click)]);
    await page.waitForFunction(() => globalThis.tactful);
  }
  const items = await page.evaluate(async () => {
    const rows = await tactful.log({ names: ['view_item'] });
    return rows.map(({ params }) => params.items[0].item_id);
  });
  return new Set(items).size;
}

function trackAndLeave(click) {
  void tactful.track('view_item', { items: [{ item_id: `product-${click}` }] });
  location.href = `/next?${click}`;
}

// What the obvious implementation does: the event goes to the worker, which writes it when it gets to it.
function askWorkerAndLeave(click) {
  void tactful.profile().then(() => tactful.track('view_item', { items: [{ item_id: `product-${click}` }] }));
  location.href = `/next?${click}`;
}

for (const engine of engines()) {
  test(
    `[T18] the last click survives navigation, ${CLICKS} of ${CLICKS} (${engine})`,
    { timeout: 240_000 },
    async (t) => {
      const browser = await launch(engine);
      t.after(() => browser.close());
      const kept = await survivors(await agreed(browser), { count: CLICKS, leave: trackAndLeave });
      t.diagnostic(`last click: ${kept} of ${CLICKS} survive`);
      assert.equal(kept, CLICKS);
    },
  );

  test(
    `[T18] planted fault: waiting for the worker first loses the clicks (${engine})`,
    { timeout: 60_000 },
    async (t) => {
      const browser = await launch(engine);
      t.after(() => browser.close());
      const kept = await survivors(await agreed(browser), { count: 3, leave: askWorkerAndLeave });
      assert.equal(kept, 0, 'the test would not notice a loss');
    },
  );
}
