import { AppendError, newReplica, openAppender, type Appender, type Believed } from '../storage/append.js';
import type { Admission, Event, EventDraft, Receipt } from '../engine/event.js';
import type { Calls, Now } from '../worker/protocol.js';

type Refused = Extract<Receipt, { readonly kept: false }>;

/** This tab's end of the log: gates, writes and counts. */
export interface LogWriter {
  /** Admits now, writes now. Never rejects. `own`: what the shopper does or says is not turned away by a flood of the page's. */
  readonly write: (admit: () => Admission, own?: boolean) => Promise<Receipt>;
  /** Holds writes back until the promise settles: whether a store is there, or still is, is not known yet. */
  readonly holdUntil: (known: Promise<unknown>) => void;
  /** Uses the store on disk from now on. Says what the store believes; `undefined` when it was open already. */
  readonly openPen: (databaseName: string) => Promise<Believed | undefined>;
  readonly closePen: () => void;
  /** Resolves when every row offered so far has been written or refused: what is asked next sees them. */
  readonly settled: () => Promise<void>;
  /** From now on rows come from another replica: what this one wrote may have been carried to another device. */
  readonly renew: () => void;
  /** Since the page began; offered = kept + dropped + waiting. */
  readonly counts: () => {
    readonly offered: number;
    readonly kept: number;
    readonly dropped: Readonly<Record<string, number>>;
    readonly waiting: number;
  };
}

/** So many rows may be on their way at once; beyond them what a page offers is dropped, and counted. */
const MOST_WAITING = 10_000;

/** How rows get their stamp, and where they go when there is no disk. */
export interface LogWriterOptions {
  readonly replica: string;
  readonly clock: () => Now;
  readonly epoch: () => number;
  /** Told of every row: the worker folds it. Without a pen its answer, how many it keeps, is what "kept" means. */
  readonly pass: (hint: Parameters<Calls['hint']>[0]) => Promise<number>;
  /** The pen was taken away: by the browser, the shopper or another tab. */
  readonly lost?: () => void;
}

/** A writer without a store: rows are passed to the worker's memory until a pen is opened. */
export function newLogWriter(options: LogWriterOptions): LogWriter {
  let pen: Appender | undefined;
  let penName: string | undefined;
  let hold: Promise<unknown> | undefined;
  let { replica } = options;
  const pending = new Set<Promise<Receipt>>();
  let offered = 0;
  let kept = 0;
  let waiting = 0;
  let counter = 0;
  const dropped: Record<string, number> = {};

  const refuse = (refused: Omit<Refused, 'kept'>): Receipt => {
    waiting--;
    dropped[refused.reason] = (dropped[refused.reason] ?? 0) + 1;
    return { kept: false, ...refused };
  };
  const keep = (id: string): Receipt => {
    waiting--;
    kept++;
    return { kept: true, id };
  };
  const stamp = (draft: EventDraft): Event => ({
    id: `${replica}:${String(counter++)}`,
    ...options.clock(),
    v: 1,
    ...draft,
  });
  const remember = async (row: Event, epoch: number): Promise<Receipt> => {
    try {
      if ((await options.pass({ rows: [row], stored: false, epoch })) > 0) return keep(row.id);
    } catch {
      // The worker is gone and there is no disk: the row is lost, and counted as lost.
    }
    return refuse({ reason: 'storage-lost' });
  };
  const store = async (using: Appender, row: Event): Promise<Receipt> => {
    const epoch = options.epoch();
    try {
      await using.append(row, epoch);
    } catch (error) {
      const reason = error instanceof AppendError ? error.reason : 'storage-lost';
      // The worker opens a store that was closed again. A row has its id: written twice it is one.
      return reason === 'storage-lost' ? remember(row, epoch) : refuse({ reason });
    }
    // Told without waiting: the row is safe, and a worker that is gone reads it at the next start.
    options.pass({ rows: [row], stored: true, epoch }).catch(() => undefined);
    return keep(row.id);
  };
  const writeNow = (admit: () => Admission): Promise<Receipt> => {
    const admission = admit();
    if ('refusal' in admission) return Promise.resolve(refuse(admission.refusal));
    const row = stamp(admission.draft);
    return pen ? store(pen, row) : remember(row, options.epoch());
  };
  const writeInTurn = (admit: () => Admission, own: boolean): Promise<Receipt> => {
    if (pending.size >= MOST_WAITING && !own) return Promise.resolve(refuse({ reason: 'buffer-full' }));
    return hold ? hold.then(() => writeNow(admit)) : writeNow(admit);
  };

  return {
    write: (admit, own = false) => {
      offered++;
      waiting++;
      const written = writeInTurn(admit, own);
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
        if (pen !== opened.appender) return;
        pen = undefined;
        options.lost?.();
      });
      pen?.close();
      pen = opened.appender;
      penName = databaseName;
      return opened.believed;
    },
    closePen: () => {
      pen?.close();
      pen = undefined;
    },
    renew: () => {
      replica = newReplica();
      counter = 0;
    },
    counts: () => ({ offered, kept, dropped: { ...dropped }, waiting }),
  };
}
