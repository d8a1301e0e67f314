import { databaseName } from './format.js';
import { keepsALog } from './keeps-a-log.js';

// Whether the browser was killed while a page had the store open. Chromium writes a record of its log in two steps, goes on
// behind what a killed one left half written, and throws the whole database away when it next reads that: see
// docs/decisions/0022-a-note-of-who-has-the-store-open.md.

export const NOTE_PREFIX = 'open:';
export const HERE_CHANNEL = 'tactful:here';
const CONNECT_MS = 1000;

/** What is said on the channel: who asks after a scope, and whose note stands for a page that is alive. */
export interface Word {
  readonly scope: string;
  readonly here?: string;
}

/** A page's note in the store that it has it open. */
export interface OpenNote {
  /** Puts the note, where it is not there. Never rejects; does nothing where there is no store. */
  readonly put: () => Promise<void>;
  /** Takes it back, for good. */
  readonly close: () => void;
}

const NO_NOTE: OpenNote = { put: () => Promise.resolve(), close: () => undefined };

function inMeta(database: IDBDatabase, write: (metas: IDBObjectStore) => void): void {
  try {
    const transaction = database.transaction('meta', 'readwrite', { durability: 'relaxed' });
    write(transaction.objectStore('meta'));
    transaction.commit();
  } catch {
    // Closed meanwhile: there is nothing to note.
  }
}

/** A connection for a note alone, where the store lies among the origin's databases; `gone` is told when it ends. */
async function connectTo(scope: string, gone: () => void): Promise<IDBDatabase | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(resolve, CONNECT_MS);
      const request = indexedDB.open(databaseName(scope));
      // In the one engine that needs the note this leaves nothing behind.
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = () => {
        resolve(undefined);
      };
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = gone;
        database.onversionchange = () => {
          database.close();
          gone();
        };
        resolve(database);
      };
    });
  } catch {
    // A browser that refuses throws here.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A note that is put once the store is there, and taken back when the page goes. Where no browser needs it, none. */
export function newOpenNote(scope: string): OpenNote {
  if (!keepsALog() || typeof BroadcastChannel !== 'function') return NO_NOTE;
  const key = NOTE_PREFIX + crypto.getRandomValues(new Uint32Array(2)).join('-');
  let channel: BroadcastChannel | undefined;
  let connection: IDBDatabase | undefined;
  let putting: Promise<void> | undefined;
  let noted = false;
  let closed = false;
  const isClosed = (): boolean => closed;
  // The last thing a page writes: it lasts though the page does not.
  const takeBack = (): void => {
    if (noted && connection) inMeta(connection, (metas) => metas.delete(key));
    noted = false;
  };
  const listen = (): BroadcastChannel => {
    addEventListener('pagehide', takeBack);
    const opened = new BroadcastChannel(HERE_CHANNEL);
    opened.onmessage = ({ data }: MessageEvent<Word>) => {
      if (noted && data.scope === scope && data.here === undefined) opened.postMessage({ scope, here: key });
    };
    return opened;
  };
  const putNow = async (): Promise<void> => {
    channel ??= listen();
    connection ??= await connectTo(scope, () => {
      connection = undefined;
      noted = false;
    });
    if (isClosed()) connection?.close();
    else if (connection) {
      inMeta(connection, (metas) => metas.put({ key }));
      noted = true;
    }
  };
  return {
    put: async () => {
      if (noted || closed) return;
      await (putting ??= putNow().finally(() => {
        putting = undefined;
      }));
    },
    close: () => {
      takeBack();
      closed = true;
      removeEventListener('pagehide', takeBack);
      channel?.close();
      connection?.close();
    },
  };
}
