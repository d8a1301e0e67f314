import type { ConsentStates } from '../engine/event.js';
import { STORE_VERSION } from './format.js';
import { isMeta } from './is-meta.js';
import { openExisting } from './open-existing.js';
import { OPEN_DEADLINE_MS, within } from './store-exists.js';

/** Why an append did not last. */
export class AppendError extends Error {
  override readonly name = 'AppendError';
  readonly reason: 'quota' | 'storage-lost' | 'timeout';
  constructor(reason: AppendError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** What a transaction ended with. */
export function reasonOf(error: DOMException | null): AppendError {
  return new AppendError(error?.name === 'QuotaExceededError' ? 'quota' : 'storage-lost');
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

/** A connection to an existing store, and what the store believes. */
export interface Opened {
  readonly database: IDBDatabase;
  readonly believed: Believed | undefined;
  /** Gives it up: a connection that does not answer is no better than one that is gone. */
  readonly hung: () => void;
}

/**
 * Opens an existing store and reads what it believes. `lost` is told when the connection ends.
 *
 * Rejects when there is none, and with a `VersionError` when it is of a newer version.
 */
export async function openBelieved(name: string, lost: () => void = () => undefined): Promise<Opened> {
  const database = await openExisting(name, OPEN_DEADLINE_MS);
  // The worker makes the store. If it is not there any more, nobody may make an empty one here.
  if (!database) throw new AppendError('storage-lost');
  const end: { came?: true; tell?: () => void } = {};
  const hung = (): void => {
    end.came = true;
    database.close();
    end.tell?.();
  };
  database.onversionchange = database.onclose = hung;
  try {
    if (database.version > STORE_VERSION) throw newer(database.version);
    const believed = await within(readBelief(database), OPEN_DEADLINE_MS);
    if (end.came) throw new AppendError('storage-lost');
    end.tell = lost;
    return { database, believed, hung };
  } catch (error) {
    database.close();
    throw error;
  }
}
