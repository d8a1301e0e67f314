import type { Event } from '../engine/index.js';
import type {
  ConfigRecord,
  ControlRecord,
  DecisionRecord,
  ErasureRecord,
  LedgerRecord,
  MetaRecord,
  Segment,
} from './format.js';
import { acknowledgedSaying } from './spoken-row.js';
import { shownDecision } from './shown-decision.js';
import { newMeta, type Store } from './store.js';

/**
 * A store that ends with the page: what is used when storage is refused, or asked for.
 *
 * Same actions, same answers as the store on disk; only durability is missing, and `mode` says so.
 */
export function openMemoryStore(salt: string): Store {
  let meta: MetaRecord = newMeta(salt);
  const segments = new Map<string, Segment>();
  const decisions = new Map<string, DecisionRecord>();
  const ledger = new Map<string, LedgerRecord>();
  const configs = new Map<string, ConfigRecord>();
  const erasures = new Map<string, ErasureRecord>();
  const control = new Map<string, ControlRecord>();
  const write = (row: Event, epoch: number): void => {
    if (epoch === meta.epoch) segments.set(row.id, { id: row.id, to: 0, at: row.at, epoch, rows: [row] });
  };
  const clear = (): number => {
    const removed = segments.size;
    for (const store of [segments, decisions, ledger, configs, erasures, control]) store.clear();
    return removed;
  };
  return {
    mode: 'memory',
    readMeta: () => Promise.resolve(meta),
    readSegments: (known) =>
      Promise.resolve({
        added: [...segments.values()].filter(({ id }) => !known.has(id)),
        keys: new Set(segments.keys()),
      }),
    appendRows: (rows, epoch) => {
      for (const row of rows) write(row, epoch);
      return Promise.resolve();
    },
    changeConsent: ({ consent, records, purge }) => {
      if (purge) clear();
      meta = {
        ...meta,
        revision: meta.revision + 1,
        consent,
        history: [...meta.history, ...records],
        epoch: purge ? meta.epoch + 1 : meta.epoch,
      };
      return Promise.resolve(meta);
    },
    reserve: ({ record, fits }) => {
      const all = [...ledger.values()];
      if (record.epoch !== meta.epoch || !fits(all)) return Promise.resolve({ reserved: false, ledger: all });
      ledger.set(record.id, record);
      return Promise.resolve({ reserved: true });
    },
    settle: (decisionId, state) => {
      const known = ledger.get(decisionId);
      if (known) ledger.set(decisionId, { ...known, state });
      return Promise.resolve();
    },
    readLedger: () => Promise.resolve([...ledger.values()]),
    saveDecision: (record) => {
      decisions.set(record.id, record);
      return Promise.resolve();
    },
    readDecisions: () => Promise.resolve([...decisions.values()]),
    saveConfig: (record) => {
      configs.set(record.hash, record);
      return Promise.resolve();
    },
    readErasures: () => Promise.resolve([...erasures.values()]),
    readControl: () => Promise.resolve([...control.values()]),
    acknowledge: (record) => {
      control.set(record.id, record);
      return Promise.resolve();
    },
    removeRows: (ids, { erasure } = {}) => {
      if (erasure) erasures.set(erasure.id, erasure);
      let removed = 0;
      for (const id of ids) {
        const row = segments.get(id)?.rows[0];
        if (segments.delete(id)) removed++;
        ledger.delete((row && shownDecision(row)) ?? '');
      }
      return Promise.resolve(removed);
    },
    say: (saying) => {
      const done = control.get(saying.record.id)?.ack?.said;
      if (done) return Promise.resolve(done);
      const spoken = saying.speak(saying, { consent: meta.consent, purposes: saying.purposes });
      if ('row' in spoken) write(spoken.row, meta.epoch);
      meta = { ...meta, revision: meta.revision + 1 };
      control.set(saying.record.id, acknowledgedSaying(saying, spoken.said));
      return Promise.resolve(spoken.said);
    },
    empty: ({ rules, consent, history }) => {
      const removed = clear();
      meta = { ...meta, epoch: meta.epoch + 1, revision: meta.revision + 1, consent, history };
      for (const row of rules) write(row, meta.epoch);
      return Promise.resolve(removed);
    },
    destroy: () => {
      clear();
      meta = newMeta(salt);
      return Promise.resolve();
    },
    close: () => {
      clear();
    },
  };
}
