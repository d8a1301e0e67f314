import { isAnyIn, refusalsIn } from '../engine/purpose.js';
import { newReplica } from './append.js';
import type {
  ConfigRecord,
  ControlRecord,
  DecisionRecord,
  ErasureRecord,
  LedgerRecord,
  MetaRecord,
  Segment,
} from './format.js';
import {
  mayAcknowledge,
  mayKeep,
  metaAfter,
  metaEmptied,
  readableOf,
  resultOf,
  rowsToKeep,
  segmentOf,
} from './may-keep.js';
import { lineageAfter } from './lineage.js';
import { mergedSegments } from './merge-rows.js';
import { DECISIONS_KEPT, pastExposures, pastLimit } from './past-limit.js';
import { splitRows } from './remove-rows.js';
import { isSaid } from './said-mark.js';
import { shownDecision } from './shown-decision.js';
import { acknowledgedSaying } from './spoken-row.js';
import { KEPT_CONFIGS, newMeta, type Store } from './store.js';

/** `meta` of a store that takes over from one that was lost: refusals stay, an agreement has to be given again. */
function metaBeside(known: MetaRecord, salt: string): MetaRecord {
  return { ...newMeta(salt), consent: refusalsIn(known.consent), epoch: known.epoch + 1 };
}

/** An action that happens at once, as one: what it throws rejects. */
function act<Result>(action: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(action());
  });
}

/**
 * A store that ends with the page: what is used when storage is refused, given up, or asked for.
 *
 * Same actions, same answers as the store on disk; only durability is missing, and `mode` says so. `known` is the state of
 * a store on disk that this one takes over from.
 */
export function openMemoryStore(salt: string, known?: MetaRecord): Store {
  let meta: MetaRecord = known ? metaBeside(known, salt) : newMeta(salt);
  let said: string | undefined;
  const segments = new Map<string, Segment>();
  const decisions = new Map<string, DecisionRecord>();
  const ledger = new Map<string, LedgerRecord>();
  const configs = new Map<string, ConfigRecord>();
  const erasures = new Map<string, ErasureRecord>();
  const control = new Map<string, ControlRecord>();
  const put = (segment: Segment): void => {
    segments.set(segment.id, segment);
  };
  const clear = (): number => {
    const removed = [...segments.values()].reduce((sum, { rows }) => sum + rows.length, 0);
    for (const store of [segments, decisions, ledger, configs, erasures, control]) store.clear();
    return removed;
  };
  const touch = (): void => {
    meta = { ...meta, revision: meta.revision + 1 };
  };
  const lookOver = (): void => {
    for (const segment of segments.values()) {
      const readable = readableOf(segment, meta);
      if (readable) put(readable);
      else segments.delete(segment.id);
    }
  };
  return {
    mode: 'memory',
    readMeta: () => act(() => meta),
    readSegments: (seen) =>
      act(() => {
        lookOver();
        return {
          added: [...segments.values()].filter(({ id }) => !seen.has(id)),
          keys: new Set(segments.keys()),
          said,
        };
      }),
    appendRows: (rows, epoch) =>
      act(() => {
        const kept = rowsToKeep(rows, { meta, epoch, erasures: [...erasures.values()] });
        for (const row of kept) put(segmentOf(row, epoch));
        if (kept.some(isSaid)) said = newReplica();
        return kept.length;
      }),
    noteNewest: () => Promise.resolve(),
    changeConsent: (change) =>
      act(() => {
        const after = metaAfter(meta, change);
        meta = after.meta;
        if (after.purge) clear();
        return meta;
      }),
    reserve: (reservation) =>
      act(() => {
        const { record } = reservation;
        const result = resultOf(reservation, { meta, said, ledger: [...ledger.values()] });
        if (result.reserved && mayKeep(meta, record.epoch)) ledger.set(record.id, record);
        return result;
      }),
    settle: (decisionId, state) =>
      act(() => {
        const record = ledger.get(decisionId);
        if (record && mayKeep(meta, record.epoch)) ledger.set(decisionId, { ...record, state });
      }),
    readLedger: () => act(() => [...ledger.values()]),
    expireLedger: (at) =>
      act(() => {
        for (const { id } of pastExposures([...ledger.values()], at)) ledger.delete(id);
        return [...ledger.values()];
      }),
    saveDecision: (record) =>
      act(() => {
        if (mayKeep(meta, record.epoch)) decisions.set(record.id, record);
      }),
    readDecisions: () =>
      act(() => {
        for (const { id } of pastLimit([...decisions.values()], DECISIONS_KEPT)) decisions.delete(id);
        return [...decisions.values()];
      }),
    saveConfig: (record) =>
      act(() => {
        if (isAnyIn(meta.consent)) configs.set(record.hash, record);
        for (const { hash } of pastLimit([...configs.values()], { most: KEPT_CONFIGS })) configs.delete(hash);
      }),
    readErasures: () => act(() => [...erasures.values()]),
    readControl: () => act(() => [...control.values()]),
    acknowledge: (record) =>
      act(() => {
        if (mayAcknowledge(meta, meta.epoch, record)) control.set(record.id, record);
      }),
    removeRows: (ids, { erasure, command } = {}) =>
      act(() => {
        const done = command && control.get(command.record.id)?.ack;
        if (done) return done.removed;
        if (erasure && isAnyIn(meta.consent)) erasures.set(erasure.id, erasure);
        let removed = 0;
        for (const segment of segments.values()) {
          const { left, gone } = splitRows(segment, ids);
          removed += gone.length;
          for (const row of gone) ledger.delete(shownDecision(row) ?? '');
          if (left.length === 0) segments.delete(segment.id);
          else if (gone.length > 0) put({ ...segment, rows: left });
        }
        touch();
        if (command)
          control.set(command.record.id, { ...command.record, ack: { at: command.at, removed, by: command.by } });
        return removed;
      }),
    say: (saying) =>
      act(() => {
        const done = control.get(saying.record.id)?.ack?.said;
        if (done) return done;
        const spoken = saying.speak(saying, { consent: meta.consent, purposes: saying.purposes });
        if ('row' in spoken) put(segmentOf(spoken.row, meta.epoch));
        touch();
        control.set(saying.record.id, acknowledgedSaying(saying, spoken.said));
        return spoken.said;
      }),
    merge: (plan) =>
      act(() => {
        lookOver();
        const all = [...segments.values()];
        const events = all.flatMap(({ rows }) => rows);
        const merge = plan({ meta, events, erasures: [...erasures.values()] });
        const { written, emptied } = mergedSegments(all, merge, meta.epoch);
        for (const row of events) if (merge.removed.has(row.id)) ledger.delete(shownDecision(row) ?? '');
        for (const id of emptied) segments.delete(id);
        for (const segment of written) put(segment);
        for (const erasure of merge.erasures) erasures.set(erasure.id, erasure);
        touch();
      }),
    empty: (remainder) =>
      act(() => {
        const removed = clear();
        meta = metaEmptied(meta, remainder);
        for (const row of remainder.rules) put(segmentOf(row, meta.epoch));
        return removed;
      }),
    // Whether a disk held anything before is not known here.
    scrub: () => Promise.resolve(),
    destroy: () =>
      act(() => {
        clear();
        // What is still on its way to what was here is nothing in what comes after it.
        meta = { ...newMeta(salt), epoch: meta.epoch + 1, ...lineageAfter(meta) };
        return false;
      }),
    close: () => {
      clear();
    },
  };
}
