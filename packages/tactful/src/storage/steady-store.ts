import type { MetaRecord } from './format.js';
import { isGone } from './open.js';
import { within } from './store-exists.js';
import { newMeta, type ConsentChange, type Store } from './store.js';

/** A store on disk while its connection lasts. */
export interface Disk {
  readonly store: Store;
  /** Takes back what has not ended and closes. */
  readonly abandon: () => void;
  /**
   * Makes a disk that failed fit to be written. Rejects where it is not. `relaxed` where the browser was killed, and not the
   * disk at fault: until it is done another kill loses all, and it is done sooner.
   */
  readonly heal: (durability: 'strict' | 'relaxed') => Promise<void>;
}

/** What a store needs in order to outlive its connection. */
export interface SteadyHow {
  /** Opens what is there again and makes it fit to be written. Rejects where there is nothing any more. */
  readonly reopen: () => Promise<Disk>;
  /** What takes over when the disk is given up, after the last that was known. */
  readonly memory: (known: MetaRecord) => Store;
  /** Told once, when the disk is given up. */
  readonly trouble: (why: string) => void;
  /** Told of every connection that was no good: what was written last may be torn. */
  readonly dropped?: () => void;
  readonly now: () => number;
  readonly actionMs?: number;
}

type Action = Exclude<keyof Store, 'mode' | 'close'>;
type Actions = Readonly<Record<Action, (...sent: readonly unknown[]) => Promise<unknown>>>;

const ACTION_DEADLINE_MS = 3000;
/** An import writes as much as fits in a store, and merging its files takes as long as the disk is slow. */
const LONG_DEADLINE_MS = 30_000;
const LONG: ReadonlySet<string> = new Set<Action>(['merge', 'scrub', 'destroy']);
/** At most one attempt in so long: a browser that refuses is not helped by being asked. */
const REOPEN_EVERY_MS = 10_000;
/** Errors of what was written, or of a disk that says it is full. Any other says that the connection is no good. */
const ITS_OWN: ReadonlySet<string> = new Set(['QuotaExceededError', 'DataError', 'ConstraintError', 'ReadOnlyError']);
/** What makes less known. It counts as done only where it reached the disk, since the disk is what the next page reads. */
const LESSENING: ReadonlySet<string> = new Set<Action>(['empty', 'removeRows', 'merge', 'destroy']);

/** What a browser calls an error of its storage. */
export const storageErrorOf = (error: unknown): string =>
  error instanceof DOMException ? error.name : 'unknown failure';

function mustReachDisk(name: Action, sent: readonly unknown[]): boolean {
  if (name !== 'changeConsent') return LESSENING.has(name);
  return Object.values((sent[0] as ConsentChange).consent).some((state) => state !== 'in');
}

/**
 * A store that lasts while its connections come and go: every action ends within 3 s, is tried once more over a new
 * connection where the old one is no good, and the disk is opened again at most every 10 s.
 *
 * Where that does not help, the disk is given up: `mode` is `memory` from then on, the epoch has moved and nothing is
 * agreed to, so whoever used the store starts anew with the stricter state. The action during which that happens rejects.
 */
export function steadyStore(first: Disk, how: SteadyHow): { readonly store: Store; readonly drop: () => void } {
  let disk: Disk | undefined = first;
  let memory: Store | undefined;
  let known = newMeta('');
  let reopening: Promise<Disk> | undefined;
  let opened = -Infinity;

  const drop = (bad = disk): void => {
    if (bad !== disk) return;
    disk = undefined;
    bad?.abandon();
    if (bad) how.dropped?.();
  };
  const openAgain = async (): Promise<Disk> => {
    if (how.now() - opened < REOPEN_EVERY_MS) throw new DOMException('storage was opened a moment ago', 'AbortError');
    opened = how.now();
    disk = await how.reopen();
    return disk;
  };
  const reopen = (): Promise<Disk> =>
    (reopening ??= openAgain().finally(() => {
      reopening = undefined;
    }));
  const giveUp = (error: unknown): never => {
    drop();
    // What was deleted is no trouble, and whoever used it was told.
    if (!memory && !isGone(error)) how.trouble(storageErrorOf(error));
    memory ??= how.memory(known);
    throw error;
  };
  const ask = async (asked: Disk, name: Action, sent: readonly unknown[]): Promise<unknown> => {
    const ms = how.actionMs ?? (LONG.has(name) ? LONG_DEADLINE_MS : ACTION_DEADLINE_MS);
    const result = await within((asked.store as Actions)[name](...sent), ms);
    if (name === 'readMeta' || name === 'changeConsent') known = result as MetaRecord;
    return result;
  };
  const askDisk = async (name: Action, sent: readonly unknown[]): Promise<unknown> => {
    const asked = disk ?? (await reopen().catch(giveUp));
    try {
      return await ask(asked, name, sent);
    } catch (error) {
      if (ITS_OWN.has(storageErrorOf(error))) throw error;
      drop(asked);
      // It has had its time: the next action opens again.
      if (storageErrorOf(error) === 'TimeoutError') throw error;
      // Where there is none any more, that is what is wrong.
      const next = disk ?? (await reopen().catch((why: unknown) => giveUp(isGone(why) ? why : error)));
      return ask(next, name, sent).catch(giveUp);
    }
  };
  const askMemory = async (using: Store, name: Action, sent: readonly unknown[]): Promise<unknown> => {
    if (mustReachDisk(name, sent)) {
      const again = await how.reopen();
      await ask(again, name, sent).finally(again.abandon);
    } else if (how.now() - opened >= REOPEN_EVERY_MS) {
      // For the pages after this one: what they write to a disk that was not made fit would be lost.
      opened = how.now();
      how.reopen().then(
        ({ abandon }) => {
          abandon();
        },
        () => undefined,
      );
    }
    return (using as Actions)[name](...sent);
  };
  const store = new Proxy({} as Store, {
    get: (_target, name: keyof Store) => {
      if (name === 'mode') return memory ? 'memory' : 'persistent';
      if (name === 'close')
        return () => {
          (memory ?? disk?.store)?.close();
        };
      // What a promise is asked for, where a store is returned by an async function.
      if ((name as string) === 'then') return undefined;
      return (...sent: readonly unknown[]) => (memory ? askMemory(memory, name, sent) : askDisk(name, sent));
    },
  });
  return { store, drop };
}
