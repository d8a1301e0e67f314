import type { DecisionRecord } from '../storage/index.js';
import type { Recalled } from './protocol.js';
import { givenOf, type Session } from './session.js';

/** With what a decision of this session, or of an earlier one on this device, is made again: plain data, for the page. */
export async function recallFor(session: Session, { trace }: DecisionRecord): Promise<Recalled> {
  const { request, rows, store, meta, decisions, ledger } = session;
  const { loaded, config, policy, model } = givenOf(session);
  const { purposes } = request;
  const stored = (await store?.readDecisions()) ?? [];
  const known = new Map([...decisions, ...stored.map((record) => [record.id, record] as const)]);
  return {
    trace,
    shop: { catalog: loaded.catalog, purposes, policy, model, config },
    memory: {
      rows: rows.all(),
      ledger,
      consent: meta.consent,
      history: meta.history,
      traces: [...known.values()].map((record) => record.trace),
    },
  };
}
