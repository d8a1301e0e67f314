import type { Tactful } from '../client/index.js';
import type { Now } from '../engine/index.js';
import { DOORBELL_CHANNEL, readAtRest, storedScopes, type StoreContents } from '../storage/index.js';
import { calmly } from './calmly.js';
import type { LensSource, Look, StoreReport } from './lens-source.js';
import { ownCommand } from './own-command.js';
import { noCatalog, reportStore } from './report-store.js';
import { takeCommand } from './take-command.js';

/** What a site's own lens looks at. */
export interface StoreSourceOptions {
  /** The page's instance: commands go through it, and it is asked where nothing is on disk. */
  readonly tactful?: Tactful;
  /** The scope to look at; default that of `tactful`, else every scope of the origin. */
  readonly scope?: string;
  /** What time it is; default the device's clock, but never behind the log, since a shop may have a clock of its own. */
  readonly clock?: () => Now;
}

const deviceNow = (): Now => ({ at: Date.now(), offset: 0 - new Date().getTimezoneOffset() });

/** What an instance that keeps everything in memory says about itself: there is nothing at rest to read. */
async function reportMemory(tactful: Tactful): Promise<StoreReport> {
  const [events, profile, decisions] = await Promise.all([tactful.log(), tactful.profile(), tactful.decisions()]);
  return {
    scope: tactful.scope,
    consent: tactful.consent.get(),
    events: [...events].sort((a, b) => b.at - a.at),
    profile,
    decisions: [...decisions].sort((a, b) => b.at - a.at),
    catalog: noCatalog(),
    engine: 'same',
  };
}

interface Found {
  readonly stores: readonly StoreReport[];
  readonly unreadable: readonly string[];
}

type NowFor = (store: StoreContents) => Now;

/** The device's clock, but never behind the log: a shop with a clock of its own is read as of its own last row. */
function deviceNowFor({ events, decisions }: StoreContents): Now {
  const { at, offset } = deviceNow();
  return { at: [...events, ...decisions].reduce((latest, row) => Math.max(latest, row.at), at), offset };
}

async function readScope(scope: string, nowFor: NowFor): Promise<Found> {
  try {
    const contents = await readAtRest(scope);
    return { stores: contents ? [reportStore(contents, nowFor(contents))] : [], unreadable: [] };
  } catch {
    return { stores: [], unreadable: [scope] }; // newer than this version, or no answer in time: the lens says so
  }
}

async function readScopes(scopes: readonly string[], nowFor: NowFor): Promise<Found> {
  const found = await Promise.all(scopes.map((scope) => readScope(scope, nowFor)));
  return { stores: found.flatMap(({ stores }) => stores), unreadable: found.flatMap(({ unreadable }) => unreadable) };
}

/**
 * The lens's source on a site's own page: reads what is at rest on this origin and folds it again, asking no one.
 *
 * Rings of the doorbell and the instance's own events make it look again, at most four times a second. Commands go through the
 * instance where one is given, else they are left in the store for whichever page runs there, and carried out here when none
 * does so within 2 s.
 */
export function storeSource({ tactful, scope = tactful?.scope, clock }: StoreSourceOptions = {}): LensSource {
  const now = clock ?? deviceNow;
  const look = async (): Promise<Look> => {
    const found = await readScopes(scope === undefined ? await storedScopes() : [scope], clock ?? deviceNowFor);
    const inMemory = tactful?.health().status.storage === 'memory' && found.stores.length === 0;
    const stores = inMemory ? [await reportMemory(tactful)] : found.stores;
    return { snapshot: { site: location.host, takenAt: now().at, ...found, stores } };
  };
  const command: LensSource['command'] = async (order) => {
    const { at } = now();
    return tactful?.scope === order.scope ? ownCommand(tactful, { command: order, at }) : takeCommand(order, at);
  };
  const subscribe = (changed: () => void): (() => void) => {
    const calm = calmly(changed);
    const bell = new BroadcastChannel(DOORBELL_CHANNEL);
    bell.onmessage = calm.ring;
    const stops = [
      tactful?.on('profile', calm.ring),
      tactful?.on('decision', calm.ring),
      tactful?.on('consent', calm.ring),
    ];
    return () => {
      bell.close();
      calm.stop();
      for (const stop of stops) stop?.();
    };
  };
  return { look, command, subscribe, ...(tactful ? { health: () => tactful.health() } : {}) };
}
