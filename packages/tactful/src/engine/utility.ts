import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import type { Contribution, FeatureEffect } from './decision.js';
import { exp, ln, sigmoid } from './dmath.js';
import type { Model } from './policy.js';
import type { Taste } from './taste.js';

/** What an offer is worth to both sides, in minor units; `contributions` sum to `utility` exactly. */
export interface Utility {
  readonly utility: number;
  readonly business: number;
  readonly shopper: number;
  readonly contributions: readonly Contribution[];
  readonly features: readonly FeatureEffect[];
}

/** Probability of staying after `annoyance` strikes: a Weibull hazard calibrated on two surveys (science 6.7). */
export function staying(annoyance: number, model: Model): number {
  if (annoyance <= 0) return 1;
  const { c, g } = model.stay;
  return exp(-c * exp(g * ln(annoyance / 3)));
}

/** What one more contact costs: the chance that it annoys, times what then is lost, plus attention. */
export function harmOf(annoyance: number, model: Model): number {
  const { probability, severity } = model.negative;
  const kept = staying(annoyance + severity, model) / staying(annoyance, model);
  const leaves = 1 - exp(model.stay.statedToActual * ln(kept));
  return probability * model.relationshipValue * leaves + model.attention;
}

function effects(
  taste: Taste,
  offer: { readonly discountShare: number; readonly wear: number },
  model: Model,
): readonly FeatureEffect[] {
  const { logit } = model;
  const effect = (feature: FeatureEffect['feature'], value: number): FeatureEffect => ({
    feature,
    value,
    logit: value * logit[feature],
  });
  return [
    effect('affinity', taste.affinity),
    effect('stated', taste.stated),
    effect('priceFit', taste.priceFit),
    effect('wear', offer.wear),
    effect('discount', offer.discountShare),
  ];
}

/**
 * The two-sided utility of one offer (science 7.2): business uplift, the shopper's side, harm.
 *
 * Business is `(p1 - p0)(m - d) - p0 d`: what speaking adds, minus what is given to those who
 * would have bought anyway. Advice sells nothing; its worth is what good advice saves.
 */
export function offerUtility(
  compiled: CompiledOffer,
  read: {
    readonly taste: Taste;
    readonly wear: number;
    readonly annoyance: number;
    readonly catalog: CompiledCatalog;
    readonly model: Model;
  },
): Utility {
  const { offer, promotional, margin } = compiled;
  const { model, taste } = read;
  const price = offer.price ?? 0;
  const discount = offer.discount ?? 0;
  const features = effects(taste, { discountShare: price > 0 ? discount / price : 0, wear: read.wear }, model);
  const p0 = sigmoid(model.logit.intercept);
  const p1 = sigmoid(features.reduce((sum, { logit }) => sum + logit, model.logit.intercept));
  const sells = promotional || offer.class === 'replenish';
  const business = sells ? (p1 - p0) * (margin - discount) - p0 * discount : 0;
  const worth = sells ? margin : read.catalog.medianMargin;
  const shopper = p1 * (discount + model.nu * worth * (sells ? taste.fit : Math.max(taste.fit, model.nu)));
  const contributions: readonly Contribution[] = [
    { term: 'business', value: business },
    { term: 'shopper', value: (promotional ? model.lambdaShopper : 1) * shopper },
    { term: 'harm', value: -harmOf(read.annoyance, model) },
  ];
  return {
    utility: contributions.reduce((sum, { value }) => sum + value, 0),
    business,
    shopper,
    contributions,
    features,
  };
}
