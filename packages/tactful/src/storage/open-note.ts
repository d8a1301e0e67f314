import { keepsALog } from './keeps-a-log.js';
import { within } from './store-exists.js';

// Whether the browser was killed while a page had the store open. Chromium writes a record of its log in two steps, goes on
// behind what a killed one left half written, and throws the whole database away when it next reads that: see
// docs/decisions/0022-a-note-of-who-has-the-store-open.md.

export const NOTE_PREFIX = 'open:';
export const HERE_CHANNEL = 'tactful:here';
/** A start waits for its note so long: on a slow disk it is put a little later. */
const PUT_MS = 1000;

/** What is said on the channel: a question after a scope, whose note stands for a page that is alive, and what was taken away. */
export interface Word {
  readonly scope: string;
  readonly here?: string;
  readonly taken?: readonly string[];
}

/** A page's note in the store that it has it open. */
export interface OpenNote {
  /** Puts the note, where it is not there, and waits a second for it. Never rejects; does nothing where there is no store. */
  readonly put: () => Promise<void>;
  /** Takes it back: nothing is agreed to, so nothing can be lost. */
  readonly takeBack: () => void;
  /** Takes it back, for good. */
  readonly close: () => void;
}

const NO_NOTE: OpenNote = {
  put: () => Promise.resolve(),
  takeBack: () => undefined,
  close: () => undefined,
};

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
const connectTo = (scope: string, gone: () => void): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const request = indexedDB.open(`tactful:${scope}`);
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

/** A note that is put once the store is there, and taken back when the page goes. Where no browser needs it, none. */
export function newOpenNote(scope: string): OpenNote {
  if (!keepsALog() || typeof BroadcastChannel !== 'function') return NO_NOTE;
  const key = NOTE_PREFIX + crypto.getRandomValues(new Uint32Array(2)).join('-');
  let channel: BroadcastChannel | undefined;
  let connection: IDBDatabase | undefined;
  let putting: Promise<void> | undefined;
  let wanted = false;
  let noted = false;
  let closed = false;
  const putNote = (metas: IDBObjectStore): void => {
    metas.put({ key });
  };
  const isWanted = (): boolean => wanted;
  // The last thing a page writes: it lasts though the page does not.
  const takeBack = (): void => {
    wanted = false;
    if (noted && connection) inMeta(connection, (metas) => metas.delete(key));
    noted = false;
  };
  const listen = (): BroadcastChannel => {
    addEventListener('pagehide', takeBack);
    const opened = new BroadcastChannel(HERE_CHANNEL);
    opened.onmessage = ({ data: { here, taken, ...asked } }: MessageEvent<Word>) => {
      if (!noted || asked.scope !== scope || here !== undefined) return;
      if (!taken) opened.postMessage({ scope, here: key });
      else if (taken.includes(key) && connection) inMeta(connection, putNote);
    };
    return opened;
  };
  const putNow = async (): Promise<void> => {
    channel ??= listen();
    connection ??= await connectTo(scope, () => {
      connection = undefined;
      noted = false;
    });
    if (!connection) return;
    if (closed) connection.close();
    else if (isWanted()) {
      inMeta(connection, putNote);
      noted = true;
    }
  };
  return {
    put: async () => {
      if (noted || closed) return;
      wanted = true;
      putting ??= putNow().finally(() => {
        putting = undefined;
      });
      // A browser that refuses rejects here.
      await within(putting, PUT_MS).catch(() => undefined);
    },
    takeBack,
    close: () => {
      takeBack();
      closed = true;
      removeEventListener('pagehide', takeBack);
      channel?.close();
      connection?.close();
    },
  };
}
