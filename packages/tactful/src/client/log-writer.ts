import { AppendError, openAppender, type Appender, type Believed } from '../storage/append.js';
import type { Admission, Event, EventDraft, Receipt } from '../engine/event.js';
import type { Now } from '../worker/protocol.js';

type Refused = Extract<Receipt, { readonly kept: false }>;

/** This tab's end of the log: gates, writes and counts. */
export interface LogWriter {
  /** Admits now, writes now. Never rejects. */
  readonly write: (admit: () => Admission) => Promise<Receipt>;
  /** Holds writes back (at most 100) until the promise settles: whether a store is there is not known yet. */
  readonly holdUntil: (known: Promise<unknown>) => void;
  /** Uses the store on disk from now on. Says what the store believes; `undefined` when it was open already. */
  readonly openPen: (databaseName: string) => Promise<Believed | undefined>;
  readonly closePen: () => void;
  /** Resolves when every row offered so far has been written or refused: what is asked next sees them. */
  readonly settled: () => Promise<void>;
  readonly counts: () => {
    readonly offered: number;
    readonly kept: number;
    readonly dropped: Readonly<Record<string, number>>;
  };
}

const MOST_HELD = 100;

/** How rows get their stamp, and where they go when there is no disk. */
export interface LogWriterOptions {
  readonly replica: string;
  readonly clock: () => Now;
  readonly epoch: () => number;
  /** Told of every row: the worker folds it. Without a pen its promise is what "kept" means. */
  readonly pass: (rows: readonly Event[], stored: boolean) => Promise<void>;
}

/** A writer without a store: rows are passed to the worker's memory until a pen is opened. */
export function newLogWriter(options: LogWriterOptions): LogWriter {
  let pen: Appender | undefined;
  let penName: string | undefined;
  let hold: Promise<unknown> | undefined;
  let held = 0;
  const pending = new Set<Promise<Receipt>>();
  let offered = 0;
  let kept = 0;
  let counter = 0;
  const dropped: Record<string, number> = {};

  const refuse = (refused: Omit<Refused, 'kept'>): Receipt => {
    dropped[refused.reason] = (dropped[refused.reason] ?? 0) + 1;
    return { kept: false, ...refused };
  };
  const keep = (id: string): Receipt => {
    kept++;
    return { kept: true, id };
  };
  const stamp = (draft: EventDraft): Event => ({
    id: `${options.replica}:${String(counter++)}`,
    ...options.clock(),
    v: 1,
    ...draft,
  });
  const store = async (using: Appender, row: Event): Promise<Receipt> => {
    try {
      await using.append(row, options.epoch());
      // Told without waiting: the row is safe, and a worker that is gone reads it at the next start.
      options.pass([row], true).catch(() => undefined);
      return keep(row.id);
    } catch (error) {
      return refuse({ reason: error instanceof AppendError ? error.reason : 'storage-lost' });
    }
  };
  const remember = async (row: Event): Promise<Receipt> => {
    try {
      await options.pass([row], false);
      return keep(row.id);
    } catch {
      // The worker is gone and there is no disk: the row is lost, and counted as lost.
      return refuse({ reason: 'storage-lost' });
    }
  };
  const writeNow = (admit: () => Admission): Promise<Receipt> => {
    const admission = admit();
    if ('refusal' in admission) return Promise.resolve(refuse(admission.refusal));
    const row = stamp(admission.draft);
    return pen ? store(pen, row) : remember(row);
  };
  const writeLater = async (admit: () => Admission, known: Promise<unknown>): Promise<Receipt> => {
    held++;
    await known;
    held--;
    return writeNow(admit);
  };

  const writeInTurn = (admit: () => Admission): Promise<Receipt> => {
    if (!hold) return writeNow(admit);
    return held >= MOST_HELD ? Promise.resolve(refuse({ reason: 'buffer-full' })) : writeLater(admit, hold);
  };

  return {
    write: (admit) => {
      offered++;
      const written = writeInTurn(admit);
      pending.add(written);
      void written.then(() => pending.delete(written));
      return written;
    },
    settled: async () => {
      await Promise.all(pending);
    },
    holdUntil: (known) => {
      const settled = known.then(
        () => undefined,
        // Whoever asked handles the failure; here it only matters that the answer is in.
        () => undefined,
      );
      hold = settled;
      void settled.then(() => {
        if (hold === settled) hold = undefined;
      });
    },
    openPen: async (databaseName) => {
      if (pen && penName === databaseName) return undefined;
      const opened = await openAppender(databaseName, () => {
        pen = undefined;
      });
      pen = opened.appender;
      penName = databaseName;
      return opened.believed;
    },
    closePen: () => {
      pen?.close();
      pen = undefined;
    },
    counts: () => ({ offered, kept, dropped: { ...dropped } }),
  };
}
