import { isAnyIn } from '../engine/purpose.js';
import { databaseName } from './format.js';
import { diskStore } from './disk-store.js';
import { markAhead, markedStore, obeyMark } from './marked-store.js';
import { keepsALog } from './keeps-a-log.js';
import { notesLeft, removeNotes } from './notes-left.js';
import { isChosen } from './may-keep.js';
import { openMemoryStore } from './memory-store.js';
import type { NewStores } from './make-place.js';
import { isGone, openStore, storeGone, type Listening, type StoreDatabase } from './open.js';
import { steadyStore, type Disk } from './steady-store.js';
import { storeExists, within } from './store-exists.js';
import { isDeleted, markTorn, readMark } from './store-mark.js';
import type { Store } from './store.js';

/** Who opens a store on disk, and what it wants to hear. */
export interface PersistentHow {
  readonly salt: string;
  /** The store is gone: another tab deleted or upgrades it, or site data were cleared. What it held must not be used any more. */
  readonly closed: () => void;
  /** Whether a store was seen here a moment ago: where it has to be made all the same, what it held is lost. */
  readonly stored?: boolean;
  /** Told why the store is not, or not all, what it was: the disk was given up, or the browser lost what was there. */
  readonly trouble?: (why: string) => void;
  /** Where a new store is made. */
  readonly newStores?: NewStores;
  /** How long an action, or opening, may take. */
  readonly patience?: { readonly actionMs: number; readonly openMs: number };
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
}

const HEAL_DEADLINE_MS = 3000;
/** So long the browser has to end a deletion after it closed the connections. */
const GOING_MS = 200;

/** Whether there is anything that may be torn. In doubt there is. */
const isThere = (scope: string): Promise<boolean> => storeExists(databaseName(scope)).catch(() => true);

/** Opens what was seen. Where it is gone, and by its mark was not deleted, one is made in which refused is what was refused. */
async function openSeen(scope: string, listening: Listening): Promise<StoreDatabase> {
  try {
    return await openStore(scope, { ...listening, makes: false });
  } catch (error) {
    if (!isGone(error)) throw error;
    const { last } = (await readMark(scope)) ?? {};
    if (!last || isDeleted(last)) throw error;
    return openStore(scope, listening);
  }
}

/**
 * The store on disk. Makes the database where there is none: call it only once consent allows.
 *
 * Rejects when storage is refused, damaged beyond opening, of a newer version, or silent, and where the one that was seen
 * was deleted meanwhile. Later the store lasts: see
 * {@link steadyStore}.
 */
export async function openPersistentStore(scope: string, how: PersistentHow): Promise<Store> {
  const { salt, closed, trouble = () => undefined, patience, stored = false, newStores } = how;
  let drop: (disk: Disk | undefined) => void = () => undefined;
  const heal = async (disk: Disk): Promise<void> => {
    await within(disk.heal('strict'), patience?.openMs ?? HEAL_DEADLINE_MS);
    if (keepsALog()) void markTorn(scope, false);
  };
  /** A browser that was killed may have left a record half written. Where that cannot be mended it is tried at the next start. */
  const healAfterKill = async (disk: Disk, database: StoreDatabase): Promise<void> => {
    try {
      const left = await within(notesLeft(database, scope), patience?.actionMs ?? HEAL_DEADLINE_MS);
      if (left.length === 0) return;
      // On a slow disk it goes on behind the start.
      const healed = disk.heal('relaxed').then(() => removeNotes(database, scope, left));
      await within(healed, patience?.openMs ?? HEAL_DEADLINE_MS);
    } catch {
      // What is there can be read, and mostly nothing is half written.
    }
  };
  const connect = async (existed: boolean, heals: boolean): Promise<Disk> => {
    const connected: { disk?: Disk; made?: true; loss?: string } = {};
    // Before the database: what another tab does meanwhile must not look as if the mark were ahead.
    const before = readMark(scope);
    const listening = {
      closed,
      terminated: (): void => {
        // With its bucket, or with the site's data, the store is gone as a whole; a connection alone can be taken too.
        // Not at once: a bucket that is just going is still listed, and made anew by whoever looks into it.
        setTimeout(() => {
          void isThere(scope).then((there) => {
            if (there) drop(connected.disk);
            else closed();
          });
        }, GOING_MS);
      },
      made: (loss: string | undefined): void => {
        connected.made = true;
        if (existed || loss !== undefined) connected.loss = loss ?? 'all';
      },
      ...(patience && { openMs: patience.openMs }),
      newStores,
    };
    const database = await (existed ? openSeen(scope, listening) : openStore(scope, listening));
    const disk = diskStore(database, { scope, salt });
    let newest: string | undefined;
    try {
      const mark = await (connected.made ? readMark(scope) : before);
      // The browser may have thrown it away before anybody looked.
      const known = (await before)?.last;
      if (connected.made && known && !isDeleted(known)) connected.loss ??= 'all';
      if (connected.loss !== undefined) trouble(`data loss: ${connected.loss}`);
      // The page before this one may have seen it fail: what is written now would be lost with what is torn.
      if (heals || (existed && keepsALog() && mark?.torn)) await heal(disk);
      else if (existed) await healAfterKill(disk, database);
      if (mark?.last) {
        const obeying = obeyMark(database, { marked: mark.last, salt });
        const turnedBack = await within(obeying, patience?.actionMs ?? HEAL_DEADLINE_MS);
        if (turnedBack) trouble('data loss: turned back');
        else if (!connected.made) newest = mark.last.newest;
      }
    } catch (error) {
      disk.abandon();
      throw error;
    }
    return (connected.disk = { ...disk, store: markedStore(disk.store, { scope, newest, trouble }) });
  };
  const reopen = async (): Promise<Disk> => {
    try {
      if (!(await storeExists(databaseName(scope)))) throw storeGone();
      return await connect(true, true);
    } catch (error) {
      if (isGone(error)) closed();
      throw error;
    }
  };
  const first = await connect(stored, false);
  const meta = await within(first.store.readMeta(), patience?.actionMs ?? HEAL_DEADLINE_MS);
  // Only once something is agreed to is there anything that could be lost.
  if (isAnyIn(meta.consent)) void markAhead(scope, meta);
  const steady = steadyStore(first, {
    reopen,
    memory: (known) => openMemoryStore(salt, known),
    trouble,
    dropped: () => {
      if (keepsALog()) void isThere(scope).then((there) => (there ? markTorn(scope, true) : undefined));
    },
    now: how.now ?? (() => performance.now()),
    ...(patience && { actionMs: patience.actionMs }),
  });
  drop = steady.drop;
  // One that was cut short after the store was empty, and before it was deleted. Who starts then is as new as anybody.
  if (meta.goes && !isChosen(meta.consent)) {
    await steady.store.destroy({ sparing: true });
    throw storeGone();
  }
  // An erasure that was cut short after it was done, and before its bytes were gone. Next time, where it does not go now.
  if (meta.unscrubbed) steady.store.scrub().catch(() => undefined);
  return steady.store;
}
