import { DAY_MS, type Decision, type Event } from '../../src/engine/index.js';
import type { TrueContact } from './naive-caps.js';
import type { Tab } from './reliability-device.js';
import { canary } from './reliability-shop.js';

// What a person with pen and paper knows of a device: plain lists, and nothing of how it works.

/** A row whose receipt said that it was kept. */
export interface Kept {
  readonly id: string;
  readonly purpose: string;
  readonly word: string;
  readonly at: number;
  /** Days that such rows are kept; for ever where it is missing. */
  readonly days?: number;
  /** Offers that it closes. */
  readonly closes: readonly string[];
}

/** A row as it was seen at rest, and under which epoch. */
export interface Seen {
  readonly row: Event;
  readonly epoch: number;
  /** In which of the stores of this device, where the first was deleted. */
  readonly store: number;
}

/** The last decision, what the shopper had closed by then, and whether they agreed to being spoken to. */
export interface Decided {
  readonly decision: Decision;
  readonly closed: ReadonlySet<string>;
  readonly allowed: boolean;
}

/** What must be so. */
export interface Model {
  clock: number;
  /** The epoch at rest before the command. */
  epoch: number;
  /** What the shopper chose last, by purpose; missing: nothing yet, or forgotten with everything else. */
  chosen: Readonly<Record<string, 'in' | 'out'>>;
  kept: readonly Kept[];
  /** The bare "no"s that an erasure left. */
  rules: readonly Pick<Kept, 'purpose' | 'closes'>[];
  /** How many canaries were sent. */
  words: number;
  /** Words that were erased, forgotten or withdrawn: they must be nowhere. */
  readonly gone: Set<string>;
  /** Rows that were: they must never come back. */
  readonly dead: Set<string>;
  /** Rows that had grown too old when a worker started. */
  readonly aged: Set<string>;
  readonly seen: Map<string, Seen>;
  /** Whether there was a store at the last look, and how many were deleted. */
  stored: boolean;
  stores: number;
  /** What was truly shown since everything was last taken away. */
  shown: readonly TrueContact[];
  /** The latest moment at which a page wrote something down. */
  seenAt: number;
  /** What was offered and is not shown yet. */
  pending: readonly { readonly decisionId: string; readonly offerId: string }[];
  decisions: number;
  decided: Decided | undefined;
  /** The tab whose worker has just started, and when. */
  started: { readonly tab: Tab; readonly at: number } | undefined;
  /** How many rows of a tab were written under what was over already. */
  readonly overtaken: Map<Tab, number>;
  /** What the receipts of a tab said. */
  readonly receipts: Map<Tab, { kept: number; refused: number }>;
}

/** A shopper nobody knows. */
export function newModel(clock: number): Model {
  return {
    clock,
    epoch: 0,
    chosen: {},
    kept: [],
    rules: [],
    words: 0,
    gone: new Set(),
    dead: new Set(),
    aged: new Set(),
    seen: new Map(),
    stored: false,
    stores: 0,
    shown: [],
    seenAt: -Infinity,
    pending: [],
    decisions: 0,
    decided: undefined,
    started: undefined,
    overtaken: new Map(),
    receipts: new Map(),
  };
}

/** The offers that the shopper closed. */
export const closedIn = ({ kept, rules }: Model): ReadonlySet<string> =>
  new Set([...kept, ...rules].flatMap(({ closes }) => closes));

/** Whether anything is agreed to. */
export const isKnown = ({ chosen }: Model): boolean => Object.values(chosen).includes('in');

/** Takes rows away: their words must be nowhere from now on, and they must not come back. */
export function takeAway(model: Model, isTaken: (row: Pick<Kept, 'id' | 'purpose'>) => boolean): void {
  for (const { word } of model.kept.filter(isTaken)) if (word !== '') model.gone.add(word);
  for (const { row } of model.seen.values()) if (isTaken(row)) model.dead.add(row.id);
  model.kept = model.kept.filter((row) => !isTaken(row));
}

/** Nothing is left of what was done; what was said against being spoken to may be. */
export function takeAll(model: Model, rules: Model['rules']): void {
  takeAway(model, () => true);
  for (let n = 0; n < model.words; n++) model.gone.add(canary(n));
  model.rules = rules;
  model.shown = [];
  model.pending = [];
}

const isOld = (name: string, at: number, now: number): boolean => {
  const { days } = daysOf(name);
  return days !== undefined && at < now - days * DAY_MS;
};

/** What had grown too old at this moment is gone when a worker starts. */
export function growOld(model: Model): void {
  const { clock } = model;
  for (const { row } of model.seen.values()) if (isOld(row.name, row.at, clock)) model.aged.add(row.id);
  model.kept = model.kept.filter(({ at, days }) => days === undefined || at >= clock - days * DAY_MS);
}

/** How long a row is kept, as the documentation says it. */
export function daysOf(name: string): { readonly days?: number } {
  if (name.endsWith('_stated')) return {};
  return { days: name === 'purchase' || name.startsWith('offer_') ? 730 : 180 };
}
