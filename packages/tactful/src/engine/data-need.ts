import type { DecisionTrace, FeatureEffect } from './decision.js';
import { SIGNAL_GROUPS, signalGroup, type SignalGroup } from './event-names.js';
import type { Event } from './event.js';
import type { Purpose } from './purpose.js';

/** One line of the data-need ledger: what is held of one signal for one purpose, and whether it did anything. */
export interface DataNeed {
  readonly purpose: string;
  readonly signal: SignalGroup;
  /** How many rows are held. */
  readonly rows: number;
  /** How many of the decisions at hand were moved by it. */
  readonly decisions: number;
  /** The latest of those, to be explained; absent where there is none. */
  readonly last?: { readonly id: string; readonly at: number };
  /** `untried` where nothing has been decided yet, so that nobody can say. */
  readonly verdict: 'used' | 'not_needed' | 'untried';
}

/** What an input of the response model is worked out from (science 7.4). Wear is of contacts, which caps need anyway. */
const READS: Readonly<Record<FeatureEffect['feature'], readonly SignalGroup[]>> = {
  affinity: ['views', 'purchases', 'searches'],
  priceFit: ['views', 'purchases'],
  stated: ['statements'],
  wear: ['statements'],
  discount: [],
  satiation: ['purchases'],
  due: ['purchases'],
  fatigue: ['statements'],
  goal: ['statements'],
  moment: ['moment'],
  support: ['views'],
  outbound: [],
};

function signalsIn(trace: DecisionTrace, bySignal: ReadonlyMap<string, SignalGroup>): ReadonlySet<SignalGroup> {
  const named = [...trace.cause, ...trace.grounds.flatMap(({ evidence }) => evidence)];
  const found = named.flatMap((id) => bySignal.get(id) ?? []);
  const moved = trace.shortlist.flatMap(({ features }) => features.filter(({ logit }) => logit !== 0));
  return new Set([...found, ...moved.flatMap(({ feature }) => READS[feature])]);
}

/**
 * The data-need ledger: which purpose and which decisions used each signal that is held.
 *
 * A signal counts as used by a decision when the decision names one of its rows, or when an input worked out from it
 * moved a candidate. What is held and moved nothing is reported as not needed: the shop could stop keeping it.
 */
export function dataNeeds(
  events: readonly Event[],
  known: { readonly purposes: readonly Purpose[]; readonly traces: readonly DecisionTrace[] },
): readonly DataNeed[] {
  const { purposes, traces } = known;
  const bySignal = new Map(events.map(({ id, name }) => [id, signalGroup(name)]));
  const used = traces.map((trace) => ({ trace, signals: signalsIn(trace, bySignal) }));
  return purposes.flatMap(({ id: purpose }) =>
    SIGNAL_GROUPS.flatMap((signal): readonly DataNeed[] => {
      const rows = events.filter((event) => event.purpose === purpose && bySignal.get(event.id) === signal).length;
      if (rows === 0) return [];
      const by = used.filter(({ signals }) => signals.has(signal)).map(({ trace: { decision } }) => decision);
      const last = by.reduce<DataNeed['last']>(
        (latest, { id, at }) => (latest === undefined || at > latest.at ? { id, at } : latest),
        undefined,
      );
      const verdict = by.length > 0 ? 'used' : traces.length > 0 ? 'not_needed' : 'untried';
      return [{ purpose, signal, rows, decisions: by.length, ...(last ? { last } : {}), verdict }];
    }),
  );
}
