import {
  PROFILE_SUBJECTS,
  signalGroup,
  wordNeed,
  wordRow,
  type DataNeed,
  type ProfileSubject,
} from '../engine/index.js';
import { profileFormat } from './lens-format.js';
import type { StoreReport } from './lens-source.js';
import type { ViewRow, ViewSection } from './lens-view.js';
import type { DecisionWording } from './view-decision.js';
import type { Phrase } from './phrase.js';
import { phraseOf, viewProfileRow } from './view-profile-row.js';

interface Line {
  readonly subject: ProfileSubject | 'conflicts';
  readonly row: ViewRow;
}

/** Two purchases of one thing are two lines. */
function withOwnKeys(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map(({ subject, row }) => {
    const times = seen.get(row.key) ?? 0;
    seen.set(row.key, times + 1);
    return { subject, row: times === 0 ? row : { ...row, key: `${row.key} ${String(times)}` } };
  });
}

function linesOf(
  { scope, profile, catalog }: StoreReport,
  about: { readonly how: DecisionWording; readonly rowsOf: (ids: readonly string[]) => readonly ViewRow[] },
): readonly Line[] {
  const { how, rowsOf } = about;
  const wording = { ...how, key: scope, currency: catalog.currency, offset: profile.now.offset };
  const words = { words: how.words.profile, format: profileFormat(how.format, wording) };
  return withOwnKeys(
    profile.profile.map((row) => ({
      subject: row.sides ? ('conflicts' as const) : wordRow(row, words).subject,
      row: viewProfileRow(row, { ...wording, evidence: rowsOf(row.evidence) }),
    })),
  );
}

function viewNeed(
  need: DataNeed,
  { store, how }: { readonly store: StoreReport; readonly how: DecisionWording },
): ViewRow {
  const { words, format } = how;
  const { scope, events, profile, catalog } = store;
  const about = { ...how, currency: catalog.currency, offset: profile.now.offset };
  const wording = { words: words.profile, format: profileFormat(format, about) };
  const ids = events
    .filter(({ name, purpose }) => purpose === need.purpose && signalGroup(name) === need.signal)
    .map(({ id }) => id);
  return {
    key: `need ${scope} ${need.purpose} ${need.signal}`,
    what: phraseOf(wordNeed(need, wording)),
    provenance: 'observed',
    chip: words.you.need[need.verdict],
    details: [],
    actions: [{ label: [words.you.forgetNeed], command: { op: 'forget', scope, ids } }],
  };
}

/** What is known of the shopper, subject by subject, what is not, and what the rows are kept for. */
export function viewYou(
  store: StoreReport,
  about: {
    readonly how: DecisionWording;
    readonly rowsOf: (ids: readonly string[]) => readonly ViewRow[];
    /** What concerns all of it, as that it cannot be worked out here. */
    readonly notes: readonly Phrase[];
  },
): readonly ViewSection[] {
  const { how, notes } = about;
  const { words } = how;
  const { scope, profile } = store;
  const lines = linesOf(store, about);
  const rowsIn = (subject: Line['subject']): readonly ViewRow[] => {
    const rows = lines.filter((line) => line.subject === subject).map(({ row }) => row);
    // The last thing that happened is the first that is remembered.
    if (subject === 'done') rows.reverse();
    // What was not concluded comes after what was.
    return [
      ...rows.filter((row) => row.provenance !== 'withheld'),
      ...rows.filter((row) => row.provenance === 'withheld'),
    ];
  };
  const base = { tab: 'you', scope } as const;
  const subjects = PROFILE_SUBJECTS.map((name): ViewSection => {
    const { title, empty } = words.profile.subject[name];
    return { ...base, name, title, empty, notes: [], rows: rowsIn(name) };
  });
  const own = (name: 'conflicts' | 'needs', rows: readonly ViewRow[]): ViewSection => {
    const { title, note, empty } = words.section[name];
    return { ...base, name, title, notes: [[note]], empty, rows };
  };
  const conflicts = own('conflicts', rowsIn('conflicts'));
  const agreed = Object.values(store.consent).includes('in');
  const known = [conflicts, ...subjects].filter(({ rows }) => rows.length > 0);
  const absent = subjects.filter(({ rows }) => rows.length === 0).map(({ empty }) => empty);
  const rest: ViewSection = {
    ...base,
    name: 'rest',
    title: known.length > 0 ? words.section.rest.title : words.you.nothing,
    notes,
    empty: known.length > 0 ? absent.join(' ') : agreed ? words.you.soon : words.section.rest.empty,
    rows: [],
  };
  const ledger = own(
    'needs',
    profile.needs.map((need) => viewNeed(need, { store, how })),
  );
  return [...known, ...(known.length === 0 || absent.length > 0 || notes.length > 0 ? [rest] : []), ledger];
}
