import { readAffinities } from './affinity.js';
import { conditionAttributes } from './attributes.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import type { Candidate, Decision, DecisionTrace, Silence } from './decision.js';
import { exclude, exclusionContext, GATE_ORDER, SHOW_ME, type Excluded } from './exclusion.js';
import type { Contact } from './fold-contacts.js';
import type { Folded } from './folded.js';
import { groundsOf } from './grounds.js';
import { refusePermission } from './permission.js';
import type { Model, Policy } from './policy.js';
import type { ConsentStates, Purpose } from './purpose.js';
import { leaveOf, type OfferVerdict, type SilenceReason } from './reason.js';
import { groupTastes, type Taste } from './taste.js';
import { offerScore, offerUtility, utilityBasis, type Score, type UtilityBasis } from './utility.js';
import { visitAt } from './visit.js';

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
const STAGES: Readonly<Partial<Record<OfferVerdict, number>>> = Object.fromEntries(
  GATE_ORDER.map((verdict, stage) => [verdict, stage]),
);

interface Scored {
  readonly compiled: CompiledOffer;
  readonly taste: Taste;
  readonly wear: number;
  readonly score: Score;
}

interface Judged {
  readonly basis: UtilityBasis;
  /** The best few that both sides gain from, best first. */
  readonly best: readonly Scored[];
  /** A few that one side would pay for. */
  readonly lopsided: readonly Scored[];
  readonly counts: Partial<Record<OfferVerdict | 'CHOSEN', number>>;
  /** The exclusion that came furthest along the rules. */
  readonly furthest: Excluded | undefined;
}

/** Both sides must gain: not a weighted sum that lets one side pay for the other (science 7.3). */
function isWinWin({ promotional }: CompiledOffer, score: Score): boolean {
  return score.shopper >= 0 && (!promotional || score.business >= 0);
}

function isBetter(a: Scored, b: Scored): boolean {
  if (a.score.utility !== b.score.utility) return a.score.utility > b.score.utility;
  return a.compiled.offer.id < b.compiled.offer.id;
}

/** Keeps a short sorted list: sorting ten thousand to look at seven would cost more than the rules. */
function insert(best: Scored[], scored: Scored): void {
  const last = best[best.length - 1];
  if (best.length === SHORTLIST - 1 && last && !isBetter(scored, last)) return;
  let place = best.length;
  for (let before = best[place - 1]; before && isBetter(scored, before); before = best[place - 1]) place--;
  best.splice(place, 0, scored);
  if (best.length === SHORTLIST) best.pop();
}

function judge(input: DecideInput): Judged {
  const { catalog, folded, model, policy, at } = input;
  const affinities = readAffinities({ folded, catalog, model, at });
  const tasteOf = groupTastes(catalog.groups, affinities);
  const context = exclusionContext(input, { attributes: conditionAttributes(folded), tasteOf });
  const basis = utilityBasis(0, { catalog, model });
  const best: Scored[] = [];
  const lopsided: Scored[] = [];
  const counts: Judged['counts'] = {};
  let furthest: Excluded | undefined;
  let stage = -1;
  for (const compiled of catalog.offers) {
    const excluded = exclude(compiled, context);
    if (excluded) {
      const { verdict } = excluded;
      counts[verdict] = (counts[verdict] ?? 0) + 1;
      const reached = STAGES[verdict] ?? -1;
      if (reached > stage) {
        stage = reached;
        furthest = excluded;
      }
      continue;
    }
    const group = tasteOf(compiled.group);
    const priceFit = affinities.priceFit({ top: compiled.prefixes[0], z: compiled.priceZ });
    const seen = folded.seen.get(compiled.offer.id);
    const wear = seen ? readAnchored(seen, { at, halfLifeDays: policy.wear.halfLifeDays }) : 0;
    const score = offerScore(compiled, { group, priceFit, wear, basis });
    const gain = isWinWin(compiled, score);
    const verdict = gain ? 'OUTSCORED' : 'NOT_WIN_WIN';
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    const worst = best[SHORTLIST - 2];
    if (gain && worst && score.utility < worst.score.utility) continue;
    const scored: Scored = { compiled, taste: { ...group, priceFit }, wear, score };
    if (gain) insert(best, scored);
    else if (lopsided.length < SHORTLIST) lopsided.push(scored);
  }
  return { basis, best, lopsided, counts, furthest };
}

function candidate(
  { compiled, taste, wear }: Scored,
  how: { readonly verdict: Candidate['verdict']; readonly basis: UtilityBasis },
): Candidate {
  const { utility, contributions, features } = offerUtility(compiled, { taste, wear, basis: how.basis });
  const { verdict } = how;
  return {
    offerId: compiled.offer.id,
    verdict,
    utility,
    contributions,
    features,
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

function reasonFor(verdict: OfferVerdict | undefined): SilenceReason {
  // Up to there the catalogue speaks, not the shopper.
  if (verdict === undefined || GATE_ORDER.indexOf(verdict) <= GATE_ORDER.indexOf('OWNED')) return 'NOTHING_ELIGIBLE';
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
function bindingCause({ best, lopsided, furthest }: Judged): {
  readonly silence: Silence;
  readonly cause: readonly string[];
} {
  const scored = best.length > 0 ? 'BETTER_SILENT' : lopsided.length > 0 ? 'NOT_WIN_WIN' : undefined;
  const reason = scored ?? reasonFor(furthest?.verdict);
  const { cause = [], until, endedBy } = scored === undefined && furthest ? furthest : {};
  return {
    silence: {
      reason,
      leave: leaveOf(reason),
      ...(until !== undefined && Number.isFinite(until) ? { until } : {}),
      ...(endedBy ? { endedBy } : {}),
    },
    cause,
  };
}

/** Every offer by verdict: the chosen one is not among the outscored, and without one silence was better. */
function countsOf({ counts }: Judged, chosen: boolean): DecisionTrace['counts'] {
  const { OUTSCORED: eligible = 0, ...rest } = counts;
  if (!chosen) return eligible > 0 ? { ...rest, BETTER_SILENT: eligible } : rest;
  return { ...rest, CHOSEN: 1, ...(eligible > 1 ? { OUTSCORED: eligible - 1 } : {}) };
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
  const silence = { reason, leave: leaveOf(reason), ...(reason === 'CAPPED' ? { endedBy: SHOW_ME } : {}) };
  return trace(input, { offers: [], silence, shortlist: [], counts: {}, grounds: [], cause: [] });
}

/** What belonged to a visit ends with it, even when the next has left no row yet. */
function withVisit(input: DecideInput): DecideInput {
  const { folded } = input;
  const visit = visitAt(folded.visit, input);
  return visit.count === folded.visit.count
    ? input
    : { ...input, folded: { ...folded, visit, viewing: undefined, mark: undefined } };
}

/**
 * The next best offer, or silence.
 *
 * Permission (may anyone speak now?) before exclusion (may this offer speak?) before utility;
 * silence is a candidate with a utility of its own and wins every exact tie. Pure.
 */
export function decide(asked: DecideInput): DecisionTrace {
  const input = withVisit(asked);
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
  const { basis, best, lopsided } = judged;
  const [first] = best;
  const chosen = first && first.score.utility > input.model.tactMargin ? first : undefined;
  const loser = chosen ? 'OUTSCORED' : 'BETTER_SILENT';
  const candidates = [
    ...best.map((scored) => candidate(scored, { verdict: scored === chosen ? 'CHOSEN' : loser, basis })),
    ...lopsided.map((scored) => candidate(scored, { verdict: 'NOT_WIN_WIN', basis })),
  ];
  const shortlist = [silenceCandidate(input.model, !chosen), ...candidates].slice(0, SHORTLIST);
  const counts = countsOf(judged, chosen !== undefined);
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
