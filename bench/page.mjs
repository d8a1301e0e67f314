import { eraseOnce } from '../e2e/faults/erase.mjs';
import { onStage, openPage } from '../e2e/faults/stage.mjs';
import { ISOLATED, ms, quantile } from './stopwatch.mjs';

// What a page waits for: the synchronous part of `track()`, and how long after an erasure no tab tells anything any more.

const CALLS = 1000;
/** While it is not compiled yet. */
const WARM_UP = 100;
/** Between two calls: a hundred a second, more than a page sends, and one after another as fast as they are kept. */
const RESTS_MS = { steady: 10, hasty: 0 };
const TRACK_MS = 1;
const TASK_MS = 5;
const LONG_TASK_MS = 50;
const TABS = 20;
const REACHABLE_MS = 1000;

/**
 * In the page: tracks one view after another, each with a rest after it, and in turn with them writes as much of its own.
 * How long each call held up the page, and each such write, and long tasks.
 */
async function trackMany({ calls, rest }) {
  const tactful = globalThis.createTactful({
    catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] },
    consent: { personalization: 'in' },
  });
  await tactful.ready;
  const open = indexedDB.open('bare', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('events', { keyPath: 'id' });
  await new Promise((resolve) => (open.onsuccess = resolve));
  const bare = open.result;
  const long = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const held = [];
  const written = [];
  let kept = 0;
  const looked = (nth) => ({
    currency: 'EUR',
    items: [{ item_id: `p${nth}`, item_category: 'garden', price: 24.95 }],
  });
  const track = async (nth) => {
    const params = looked(nth);
    const begun = performance.now();
    const receipt = tactful.track('view_item', params);
    held.push(performance.now() - begun);
    if ((await receipt).kept) kept++;
  };
  const write = async (nth) => {
    const params = looked(nth);
    const begun = performance.now();
    const transaction = bare.transaction(['events'], 'readwrite', { durability: 'relaxed' });
    transaction.objectStore('events').put({ id: `p${nth}`, rows: [params] });
    transaction.commit();
    written.push(performance.now() - begun);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
  };
  for (let nth = 0; nth < calls; nth++)
    // whichever comes first finds the machine colder
    for (const act of nth % 2 === 0 ? [track, write] : [write, track]) {
      await act(nth);
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  for (const { duration } of observer.takeRecords()) long.push(duration);
  bare.close();
  return { held, written, kept, long, storage: tactful.health().status.storage };
}

/** The calls of a page of its own with so much rest between them, the first ones aside. */
async function tracked(rest) {
  const { held, written, kept, long, storage } = await onStage(
    { engine: 'chromium', headers: ISOLATED },
    async ({ browser, url }) => (await openPage(browser, url)).evaluate(trackMany, { calls: WARM_UP + CALLS, rest }),
  );
  if (kept !== WARM_UP + CALLS || storage !== 'persistent') throw new Error(`${kept} kept, ${storage}`);
  return { held: held.slice(WARM_UP), written: written.slice(WARM_UP), long };
}

/** `track()` in a page, and the time to reachable-zero with many tabs, in Chromium. */
export async function benchPage() {
  const steady = await tracked(RESTS_MS.steady);
  const hasty = await tracked(RESTS_MS.hasty);
  const { receipt, unreachable, found } = await eraseOnce({ engine: 'chromium', size: { tabs: TABS, heaps: 0 } });
  if (!receipt.verified || found.length > 0) throw new Error(`erased, and found again: ${found.join(', ')}`);
  const line = (how, { held, written }, part) => {
    const [most, bare] = [held, written].map((times) => quantile(times, part));
    return {
      what: `track(), synchronous part, ${how}, p${100 * part}`,
      figure: ms(most),
      ratio: `${(most / bare).toFixed(1)} of a bare write, ${ms(bare)}`,
    };
  };
  const target = (value, most, unit = '') => ({ target: `${most}${unit}`, met: value <= most });
  const both = [steady, hasty];
  const slow = both.flatMap(({ held }) => held).filter((time) => time > TASK_MS).length;
  const long = both.flatMap((each) => each.long).length;
  return [
    line('100 a second', steady, 0.5),
    { ...line('100 a second', steady, 0.99), ...target(quantile(steady.held, 0.99), TRACK_MS, ' ms') },
    line('as fast as kept', hasty, 0.5),
    line('as fast as kept', hasty, 0.99),
    { what: `over ${TASK_MS} ms in ${2 * CALLS} calls`, figure: String(slow), ...target(slow, 0) },
    { what: `long tasks (over ${LONG_TASK_MS} ms) meanwhile`, figure: String(long), ...target(long, 0) },
    {
      what: `reachable-zero, ${TABS} tabs`,
      figure: `${unreachable} ms`,
      ...target(unreachable, REACHABLE_MS, ' ms'),
    },
  ];
}
