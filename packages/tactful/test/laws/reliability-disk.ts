import {
  readAtRest,
  databaseName,
  openMemoryStore,
  openPersistentStore,
  storeExists,
} from '../../src/storage/index.js';
import type { ConsentStates, Event } from '../../src/engine/index.js';
import type { ConsentRecord, DecisionRecord, ErasureRecord, LedgerRecord } from '../../src/storage/format.js';
import type { Store } from '../../src/storage/index.js';
import { removePlaces } from '../../src/storage/make-place.js';
import type { OpenDisk } from '../../src/worker/session.js';

/** What lies at rest, read past every host: the judge of the laws. */
export interface AtRest {
  readonly exists: boolean;
  readonly consent: ConsentStates;
  readonly history: readonly ConsentRecord[];
  readonly epoch: number;
  readonly rows: readonly Event[];
  readonly decisions: readonly DecisionRecord[];
  readonly ledger: readonly LedgerRecord[];
  readonly erasures: readonly ErasureRecord[];
  /** All of it as one text: what a canary is looked for in. */
  readonly text: string;
}

/** One disk that all tabs of a device share. */
export interface Disk {
  readonly scope: string;
  readonly open: OpenDisk;
  readonly exists: () => Promise<boolean>;
  readonly read: () => Promise<AtRest>;
  readonly end: () => Promise<void>;
}

const BARE: AtRest = {
  exists: false,
  consent: {},
  history: [],
  epoch: 0,
  rows: [],
  decisions: [],
  ledger: [],
  erasures: [],
  text: '',
};

async function contentsOf(store: Store): Promise<AtRest> {
  const { consent, history, epoch } = await store.readMeta();
  const rows = (await store.readSegments(new Set())).added.flatMap((segment) => segment.rows);
  const decisions = await store.readDecisions();
  const ledger = await store.readLedger();
  const erasures = await store.readErasures();
  const text = JSON.stringify([rows, decisions, ledger, erasures, await store.readControl()]);
  return { exists: true, consent, history, epoch, rows, decisions, ledger, erasures, text };
}

/** The memory adapter under all tabs: it stays when they close, and deleting it closes it under the others. */
export function memoryDisk(scope: string): Disk {
  const shared = openMemoryStore('5a17');
  const connections = new Set<() => void>();
  const exists = async (): Promise<boolean> => (await shared.readMeta()).revision > 0;
  return {
    scope,
    exists,
    open: (_scope, { closed }) => {
      connections.add(closed);
      return Promise.resolve({
        ...shared,
        destroy: async () => {
          connections.delete(closed);
          await shared.destroy();
          for (const tell of connections) tell();
          connections.clear();
          return false;
        },
        close: () => {
          connections.delete(closed);
        },
      });
    },
    read: async () => ((await exists()) ? contentsOf(shared) : BARE),
    end: () => Promise.resolve(),
  };
}

/** IndexedDB itself, in a browser. */
export function browserDisk(scope: string): Disk {
  const name = databaseName(scope);
  return {
    scope,
    exists: () => storeExists(name),
    open: openPersistentStore,
    read: async () => {
      const found = await readAtRest(scope);
      if (!found) return BARE;
      const { meta, events, decisions, ledger, control } = found;
      const text = JSON.stringify([events, decisions, ledger, control]);
      const { consent, history, epoch } = meta;
      return { ...BARE, exists: true, consent, history, epoch, rows: events, decisions, ledger, text };
    },
    end: () => removePlaces(name),
  };
}
