import { staying } from './annoyance.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import type { Contribution, FeatureEffect } from './decision.js';
import { exp, ln, sigmoid } from './dmath.js';
import type { Model } from './policy.js';
import type { GroupTaste, Taste } from './taste.js';

/** What an offer is worth to both sides, in minor units; `contributions` sum to `utility` exactly. */
export interface Utility extends Score {
  readonly contributions: readonly Contribution[];
  readonly features: readonly FeatureEffect[];
}

/** What one more contact costs: the chance that it annoys, times what then is lost, plus attention. */
export function harmOf(annoyance: number, model: Model): number {
  const { probability, severity } = model.negative;
  const kept = staying(annoyance + severity, model) / staying(annoyance, model);
  const leaves = 1 - exp(model.stay.statedToActual * ln(kept));
  return probability * model.relationshipValue * leaves + model.attention;
}

/** What is the same for every offer of one decision. */
export interface UtilityBasis {
  readonly model: Model;
  /** Probability of buying unasked. */
  readonly p0: number;
  readonly harm: number;
  /** Worth of good advice where nothing is sold. */
  readonly medianMargin: number;
}

/** Works out once what every offer's utility needs. */
export function utilityBasis(
  annoyance: number,
  known: { readonly catalog: CompiledCatalog; readonly model: Model },
): UtilityBasis {
  const { catalog, model } = known;
  return {
    model,
    p0: sigmoid(model.logit.intercept),
    harm: harmOf(annoyance, model),
    medianMargin: catalog.medianMargin,
  };
}

/** What an offer is worth, as bare numbers: enough to rank by. */
export interface Score {
  readonly utility: number;
  readonly business: number;
  readonly shopper: number;
}

const discountShare = ({ offer }: CompiledOffer): number => {
  const { price = 0, discount = 0 } = offer;
  return price > 0 ? discount / price : 0;
};

/**
 * The two-sided utility of one offer (science 7.2): business uplift, the shopper's side, harm.
 *
 * Business is `(p1 - p0)(m - d) - p0 d`: what speaking adds, minus what is given to those who
 * would have bought anyway. Advice sells nothing; its worth is what good advice saves.
 */
export function offerScore(
  compiled: CompiledOffer,
  read: {
    readonly group: GroupTaste;
    readonly priceFit: number;
    readonly wear: number;
    readonly basis: UtilityBasis;
  },
): Score {
  const { offer, promotional, margin } = compiled;
  const { group: taste, priceFit: fits, wear, basis } = read;
  const { model, p0 } = basis;
  const { intercept, affinity, stated, priceFit, wear: worn, discount: cheaper } = model.logit;
  const discount = offer.discount ?? 0;
  const p1 = sigmoid(
    intercept +
      taste.affinity * affinity +
      taste.stated * stated +
      fits * priceFit +
      wear * worn +
      discountShare(compiled) * cheaper,
  );
  const sells = promotional || offer.class === 'replenish';
  const business = sells ? (p1 - p0) * (margin - discount) - p0 * discount : 0;
  const worth = sells ? margin : basis.medianMargin;
  const useful = p1 * (discount + model.nu * worth * (sells ? taste.fit : Math.max(taste.fit, model.nu)));
  const shopper = (promotional ? model.lambdaShopper : 1) * useful;
  return { utility: business + shopper - basis.harm, business, shopper };
}

/** {@link offerScore} with its account: the terms and the features behind it. */
export function offerUtility(
  compiled: CompiledOffer,
  read: { readonly taste: Taste; readonly wear: number; readonly basis: UtilityBasis },
): Utility {
  const { taste, wear, basis } = read;
  const { logit } = basis.model;
  const effect = (feature: FeatureEffect['feature'], value: number): FeatureEffect => ({
    feature,
    value,
    logit: value * logit[feature],
  });
  const score = offerScore(compiled, { group: taste, priceFit: taste.priceFit, wear, basis });
  return {
    ...score,
    contributions: [
      { term: 'business', value: score.business },
      { term: 'shopper', value: score.shopper },
      { term: 'harm', value: -basis.harm },
    ],
    features: [
      effect('affinity', taste.affinity),
      effect('stated', taste.stated),
      effect('priceFit', taste.priceFit),
      effect('wear', wear),
      effect('discount', discountShare(compiled)),
    ],
  };
}
