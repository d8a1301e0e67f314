import type { ConsentStates, Event } from '../engine/index.js';
import { isAnyIn, type ConsentState } from '../engine/purpose.js';
import type { ControlRecord, ErasureRecord, LedgerRecord, MetaRecord, Segment } from './format.js';
import { lineageErased } from './lineage.js';
import type { ConsentChange, Remainder, Reservation, ReservationResult } from './store.js';

// What every adapter asks inside its write transaction, of `meta` as that transaction sees it.

/** Whether something of this epoch may be written now. */
export function mayKeep(meta: MetaRecord, epoch: number): boolean {
  return meta.epoch === epoch && isAnyIn(meta.consent);
}

/** Whether a command may be marked as carried out. One to erase holds nothing, and after it nothing is `in`. */
export function mayAcknowledge(meta: MetaRecord, epoch: number, { op }: ControlRecord): boolean {
  return op === 'erase' ? meta.epoch === epoch : mayKeep(meta, epoch);
}

/** What of some rows may be kept now: nothing of another epoch, no row whose purpose is not `in`, and none that was erased. */
export function rowsToKeep(
  rows: readonly Event[],
  {
    meta,
    epoch,
    erasures,
  }: { readonly meta: MetaRecord; readonly epoch: number; readonly erasures: readonly ErasureRecord[] },
): readonly Event[] {
  if (meta.epoch !== epoch) return [];
  const erased = new Set(erasures.flatMap(({ ids = [] }) => ids));
  return rows.filter(({ id, purpose }) => meta.consent[purpose] === 'in' && !erased.has(id));
}

/** What a reserving transaction finds. */
interface Found {
  readonly meta: MetaRecord;
  readonly said: string | undefined;
  readonly ledger: readonly LedgerRecord[];
}

/** Whether an exposure may be reserved: it rests on all that was said, and what others have reserved leaves room. */
export function resultOf(
  { record, fits, isRead = () => true }: Reservation,
  { meta, said, ledger }: Found,
): ReservationResult {
  if (meta.epoch !== record.epoch || !isRead(meta.revision, said)) return { reserved: false, ledger, behind: true };
  return fits(ledger.filter(({ id }) => id !== record.id)) ? { reserved: true } : { reserved: false, ledger };
}

/** A row as a segment of its own. */
export function segmentOf(row: Event, epoch: number): Segment {
  return { id: row.id, to: Number(row.id.slice(row.id.indexOf(':') + 1)), at: row.at, epoch, rows: [row] };
}

/**
 * What of a segment may be read: nothing where it is of another epoch, and no row whose purpose was withdrawn.
 *
 * `track` cannot read before it writes, so this is where a "no" wins over a write that was in flight.
 */
export function readableOf(segment: Segment, { epoch, consent }: MetaRecord): Segment | undefined {
  if (segment.epoch !== epoch) return undefined;
  const rows = segment.rows.filter(({ purpose }) => consent[purpose] !== 'out');
  if (rows.length === segment.rows.length) return segment;
  return rows.length > 0 ? { ...segment, rows } : undefined;
}

const RANK = { out: 0, pending: 1, in: 2 } as const;

/**
 * `meta` after a choice, and whether what was kept goes with it.
 *
 * A purpose rises only by a choice that is recorded in the same change: a tab that still believes an older state raises
 * nothing by saying it again.
 */
export function metaAfter(
  base: MetaRecord,
  { consent: wanted, records, purge: asked, atStart = false }: ConsentChange,
): { readonly meta: MetaRecord; readonly purge: boolean } {
  const known = (purpose: string): ConsentState => base.consent[purpose] ?? 'pending';
  const raising = records.filter(({ purpose }) => !atStart || known(purpose) === 'pending');
  const chosen = Object.entries(wanted).filter(
    ([purpose, state]) =>
      RANK[state] <= RANK[known(purpose)] ||
      raising.some((record) => record.purpose === purpose && record.state === state),
  );
  const consent: ConsentStates = { ...base.consent, ...Object.fromEntries(chosen) };
  const purge = !isAnyIn(consent) && (asked || isAnyIn(base.consent));
  const meta: MetaRecord = {
    ...base,
    revision: base.revision + 1,
    consent,
    // Several tabs may say the same at once: it was chosen once.
    history: [
      ...base.history,
      ...records.filter(({ purpose, state }) => known(purpose) !== state && consent[purpose] === state),
    ],
    epoch: purge ? base.epoch + 1 : base.epoch,
  };
  return { meta, purge };
}

/** Whether anything was agreed to or refused. */
export const isChosen = (consent: ConsentStates): boolean =>
  Object.values(consent).some((state) => state !== 'pending');

/** `meta` after everything was erased but a remainder. */
export function metaEmptied(base: MetaRecord, { consent, history, bare = false, goes = false }: Remainder): MetaRecord {
  const epoch = base.epoch + 1;
  const emptied = { ...base, epoch, revision: base.revision + 1, consent, history, goes };
  return bare ? { ...emptied, since: 0 } : { ...emptied, ...lineageErased(base, epoch) };
}
