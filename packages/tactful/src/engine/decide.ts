import { readAffinities } from './affinity.js';
import { conditionAttributes } from './attributes.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import type { Candidate, Decision, DecisionTrace, Silence } from './decision.js';
import { exclude, exclusionContext, GATE_ORDER, type Excluded } from './exclusion.js';
import type { Contact, Folded } from './folded.js';
import { groundsOf } from './grounds.js';
import { refusePermission } from './permission.js';
import type { Model, Policy } from './policy.js';
import type { ConsentStates, Purpose } from './purpose.js';
import { leaveOf, type OfferVerdict, type SilenceReason } from './reason.js';
import { readTaste, type Taste } from './taste.js';
import { offerUtility, type Utility } from './utility.js';

/** Everything a decision depends on. The same input gives the same decision on every engine. */
export interface DecideInput {
  readonly id: string;
  readonly placement: string;
  /** Epoch milliseconds: the later of the clock and the newest row, so that a clock moved back frees nothing. */
  readonly at: number;
  readonly offset: number;
  readonly folded: Folded;
  /** Contacts that count against caps: those of the log and those reserved in any tab. */
  readonly contacts: readonly Contact[];
  readonly catalog: CompiledCatalog;
  readonly purposes: readonly Purpose[];
  readonly consent: ConsentStates;
  readonly policy: Policy;
  readonly model: Model;
  /** Hash of catalog, policy, model and purposes. */
  readonly config: string;
}

const SHORTLIST = 8;

interface Scored {
  readonly compiled: CompiledOffer;
  readonly taste: Taste;
  readonly utility: Utility;
}

interface Judged {
  readonly scored: readonly Scored[];
  readonly excluded: readonly (readonly [CompiledOffer, Excluded])[];
}

function judge(input: DecideInput): Judged {
  const { catalog, folded, model, policy, at } = input;
  const affinities = readAffinities({ folded, catalog, model, at });
  const context = exclusionContext(input, { attributes: conditionAttributes(folded), affinities });
  const scored: Scored[] = [];
  const excluded: (readonly [CompiledOffer, Excluded])[] = [];
  for (const compiled of catalog.offers) {
    const reason = exclude(compiled, context);
    if (reason) {
      excluded.push([compiled, reason]);
      continue;
    }
    const taste = readTaste(compiled, affinities);
    const seen = folded.seen.get(compiled.offer.id);
    const wear = seen ? readAnchored(seen, { at, halfLifeDays: policy.wear.halfLifeDays }) : 0;
    const utility = offerUtility(compiled, { taste, wear, annoyance: 0, catalog, model });
    scored.push({ compiled, taste, utility });
  }
  return { scored, excluded };
}

/** Both sides must gain: not a weighted sum that lets one side pay for the other (science 7.3). */
function isWinWin({ compiled, utility }: Scored): boolean {
  return utility.shopper >= 0 && (!compiled.promotional || utility.business >= 0);
}

function byUtility(a: Scored, b: Scored): number {
  if (a.utility.utility !== b.utility.utility) return b.utility.utility - a.utility.utility;
  return a.compiled.offer.id < b.compiled.offer.id ? -1 : 1;
}

function candidate({ compiled, utility }: Scored, verdict: Candidate['verdict']): Candidate {
  return {
    offerId: compiled.offer.id,
    verdict,
    utility: utility.utility,
    contributions: utility.contributions,
    features: utility.features,
    probability: verdict === 'CHOSEN' ? 1 : 0,
  };
}

function silenceCandidate(model: Model, chosen: boolean): Candidate {
  return {
    offerId: null,
    verdict: chosen ? 'CHOSEN' : 'OUTSCORED',
    utility: model.tactMargin,
    contributions: [{ term: 'tact', value: model.tactMargin }],
    features: [],
    probability: chosen ? 1 : 0,
  };
}

const STATIC: ReadonlySet<OfferVerdict> = new Set([
  'NO_PURPOSE',
  'WRONG_PLACEMENT',
  'WRONG_CHANNEL',
  'NOT_YET',
  'EXPIRED',
  'CONDITION',
  'OWNED',
]);

function reasonFor(verdict: OfferVerdict | undefined): SilenceReason {
  if (verdict === undefined || STATIC.has(verdict)) return 'NOTHING_ELIGIBLE';
  switch (verdict) {
    case 'NEVER_LIST':
    case 'COOLDOWN':
    case 'CAPPED':
    case 'SATIATED':
    case 'WORN_OUT':
    case 'NOT_WIN_WIN':
    case 'BETTER_SILENT':
      return verdict;
    default:
      return 'NOTHING_FITS';
  }
}

/** The offer that came furthest along the rules says what bound the silence. */
function bindingCause(judged: Judged): { readonly silence: Silence; readonly cause: readonly string[] } {
  const losers: (readonly [OfferVerdict, Excluded | undefined])[] = [
    ...judged.excluded.map(([, reason]) => [reason.verdict, reason] as const),
    ...judged.scored.map((scored) => [isWinWin(scored) ? 'BETTER_SILENT' : 'NOT_WIN_WIN', undefined] as const),
  ];
  let furthest = -1;
  let binding: readonly [OfferVerdict, Excluded | undefined] | undefined;
  for (const loser of losers) {
    const stage = GATE_ORDER.indexOf(loser[0]);
    if (stage <= furthest) continue;
    furthest = stage;
    binding = loser;
  }
  const reason = reasonFor(binding?.[0]);
  const cause = binding?.[1]?.cause ?? [];
  const until = binding?.[1]?.until;
  return {
    silence: {
      reason,
      leave: leaveOf(reason),
      ...(until !== undefined && Number.isFinite(until) ? { until } : {}),
      ...endedBy(reason, cause),
    },
    cause,
  };
}

function endedBy(reason: SilenceReason, cause: readonly string[]): Pick<Silence, 'endedBy'> {
  if (reason === 'NEVER_LIST') return { endedBy: { do: 'forget', ids: cause } };
  if (reason === 'CAPPED' || reason === 'COOLDOWN')
    return { endedBy: { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } } };
  return {};
}

function countVerdicts(judged: Judged, chosen: Scored | undefined): DecisionTrace['counts'] {
  const counts: Partial<Record<OfferVerdict | 'CHOSEN', number>> = {};
  const count = (verdict: OfferVerdict | 'CHOSEN'): void => {
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  };
  for (const [, { verdict }] of judged.excluded) count(verdict);
  for (const scored of judged.scored) count(verdictOf(scored, chosen));
  return counts;
}

function verdictOf(scored: Scored, chosen: Scored | undefined): OfferVerdict | 'CHOSEN' {
  if (scored === chosen) return 'CHOSEN';
  if (!isWinWin(scored)) return 'NOT_WIN_WIN';
  return chosen ? 'OUTSCORED' : 'BETTER_SILENT';
}

function trace(
  input: DecideInput,
  found: Pick<DecisionTrace, 'shortlist' | 'counts' | 'grounds' | 'cause'> &
    Pick<Decision, 'offers'> & { readonly silence?: Silence },
): DecisionTrace {
  const { offers, silence, ...account } = found;
  const { id, placement, at, offset, config } = input;
  return {
    decision: { id, placement, at, direction: 'inbound', channel: 'slot', offers, ...(silence ? { silence } : {}) },
    offset,
    config,
    ...account,
  };
}

/** A silence for a reason that lies outside the engine: a deadline, a lost race, a worker that is not ready. */
export function silentTrace(input: DecideInput, reason: SilenceReason): DecisionTrace {
  const silence = { reason, leave: leaveOf(reason), ...endedBy(reason, []) };
  return trace(input, { offers: [], silence, shortlist: [], counts: {}, grounds: [], cause: [] });
}

/**
 * The next best offer, or silence.
 *
 * Permission (may anyone speak now?) before exclusion (may this offer speak?) before utility;
 * silence is a candidate with a utility of its own and wins every exact tie. Pure.
 */
export function decide(input: DecideInput): DecisionTrace {
  const refused = refusePermission(input);
  if (refused)
    return trace(input, {
      offers: [],
      silence: refused.silence,
      cause: refused.cause,
      shortlist: [],
      counts: {},
      grounds: [],
    });
  const judged = judge(input);
  const ranked = judged.scored.filter(isWinWin).sort(byUtility);
  const [best] = ranked;
  const chosen = best && best.utility.utility > input.model.tactMargin ? best : undefined;
  const candidates = [...ranked, ...judged.scored.filter((scored) => !isWinWin(scored))].slice(0, SHORTLIST - 1);
  const shortlist = [
    silenceCandidate(input.model, !chosen),
    ...candidates.map((scored) => candidate(scored, verdictOf(scored, chosen))),
  ];
  const counts = countVerdicts(judged, chosen);
  if (!chosen) return trace(input, { offers: [], ...bindingCause(judged), shortlist, counts, grounds: [] });
  const grounds = groundsOf(chosen.compiled, { taste: chosen.taste, folded: input.folded });
  const { offer } = chosen.compiled;
  const reasons = [...new Set(grounds.map(({ reason }) => reason))];
  return trace(input, {
    offers: [{ offerId: offer.id, content: offer.content, reasons, probability: 1 }],
    shortlist,
    counts,
    grounds,
    cause: [],
  });
}
