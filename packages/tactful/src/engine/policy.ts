import type { PurchaseModel, SpendModel } from './lifetime-value.js';
import type { TypePack } from './relationship-type.js';

/** At most `cap` contacts in the half-open window of `period` (ISO 8601) that ends now. */
export interface Cap {
  readonly cap: number;
  readonly period: string;
}

/**
 * The contact policy: how often anyone may speak, and what silences them. Only tightens.
 *
 * The defaults are elicited (expert judgement, not fitted), as science.md appendix A labels them.
 */
export interface Policy {
  /** Over all promotional offers shown in slots. */
  readonly inbound: { readonly perVisit: number; readonly caps: readonly Cap[] };
  /** Moving or covering messages; 0 forbids them. */
  readonly interrupt: { readonly perVisit: number };
  /** For one and the same offer. */
  readonly sameOffer: readonly Cap[];
  readonly cooldown: { readonly sameOffer: string; readonly sameCategory: string };
  /** Nothing is said for so long after a purchase. */
  readonly hushAfterPurchase: string;
  /** Between begin_checkout and purchase, at most so long. */
  readonly taskFocus: string;
  /** A category counts as satisfied while 2^(-age/halfLife) summed over purchases exceeds `gate`. */
  readonly satiation: { readonly halfLifeDays: number; readonly gate: number };
  readonly wear: { readonly halfLifeDays: number; readonly gate: number };
  /** Evidence (in pseudo-events) that a category needs before anything personal is said about it. */
  readonly relevance: { readonly minEvidence: number; readonly minFit: number };
  /**
   * A broken habit is worth a word where `alertBelow` / habits outlast it, after so many gaps or visits, if it is worth
   * so much a year (minor units), and nothing was shown for `cooldown`. Something is due from `due[0]` to `due[1]`.
   */
  readonly rhythm: {
    readonly alertBelow: number;
    readonly minGaps: number;
    readonly minVisits: number;
    readonly minYearlyValue: number;
    readonly cooldown: string;
    readonly due: readonly [number, number];
  };
}

/** Considerate defaults, all elicited. */
export const DEFAULT_POLICY: Policy = {
  inbound: { perVisit: 3, caps: [{ cap: 10, period: 'P7D' }] },
  interrupt: { perVisit: 0 },
  sameOffer: [{ cap: 3, period: 'P7D' }],
  cooldown: { sameOffer: 'P60D', sameCategory: 'P14D' },
  hushAfterPurchase: 'PT30M',
  taskFocus: 'PT15M',
  satiation: { halfLifeDays: 14, gate: 0.5 },
  wear: { halfLifeDays: 7, gate: 5 },
  relevance: { minEvidence: 0.5, minFit: -0.2 },
  rhythm: { alertBelow: 0.02, minGaps: 4, minVisits: 5, minYearlyValue: 500, cooldown: 'P14D', due: [0.35, 0.85] },
};

/** Population priors and prices of the utility; every number is an elicited default of science.md appendix A. */
export interface Model {
  readonly halfLifeDays: {
    readonly category: number;
    readonly brand: number;
    readonly attribute: number;
    readonly price: number;
  };
  /** Pseudo-events with which a share is shrunk to its base rate. */
  readonly kappa: number;
  readonly logit: {
    readonly intercept: number;
    readonly affinity: number;
    readonly stated: number;
    readonly priceFit: number;
    readonly wear: number;
    readonly discount: number;
  };
  /** Weight of the shopper's side for promotional classes; advice classes use 1. */
  readonly lambdaShopper: number;
  /** Worth of a fitting product to the shopper, as a share of its margin. */
  readonly nu: number;
  /** Margin as a share of the price where the catalog names none. */
  readonly missingMargin: number;
  /** Remaining lifetime value, in minor units, with which annoyance is priced. */
  readonly relationshipValue: number;
  /** Prior probability of a negative reaction to something in a slot, and its severity in strikes. */
  readonly negative: { readonly probability: number; readonly severity: number };
  readonly stay: { readonly c: number; readonly g: number; readonly statedToActual: number };
  /** Price of attention per exposure and margin that silence asks for, in minor units. */
  readonly attention: number;
  readonly tactMargin: number;
  /** What one imaginary gap of a habit is, in days; of a category, where the catalogue says no cycle of its need. */
  readonly usualCycleDays: { readonly visit: number; readonly purchase: number; readonly category: number };
  /** How far ahead lifetime value looks, and what a year's wait costs. */
  readonly lifetime: { readonly weeks: number; readonly yearlyRate: number };
  /** Fitted by the shop with `tactful fit`; without them lifetime value is unknown, and said to be. */
  readonly purchases?: PurchaseModel;
  /** `gamma` in minor units of the catalogue's currency. */
  readonly spend?: SpendModel;
  /** Types of relationship, instead of the four that are shipped. */
  readonly relationships?: readonly [TypePack, ...TypePack[]];
}

/** The shipped priors. Amounts are in hundredths of the catalog's currency. */
export const DEFAULT_MODEL: Model = {
  halfLifeDays: { category: 30, brand: 60, attribute: 45, price: 90 },
  kappa: 8,
  // ln(.03 / .97): three in a hundred buy without being told.
  logit: { intercept: -3.4760986898352733, affinity: 0.5, stated: 0.8, priceFit: 0.3, wear: -0.4, discount: 3.5 },
  lambdaShopper: 0.3,
  nu: 0.3,
  missingMargin: 0.3,
  relationshipValue: 6000,
  negative: { probability: 0.002, severity: 0.25 },
  stay: { c: 0.967584, g: 1.656535, statedToActual: 0.5 },
  attention: 2,
  tactMargin: 2,
  usualCycleDays: { visit: 14, purchase: 30, category: 30 },
  lifetime: { weeks: 104, yearlyRate: 0.1 },
};
