import { stayingAfter } from './annoyance.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import type { Contribution, Direction, FeatureEffect } from './decision.js';
import { exp, ln, sigmoid } from './dmath.js';
import type { Model } from './model.js';
import { NO_NEED, type GroupNeed } from './need-due.js';
import type { GroupTaste } from './taste.js';
import type { Writable } from './writable.js';

/** What an offer is worth to both sides, in minor units; `contributions` sum to `utility` exactly. */
export interface Utility extends Score {
  readonly contributions: readonly Contribution[];
  readonly features: readonly FeatureEffect[];
}

/** A shopper who is worth more is spared more, but on their own page at most by so many times the usual. */
const MOST_TIMES_USUAL = 3;

/**
 * What one more contact costs: the chance that it annoys, at its upper bound, times what then is lost, plus attention
 * (science 7.2). `lifetimeValue` counts upward only: nobody is cheaper to annoy than the usual shopper.
 */
export function harmOf(
  annoyance: number,
  {
    model,
    direction = 'inbound',
    lifetimeValue = 0,
  }: { readonly model: Model; readonly direction?: Direction; readonly lifetimeValue?: number },
): number {
  const { negative, stay, relationshipValue: usual, attention } = model;
  const side = direction === 'requested' ? 'inbound' : direction;
  const { probability, severity } = negative[side];
  const most = side === 'inbound' ? MOST_TIMES_USUAL * usual : Infinity;
  const value = Math.min(most, Math.max(usual, lifetimeValue));
  const kept = stayingAfter({ from: annoyance, to: annoyance + severity }, model);
  const leaves = 1 - exp(stay.statedToActual * ln(kept));
  const likely = sigmoid(ln(probability / (1 - probability)) + negative.spread);
  return likely * value * leaves + attention;
}

/** What is the same for every offer of one decision. */
export interface UtilityBasis {
  readonly model: Model;
  /** The weights of the response model, as they count: a moment never more than was measured. */
  readonly logit: Model['logit'];
  /** Probability of buying unasked. */
  readonly p0: number;
  /** Log-odds of buying when spoken to of something that says nothing to the shopper. */
  readonly spoken: number;
  readonly harm: number;
  /** Worth of good advice where nothing is sold. */
  readonly medianMargin: number;
  /** What a gift, an apology or help does for the relation, by class; mostly nothing. */
  readonly relation: Readonly<Partial<Record<string, number>>>;
  /** Inputs that all offers share, as they were read. */
  readonly context: Readonly<Partial<Record<FeatureEffect['feature'], number>>>;
}

/** What an offer's utility may depend on besides the offer and the taste. */
export interface UtilityContext {
  readonly catalog: Pick<CompiledCatalog, 'medianMargin'>;
  readonly model: Model;
  readonly direction?: Direction;
  /** Remaining lifetime value in minor units, where it is known. */
  readonly lifetimeValue?: number;
  /** How tired of contacts, in pushes. */
  readonly fatigue?: number;
  /** 1 where the shopper or a host app gave a moment. */
  readonly moment?: number;
  /** Belief that the visit is for support. */
  readonly support?: number;
  readonly relation?: UtilityBasis['relation'];
}

/** The most that a given moment may add to the log-odds: 2.1 % to 4.3 % (Andrews, Luo, Fang, Ghose 2016). */
const MOST_OF_A_MOMENT = 0.7394;

/** Works out once what every offer's utility needs. */
export function utilityBasis(annoyance: number, read: UtilityContext): UtilityBasis {
  const { catalog, model, direction = 'inbound', fatigue = 0, moment = 0, support = 0, relation = {} } = read;
  const logit = { ...model.logit, moment: Math.min(MOST_OF_A_MOMENT, Math.max(0, model.logit.moment)) };
  const outbound = direction === 'outbound' ? 1 : 0;
  const unasked = logit.intercept + support * logit.support;
  return {
    model,
    logit,
    p0: sigmoid(unasked),
    spoken: unasked + fatigue * logit.fatigue + moment * logit.moment + outbound * logit.outbound,
    harm: harmOf(annoyance, read),
    medianMargin: catalog.medianMargin,
    relation,
    context: { fatigue, moment, outbound, support },
  };
}

/** What an offer is worth, as bare numbers: enough to rank by. */
export interface Score {
  readonly utility: number;
  readonly business: number;
  readonly shopper: number;
  /** What advice, where nothing is sold, saves the shopper. */
  readonly saving: number;
  readonly relation: number;
}

/** A score to be written into: see {@link Writable}. */
export const emptyScore = (): Writable<Score> => ({
  utility: NaN,
  business: NaN,
  shopper: NaN,
  saving: NaN,
  relation: NaN,
});

/** What an offer is scored by, besides what is read of the shopper. */
export type Weighed = Pick<CompiledOffer, 'class' | 'promotional' | 'price' | 'discount' | 'margin' | 'usualTimes'>;

/** What is read of the shopper for one offer. */
export interface OfferRead {
  readonly group: GroupTaste;
  readonly priceFit: number;
  readonly wear: number;
  readonly basis: UtilityBasis;
  readonly need?: GroupNeed;
  /** How well it helps what the shopper is after, 0 to 1. */
  readonly goal?: number;
  /** Whether it is new, and just for a day like this: as good as it fits, it fits, and the day is a moment. */
  readonly day?: boolean;
}

const discountShare = ({ price, discount }: Weighed): number => (price > 0 ? discount / price : 0);

/** A day is a moment, where none was given. */
const dayOf = ({ day = false, basis }: Pick<OfferRead, 'day' | 'basis'>): number =>
  day && (basis.context.moment ?? 0) === 0 ? 1 : 0;

/** Probability of buying, or of following advice, when spoken to. */
function spokenTo(compiled: Weighed, read: OfferRead): number {
  const { group, priceFit, wear, basis, need = NO_NEED, goal = 0 } = read;
  const { logit, spoken } = basis;
  return sigmoid(
    spoken +
      group.affinity * logit.affinity +
      group.stated * logit.stated +
      priceFit * logit.priceFit +
      wear * logit.wear +
      discountShare(compiled) * logit.discount +
      need.satiation * logit.satiation +
      need.due * logit.due +
      goal * logit.goal +
      dayOf(read) * logit.moment,
  );
}

/**
 * What is earned when the category is bought: the offer's own margin as far as its price fits the shopper, else that of
 * the usual price there. Otherwise the dearest variant would always speak, though its buyers buy the usual one.
 */
function expectedMargin({ margin, usualTimes }: Weighed, priceFit: number): number {
  return margin * (priceFit + (1 - priceFit) * usualTimes);
}

/**
 * The two-sided utility of one offer (science 7.2): business uplift, the shopper's side, harm.
 *
 * Business is `(p1 - p0)(m - d) - p0 d`: what speaking adds, minus what is given to those who
 * would have bought anyway. Advice sells nothing; its worth is what good advice saves, in full. A gift costs what it
 * cost the shop; what it does for the relation is in the basis. Written into `score` where one is given.
 */
export function offerScore(compiled: Weighed, read: OfferRead, score: Writable<Score> = emptyScore()): Score {
  const { class: offerClass, promotional, discount } = compiled;
  const { group, basis, goal = 0, day = false } = read;
  const { model, p0, harm } = basis;
  const relation = basis.relation[offerClass] ?? 0;
  score.relation = relation;
  if (offerClass === 'gift') {
    score.business = -Math.max(0, compiled.price - compiled.margin);
    score.shopper = score.saving = 0;
    score.utility = score.business + relation - harm;
    return score;
  }
  const p1 = spokenTo(compiled, read);
  const sells = promotional || offerClass === 'replenish';
  const margin = expectedMargin(compiled, read.priceFit);
  const fit = group.stated < 0 ? group.fit : Math.max(group.fit, day ? 1 : goal);
  score.business = sells ? (p1 - p0) * (margin - discount) - p0 * discount : 0;
  const useful = sells ? model.nu * margin * fit : model.nu * basis.medianMargin * Math.max(fit, model.nu);
  score.shopper = (promotional ? model.lambdaShopper : 1) * (p1 * (sells ? discount + useful : useful));
  score.saving = sells ? 0 : p1 * discount;
  score.utility = score.business + score.shopper + score.saving + relation - harm;
  return score;
}

/** {@link offerScore} with its account: the terms and the features behind it. */
export function offerUtility(
  compiled: CompiledOffer,
  read: OfferRead,
  { utility, business, shopper, saving, relation }: Score = offerScore(compiled, read),
): Utility {
  const { group, priceFit, wear, basis, need = NO_NEED, goal = 0, day } = read;
  const always = {
    affinity: group.affinity,
    stated: group.stated,
    priceFit,
    wear,
    discount: discountShare(compiled),
  };
  const sometimes = Object.entries({ ...need, goal, ...basis.context, ...(day ? { moment: 1 } : {}) }).filter(
    ([, value]) => value !== 0,
  );
  const inputs = [...Object.entries(always), ...sometimes] as readonly [FeatureEffect['feature'], number][];
  return {
    utility,
    business,
    shopper,
    saving,
    relation,
    contributions: [
      { term: 'business', value: business },
      { term: 'shopper', value: shopper },
      ...(saving === 0 ? [] : [{ term: 'saving', value: saving } as const]),
      ...(relation === 0 ? [] : [{ term: 'relation', value: relation } as const]),
      { term: 'harm', value: -basis.harm },
    ],
    features: inputs.map(([feature, value]) => ({ feature, value, logit: value * basis.logit[feature] })),
  };
}
