import { asJson, canonicalJson, erasureOfIds, growingFold, visibleEvents, type Event, type Now } from 'tactful/engine';
import type { Lang } from '../language.js';
import { conclude, concludeFrom, endOf, FOLDING, type Concluded } from './conclude.js';
import { readCards, type Card } from './read-cards.js';
import { tellSteps, type Told } from './tell-steps.js';
import { stepsOf, type WallState } from './wall-state.js';

/** What going without the notes in the bin changed. */
export interface Receipt {
  readonly removed: readonly Told[];
  readonly rows: number;
  readonly fell: readonly Card[];
  readonly weaker: readonly Card[];
  readonly stronger: readonly Card[];
  readonly fresh: readonly Card[];
  /** Erased and never done come to the same, byte for byte. */
  readonly proven: boolean;
}

/** A wall with everything that follows from its notes. */
export interface WallReading {
  readonly notes: readonly Told[];
  readonly gone: readonly number[];
  readonly cards: readonly Card[];
  readonly hidden: number;
  /** What follows from every note, and from those that are left. */
  readonly whole: Concluded;
  readonly left: Concluded;
  /** The rows of every note, by id. */
  readonly log: ReadonlyMap<string, Event>;
  readonly now: Now;
  readonly receipt: Receipt | undefined;
}

const rowsOf = (notes: readonly Told[]): readonly Event[] => notes.flatMap(({ rows }) => rows);

const bytes = ({ profile, tomorrow }: Concluded): string => canonicalJson(asJson({ profile, tomorrow }));

/**
 * Whether erasing rows comes to the same as never having had them. The two are made in different ways: one log is whole and
 * has an erasure, the other was told without these clicks and grew row by row, last row first.
 */
function isSame(rows: { readonly all: readonly Event[]; readonly never: readonly Event[] }, now: Now): boolean {
  const kept = new Set(rows.never.map(({ id }) => id));
  const ids = rows.all.map(({ id }) => id).filter((id) => !kept.has(id));
  const erasures = [erasureOfIds(ids, { id: 'bin', at: now.at })];
  const erased = conclude(visibleEvents({ events: rows.all, erasures }), now);
  const grown = growingFold(FOLDING);
  for (const row of [...rows.never].reverse()) grown.add([row]);
  return bytes(erased) === bytes(concludeFrom(grown.read(), now));
}

function receiptOf(reading: Omit<WallReading, 'receipt'>, never: readonly Event[]): Receipt | undefined {
  const { notes, gone, cards, now } = reading;
  if (gone.length === 0) return undefined;
  const removed = gone.flatMap((number) => notes[number - 1] ?? []);
  const whose = (fate: Card['fate']): readonly Card[] => cards.filter((card) => card.fate === fate);
  return {
    removed,
    rows: rowsOf(removed).length,
    fell: whose('fell'),
    weaker: whose('weaker'),
    stronger: whose('stronger'),
    fresh: whose('new'),
    proven: isSame({ all: rowsOf(notes), never }, now),
  };
}

/** The moment at which a wall is read: when its walk was over, whatever notes are gone. */
export function nowOf(state: Pick<WallState, 'walk' | 'own'>): Now {
  return endOf(Math.max(0, ...stepsOf(state).map(({ at }) => at)));
}

/** Everything that follows from a state. Pure: the same state gives the same wall. */
export function readTheWall(state: WallState, lang: Lang): WallReading {
  const steps = stepsOf(state);
  const { gone, more } = state;
  const now = nowOf(state);
  const notes = tellSteps(steps, { lang });
  const never = rowsOf(tellSteps(steps, { lang, without: gone }));
  const whole = conclude(rowsOf(notes), now);
  const left = gone.length === 0 ? whole : conclude(never, now);
  const numbers = new Map(notes.flatMap(({ number, rows }) => rows.map(({ id }) => [id, number] as const)));
  const { cards, hidden } = readCards({
    whole: whole.profile,
    left: left.profile,
    noteOf: (id) => numbers.get(id),
    more,
  });
  const log = new Map(rowsOf(notes).map((row) => [row.id, row]));
  const reading = { notes, gone, cards, hidden, whole, left, log, now };
  return { ...reading, receipt: receiptOf(reading, never) };
}

/** The cards that lie open. */
export function openCards({ turned }: Pick<WallState, 'turned'>, names: readonly string[]): readonly string[] {
  return turned === 'all' ? names : turned;
}

/** What the shop would say, or why it stays silent: equal for equal decisions. */
export function sayingOf({ tomorrow }: Concluded): string {
  const { offers, silence } = tomorrow.decision;
  return offers[0]?.offerId ?? silence?.reason ?? '';
}

/** The single notes without which tomorrow's offer would be another one, of those that are left. */
export function decisiveNotes(state: WallState, lang: Lang): readonly number[] {
  const steps = stepsOf(state);
  const now = nowOf(state);
  const saying = (without: readonly number[]): string =>
    sayingOf(conclude(rowsOf(tellSteps(steps, { lang, without })), now));
  const today = saying(state.gone);
  return steps
    .map((_, index) => index + 1)
    .filter((note) => !state.gone.includes(note) && saying([...state.gone, note]) !== today);
}
