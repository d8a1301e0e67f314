import { AppendError, openAppender } from '../src/storage/append.js';
import { databaseName, openPersistentStore } from '../src/storage/index.js';
import { segmentOf } from '../src/storage/may-keep.js';
import { openExisting } from '../src/storage/open-existing.js';
import { readAll, sweepFaults, type LifeOfSweep, type Sweep, type SweepOptions } from './fault-sweep.js';
import { outcomeOf } from './outcome-of.js';
import { replace } from './replace.js';
import { agree, row } from './store-contract.js';

// The sweep of the pen: a page opens it on a store that is there and writes at once, with the k-th call failing. What it was
// told is kept is there afterwards; what was refused is written again, as a page does, and is there once.

type Row = ReturnType<typeof row>;

/** A door to the pen, so that a defence can be taken away to see the sweep fail. */
export type OpenPen = (
  name: string,
) => Promise<Pick<Awaited<ReturnType<typeof openAppender>>, 'appender' | 'believed'>>;

/** What a sweep of the pen found. */
export interface PenSweep extends Sweep {
  /** Rows that were said to be kept while a fault was planted. */
  readonly acknowledged: number;
  readonly refused: number;
}

// Looks among what was said: the one kind is written with another durability, and over more stores.
const ROWS: readonly Row[] = [row('a:0'), row('a:1', 'preference_stated'), row('a:2'), row('a:3', 'purchase')];
const REASONS: ReadonlySet<string> = new Set(['quota', 'storage-lost', 'timeout'] satisfies AppendError['reason'][]);
const PATIENCE_MS = 5000;
/** The pen waits at most so long for anything. */
const PEN_DEADLINE_MS = 3000;
const HURRY = 10;

/** Has the deadlines of the pen come sooner: what hangs, hangs as well. How long nothing may take stays. Returns what ends it. */
function hurry(): () => void {
  const { setTimeout } = globalThis;
  return replace(globalThis, 'setTimeout', (act: () => void, ms = 0) =>
    setTimeout(act, ms > PEN_DEADLINE_MS ? ms : ms / HURRY),
  );
}

async function makeStore(scope: string): Promise<void> {
  const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
  await agree(store);
  store.close();
}

/** Writes rows at once, as a page does. Returns how each ended, in words: `kept`, or why it was refused. */
async function write(rows: readonly Row[], pen: Awaited<ReturnType<OpenPen>>): Promise<string[]> {
  const epoch = pen.believed?.epoch ?? 0;
  const endOf = async (each: Row): Promise<string> => {
    let end = 'kept';
    const outcome = await outcomeOf(() =>
      pen.appender.append(each, epoch).catch((error: unknown) => {
        end = error instanceof AppendError ? error.reason : String(error);
      }),
    );
    return outcome === 'done' ? end : outcome;
  };
  return Promise.all(rows.map(endOf));
}

/** What is written with the fault there, and what became of it. */
async function writeAll(
  scope: string,
  open: OpenPen,
): Promise<{ readonly ends: readonly string[]; readonly ms: number }> {
  const begun = performance.now();
  let pen: Awaited<ReturnType<OpenPen>> | undefined;
  const opened = await outcomeOf(async () => {
    pen = await open(databaseName(scope));
  });
  const openedMs = performance.now() - begun;
  // A page without a pen has its worker write.
  if (!pen) return { ends: ROWS.map(() => (opened === 'hung' ? opened : 'storage-lost')), ms: openedMs };
  const ends = await write(ROWS, pen);
  const ms = Math.max(openedMs, performance.now() - begun - openedMs);
  pen.appender.close();
  return { ends, ms };
}

/** Writes again what was refused, and returns what is there then. */
async function writeAgain(scope: string, refused: typeof ROWS): Promise<readonly string[]> {
  const pen = await openAppender(databaseName(scope));
  await write(refused, pen);
  pen.appender.close();
  return (await readAll(scope)).rows;
}

function wrongIn({ ends, ms }: Awaited<ReturnType<typeof writeAll>>, atRest: readonly string[]): readonly string[] {
  const lost = ROWS.filter(({ id }, index) => ends[index] === 'kept' && !atRest.includes(id));
  return [
    ...lost.map(({ id }) => `${id}: acknowledged, and lost`),
    ...ends.flatMap((end, index) => (end === 'kept' || REASONS.has(end) ? [] : [`${String(ROWS[index]?.id)}: ${end}`])),
    ...(ms > PATIENCE_MS ? [`took ${ms.toFixed()} ms`] : []),
  ];
}

/** Which points to try, and over which door. */
export interface PenSweepOptions extends Pick<SweepOptions, 'every' | 'errors' | 'told'> {
  readonly open?: OpenPen;
  /** The pen's deadlines come sooner. */
  readonly hurried?: true;
}

/** Tries every point of the sweep of the pen, or every so many-th. */
export async function sweepPen({ open = openAppender, hurried, ...options }: PenSweepOptions = {}): Promise<PenSweep> {
  let acknowledged = 0;
  let refused = 0;
  const life: LifeOfSweep = async (scope, planted) => {
    await planted.aside(() => makeStore(scope));
    const calm = hurried ? hurry() : () => undefined;
    const written = await writeAll(scope, open).finally(calm);
    const again = ROWS.filter((_, index) => written.ends[index] !== 'kept');
    acknowledged += ROWS.length - again.length;
    refused += again.length;
    return planted.aside(async () => {
      const wrong = wrongIn(written, (await readAll(scope)).rows);
      const there = (await writeAgain(scope, again)).join();
      return there === ROWS.map(({ id }) => id).join() ? wrong : [...wrong, `in the end: ${there}`];
    });
  };
  return { ...(await sweepFaults({ ...options, life })), acknowledged, refused };
}

/** A pen that says a row is kept when its request has succeeded: what the sweep must catch. */
export const openHastyPen: OpenPen = async (name) => {
  const { appender, believed } = await openAppender(name);
  const database = await openExisting(name, PEN_DEADLINE_MS);
  const write = (each: Row, epoch: number): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!database) throw new AppendError('storage-lost');
      const transaction = database.transaction('events', 'readwrite');
      const request = transaction.objectStore('events').put(segmentOf(each, epoch));
      request.onsuccess = () => {
        resolve();
      };
      transaction.onabort = request.onerror = () => {
        reject(new AppendError('storage-lost'));
      };
    });
  const close = (): void => {
    database?.close();
    appender.close();
  };
  return { believed, appender: { append: write, close } };
};
