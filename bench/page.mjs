import { eraseOnce } from '../e2e/faults/erase.mjs';
import { onStage, openPage } from '../e2e/faults/stage.mjs';
import { quantile } from './stopwatch.mjs';

// What a page waits for: the synchronous part of `track()`, and how long after an erasure no tab tells anything any more.

const CALLS = 2000;
const TRACK_MS = 1;
const LONG_TASK_MS = 50;
const TABS = 20;
const REACHABLE_MS = 1000;

/**
 * In the page: tracks one view after another, as fast as they are kept, and writes as much of its own beside each. How long
 * each call held up the page, and each such write, and long tasks.
 */
async function trackMany(calls) {
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
  for (let nth = 0; nth < calls; nth++) {
    const params = { currency: 'EUR', items: [{ item_id: `p${nth}`, item_category: 'garden', price: 24.95 }] };
    const begun = performance.now();
    const receipt = tactful.track('view_item', params);
    held.push(performance.now() - begun);
    if ((await receipt).kept) kept++;

    const beside = performance.now();
    const transaction = bare.transaction(['events'], 'readwrite', { durability: 'relaxed' });
    transaction.objectStore('events').put({ id: `p${nth}`, rows: [params] });
    transaction.commit();
    written.push(performance.now() - beside);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
  }
  for (const { duration } of observer.takeRecords()) long.push(duration);
  bare.close();
  // while it is not compiled yet
  for (const times of [held, written]) times.splice(0, calls / 10);
  return { held, written, kept, long, storage: tactful.health().status.storage };
}

const ms = (value) => `${value.toFixed(2)} ms`;

/** `track()` in a page, and the time to reachable-zero with many tabs, in Chromium. */
export async function benchPage() {
  const { held, written, kept, long, storage } = await onStage({ engine: 'chromium' }, async ({ browser, url }) =>
    (await openPage(browser, url)).evaluate(trackMany, CALLS),
  );
  if (kept !== CALLS || storage !== 'persistent') throw new Error(`${kept} of ${CALLS} kept, ${storage}`);
  const { receipt, unreachable, found } = await eraseOnce({ engine: 'chromium', size: { tabs: TABS, heaps: 0 } });
  if (!receipt.verified || found.length > 0) throw new Error(`erased, and found again: ${found.join(', ')}`);
  const [most, bare] = [held, written].map((times) => quantile(times, 0.99));
  const ofBare = (value, beside) => `${(value / beside).toFixed(1)} of a bare write`;
  const sum = (times) => times.reduce((all, each) => all + each, 0);
  return [
    {
      what: 'track(), synchronous part, p50',
      figure: ms(quantile(held, 0.5)),
      ratio: `all together ${ofBare(sum(held), sum(written))}`,
    },
    {
      what: 'track(), synchronous part, p99',
      figure: ms(most),
      ratio: ofBare(most, bare),
      target: `${TRACK_MS} ms`,
      met: most <= TRACK_MS,
    },
    { what: 'a bare write of the same beside each, p99', figure: ms(bare) },
    {
      what: `long tasks (over ${LONG_TASK_MS} ms) in ${CALLS} calls`,
      figure: String(long.length),
      target: '0',
      met: long.length === 0,
    },
    {
      what: `reachable-zero, ${TABS} tabs`,
      figure: `${unreachable} ms`,
      target: `${REACHABLE_MS} ms`,
      met: unreachable <= REACHABLE_MS,
    },
  ];
}
