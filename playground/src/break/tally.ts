import type { Attack } from './attacks.js';
import type { BeaconCount, TabHealth } from './tab-protocol.js';

/** What happened in one attack: nothing here is worked out, all of it was counted where it happened. */
export interface Run {
  readonly attack: Attack;
  /** The items that were clicked on, each once. */
  readonly items: readonly string[];
  /** `health()` of every page that was opened, the moment before it was closed. */
  readonly healths: readonly TabHealth[];
  readonly beacons?: BeaconCount;
  /** Milliseconds until the library answered once its worker was gone; `null` when it did not. */
  readonly answeredIn?: number | null;
}

/** The items that a page opened afterwards found, by either way. */
export interface Found {
  readonly ours: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
}

/** The counts of the library: `clicks = offered = kept + dropped + open`. */
export interface Tally {
  readonly clicks: number;
  readonly offered: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
  /** On their way when their page was closed: neither kept nor dropped by then. */
  readonly open: number;
  readonly found: number;
  /** Neither found nor refused with a reason. */
  readonly lost: number;
}

/** The counts of the other way, which knows only what it handed over. */
export interface OtherTally {
  readonly handed: number;
  readonly found: number;
  readonly lost: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How many were dropped, whatever the reason. */
export function droppedOf({ dropped }: Pick<Tally, 'dropped'>): number {
  return sum(Object.values(dropped));
}

function droppedIn(healths: readonly TabHealth[]): Readonly<Record<string, number>> {
  const dropped: Record<string, number> = {};
  for (const health of healths)
    for (const [reason, count] of Object.entries(health.dropped)) dropped[reason] = (dropped[reason] ?? 0) + count;
  return dropped;
}

const countFound = (items: readonly string[], found: ReadonlySet<string>): number =>
  items.filter((item) => found.has(item)).length;

/** The counts of the library over some attacks. */
export function tallyOf(runs: readonly Run[], { ours }: Found): Tally {
  const items = runs.flatMap((run) => run.items);
  const healths = runs.flatMap((run) => run.healths);
  const [offered, kept] = [sum(healths.map((health) => health.offered)), sum(healths.map((health) => health.kept))];
  const dropped = droppedIn(healths);
  const found = countFound(items, ours);
  return {
    clicks: items.length,
    offered,
    kept,
    dropped,
    open: offered - kept - droppedOf({ dropped }),
    found,
    lost: Math.max(0, items.length - found - droppedOf({ dropped })),
  };
}

/** The counts of the other way over the same attacks. */
export function otherTallyOf(runs: readonly Run[], { other }: Found): OtherTally {
  const items = runs.flatMap((run) => run.items);
  const found = countFound(items, other);
  return { handed: items.length, found, lost: items.length - found };
}

/** Whether the counts add up: every click was offered, and nothing that was kept is missing. */
export function addsUp({ clicks, offered, kept, open, found, lost }: Tally): boolean {
  return clicks === offered && open >= 0 && found >= kept && lost <= open;
}
