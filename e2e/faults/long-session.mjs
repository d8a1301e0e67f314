import { inBrowser, serveShop } from './rest.mjs';
import { openPage, withFolder } from './stage.mjs';

// A working day in one tab: an event a simulated second, elements that come and go, workers that stop and start. After it
// nothing may be left but what the log holds.

export const name = 'long-session';
export const engines = ['chromium'];
export const sizes = {
  short: { before: 600, events: 600, mounts: 300, restarts: 30 },
  long: { before: 4200, events: 28_800, mounts: 5000, restarts: 1000 },
};

const MOST_BYTES = 1_048_576;
/** Before the first measurement everything has happened a few times: what is made once is no growth. */
const WARM = { mounts: 40, restarts: 8 };
const STEP = 50;

const SHOP = `<!doctype html><html lang="en"><title>A shop</title><script type="module" src="/long.js"></script>
<tactful-offer placement="home"></tactful-offer></html>`;
const SCRIPT = `import { createTactful } from '/dist/standalone.js';
let second = 0;
const begun = Date.UTC(2026, 5, 1, 9);
const options = { clock: () => ({ at: begun + second * 1000, offset: 0 }),
  catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR',
    offers: [{ id: 'hose', class: 'suggest', group: 'hoses', category: 'garden', price: 1995, margin: 900,
      content: { en: { title: 'A hose', action: { label: 'See it', url: '/hose' } } } }] } };
globalThis.complaints = [];
addEventListener('error', ({ message }) => globalThis.complaints.push(message));
addEventListener('unhandledrejection', ({ reason }) => globalThis.complaints.push(String(reason)));
globalThis.tactful = createTactful(options);
globalThis.trackMany = async (count) => {
  let kept = 0;
  for (let nth = 0; nth < count; nth++) {
    second++;
    const item = { item_id: 'product-' + (second % 200), item_category: 'category-' + (second % 12), price: 12.5 };
    const receipt = await globalThis.tactful.track('view_item', { currency: 'EUR', items: [item] });
    if (receipt.kept) kept++;
    else globalThis.complaints.push('not kept: ' + receipt.reason);
  }
  return kept;
};
globalThis.mountMany = async (count) => {
  for (let nth = 0; nth < count; nth++) {
    const element = document.createElement('tactful-offer');
    element.setAttribute('placement', 'home');
    document.body.append(element);
    await element.updateComplete;
    if (nth % 10 === 0) await globalThis.tactful.decide('home');
    element.remove();
    globalThis.leak?.(element);
  }
};
globalThis.restartMany = async (count) => {
  for (let nth = 0; nth < count; nth++) {
    globalThis.tactful.close();
    globalThis.tactful = createTactful(options);
    await globalThis.tactful.ready;
    await globalThis.trackMany(1);
  }
};
globalThis.loaded = true;`;
const FILES = new Map([
  ['/long', ['text/html', SHOP]],
  ['/long.js', ['text/javascript', SCRIPT]],
]);

/** How many elements are in memory, mounted or not. */
async function liveElements(session) {
  const objectGroup = 'elements';
  const expression = 'customElements.get("tactful-offer").prototype';
  const { result } = await session.send('Runtime.evaluate', { expression, objectGroup });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup });
  const { result: properties } = await session.send('Runtime.getProperties', {
    objectId: objects.objectId,
    ownProperties: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return properties.find((property) => property.name === 'length').value.value;
}

async function collected(session) {
  // Twice: what a finaliser lets go of the first time is collected the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
}

/** What the page and its worker hold once nothing is under way. */
async function measure(page, session) {
  await page.evaluate(async () => {
    await globalThis.tactful.decide('home');
    await globalThis.tactful.profile();
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const live = await liveElements(session);
  await collected(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted) => metrics.find((metric) => metric.name === wanted).value;
  const workers = page.workers();
  let workerBytes = 0;
  for (const { client } of workers) {
    await collected(client);
    workerBytes += (await client.send('Runtime.getHeapUsage')).usedSize;
  }
  const mounted = await page.evaluate(() => document.querySelectorAll('tactful-offer').length);
  return {
    page: of('JSHeapUsedSize'),
    worker: workerBytes,
    workers: workers.length,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    live,
    mounted,
  };
}

/** Does `total` of something in the page, a few at a time. */
async function inSteps(page, { total, act, told }) {
  let sum = 0;
  for (let done = 0; done < total; done += STEP) {
    sum += (await page.evaluate(act, Math.min(STEP, total - done))) ?? 0;
    told(Math.min(total, done + STEP), total);
  }
  return sum;
}

const ACTS = {
  events: (count) => globalThis.trackMany(count),
  mounts: (count) => globalThis.mountMany(count),
  restarts: (count) => globalThis.restartMany(count),
};

async function session({ size, progress = () => undefined, spoil }) {
  const server = await serveShop(FILES);
  try {
    return await withFolder((profile) =>
      inBrowser('chromium', { profile, protocolTimeout: 300_000 }, async (browser) => {
        const page = await openPage(browser, new URL('/long', server.url).href);
        const cdp = await page.createCDPSession();
        await cdp.send('Performance.enable');
        await page.evaluate(() => globalThis.tactful.consent.set({ personalization: 'in' }));
        const go = (what, total) =>
          inSteps(page, {
            total,
            act: ACTS[what],
            told: (done, of) => progress(done, of, `${what} of the long session`),
          });
        await go('events', size.before);
        await go('mounts', WARM.mounts);
        await go('restarts', WARM.restarts);
        await go('events', STEP);
        const before = await measure(page, cdp);
        if (spoil) await page.evaluate(spoil);
        const kept = await go('events', size.events);
        const day = await measure(page, cdp);
        await go('mounts', size.mounts);
        const shown = await measure(page, cdp);
        await go('restarts', size.restarts);
        await go('events', STEP);
        const after = await measure(page, cdp);
        return { size, kept, before, day, shown, after, complaints: await page.evaluate(() => globalThis.complaints) };
      }),
    );
  } finally {
    await server.close();
  }
}

const kilobytes = (bytes) => `${Math.round(bytes / 1024)} kB`;

function figuresOf({ size, kept, before, day, shown, after, complaints }) {
  const grown = (what, place) => {
    const bytes = [day, shown, after].map((then) => then[place] - before[place]);
    return {
      what,
      figure: `${bytes.map(kilobytes).join(', ')} (from ${kilobytes(before[place])})`,
      wanted: '<= 1,024 kB each',
      ok: bytes.every((grew) => grew <= MOST_BYTES),
    };
  };
  const left = (what, place) => {
    const count = after[place] - before[place];
    return { what, figure: count, wanted: 0, ok: count <= 0 };
  };
  const { events, mounts, restarts } = size;
  const errors = [complaints.length, ...new Set(complaints)].join('; ');
  return [
    { what: 'events kept', figure: `${kept} of ${events}`, wanted: events, ok: kept === events },
    grown(`page, after ${events} events, ${mounts} mounts, ${restarts} restarts`, 'page'),
    grown('worker, after the same', 'worker'),
    left('DOM nodes left', 'nodes'),
    left('listeners left', 'listeners'),
    { what: 'elements alive', figure: after.live, wanted: after.mounted, ok: after.live === after.mounted },
    { what: 'workers', figure: after.workers, wanted: 1, ok: after.workers === 1 },
    { what: 'errors in the page', figure: errors, wanted: 0, ok: complaints.length === 0 },
  ];
}

/** Lives through the day and measures after each part of it. */
export async function run({ size, progress, kept }) {
  const known = kept.get('session') ?? (await session({ size, progress }));
  kept.set('session', known);
  return { figures: figuresOf(known) };
}

// What a page does that holds on to what it took away, and listens once more each time.
function holdOn() {
  const held = [];
  globalThis.leak = (element) => {
    held.push(element, new Array(2000).fill(held.length));
    addEventListener('resize', () => held.length);
  };
}

/** The same with a leak in every unmounting. */
export async function control() {
  return {
    figures: figuresOf(await session({ size: { before: 0, events: 0, mounts: 100, restarts: 0 }, spoil: holdOn })),
  };
}
