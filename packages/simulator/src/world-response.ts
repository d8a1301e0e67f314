import { exp, ln, normalDistribution, sigmoid, staying, type Model } from 'tactful/engine';
import type { World } from './world-preset.js';
import type { VisitIntent } from './world-schedule.js';
import type { Shopper } from './world-shopper.js';

/** What a chance is to somebody, as far as it is about one category, and what has been before. */
export interface Circumstances {
  readonly world: World;
  readonly category: number;
  readonly direction: 'inbound' | 'outbound';
  /** Of a visit. */
  readonly intent: VisitIntent | undefined;
  readonly checkout: boolean;
  /** Whether they sit in a crowded train. */
  readonly commute: boolean;
  /** Whether they asked to be left alone. */
  readonly quiet: boolean;
  /** Exposures to the category that still count. */
  readonly exposures: number;
  /** How satisfied the need for it is, 0 to 1. */
  readonly satiation: number;
  /** How tired they are of being spoken to, in pushes. */
  readonly fatigue: number;
}

/** How something is said, as far as people react to it. */
export interface Manner {
  /** Share of the price. */
  readonly discount: number;
  /** Whether it gives away that the shop knows where they are, without having been allowed to. */
  readonly usesPlace?: boolean;
}

type Reader = Pick<Shopper, 'taste' | 'privacy' | 'dislikesOneSize' | 'oddity'>;

const clip = (value: number): number => Math.max(-1, Math.min(1, value));

/** How much a category matters to somebody, compared with everybody: 1 is average. */
export function interest({ taste }: Pick<Shopper, 'taste'>, category: number): number {
  return (taste[category] ?? 0) * taste.length;
}

/** Between -1 and 1: how well a category fits. */
export function fitOf(shopper: Pick<Shopper, 'taste'>, category: number): number {
  return clip(interest(shopper, category) - 1);
}

/**
 * How welcome a message is, in log-odds of encourage against discourage (science 11.2, calibrated on InSkin/RAPP).
 *
 * 0 divides: 1.386 is four to one.
 */
export function valence(
  shopper: Pick<Reader, 'taste' | 'oddity'>,
  about: Pick<Circumstances, 'category' | 'world' | 'exposures' | 'satiation'>,
): number {
  const { category, world, exposures, satiation } = about;
  const fit = 1.2 * fitOf(shopper, category);
  return 1.386 - world.wear.slope * exposures - 2.77 * satiation + fit + world.tails * shopper.oddity;
}

const UNAIDED: Readonly<Record<VisitIntent, number>> = { info: 0.03, buy: 0.3, fun: 0.06, support: 0.004 };
const UNAIDED_AWAY = 0.015;
const LEAST = 1e-9;
const MOST = 0.95;

/** Scale that brings log-odds near to a probit. Elicited. */
const PROBIT = 0.55;

function chanceOf(logOdds: number, { link }: World): number {
  return link === 'logit' ? sigmoid(logOdds) : normalDistribution(PROBIT * logOdds);
}

const logit = (probability: number): number => ln(probability / (1 - probability));

type Unaided = Pick<Circumstances, 'category' | 'intent' | 'satiation' | 'world'>;

function unaided(shopper: Pick<Shopper, 'taste'>, { category, intent, satiation }: Unaided): number {
  const matters = interest(shopper, category);
  const left = 1 - 0.95 * satiation;
  const raw = intent === undefined ? UNAIDED_AWAY * matters * left : UNAIDED[intent] * (0.3 + 0.6 * matters) * left;
  return Math.min(MOST, Math.max(LEAST, raw));
}

/** Probability of buying from the category that is on their mind, when nothing is said. */
export function buysUnaided(shopper: Pick<Shopper, 'taste'>, about: Unaided): number {
  const probability = unaided(shopper, about);
  return about.world.link === 'logit' ? probability : chanceOf(logit(probability), about.world);
}

/** Log of the odds ratio between a crowded train and elsewhere (Andrews et al. 2016). */
const CROWDED: number = ln(2.05);

/** Probability of buying what a message is about, when that category is on their mind. */
export function buysWhenTold(shopper: Reader, here: Circumstances, manner: Manner): number {
  const logOdds =
    logit(unaided(shopper, here)) +
    0.35 * valence(shopper, here) +
    4.5 * manner.discount +
    (here.commute ? CROWDED : 0) -
    (here.intent === 'support' ? 0.5 : 0);
  return chanceOf(logOdds, here.world);
}

function privacyTerm({ privacy }: Pick<Reader, 'privacy'>, outbound: boolean): number {
  if (privacy === 'averse') return outbound ? 1 : 0.4;
  return privacy === 'open' ? -0.5 : 0;
}

/** Probability that a message is resented; in quiet time six in ten. 0 in a world where nobody minds. */
export function resents(shopper: Reader, here: Circumstances, manner: Manner): number {
  if (!here.world.annoys) return 0;
  if (here.quiet) return 0.6;
  const outbound = here.direction === 'outbound';
  const irrelevant = interest(shopper, here.category) < 1 && shopper.dislikesOneSize;
  const logOdds =
    -5.6 -
    0.6 * valence(shopper, here) +
    0.15 * here.fatigue +
    (outbound ? 0.6 : 0) +
    (here.intent === 'support' ? 1.5 : 0) +
    (here.checkout ? 1.2 : 0) +
    privacyTerm(shopper, outbound) +
    (manner.usesPlace === true ? 0.8 : 0) +
    (irrelevant ? 0.6 : 0);
  return chanceOf(logOdds, here.world);
}

const SEVERITY: Readonly<Record<Shopper['relation'], number>> = { basic: 1, partner: 1, fling: 0.6, attentive: 1.5 };

/** How bad a resented message is, in strikes. */
export function severityFor({ relation }: Pick<Shopper, 'relation'>, quiet: boolean): number {
  return quiet ? 3 : SEVERITY[relation];
}

/** The curve of science 6.7, which the world and the engine share. */
const STAY: Pick<Model, 'stay'> = { stay: { c: 0.967584, g: 1.656535, statedToActual: 1 } };

/** Probability that one more strike makes somebody leave. */
export function leaves(
  annoyance: number,
  how: { readonly severity: number; readonly world: Pick<World, 'statedToActual'> },
): number {
  const kept = staying(annoyance + how.severity, STAY) / staying(annoyance, STAY);
  return 1 - exp(how.world.statedToActual * ln(kept));
}
