import type { PurchaseModel, SpendModel } from './lifetime-value.js';
import type { TypePack } from './relationship-type.js';
import { SHIPPED_TYPES } from './shipped-types.js';

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
    /** Of a need that was met, 0 to 1, and of contacts that tire, in pushes. */
    readonly satiation: number;
    readonly fatigue: number;
    /** Of the chance that the gap since the last purchase would be over by now. */
    readonly due: number;
    /** Of a moment that was given, held between 0 and .74 (science 6.4), and of calling upon somebody. */
    readonly moment: number;
    readonly outbound: number;
    /** Of a visit for support; it lowers what is bought unasked as well. */
    readonly support: number;
    /** Of a goal that the shopper stated. */
    readonly goal: number;
  };
  /** Weight of the shopper's side for promotional classes; advice classes use 1. */
  readonly lambdaShopper: number;
  /** Worth of a fitting product to the shopper, as a share of its margin. */
  readonly nu: number;
  /** Margin as a share of the price where the catalog names none. */
  readonly missingMargin: number;
  /** Remaining lifetime value of the usual shopper, in minor units, with which annoyance is priced. */
  readonly relationshipValue: number;
  /** Share of that value which the whole of the we-feeling, from 0 to 1, is worth. */
  readonly trust: number;
  /** Prior probability of a negative reaction and its severity in strikes, by who comes to whom. */
  readonly negative: Readonly<
    Record<'inbound' | 'interrupt' | 'outbound', { readonly probability: number; readonly severity: number }>
  > & {
    /** Standard deviation of its log-odds; harm is charged one of them above the prior. */
    readonly spread: number;
  };
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
  /** Types of relationship; the four that are shipped where a shop gives none of its own. */
  readonly relationships: readonly [TypePack, ...TypePack[]];
}

/** The shipped priors. Amounts are in hundredths of the catalog's currency. */
export const DEFAULT_MODEL: Model = {
  halfLifeDays: { category: 30, brand: 60, attribute: 45, price: 90 },
  kappa: 8,
  // ln(.03 / .97): three in a hundred buy without being told.
  logit: {
    intercept: -3.4760986898352733,
    affinity: 0.5,
    stated: 0.8,
    priceFit: 0.3,
    wear: -0.4,
    discount: 3.5,
    satiation: -2.5,
    fatigue: -0.15,
    due: 0.6,
    moment: 0.35,
    outbound: -0.5,
    support: -0.5,
    goal: 0.8,
  },
  lambdaShopper: 0.3,
  nu: 0.3,
  missingMargin: 0.3,
  relationshipValue: 6000,
  trust: 0.01,
  negative: {
    inbound: { probability: 0.002, severity: 0.25 },
    interrupt: { probability: 0.005, severity: 0.5 },
    outbound: { probability: 0.01, severity: 1 },
    spread: 0.5,
  },
  stay: { c: 0.967584, g: 1.656535, statedToActual: 0.5 },
  attention: 2,
  tactMargin: 2,
  usualCycleDays: { visit: 14, purchase: 30, category: 30 },
  lifetime: { weeks: 104, yearlyRate: 0.1 },
  relationships: SHIPPED_TYPES,
};
