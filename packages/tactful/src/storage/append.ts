import type { Event } from '../engine/event.js';
import { AppendError, openBelieved, reasonOf, type Believed } from './open-believed.js';
import { isSaid, type SaidMark } from './said-mark.js';

// The main thread's half of the store: one put in the task of the call, committed at once, nothing
// read first. Raw IndexedDB, so that the page's first download carries no wrapper.

/** One tab's pen: it writes and reads nothing. */
export interface Appender {
  /** Resolves when the row's transaction has completed. Rejects with {@link AppendError}. */
  readonly append: (row: Event, epoch: number) => Promise<void>;
  readonly close: () => void;
}

const APPEND_DEADLINE_MS = 3000;

/** 64 random bits as hexadecimal digits: the name of a tab's pen. */
export function newReplica(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Over all that must end in time. */
interface Watch {
  /** Begins; `late` is called where nobody says in time that it ended. */
  readonly over: (late: () => void) => () => void;
  /** Rests where nothing is on its way. */
  readonly rest: () => void;
}

/**
 * One timer for all that is on its way: one for each would be a sixteenth of what a row costs the page.
 *
 * Late is what the timer was set for. The clock says only how long until then, and never more than the deadline: a page may
 * put its own in the place of it, or may have stood still while the answer came.
 */
function newWatch(): Watch {
  const waiting = new Map<() => void, number>();
  let due: number;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = (until: number): void => {
    due = until;
    timer = setTimeout(look, Math.min(until - performance.now(), APPEND_DEADLINE_MS));
  };
  const look = (): void => {
    timer = undefined;
    // They began one after another: the first that still has time is followed by none that is late.
    for (const [late, until] of waiting) {
      if (until > due) {
        arm(until);
        break;
      }
      waiting.delete(late);
      late();
    }
  };
  return {
    over: (late) => {
      const until = performance.now() + APPEND_DEADLINE_MS;
      waiting.set(late, until);
      if (timer === undefined) arm(until);
      return () => waiting.delete(late);
    },
    rest: () => {
      if (waiting.size === 0) clearTimeout(timer);
    },
  };
}

function write(
  database: IDBDatabase,
  {
    row,
    epoch,
    watch,
    hung,
  }: { readonly row: Event; readonly epoch: number; readonly watch: Watch; readonly hung: () => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = watch.over(() => {
      reject(new AppendError('timeout'));
      hung();
    });
    const settle = (act: () => void) => (): void => {
      ended();
      act();
    };
    const counter = Number(row.id.slice(row.id.indexOf(':') + 1));
    try {
      const said = isSaid(row);
      // No store more than is written: in Chromium a page that ends while its row waits for a reader loses it.
      const transaction = database.transaction(said ? ['meta', 'events'] : ['events'], 'readwrite', {
        // Losing a purchase or a statement is worse than waiting for the disk; losing one view is not.
        durability: said ? 'strict' : 'relaxed',
      });
      // Other tabs decide without having heard of it: this they see.
      if (said) transaction.objectStore('meta').put({ key: 'said', id: newReplica() } satisfies SaidMark);
      transaction.objectStore('events').put({ id: row.id, to: counter, at: row.at, epoch, rows: [row] });
      transaction.oncomplete = settle(resolve);
      // A full disk may abort without an error event on the request, so only the transaction counts.
      transaction.onabort = settle(() => {
        reject(reasonOf(transaction.error));
      });
      transaction.commit();
    } catch (error) {
      settle(() => {
        reject(reasonOf(error instanceof DOMException ? error : null));
      })();
    }
  });
}

/**
 * Opens the pen on an existing store and reads what it believes. `lost` is told when it ends.
 *
 * Rejects when there is none, and with a `VersionError` when it is of a newer version: an older library never writes there.
 */
export async function openAppender(
  name: string,
  lost?: () => void,
): Promise<{ readonly appender: Appender; readonly believed: Believed | undefined }> {
  const { database, believed, hung } = await openBelieved(name, lost);
  const watch = newWatch();
  return {
    believed,
    appender: {
      append: (row, epoch) => write(database, { row, epoch, watch, hung }),
      close: () => {
        database.close();
        watch.rest();
      },
    },
  };
}

export { AppendError, type Believed } from './open-believed.js';
export { storeExists } from './store-exists.js';
