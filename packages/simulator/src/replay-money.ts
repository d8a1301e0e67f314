import { decide, type Candidate, type DecideInput, type DecisionTrace, type SilenceReason } from 'tactful/engine';
import { pairedDifference, type Interval } from './bootstrap.js';
import { withoutRule } from './replay-lift.js';

/** What the model expects of one decision, in minor units. Expected, never measured. */
export interface DecisionMoney {
  /** Whether the shopper came by and at least one offer passed every rule: whether there was something to say. */
  readonly eligible: boolean;
  /** Margin beyond that of silence, of what was shown; 0 for a silence. */
  readonly expected: number;
  /** The same of what would have been shown with the rule behind the silence lifted; `undefined` where no rule was. */
  readonly forgone: number | undefined;
}

/** What the silences of one reason cost, in minor units. */
export interface RuleCost {
  readonly reason: SilenceReason;
  readonly times: number;
  /** Expected margin of what would have been said with this rule lifted and all others standing; `null` where none can be. */
  readonly forgone: number | null;
}

/** The money line of a replay. Shares are of 1, amounts in minor units. */
export interface ReplayMoney {
  readonly currency: string;
  readonly basis: typeof MONEY_BASIS;
  /** Decisions on the shopper's own page in which at least one offer passed every rule. */
  readonly eligible: number;
  readonly eligibleSilent: number;
  /** `null` where there was nothing to say. */
  readonly silentShare: number | null;
  /** Silences in which the shop's own content stood. */
  readonly leftDefault: number;
  /** Of all silences; `null` where there was none. */
  readonly leftDefaultShare: number | null;
  /** Over all decisions, beyond what silence would have earned. */
  readonly expectedMargin: Interval;
  readonly interval: typeof MONEY_INTERVAL;
  /** Dearest first; equals by name. */
  readonly rules: readonly RuleCost[];
}

/** What all amounts rest on. */
export const MONEY_BASIS = 'expected by the shipped priors, elicited; nothing is measured';
/** What the interval says, and what it does not. */
export const MONEY_INTERVAL =
  '95 %, bootstrap over decisions of what the model expects; not of what the priors may miss';

const businessOf = ({ contributions }: Candidate): number =>
  contributions.reduce((sum, { term, value }) => (term === 'business' ? sum + value : sum), 0);

const isChosen = ({ verdict, offerId }: Candidate): boolean => verdict === 'CHOSEN' && offerId !== null;

function expectedOf({ shortlist }: DecisionTrace): number {
  return shortlist.filter(isChosen).reduce((sum, each) => sum + businessOf(each), 0);
}

/** What the next best would have earned: it passed the rules, and silence or the win-win gate was in its way. */
function runnerUp({ shortlist, decision }: DecisionTrace): number | undefined {
  const stopped = decision.silence?.reason === 'NOT_WIN_WIN' ? 'NOT_WIN_WIN' : 'BETTER_SILENT';
  const values = shortlist.filter(({ verdict }) => verdict === stopped).map(businessOf);
  return stopped === 'NOT_WIN_WIN' && values.length > 0 ? Math.max(0, ...values) : values[0];
}

function forgoneIn(input: DecideInput, trace: DecisionTrace): number | undefined {
  const reason = trace.decision.silence?.reason;
  if (reason === undefined) return undefined;
  const lifted = withoutRule(input, reason);
  return lifted ? expectedOf(decide(lifted)) : runnerUp(trace);
}

/** What one decision is expected to earn, and what its silence to cost. Decides once more where a rule bound it. */
export function moneyOf(input: DecideInput, trace: DecisionTrace): DecisionMoney {
  const { CHOSEN = 0, OUTSCORED = 0, BETTER_SILENT = 0, NOT_WIN_WIN = 0 } = trace.counts;
  return {
    eligible: trace.decision.direction === 'inbound' && CHOSEN + OUTSCORED + BETTER_SILENT + NOT_WIN_WIN > 0,
    expected: expectedOf(trace),
    forgone: forgoneIn(input, trace),
  };
}

/** What the money line is made from. */
interface Accounted {
  readonly trace: Pick<DecisionTrace, 'decision'>;
  readonly money: DecisionMoney;
}

function costs(decisions: readonly Accounted[]): readonly RuleCost[] {
  const byReason = new Map<SilenceReason, RuleCost>();
  for (const { trace, money } of decisions) {
    const reason = trace.decision.silence?.reason;
    if (reason === undefined) continue;
    const { times = 0, forgone = null } = byReason.get(reason) ?? {};
    const sum = money.forgone === undefined ? forgone : (forgone ?? 0) + money.forgone;
    byReason.set(reason, { reason, times: times + 1, forgone: sum });
  }
  return [...byReason.values()].sort((a, b) => (b.forgone ?? -1) - (a.forgone ?? -1) || (a.reason < b.reason ? -1 : 1));
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The money line over all decisions of a replay. The same decisions give the same figures. */
export function replayMoney(decisions: readonly Accounted[], currency: string): ReplayMoney {
  const chances = decisions.filter(({ money }) => money.eligible);
  const silent = chances.filter(({ trace }) => trace.decision.silence);
  const silences = decisions.flatMap(({ trace }) => trace.decision.silence ?? []);
  const standing = silences.filter(({ leave }) => leave === 'default');
  const expected = decisions.map(({ money }) => money.expected);
  const { value, low, high } = pairedDifference([expected, expected.map(() => 0)]);
  const all = decisions.length;
  return {
    currency,
    basis: MONEY_BASIS,
    eligible: chances.length,
    eligibleSilent: silent.length,
    silentShare: shareOf(silent.length, chances.length),
    leftDefault: standing.length,
    leftDefaultShare: shareOf(standing.length, silences.length),
    expectedMargin: { value: value * all, low: low * all, high: high * all },
    interval: MONEY_INTERVAL,
    rules: costs(decisions),
  };
}
