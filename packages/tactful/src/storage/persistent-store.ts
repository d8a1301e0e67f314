import { isAnyIn } from '../engine/purpose.js';
import { databaseName } from './format.js';
import { diskStore } from './disk-store.js';
import { openMemoryStore } from './memory-store.js';
import { openStore } from './open.js';
import { keepsALog } from './overwrite.js';
import { steadyStore, type Disk } from './steady-store.js';
import { storeExists, within } from './store-exists.js';
import type { Store } from './store.js';
import { isTorn, markTorn } from './torn-mark.js';

/** Who opens a store on disk, and what it wants to hear. */
export interface PersistentHow {
  readonly salt: string;
  /** The store is gone: another tab deleted or upgrades it, or site data were cleared. What it held must not be used any more. */
  readonly closed: () => void;
  /** Whether a store was seen here a moment ago: where it has to be made all the same, what it held is lost. */
  readonly stored?: boolean;
  /** Told why the store is not, or not all, what it was: the disk was given up, or the browser lost what was there. */
  readonly trouble?: (why: string) => void;
  /** How long an action, or opening, may take. */
  readonly patience?: { readonly actionMs: number; readonly openMs: number };
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
}

const HEAL_DEADLINE_MS = 3000;

/**
 * The store on disk. Makes the database where there is none: call it only once consent allows.
 *
 * Rejects when storage is refused, damaged beyond opening, of a newer version, or silent. Later the store lasts: see
 * {@link steadyStore}.
 */
export async function openPersistentStore(scope: string, how: PersistentHow): Promise<Store> {
  const { salt, closed, trouble = () => undefined, patience, stored = false } = how;
  let drop: (disk: Disk | undefined) => void = () => undefined;
  const connect = async (existed: boolean): Promise<Disk> => {
    const connected: { disk?: Disk } = {};
    const database = await openStore(scope, {
      closed,
      terminated: () => {
        drop(connected.disk);
      },
      made: (loss) => {
        if (existed || loss !== undefined) trouble(`data loss: ${loss ?? 'all'}`);
      },
      ...(patience && { openMs: patience.openMs }),
    });
    return (connected.disk = diskStore(database, { scope, salt }));
  };
  const heal = async (disk: Disk): Promise<Disk> => {
    try {
      await within(disk.heal(), patience?.openMs ?? HEAL_DEADLINE_MS);
    } catch (error) {
      disk.abandon();
      throw error;
    }
    if (keepsALog()) void markTorn(scope, false);
    return disk;
  };
  const reopen = async (): Promise<Disk> => {
    if (!(await storeExists(databaseName(scope)))) {
      closed();
      throw new DOMException('store: gone', 'NotFoundError');
    }
    return heal(await connect(true));
  };
  const first = await connect(stored);
  // The page before this one may have seen it fail: what is written now would be lost with what is torn.
  if (keepsALog() && stored && (await within(isTorn(scope), HEAL_DEADLINE_MS))) await heal(first);
  let isMarked = !keepsALog();
  const { unscrubbed } = await within(first.store.readMeta(), patience?.actionMs ?? HEAL_DEADLINE_MS);
  const steady = steadyStore(first, {
    reopen,
    memory: (known) => openMemoryStore(salt, known),
    trouble,
    dropped: () => {
      if (keepsALog()) void markTorn(scope, true);
    },
    // Only once something is agreed to is there anything that could be lost.
    heard: ({ consent }) => {
      if (isMarked || !isAnyIn(consent)) return;
      isMarked = true;
      void isTorn(scope).then((torn) => (torn === undefined ? markTorn(scope, false) : undefined));
    },
    now: how.now ?? (() => performance.now()),
    ...(patience && { actionMs: patience.actionMs }),
  });
  drop = steady.drop;
  // An erasure that was cut short after it was done, and before its bytes were gone. Next time, where it does not go now.
  if (unscrubbed) steady.store.scrub().catch(() => false);
  return steady.store;
}
