import {
  admitOwn,
  decide,
  explainDecision,
  foldLog,
  type CompiledCatalog,
  type ConsentStates,
  type DecideInput,
  type DecisionTrace,
  type Event,
  type EventName,
  type Explanation,
  type Model,
  type Now,
  type Opportunity,
  type Policy,
  type Purpose,
} from 'tactful/engine';
import { moneyOf, type DecisionMoney } from './replay-money.js';
import type { ReplayStep } from './replay-steps.js';
import { wordsFormat } from './words-format.js';

/** Everything a replay depends on besides its steps. */
export interface ReplaySetting {
  readonly catalog: CompiledCatalog;
  readonly policy: Policy;
  readonly model: Model;
  readonly purposes: readonly Purpose[];
  readonly consent: ConsentStates;
  readonly placement: string;
  /** Hash of catalog, policy, model and purposes. */
  readonly config: string;
  /** `replay`: a chosen offer becomes rows of the log. `log`: the log already holds what was shown. */
  readonly exposures: 'replay' | 'log';
  /** Milliseconds that only rise. Nothing but the two `…Ms` depends on it. */
  readonly stopwatch: () => number;
}

/** One decision of a replay, with what it was made from. */
export interface ReplayedDecision {
  readonly trace: DecisionTrace;
  /** For the shopper, in English. */
  readonly explanation: Explanation;
  readonly money: DecisionMoney;
  /** How many rows had been folded when it was made. */
  readonly rows: number;
  /** The basket that was bought right after it, where the step named one. */
  readonly upcoming: Event | undefined;
  readonly decideMs: number;
  readonly foldMs: number;
}

const LANGUAGE = 'en';
/** So many chances are looked back at, as the page does (science 7.6). */
const LOOKED_BACK = 64;

/** The rows by which the page tells that an offer was painted and looked at; without the second, wear would never grow. */
function exposureRows(trace: DecisionTrace, setting: ReplaySetting): readonly Event[] {
  const { id, at, offers, direction } = trace.decision;
  const [chosen] = offers;
  if (!chosen) return [];
  const names: readonly EventName[] = ['offer_shown', 'offer_seen'];
  const asked = chosen.wishes ? { wish_id: chosen.wishes.join(' '), direction } : {};
  const params = { decision_id: id, offer_id: chosen.offerId, ...asked };
  return names.flatMap((name, index): readonly Event[] => {
    const admission = admitOwn({ name, params }, setting);
    if ('refusal' in admission) return [];
    return [{ id: `${id}:${String(index + 1)}`, at, offset: trace.offset, v: 1, ...admission.draft }];
  });
}

function decideNow(
  log: readonly Event[],
  made: {
    readonly id: string;
    readonly now: Now;
    readonly setting: ReplaySetting;
    readonly earlier: readonly Opportunity[];
  },
): Omit<ReplayedDecision, 'upcoming'> {
  const { id, now, setting, earlier } = made;
  const { catalog, policy, model, stopwatch } = setting;
  const begun = stopwatch();
  const folded = foldLog(log, {
    catalog,
    model,
    wearHalfLifeDays: policy.wear.halfLifeDays,
    purposes: setting.purposes,
  });
  const ready = stopwatch();
  const at = Math.max(now.at, folded.latestAt);
  const input: DecideInput = {
    ...setting,
    id,
    at,
    offset: now.offset,
    folded,
    contacts: folded.contacts,
    earlier,
  };
  const trace = decide(input);
  const decided = stopwatch();
  const explanation = explainDecision(trace, {
    level: 'shopper',
    lang: LANGUAGE,
    log: new Map(log.map((row) => [row.id, row])),
    catalog,
    format: wordsFormat(catalog, { lang: LANGUAGE, offset: now.offset }),
  });
  const money = moneyOf(input, trace);
  return { trace, explanation, money, rows: folded.rows, decideMs: decided - ready, foldMs: ready - begun };
}

/** What was worth saying at the last chances, with this one: what a contact is worth keeping for. */
function withChance(earlier: readonly Opportunity[], { best, decision }: DecisionTrace): readonly Opportunity[] {
  if (best === undefined || decision.direction !== 'inbound') return earlier;
  return [...earlier, { at: decision.at, utility: best }].slice(-LOOKED_BACK);
}

/**
 * The steps one after the other: rows are added to a log that begins empty, decisions are made from
 * what the log holds at that moment and from nothing later.
 *
 * Lazy, so that each decision can be printed as it is made. The log is folded anew for each. The
 * same steps and setting give the same decisions.
 */
export function* replay(
  steps: Iterable<ReplayStep>,
  setting: ReplaySetting,
): Generator<ReplayedDecision, void, undefined> {
  const log: Event[] = [];
  let count = 0;
  let earlier: readonly Opportunity[] = [];
  for (const step of steps) {
    if (step.kind === 'row') {
      log.push(step.row);
      continue;
    }
    count++;
    const placed = step.placement === undefined ? setting : { ...setting, placement: step.placement };
    const made = decideNow(log, { id: `replay-${String(count)}`, now: step.now, setting: placed, earlier });
    earlier = withChance(earlier, made.trace);
    if (setting.exposures === 'replay') log.push(...exposureRows(made.trace, setting));
    yield { ...made, upcoming: step.upcoming };
  }
}
