// IndexedDB as promises: as much of it as the store needs, and no more.

/** A table of a transaction. A request that fails rejects, and ends the transaction. */
export interface Table<Value> {
  readonly get: (key: string) => Promise<Value | undefined>;
  readonly getAll: () => Promise<readonly Value[]>;
  readonly getAllKeys: () => Promise<readonly string[]>;
  readonly count: () => Promise<number>;
  readonly put: (value: Value) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
  readonly clear: () => Promise<unknown>;
}

/** Tables that are read and written all together or not at all. It ends by itself once nothing more is asked. */
export interface Transaction<Schema, Name extends keyof Schema> {
  readonly objectStore: <Own extends Name>(name: Own) => Table<Schema[Own]>;
  /** Resolves when everything is written, rejects when nothing is. */
  readonly done: Promise<void>;
}

/** An open database, with the tables of a schema. */
export interface Database<Schema> {
  readonly transaction: <Name extends keyof Schema & string>(
    names: Name | readonly Name[],
    mode: 'readonly' | 'readwrite',
    options?: IDBTransactionOptions,
  ) => Transaction<Schema, Name>;
  readonly get: <Name extends keyof Schema & string>(name: Name, key: string) => Promise<Schema[Name] | undefined>;
  readonly getAll: <Name extends keyof Schema & string>(name: Name) => Promise<readonly Schema[Name][]>;
  readonly count: (name: keyof Schema & string) => Promise<number>;
  readonly put: <Name extends keyof Schema & string>(name: Name, value: Schema[Name]) => Promise<unknown>;
  readonly close: () => void;
}

const refusal = (error: DOMException | null): DOMException =>
  error ?? new DOMException('storage refused', 'UnknownError');

/** What a request answers. */
export function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(refusal(request.error));
    };
  });
}

function tableOf<Value>(store: IDBObjectStore): Table<Value> {
  return {
    get: (key) => answerOf(store.get(key) as IDBRequest<Value | undefined>),
    getAll: () => answerOf(store.getAll() as IDBRequest<Value[]>),
    getAllKeys: () => answerOf(store.getAllKeys() as IDBRequest<string[]>),
    count: () => answerOf(store.count()),
    put: (value) => answerOf(store.put(value)),
    delete: (key) => answerOf(store.delete(key)),
    clear: () => answerOf(store.clear()),
  };
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(refusal(transaction.error));
    };
  });
  // Who waits for one of its requests hears of the failure there.
  done.catch(() => undefined);
  return done;
}

/** An open connection with promises. */
export function databaseOf<Schema>(raw: IDBDatabase): Database<Schema> {
  const transaction: Database<Schema>['transaction'] = (names, mode, options) => {
    const begun = raw.transaction(names as string | string[], mode, options);
    return { objectStore: (name) => tableOf(begun.objectStore(name)), done: endOf(begun) };
  };
  return {
    transaction,
    get: (name, key) => transaction(name, 'readonly').objectStore(name).get(key),
    getAll: (name) => transaction(name, 'readonly').objectStore(name).getAll(),
    count: (name) => transaction(name, 'readonly').objectStore(name).count(),
    put: async (name, value) => {
      const { objectStore, done } = transaction(name, 'readwrite');
      await objectStore(name).put(value);
      await done;
    },
    close: () => {
      raw.close();
    },
  };
}
