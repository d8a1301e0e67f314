// Faults planted in the browser's own IndexedDB: the k-th call fails, once or for ever. Nothing is imitated; what fails is
// a real request, a real transaction, a real open.

/** The errors a call can end with. `TimeoutError`: it never ends. */
export const FAULTS = [
  'QuotaExceededError',
  'UnknownError',
  'AbortError',
  'InvalidStateError',
  'DataError',
  'ConstraintError',
  'ReadOnlyError',
  'TimeoutError',
] as const;

/** Which call fails how. */
export interface Fault {
  /** Counted from 1. */
  readonly call: number;
  readonly name: (typeof FAULTS)[number];
  readonly forever: boolean;
  /** A `put` is told that it succeeded before its transaction ends: a disk may be found full only when it is written to. */
  readonly told?: true;
}

/** A running fault. */
export interface Planted {
  /** How many calls there were. */
  readonly calls: () => number;
  /** Whether the fault came to be. */
  readonly fired: () => boolean;
  /** Looks at what is there while nothing is counted and nothing fails. */
  readonly aside: <Result>(look: () => Promise<Result>) => Promise<Result>;
  /** Takes the fault away. */
  readonly end: () => void;
}

type Method = (this: never, ...sent: never[]) => unknown;

const REQUESTS = ['get', 'getAll', 'getAllKeys', 'put', 'delete', 'clear', 'openCursor', 'count'] as const;
/** These are thrown by the call itself; the others come as events, later. */
const THROWN: ReadonlySet<string> = new Set(['DataError', 'ReadOnlyError', 'InvalidStateError']);

const fail = (target: object, name: string): void => {
  Object.defineProperty(target, 'error', { get: () => new DOMException('planted', name), configurable: true });
};

/** Lets nobody hear of these events; `then` may tell them something else. */
function hush(target: EventTarget, types: readonly string[], then?: (event: Event) => void): () => void {
  let open = false;
  for (const type of types)
    target.addEventListener(type, (event) => {
      if (open) return;
      event.stopImmediatePropagation();
      then?.(event);
    });
  return () => {
    open = true;
  };
}

function breakOpen(request: IDBOpenDBRequest, name: string): void {
  const told = { once: false };
  const open = hush(request, ['success', 'error', 'blocked', 'upgradeneeded'], ({ type }) => {
    if (type === 'upgradeneeded') request.transaction?.abort();
    if (type === 'success') request.result.close();
    if (type !== 'success' && type !== 'error') return;
    if (name === 'TimeoutError' || told.once) return;
    told.once = true;
    fail(request, name);
    open();
    request.dispatchEvent(new Event('error'));
  });
}

/** A transaction that hangs keeps nothing; left alone, one that nobody asks anything would be kept. */
function endUnheard(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // Ended already.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** One that was already told to end cannot be aborted by who asked; its browser can, and says so. */
function abortAsBrowser(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    hush(transaction, ['complete']);
    transaction.dispatchEvent(new Event('abort'));
  }
}

function breakRequest(request: IDBRequest, transaction: IDBTransaction, name: string): void {
  // A full disk may say so only at the end of the transaction, and not on the request.
  const open = hush(request, ['success', 'error'], () => {
    if (name === 'TimeoutError') {
      endUnheard(transaction);
      return;
    }
    open();
    fail(transaction, name);
    fail(request, name);
    abortAsBrowser(transaction);
    if (name !== 'QuotaExceededError') request.dispatchEvent(new Event('error'));
  });
  if (name === 'TimeoutError') hush(transaction, ['complete', 'abort', 'error']);
}

/** The request succeeds, and its transaction keeps nothing all the same. */
function breakAfterSuccess(request: IDBRequest, transaction: IDBTransaction, name: string): void {
  request.addEventListener('success', () => {
    fail(transaction, name);
    transaction.abort();
  });
}

/** Plants a fault in every call to IndexedDB of this page; without one, counts. */
export function plantFault(fault?: Fault): Planted {
  const undo: (() => void)[] = [];
  const silent = new WeakSet<IDBTransaction>();
  const doomed = new WeakSet<IDBTransaction>();
  let calls = 0;
  let fired = false;
  let isAside = false;
  let ended = false;
  const hit = (): Fault | undefined => {
    if (isAside || ended) return undefined;
    calls++;
    if (!fault || (fault.forever ? calls < fault.call : calls !== fault.call)) return undefined;
    fired = true;
    return fault;
  };
  const patch = (prototype: object, name: string, make: (original: Method) => Method): void => {
    const original = Reflect.get(prototype, name) as Method;
    Reflect.set(prototype, name, make(original));
    undo.push(() => Reflect.set(prototype, name, original));
  };
  const call = (original: Method, self: unknown, sent: readonly unknown[]): unknown =>
    Reflect.apply(original, self, sent);
  const hushed = (transaction: IDBTransaction): IDBTransaction => {
    silent.add(transaction);
    hush(transaction, ['complete', 'abort', 'error']);
    return transaction;
  };

  for (const name of ['open', 'deleteDatabase'])
    patch(IDBFactory.prototype, name, (original) => {
      return function (this: IDBFactory, ...sent: never[]) {
        const found = hit();
        const request = call(original, this, sent) as IDBOpenDBRequest;
        if (found) breakOpen(request, found.name);
        return request;
      };
    });
  patch(IDBFactory.prototype, 'databases', (original) => {
    return function (this: IDBFactory, ...sent: never[]) {
      const found = hit();
      if (found?.name === 'TimeoutError') return new Promise(() => undefined);
      return found ? Promise.reject(new DOMException('planted', found.name)) : call(original, this, sent);
    };
  });
  patch(IDBDatabase.prototype, 'transaction', (original) => {
    return function (this: IDBDatabase, ...sent: never[]) {
      const found = hit();
      if (found && found.name !== 'TimeoutError') throw new DOMException('planted', found.name);
      const transaction = call(original, this, sent) as IDBTransaction;
      if (found) return hushed(transaction);
      if (isAside || ended) return transaction;
      // The end is a call of its own: what was asked for may be kept or not, and who asked may never hear.
      transaction.addEventListener('complete', (event) => {
        const late = hit();
        if (!late) return;
        event.stopImmediatePropagation();
        if (late.name === 'TimeoutError') return;
        fail(transaction, late.name);
        transaction.dispatchEvent(new Event('abort'));
      });
      return transaction;
    };
  });
  // What is told to be kept at once could not be taken back any more when one of its requests fails.
  patch(IDBTransaction.prototype, 'commit', (original) => {
    return function (this: IDBTransaction) {
      return doomed.has(this) ? undefined : call(original, this, []);
    };
  });
  const patchRequest = (prototype: object, name: string, transactionOf: (self: never) => IDBTransaction): void => {
    patch(prototype, name, (original) => {
      return function (this: never, ...sent: never[]) {
        const transaction = transactionOf(this);
        const found = hit();
        if (found && THROWN.has(found.name)) throw new DOMException('planted', found.name);
        const request = call(original, this, sent) as IDBRequest;
        if (found) doomed.add(transaction);
        if (found?.told && name === 'put') breakAfterSuccess(request, transaction, found.name);
        else if (found) breakRequest(request, transaction, found.name);
        else if (silent.has(transaction))
          hush(request, ['success', 'error'], () => {
            endUnheard(transaction);
          });
        return request;
      } as Method;
    });
  };
  for (const name of REQUESTS)
    patchRequest(IDBObjectStore.prototype, name, (store: IDBObjectStore) => store.transaction);
  for (const name of ['update', 'delete'])
    patchRequest(IDBCursor.prototype, name, ({ source }: IDBCursor) =>
      source instanceof IDBIndex ? source.objectStore.transaction : source.transaction,
    );

  return {
    calls: () => calls,
    fired: () => fired,
    aside: async (look) => {
      isAside = true;
      try {
        return await look();
      } finally {
        isAside = false;
      }
    },
    end: () => {
      ended = true;
      for (const each of undo.splice(0)) each();
    },
  };
}
