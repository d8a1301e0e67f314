import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { canMount, inBrowser, serveShop, withSmallDisk } from './rest.mjs';
import { openPage } from './stage.mjs';

// The disk fills up while somebody shops, is freed, and the browser is started again. Everything acknowledged must be
// there. Chromium appends behind a record that a full disk tore, says yes, and drops all of it at the next start.

export const name = 'disk-full';
export const engines = ['chromium', 'firefox'];
export const sizes = {
  short: { chromium: { cycles: 3, patience: [0] }, firefox: { cycles: 1, patience: [0] } },
  long: { cycles: 20, patience: [0, 2, 12] },
};

/** Why this part cannot be shown here, where it cannot. */
export const skip = () => (canMount() ? undefined : 'only root can mount a small disk');

const DISK_MEGABYTES = 160;
const BEFORE = 5;
/** With the disk full: until so many were refused, and at most so many tries. */
const REFUSED = 2;
const FULL = 60;
const FREED = 20;
/** After the disk was freed the shopper looks at further pages, one a second, until one writes to the disk again. */
const FURTHER_PAGES = 20;
const NO_CACHE = { chromium: ['--disk-cache-size=1'], firefox: [] };

/** Writes until not one byte more fits. */
function fill(disk) {
  const filler = path.join(disk, 'filler');
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(65536, 1);
  for (let size = block.length; size >= 1;) {
    try {
      writeSync(file, block, 0, size);
    } catch {
      size = Math.floor(size / 4);
    }
  }
  closeSync(file);
  return filler;
}

/**
 * In the page: tracks up to `count` views one after another, or until `refused` were refused. The names of those that were
 * acknowledged as being on disk, and how long the slowest took.
 */
async function trackSome({ tag, count, refused = Infinity }) {
  const acked = [];
  let slowest = 0;
  let tried = 0;
  while (tried < count && tried - acked.length < refused) {
    const product = `${tag}-${tried++}`;
    const began = performance.now();
    const { kept } = await globalThis.pen(product);
    slowest = Math.max(slowest, performance.now() - began);
    if (kept && globalThis.isOnDisk()) acked.push(product);
  }
  return { acked, slowest, refused: tried - acked.length };
}

/** In the page: the library, or what stands in for it. */
function takeTactful() {
  globalThis.pen = (product) => tactful.track('view_item', { items: [{ item_id: product }] });
  globalThis.isOnDisk = () => tactful.health().status.storage === 'persistent';
  globalThis.isTold = () => tactful.health().degraded.storage !== undefined;
  globalThis.readAll = async () => {
    await tactful.ready;
    return (await tactful.log({ names: ['view_item'] })).map(({ params }) => params.items[0].item_id);
  };
  return tactful.ready.then(() => {
    if (tactful.consent.get().personalization === 'pending') return tactful.consent.set({ personalization: 'in' });
  });
}

// What the obvious implementation does: it opens again, and says yes when the transaction completed, or sooner.
function takeRaw(hasty) {
  const open = () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('raw', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.onclose = () => (database = undefined);
        resolve(request.result);
      };
    });
  let database;
  const put = async (id) => {
    database ??= await open();
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put({ id });
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      setTimeout(reject, 3000);
    });
    return { kept: true };
  };
  globalThis.isOnDisk = () => true;
  globalThis.isTold = () => true;
  globalThis.pen = (id) => put(id).catch(() => ({ kept: false }));
  // Firefox loses nothing that it said was complete: there the fault to plant is not to wait for that.
  if (hasty)
    globalThis.pen = (id) =>
      put(id)
        .catch(() => undefined)
        .then(() => ({ kept: true }));
  globalThis.readAll = async () => {
    database ??= await open();
    return new Promise((resolve) => {
      const request = database.transaction('rows').objectStore('rows').getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
  };
}

/** In the page: tries for so many seconds whether the store on disk takes rows again; the names of those that it took. */
async function recover({ tag, seconds }) {
  const until = performance.now() + seconds * 1000;
  for (let nth = 0; nth === 0 || performance.now() < until; nth++) {
    const product = `${tag}-${nth}`;
    const { kept } = await globalThis.pen(product);
    if (kept && globalThis.isOnDisk()) return [product];
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return [];
}

/** Waits `seconds` on the same page, then goes on to further ones, until rows reach the disk. */
async function goOn({ page, take, hasty, seconds }) {
  const taken = await page.evaluate(recover, { tag: 'try', seconds });
  const told = taken.length > 0 || (await page.evaluate(() => globalThis.isTold()));
  for (let nth = 0; taken.length === 0 && nth < FURTHER_PAGES; nth++) {
    await page.reload();
    await page.waitForFunction(() => globalThis.loaded);
    await page.evaluate(take, hasty);
    taken.push(...(await page.evaluate(recover, { tag: `try-${nth}`, seconds: 0 })));
    if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return { taken, told };
}

async function shop({ page, disk, take, hasty, seconds }) {
  await page.evaluate(take, hasty);
  const before = await page.evaluate(trackSome, { tag: 'before', count: BEFORE });
  const filler = fill(disk);
  const full = await page.evaluate(trackSome, { tag: 'full', count: FULL, refused: REFUSED });
  rmSync(filler);
  const { taken, told } = await goOn({ page, take, hasty, seconds });
  const freed = await page.evaluate(trackSome, { tag: 'freed', count: FREED });
  return {
    acked: [...before.acked, ...full.acked, ...taken, ...freed.acked],
    refused: full.refused,
    freed: freed.acked.length,
    told,
    slowest: Math.max(full.slowest, freed.slowest),
    complaints: await page.evaluate(() => globalThis.complaints.length),
  };
}

const cycle = ({ engine, take, path: address, seconds }) =>
  withSmallDisk(DISK_MEGABYTES, async (disk) => {
    const hasty = engine === 'firefox';
    const at = { profile: path.join(disk, 'profile'), args: NO_CACHE[engine] };
    const server = await serveShop();
    try {
      const url = new URL(address, server.url).href;
      const shopped = await inBrowser(engine, at, async (browser) =>
        shop({ page: await openPage(browser, url), disk, take, hasty, seconds }),
      );
      const found = await inBrowser(engine, at, async (browser) => {
        const page = await openPage(browser, url);
        await page.evaluate(take);
        return page.evaluate(() => globalThis.readAll());
      });
      const there = new Set(found);
      const lost = shopped.acked.filter((product) => !there.has(product));
      return { ...shopped, lost: lost.length, doubled: found.length - there.size };
    } finally {
      await server.close();
    }
  });

const sum = (cycles, count) => cycles.reduce((total, one) => total + count(one), 0);

function figuresOf(cycles) {
  const acked = sum(cycles, (one) => one.acked.length);
  const lost = sum(cycles, (one) => one.lost);
  const whole = cycles.filter((one) => one.lost === 0 && one.doubled === 0).length;
  const slowest = Math.max(...cycles.map((one) => one.slowest));
  const filled = cycles.filter((one) => one.refused > 0).length;
  const served = cycles.filter((one) => one.freed === FREED).length;
  const untold = cycles.filter((one) => !one.told).length;
  const complaints = sum(cycles, (one) => one.complaints);
  const all = cycles.length;
  return [
    {
      what: 'cycles that keep everything acknowledged',
      figure: `${whole} of ${all}`,
      wanted: `${all} of ${all}`,
      ok: whole === all,
    },
    { what: 'acknowledged rows lost', figure: `${lost} of ${acked}`, wanted: '0', ok: lost === 0 },
    { what: 'cycles in which the disk did refuse', figure: filled, wanted: all, ok: filled === all },
    {
      what: `cycles that keep ${FREED} of ${FREED} once there is room`,
      figure: served,
      wanted: all,
      ok: served === all,
    },
    { what: 'cycles in which rows missed the disk without a word', figure: untold, wanted: 0, ok: untold === 0 },
    { what: 'slowest answer', figure: `${Math.round(slowest)} ms`, wanted: '<= 5,500 ms', ok: slowest <= 5500 },
    { what: 'errors in the page', figure: complaints, wanted: 0, ok: complaints === 0 },
  ];
}

/** Fills, frees and restarts, as often as `size` says; what survived. */
export async function run({ engine, size, progress, kept }) {
  const cycles = [...(kept.get('cycles') ?? [])];
  while (cycles.length < size.cycles) {
    cycles.push(
      await cycle({
        engine,
        take: takeTactful,
        path: '/',
        seconds: size.patience[cycles.length % size.patience.length],
      }),
    );
    kept.set('cycles', cycles);
    progress(cycles.length, size.cycles, 'disks filled, freed and read again');
  }
  return { figures: figuresOf(cycles) };
}

/** The same with a store that only opens again: it loses what it acknowledged. */
export async function control({ engine }) {
  return { figures: figuresOf([await cycle({ engine, take: takeRaw, path: '/bare', seconds: 1 })]) };
}
