import type { ConsentStates, Event } from '../engine/event.js';
import { STORE_VERSION } from './format.js';
import { isMeta } from './is-meta.js';
import { openExisting } from './open-existing.js';
import { isSaid, type SaidMark } from './said-mark.js';
import { OPEN_DEADLINE_MS, within } from './store-exists.js';

// The main thread's half of the store: one put in the task of the call, committed at once, nothing
// read first. Raw IndexedDB, so that the page's first download carries no wrapper.

/** Why an append did not last. */
export class AppendError extends Error {
  override readonly name = 'AppendError';
  readonly reason: 'quota' | 'storage-lost' | 'timeout';
  constructor(reason: AppendError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

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

function reasonOf(error: DOMException | null): AppendError {
  return new AppendError(error?.name === 'QuotaExceededError' ? 'quota' : 'storage-lost');
}

function write(
  database: IDBDatabase,
  { row, epoch, hung }: { readonly row: Event; readonly epoch: number; readonly hung: () => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new AppendError('timeout'));
      hung();
    }, APPEND_DEADLINE_MS);
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer);
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

/** What a tab must know of the store to stamp its rows. */
export interface Believed {
  readonly epoch: number;
  readonly consent: ConsentStates;
}

const newer = (version: number): DOMException => new DOMException(`store version: ${String(version)}`, 'VersionError');

/** Reads what the store believes now; `undefined` when it says nothing readable. */
async function readBelief(database: IDBDatabase): Promise<Believed | undefined> {
  const transaction = database.transaction('meta', 'readonly');
  const request: IDBRequest<unknown> = transaction.objectStore('meta').get('meta');
  transaction.commit();
  await new Promise<unknown>((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => {
      reject(reasonOf(transaction.error));
    };
  });
  // Throws where a damaged file cannot be read: here that rejects.
  const meta = request.result;
  if (!isMeta(meta)) return undefined;
  if (meta.v > STORE_VERSION) throw newer(meta.v);
  return { epoch: meta.epoch, consent: meta.consent };
}

/**
 * Opens the pen on an existing store and reads what it believes. `lost` is told when it ends.
 *
 * Rejects when there is none, and with a `VersionError` when it is of a newer version: an older library never writes there.
 */
export async function openAppender(
  name: string,
  lost: () => void = () => undefined,
): Promise<{ readonly appender: Appender; readonly believed: Believed | undefined }> {
  const database = await openExisting(name, OPEN_DEADLINE_MS);
  // The worker makes the store. If it is not there any more, nobody may make an empty one here.
  if (!database) throw new AppendError('storage-lost');
  const end: { came?: true; tell?: () => void } = {};
  // A connection that does not answer is no better than one that is gone.
  const hung = (): void => {
    end.came = true;
    database.close();
    end.tell?.();
  };
  database.onversionchange = database.onclose = hung;
  let believed: Believed | undefined;
  try {
    if (database.version > STORE_VERSION) throw newer(database.version);
    believed = await within(readBelief(database), OPEN_DEADLINE_MS);
    if (end.came) throw new AppendError('storage-lost');
    end.tell = lost;
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    believed,
    appender: {
      append: (row, epoch) => write(database, { row, epoch, hung }),
      close: () => {
        database.close();
      },
    },
  };
}

export { storeExists } from './store-exists.js';
