import type { CompiledCatalog, OfferClass, SilenceReason } from 'tactful/engine';
import { compareHits, type HitReport } from './hits.js';
import { replayMoney, type ReplayMoney } from './replay-money.js';
import type { ReplayedDecision } from './replay.js';

/** How often nothing was said for one reason. The depth follows from the reason. */
export interface SilenceCount {
  readonly reason: SilenceReason;
  readonly leave: 'default' | 'empty';
  readonly count: number;
}

/** What a replay came to. Depends on no clock: two replays of the same log give the same. */
export interface ReplaySummary {
  readonly decisions: number;
  readonly shown: number;
  /** The shown offers by class, most first. */
  readonly shownByClass: readonly { readonly class: OfferClass; readonly count: number }[];
  /** Most first; equals by name. */
  readonly silences: readonly SilenceCount[];
  readonly money: ReplayMoney;
  /** Only where decisions were followed by a basket. */
  readonly hits?: HitReport;
}

/** Median and 99th percentile (nearest rank) of some milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Median and 99th percentile by nearest rank; both 0 for no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: rank(sorted, 0.5), p99: rank(sorted, 0.99) };
}

function tally<Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1));
}

function countSilences(decisions: readonly ReplayedDecision[]): readonly SilenceCount[] {
  const silences = decisions.flatMap(({ trace }) => trace.decision.silence ?? []);
  const depths = new Map(silences.map(({ reason, leave }) => [reason, leave]));
  return tally(silences.map(({ reason }) => reason)).map(([reason, count]) => ({
    reason,
    leave: depths.get(reason) ?? 'default',
    count,
  }));
}

/** The figures of a replay: what was shown, what was left unsaid and why, what the baskets say about it. */
export function summarizeReplay(decisions: readonly ReplayedDecision[], catalog: CompiledCatalog): ReplaySummary {
  const shown = decisions.flatMap(({ trace }) => trace.decision.offers.slice(0, 1));
  const classes = shown.flatMap(({ offerId }) => catalog.byId.get(offerId)?.offer.class ?? []);
  const outcomes = decisions.flatMap(({ upcoming, trace }) =>
    upcoming ? [{ basket: upcoming, offerId: trace.decision.offers[0]?.offerId }] : [],
  );
  return {
    decisions: decisions.length,
    shown: shown.length,
    shownByClass: tally(classes).map(([offerClass, count]) => ({ class: offerClass, count })),
    silences: countSilences(decisions),
    money: replayMoney(decisions, catalog.currency),
    ...(outcomes.length > 0 ? { hits: compareHits(outcomes, catalog) } : {}),
  };
}
