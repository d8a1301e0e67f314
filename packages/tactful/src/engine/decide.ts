import { askedWith } from './asked-with.js';
import { bindingSilence, firstRefusal, type Bound } from './binding-silence.js';
import type { DecideInput } from './decide-input.js';
import type { Candidate, ChosenOffer, DecisionTrace } from './decision.js';
import { groundsOf } from './grounds.js';
import { hasRoom } from './has-room.js';
import { inTone } from './in-tone.js';
import { judge, type Judged } from './judge.js';
import { permissionIn, SHOW_ME } from './permission.js';
import { leaveOf, type SilenceReason } from './reason.js';
import { readersFor, utilityOf, type Readers, type Scored } from './scoring.js';
import { silenceUtility } from './silence-utility.js';
import { situationOf, type Situation } from './situation.js';
import { slate } from './slate.js';

export type { Audience, ConsentChoice, DecideInput, Opportunity } from './decide-input.js';

const SHORTLIST = 8;

function candidate(scored: Scored, verdict: Candidate['verdict']): Candidate {
  const { compiled } = scored;
  const { utility, contributions, features } = utilityOf(scored);
  return {
    offerId: compiled.offer.id,
    verdict,
    utility,
    contributions,
    features,
    probability: verdict === 'CHOSEN' ? 1 : 0,
  };
}

function silenceCandidate({ silence, best }: Judged, chosen: boolean): Candidate {
  const { utility, contributions } = silenceUtility(best[0]?.beside ?? { ...silence, promotional: true });
  return {
    offerId: null,
    verdict: chosen ? 'CHOSEN' : 'OUTSCORED',
    utility,
    contributions,
    features: [],
    probability: chosen ? 1 : 0,
  };
}

/** The best and what adds to it, as far as each has room beside those before it. */
function slateOf(speaking: readonly Scored[], situation: Situation): readonly Scored[] {
  const fits = (chosen: readonly Scored[]): boolean =>
    hasRoom(
      chosen.map(({ compiled }) => ({ compiled, asked: false })),
      situation,
    );
  return slate(speaking, { most: Math.min(3, Math.max(1, situation.most ?? 1)), margin: 0, fits });
}

/** What is owed or was asked for goes alone and first; who is protected gets the cheapest first; else the best. */
function choose({ best, cheapest }: Judged, situation: Situation): readonly Scored[] {
  const [first] = best;
  if (first && first.rank > 0) return [first];
  if (situation.protections.includes('cheaper_first')) return cheapest ? [cheapest] : [];
  return slateOf(
    best.filter(({ utility }) => utility > 0),
    situation,
  );
}

/** Every offer by verdict: the chosen are not among the outscored, and without one silence was better. */
function countsOf({ counts }: Judged, chosen: number): DecisionTrace['counts'] {
  const { OUTSCORED: eligible = 0, ...rest } = counts;
  if (chosen === 0) return eligible > 0 ? { ...rest, BETTER_SILENT: eligible } : rest;
  return { ...rest, CHOSEN: chosen, ...(eligible > chosen ? { OUTSCORED: eligible - chosen } : {}) };
}

type Found = Pick<DecisionTrace, 'shortlist' | 'counts' | 'grounds'> & {
  readonly offers: readonly ChosenOffer[];
  readonly bound?: Bound;
  readonly asked?: boolean;
  readonly best?: number;
};

function trace(situation: Situation, found: Found): DecisionTrace {
  const { offers, bound, best, asked = false, ...account } = found;
  const { id, placement, at, offset, config, channel, direction } = situation;
  const { silence, cause = [] } = bound ?? {};
  const asking = askedWith(situation);
  return {
    decision: {
      id,
      placement,
      at,
      direction: asked ? 'requested' : direction,
      channel,
      offers,
      ...(silence ? { silence } : {}),
    },
    offset,
    config,
    ...account,
    cause,
    ...(best === undefined ? {} : { best }),
    ...(asking ? { asked: asking } : {}),
  };
}

const NOBODY_JUDGED = { offers: [], shortlist: [], counts: {}, grounds: [] } as const;

/** A silence for a reason that lies outside the engine: a deadline, a lost race, a worker that is not ready. */
export function silentTrace(input: DecideInput, reason: SilenceReason): DecisionTrace {
  const silence = { reason, leave: leaveOf(reason), ...(reason === 'CAPPED' ? { endedBy: SHOW_ME } : {}) };
  return trace(situationOf(input), { ...NOBODY_JUDGED, bound: { silence, cause: [] } });
}

/** What rests longer than a shop may keep it in its catalogue. */
const RESTING = /^(?:gift|question)$/;

function offerOf(
  { compiled, asked }: Scored,
  { situation, partsOf }: Readers,
): { readonly offer: ChosenOffer } & Pick<DecisionTrace, 'grounds'> {
  const { way } = compiled.offer;
  const grounds = groundsOf(compiled, { parts: partsOf(compiled), situation, asked });
  return {
    offer: {
      offerId: compiled.offer.id,
      content: inTone(compiled.offer, situation),
      reasons: [...new Set(grounds.map(({ reason }) => reason))],
      probability: 1,
      ...(way ? { way } : {}),
      ...(RESTING.test(compiled.offer.class) ? { class: compiled.offer.class } : {}),
      ...(asked.length > 0 ? { wishes: asked.map(({ id }) => id) } : {}),
    },
    grounds,
  };
}

/**
 * The next best offer, or silence.
 *
 * Permission (may anyone speak now?) before exclusion (may this offer speak?) before utility;
 * silence is a candidate with a utility of its own and wins every exact tie. Pure.
 */
export function decide(input: DecideInput): DecisionTrace {
  return decideIn(situationOf(input));
}

/** {@link decide}, for whoever needs the situation as well. */
export function decideIn(situation: Situation): DecisionTrace {
  const permission = permissionIn(situation);
  const closed = permission.classes.size === 0 ? firstRefusal(permission) : undefined;
  if (closed) return trace(situation, { ...NOBODY_JUDGED, bound: closed });
  const readers = readersFor(situation, permission);
  const judged = judge(readers);
  const chosen = choose(judged, situation);
  const silent = chosen.length === 0;
  const loser = silent ? 'BETTER_SILENT' : 'OUTSCORED';
  // What was chosen because it asks least may be none of the best few: then it stands in the place of the last.
  const listed = chosen.every((each) => judged.best.includes(each))
    ? judged.best
    : [...judged.best.slice(0, SHORTLIST - 1 - chosen.length), ...chosen];
  const shortlist = [
    silenceCandidate(judged, silent),
    ...listed.map((scored) => candidate(scored, chosen.includes(scored) ? 'CHOSEN' : loser)),
    ...judged.lopsided.slice(0, SHORTLIST - 1 - listed.length).map((scored) => candidate(scored, 'NOT_WIN_WIN')),
  ];
  const made = chosen.map((scored) => offerOf(scored, readers));
  const sells = judged.best.find(({ compiled, asked }) => compiled.promotional && asked.length === 0);
  return trace(situation, {
    offers: made.map(({ offer }) => offer),
    ...(silent ? { bound: bindingSilence(judged, permission) } : {}),
    asked: (chosen[0]?.asked.length ?? 0) > 0,
    shortlist,
    counts: countsOf(judged, chosen.length),
    grounds: made[0]?.grounds ?? [],
    ...(sells ? { best: sells.score.utility - situation.model.tactMargin } : {}),
  });
}
