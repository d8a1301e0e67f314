import type { ProfileRow } from 'tactful/engine';

/** What became of a conclusion since the whole wall hung there. */
export type Fate = 'stands' | 'weaker' | 'stronger' | 'fell' | 'new';

/** A conclusion, or what was not concluded, tied to the notes that it rests on. */
export interface Card {
  /** A name that an address can carry. */
  readonly name: string;
  /** Its place on the wall, from 1. */
  readonly number: number;
  /** As it is now, or as it was where it fell. */
  readonly row: ProfileRow;
  /** As it was with every note on the wall. */
  readonly was: ProfileRow | undefined;
  readonly fate: Fate;
  /** Numbers of the notes that it rests on now, and of those it rested on and lost. */
  readonly notes: readonly number[];
  readonly lost: readonly number[];
}

/** How many cards hang there before somebody asks for the rest. */
const SHOWN = 6;

/** The name of a card: what it concludes, in letters and digits. */
export function cardName({ id }: Pick<ProfileRow, 'id'>): string {
  return id
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** How far a figure must move to be told: what the eye can read on the card. */
const SEEN = 0.05;

/** What moves when notes go: how much more than the rest, else how sure, else on how much it rests. */
export function strengthOf({ estimate, confidence, kind, weight }: ProfileRow): number {
  if (kind === 'withheld') return 0;
  if (estimate?.unit === 'ratio') return estimate.value;
  return confidence < 1 ? 10 * confidence : weight;
}

function fateOf(now: ProfileRow | undefined, was: ProfileRow | undefined): Fate {
  if (!now) return 'fell';
  if (!was) return 'new';
  const moved = strengthOf(now) - strengthOf(was);
  if (Math.abs(moved) < SEEN) return 'stands';
  return moved < 0 ? 'weaker' : 'stronger';
}

/** What a class can make something of comes first; a shop's bookkeeping comes last. */
function rankOf({ rule, kind, facet, value, level, confidence }: ProfileRow): number {
  if (rule === 'conflict') return 0;
  if (kind === 'withheld') return rule === 'affinity' ? 0 : rule === 'intent' || rule === 'relationship' ? 1.4 : 4.5;
  if (rule === 'affinity') {
    const depth = facet === 'brand' ? 1.5 : value.includes('/') ? 0.8 : 0;
    return (Math.abs(level) < 0.1 ? 5 : 2) + depth - Math.min(2, Math.abs(level)) * (0.5 + confidence);
  }
  if (rule === 'intent') return 1.5;
  if (rule === 'price' || rule === 'rhythm') return facet === 'category' ? 6 : 1.6;
  return rule === 'satiation' ? 5 : 7;
}

/** A wall of one kind of thing would say one thing many times. */
const groupOf = ({ rule, kind, facet }: ProfileRow): string =>
  kind === 'withheld' ? kind : rule === 'affinity' ? facet : rule;

const MOST_OF: Readonly<Record<string, number>> = { category: 3, brand: 1, withheld: 2, rhythm: 1, price: 1 };

const concluded = (profile: readonly ProfileRow[]): readonly ProfileRow[] =>
  profile.filter(({ kind }) => kind !== 'fact');

/** The first few by rank, not too many of a kind; all of them where `more`. */
function chosen(rows: readonly ProfileRow[], more: boolean): readonly ProfileRow[] {
  if (more) return rows;
  const counts = new Map<string, number>();
  return [...rows]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .filter((row) => {
      const group = groupOf(row);
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      return count <= (MOST_OF[group] ?? SHOWN);
    })
    .slice(0, SHOWN);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

/** What the cards are made from: the profile with every note, and with those that are left. */
export interface CardsBase {
  readonly whole: readonly ProfileRow[];
  readonly left: readonly ProfileRow[];
  /** The number of the note that a row of the log belongs to. */
  readonly noteOf: (rowId: string) => number | undefined;
  readonly more: boolean;
}

/** The cards of a wall from the first note down, those that came since at the end; and how many are not shown. */
export function readCards({ whole, left, noteOf, more }: CardsBase): {
  readonly cards: readonly Card[];
  readonly hidden: number;
} {
  const before = new Map(concluded(whole).map((row) => [row.id, row]));
  const after = new Map(concluded(left).map((row) => [row.id, row]));
  const notesOf = (row: ProfileRow | undefined): readonly number[] =>
    [...new Set((row?.evidence ?? []).flatMap((id) => noteOf(id) ?? []))].sort((a, b) => a - b);
  const first = [...chosen([...before.values()], more)].sort((a, b) => mean(notesOf(a)) - mean(notesOf(b)));
  const since = chosen(
    [...after.values()].filter(({ id }) => !before.has(id)),
    more,
  );
  const cards = [...first, ...since].map((row, index): Card => {
    const was = before.get(row.id);
    const now = after.get(row.id);
    const notes = notesOf(now);
    return {
      name: cardName(row),
      number: index + 1,
      row: now ?? row,
      was,
      fate: fateOf(now, was),
      notes,
      lost: notesOf(was).filter((note) => !notes.includes(note)),
    };
  });
  return { cards, hidden: new Set([...before.keys(), ...after.keys()]).size - cards.length };
}
