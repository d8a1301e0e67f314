import { canonicalLog, DAY_MS, expiredIds, type Erasure, type Event, type Now, type Purpose } from '../engine/index.js';
import { purposeOfRow, raisesConsent } from '../engine/admit-imported.js';
import { eraserOf, joinErasures } from '../engine/erasure.js';
import type { GateContext } from '../engine/event.js';
import { allowedPurpose } from '../engine/purpose.js';
import { agreedCopy } from '../engine/order.js';
import { canonicalJson } from '../engine/hash.js';
import { asJson } from '../engine/json.js';
import type { ImportReceipt, ImportRefusal } from '../storage/format.js';
import { isErasedSince } from '../storage/lineage.js';
import type { Held, Merge } from '../storage/merge-rows.js';
import { unionOf, type ExportReading } from './read-export.js';

/** What a merge is made with, beside what is held. */
export interface Merging {
  readonly purposes: readonly Purpose[];
  readonly now: Now;
  /** The id of the row that tells of the import. */
  readonly id: string;
}

/** What is to be written, and what to say of it. */
export interface Planned extends Merge {
  readonly receipt: ImportReceipt;
}

type Verdict = ImportRefusal | 'known' | 'taken';

/** One test for all erasures. Those of values meet nothing: only who has the key could apply them. */
function eraserFor(erasures: readonly Erasure[]): (row: Event) => boolean {
  const [first, ...more] = erasures.map((each): Erasure => ({ ...each, unseen: [] }));
  return first ? eraserOf(joinErasures([first, ...more])) : () => false;
}

function policyOf(row: Event, { gate, latest }: { readonly gate: GateContext; readonly latest: number }): Verdict {
  if (raisesConsent(row)) return 'raises-consent';
  const purpose = purposeOfRow(row, gate);
  // These are the two reasons that a purpose can give.
  if ('reason' in purpose) return purpose.reason === 'no-consent' ? 'no-consent' : 'not-needed';
  return row.at > latest ? 'not-yet' : 'taken';
}

const sameText = (a: Event, b: Event): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b));

/** The row that says that something was brought here; nothing where no purpose that is agreed to takes it. */
function toldRow(taken: readonly Event[], { now, id }: Merging, gate: GateContext): readonly Event[] {
  const news = taken.filter(({ name }) => name !== 'log_imported');
  const purpose = allowedPurpose('log_imported', gate);
  if (news.length === 0 || 'reason' in purpose) return [];
  return [
    {
      id,
      at: now.at,
      offset: now.offset,
      name: 'log_imported',
      origin: 'imported',
      purpose: purpose.id,
      params: { rows: news.length },
      v: 1,
    },
  ];
}

const counted = (verdicts: readonly Verdict[]): ReadonlyMap<Verdict, number> => {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
};

function receiptFor(
  verdicts: readonly Verdict[],
  { at, removed, personal }: { readonly at: number; readonly removed: number; readonly personal: number },
): ImportReceipt {
  const {
    taken: added = 0,
    known = 0,
    ...refused
  } = Object.fromEntries(counted(verdicts)) as Partial<Record<Verdict, number>>;
  return { at, added, known, removed, refused: personal > 0 ? { ...refused, 'personal-data': personal } : refused };
}

/**
 * What becomes of a file and of what is held: the union of the rows and of the erasures.
 *
 * An erasure of either side meets the rows of both. A file that this store made before it erased everything brings nothing. Of what is only in the file, a row is taken if its own purpose is `in`
 * here and lists it, if it raises no consent, and if it is neither too old to be kept nor a day ahead of the clock. Of a
 * row that both hold in different words all devices keep the same copy. Whoever merges again changes nothing.
 */
export function planMerge(held: Held, file: ExportReading, merging: Merging): Planned {
  const { now, purposes } = merging;
  const gate: GateContext = { purposes, consent: held.meta.consent };
  const latest = now.at + DAY_MS;
  // One that speaks of the future would forbid what is still to be said.
  const told = file.erasures.filter(({ at, before = 0, unseen = [] }) =>
    [at, before, ...unseen.map((each) => each.before)].every((moment) => moment <= latest),
  );
  const erasures = unionOf([...held.erasures, ...told]);
  const isErased = eraserFor(erasures);
  const isOfBefore = isErasedSince(held.meta, file.made);
  const here = new Map(held.events.map((row) => [row.id, row]));
  const removed = new Set(held.events.filter(isErased).map(({ id }) => id));
  const judge = (row: Event): Verdict => {
    if (isErased(row)) return 'erased';
    if (here.has(row.id)) return 'known';
    return isOfBefore ? 'erased-since' : policyOf(row, { gate, latest });
  };
  const judged = file.events.map((row) => ({ row, verdict: judge(row) }));
  const wanted = judged.filter(({ verdict }) => verdict === 'taken').map(({ row }) => row);
  const expired = new Set(
    expiredIds(canonicalLog([...held.events.filter(({ id }) => !removed.has(id)), ...wanted]), now.at),
  );
  const verdicts = judged.map(({ row, verdict }) =>
    verdict === 'taken' && expired.has(row.id) ? ('expired' as const) : verdict,
  );
  const taken = wanted.filter(({ id }) => !expired.has(id));
  const replaced = judged.flatMap(({ row, verdict }) => {
    const known = here.get(row.id);
    if (verdict !== 'known' || !known || sameText(known, row)) return [];
    const agreed = agreedCopy(known, row);
    return agreed === row && policyOf(row, { gate, latest }) === 'taken' ? [row] : [];
  });
  return {
    rows: [...replaced, ...taken, ...toldRow(taken, merging, gate)],
    removed,
    erasures,
    receipt: receiptFor(verdicts, { at: now.at, removed: removed.size, personal: file.personal }),
  };
}
