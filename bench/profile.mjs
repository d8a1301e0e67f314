import { compileCatalog, DEFAULT_MODEL, DEFAULT_POLICY, foldLog, growingFold, profileView } from 'tactful/engine';
import { shopperLog } from './shopper-log.mjs';
import { timed } from './stopwatch.mjs';

const LENGTHS = [1_000, 4_000, 16_000, 64_000];
const ADDED = 500;
const REFOLDED = 4_000;

const catalog = compileCatalog(
  { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] },
  { missingMargin: 0.3 },
);
const config = { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: DEFAULT_POLICY.wear.halfLifeDays };

/** The least that any fold must do: read each row once and add it to a sum by name. */
function bareFold(rows) {
  const sums = new Map();
  for (const { name, at } of rows) sums.set(name, (sums.get(name) ?? 0) + at);
  return sums;
}

function perRow(length) {
  const rows = shopperLog(length + ADDED);
  const before = rows.slice(0, length);
  const added = rows.slice(length);
  const ms = timed(
    (fold) => {
      for (const row of added) fold.add([row]);
    },
    {
      prepare: () => {
        const fold = growingFold(config);
        fold.add(before);
        fold.read();
        return fold;
      },
    },
  );
  return (ms / ADDED) * 1000;
}

/** One row added at several lengths of the log, and a whole log folded again. */
export function benchProfile() {
  const microseconds = LENGTHS.map(perRow);
  const growth =
    Math.log(microseconds[microseconds.length - 1] / microseconds[0]) /
    Math.log(LENGTHS[LENGTHS.length - 1] / LENGTHS[0]);
  const rows = shopperLog(REFOLDED);
  // as often as it takes until nothing of it is compiled any more
  const refold = timed(() => foldLog(rows, config), { rounds: 25 });
  const bare = timed(() => bareFold(rows));
  const folded = foldLog(rows, config);
  const now = { at: folded.latestAt, offset: 60 };
  const view = timed(() => profileView({ folded, catalog, model: DEFAULT_MODEL, policy: DEFAULT_POLICY, now }));
  return [
    ...LENGTHS.map((length, n) => ({
      what: `one row added to ${length.toLocaleString('en')}`,
      figure: `${microseconds[n].toFixed(1)} µs`,
      ratio: `${(microseconds[n] / microseconds[0]).toFixed(2)} of that at ${LENGTHS[0].toLocaleString('en')}`,
    })),
    {
      what: 'growth of that with the log',
      figure: `N^${growth.toFixed(2)}`,
      target: 'N^0, so O(1)',
      met: growth < 0.15,
    },
    {
      what: `${REFOLDED.toLocaleString('en')} rows folded again`,
      figure: `${refold.toFixed(1)} ms`,
      ratio: `${(refold / bare).toFixed(0)} of reading them once`,
      target: '30 ms',
      met: refold <= 30,
    },
    {
      what: 'the whole profile read from that',
      figure: `${view.toFixed(1)} ms`,
      ratio: `${(view / refold).toFixed(2)} of folding it`,
    },
  ];
}
