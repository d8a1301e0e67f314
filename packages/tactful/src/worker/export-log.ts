import { canonicalLog, type Event, type Now } from '../engine/index.js';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportDocument } from '../storage/format.js';
import { lineageOf } from '../storage/lineage.js';
import type { Calls } from './protocol.js';
import { unionOf } from './read-export.js';
import { lookAgain, type Session } from './session.js';

type Held = Omit<ExportDocument, 'format' | 'v' | 'profile'>;

/** A row with its fields in the order of the type, whoever wrote it. */
function inOrder({ id, at, offset, name, origin, purpose, params, v, source }: Event): Event {
  const row = { id, at, offset, name, origin, purpose, params, v };
  return source === undefined ? row : { ...row, source };
}

type Dated = { readonly at: number; readonly id: string };

const byTime = (a: Dated, b: Dated): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** What is held as the document of an export: the same bytes for the same rows, in whatever order they came. */
export function exportDocument({ exportedAt, scope, made, consent, ...held }: Held): ReturnType<Calls['export']> {
  return {
    format: EXPORT_FORMAT,
    v: EXPORT_VERSION,
    exportedAt,
    scope,
    ...(made && { made }),
    consent,
    events: canonicalLog(held.events).map(inOrder),
    erasures: unionOf(held.erasures),
    decisions: [...held.decisions].sort(byTime),
    ledger: [...held.ledger].sort(byTime),
  };
}

/** Everything held, without the profile: that is read on the page. */
export async function exportLog(session: Session, now: Now): Promise<ReturnType<Calls['export']>> {
  await lookAgain(session);
  const { store, meta, request, rows } = session;
  const [erasures = [], decisions = [], ledger = []] = await Promise.all([
    store?.readErasures(),
    store?.readDecisions(),
    store?.readLedger(),
  ]);
  const { scope } = request;
  return exportDocument({
    exportedAt: now.at,
    scope,
    ...(store && { made: { lineage: lineageOf(meta), epoch: meta.epoch } }),
    consent: meta.history,
    events: rows.all(),
    erasures,
    decisions,
    ledger,
  });
}
