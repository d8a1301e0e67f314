import type { ConsentChoice, DecideInput, Opportunity } from './decide-input.js';
import { decide } from './decide.js';
import type { DecisionTrace } from './decision.js';
import type { Event } from './event.js';
import { foldLog } from './fold.js';
import { contactsBefore, type Exposure } from './ledger-contacts.js';
import type { ConsentState, ConsentStates } from './purpose.js';

/** A stored account, as far as a replay can use it. */
export type Replayable = DecisionTrace;

/** The configuration that a decision was made with. */
export type RunningShop = Pick<DecideInput, 'catalog' | 'purposes' | 'policy' | 'model' | 'config'>;

/** What is remembered now, later things included. */
export interface Memory {
  readonly rows: readonly Event[];
  readonly ledger: readonly Exposure[];
  readonly consent: ConsentStates;
  readonly history: readonly ConsentChoice[];
  readonly traces: readonly DecisionTrace[];
}

/** A decision that a second look came to as well, with what it was made from. */
export interface Replay {
  readonly input: DecideInput;
  /** The rows of then. */
  readonly rows: readonly Event[];
  /** The same input with other rows. */
  readonly withRows: (rows: readonly Event[]) => DecideInput;
}

/** So many chances are looked back at (science 7.6). */
const LOOKED_BACK = 64;

function consentAt({ consent, history }: Memory, at: number): ConsentStates {
  const then = (purpose: string, now: ConsentState): ConsentState => {
    const choices = history.filter((choice) => choice.purpose === purpose);
    const made = choices.filter((choice) => choice.at <= at).sort((a, b) => a.at - b.at);
    return choices.length === 0 ? now : (made[made.length - 1]?.state ?? 'pending');
  };
  return Object.fromEntries(Object.entries(consent).map(([purpose, state]) => [purpose, then(purpose, state)]));
}

function earlierThan(
  { decision: { id, at } }: DecisionTrace,
  traces: readonly DecisionTrace[],
): readonly Opportunity[] {
  return traces
    .flatMap(({ best, decision }) =>
      best === undefined || decision.direction !== 'inbound' || decision.at > at || decision.id === id
        ? []
        : [{ at: decision.at, utility: best }],
    )
    .sort((a, b) => a.at - b.at)
    .slice(-LOOKED_BACK);
}

function askedOf({ decision, asked = {} }: Replayable): Partial<DecideInput> {
  const { at, direction, channel, offers } = decision;
  const { most, audience, sector, moment, weather } = asked;
  // An answer to a wish counts as requested, however it was asked for; then it follows from the channel.
  const byWish = offers.some(({ wishes }) => wishes !== undefined);
  const said = {
    ...(moment ? { moment: { value: moment, at } } : {}),
    ...(weather ? { weather: { value: weather, at, offset: 0 } } : {}),
  };
  return {
    channel,
    ...(byWish ? {} : { direction }),
    ...(most === undefined ? {} : { most }),
    ...(audience ? { audience } : {}),
    ...(sector === undefined ? {} : { sector }),
    signals: { ...said, places: [] },
  };
}

/** Everything that a stored decision was made from, as far as it is still known. */
export function replayOf(
  trace: Replayable,
  { shop, memory }: { readonly shop: RunningShop; readonly memory: Memory },
): Replay {
  const { id, at, placement } = trace.decision;
  const { catalog, model, purposes, policy } = shop;
  const rows = memory.rows.filter((row) => row.at <= at && row.params['decision_id'] !== id);
  const rest = {
    ...shop,
    ...askedOf(trace),
    id,
    placement,
    at,
    offset: trace.offset,
    consent: consentAt(memory, at),
    choices: memory.history.filter((choice) => choice.at <= at),
    earlier: earlierThan(trace, memory.traces),
  };
  const withRows = (given: readonly Event[]): DecideInput => {
    const folded = foldLog(given, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes });
    return {
      ...rest,
      folded,
      contacts: contactsBefore({ at, id }, { logged: folded.contacts, ledger: memory.ledger }),
    };
  };
  return { input: withRows(rows), rows, withRows };
}

const countsOf = ({ counts }: DecisionTrace): string => Object.entries(counts).sort().join();

/** Whether two accounts came to the same: the same offers, or the same silence, and the same verdicts on all others. */
export function isSame(a: DecisionTrace, b: DecisionTrace): boolean {
  const said = ({ decision: { offers, silence } }: DecisionTrace): string =>
    [...offers.map(({ offerId }) => offerId), silence?.reason, silence?.until].join();
  return said(a) === said(b) && countsOf(a) === countsOf(b);
}

/**
 * A stored decision made again from what is remembered. `undefined` where it cannot be compared: another configuration,
 * or another outcome, because rows were forgotten or it rested on what is never kept.
 */
export function replayDecision(
  trace: Replayable,
  known: { readonly shop: RunningShop; readonly memory: Memory },
): Replay | undefined {
  if (trace.config !== known.shop.config) return undefined;
  const replay = replayOf(trace, known);
  return isSame(decide(replay.input), trace) ? replay : undefined;
}
