import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { shopperLog } from './shopper-log.mjs';
import { median } from './stopwatch.mjs';

const TEXT = 2_000_000;
/** A page reads a file once, with nothing compiled yet: each round is a thread of its own. */
const ROUNDS = 7;
const TARGET_MS = 200;

const READER = 'packages/tactful/src/worker/read-export.ts';
const THREAD = `
const { parentPort, workerData: text } = require('node:worker_threads');
const timed = (work) => {
  const begun = performance.now();
  const result = work();
  return { ms: performance.now() - begun, result };
};
const parsed = timed(() => JSON.parse(text));
const first = timed(() => reader.readExport(text));
const again = timed(() => reader.readExport(text));
const { reading } = first.result;
parentPort.postMessage({ parsed: parsed.ms, first: first.ms, again: again.ms, rows: reading && reading.events.length });
`;

/** An export of one shopper's log, as long as fits into so many characters. */
function exportOf(characters) {
  const written = (events) =>
    JSON.stringify({
      format: 'tactful-export',
      v: 1,
      exportedAt: 1_746_446_400_000,
      scope: 'bench',
      consent: [],
      events,
      erasures: [],
      decisions: [],
      ledger: [],
      profile: [],
    });
  const perRow = written(shopperLog(1000)).length / 1000;
  const rows = Math.floor((0.99 * characters) / perRow);
  return { text: written(shopperLog(rows)), rows };
}

async function readInThread(code, text) {
  const worker = new Worker(`${code}\n${THREAD}`, { eval: true, workerData: text });
  const [told] = await once(worker, 'message');
  await worker.terminate();
  return told;
}

/** A file from another device of two million characters: every row checked and copied before any is taken in. */
export async function benchImport() {
  const { outputFiles } = await build({
    entryPoints: [READER],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'reader',
    write: false,
  });
  const { text, rows } = exportOf(TEXT);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await readInThread(outputFiles[0].text, text));
  const short = rounds.find((round) => round.rows !== rows);
  if (short) throw new Error(`${short.rows} of ${rows} rows were read`);
  const [parsed, first, again] = ['parsed', 'first', 'again'].map((key) => median(rounds.map((round) => round[key])));
  const ofParsing = (value) => `${(value / parsed).toFixed(1)} of parsing it as JSON`;
  return [
    {
      what: `${rows.toLocaleString('en')} rows read for the first time`,
      figure: `${first.toFixed(0)} ms`,
      ratio: ofParsing(first),
      target: `${TARGET_MS} ms`,
      met: first <= TARGET_MS,
    },
    { what: 'the same once more', figure: `${again.toFixed(0)} ms`, ratio: ofParsing(again) },
  ];
}
