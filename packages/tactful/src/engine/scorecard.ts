import { exp, ln } from './dmath.js';
import { RELATIONSHIP_FEATURES, type RelationshipFeature, type TypePack } from './relationship-type.js';

/** One feature of behaviour: `value` 0 to 1, where .5 is neutral, and how many observations it rests on. */
export interface FeatureReading {
  readonly value: number;
  readonly seen: number;
}

/** All of them. */
export type FeatureReadings = Readonly<Record<RelationshipFeature, FeatureReading>>;

/** How plausible a scorecard finds a type; all of them add up to 1. */
export interface Plausibility {
  readonly type: string;
  readonly p: number;
}

/** What the scorecard says. */
export interface Scorecard {
  /** In the order of the types. */
  readonly plausibilities: readonly Plausibility[];
  /** The most plausible type, or `undefined`: it abstains. */
  readonly type: string | undefined;
}

/** As many observations make a feature count for half; elicited. */
const FEATURE_KAPPA = 6;
/** Divides the evidence, for deliberate under-confidence; elicited. */
const SCORE_TAU = 2;
/** Below this it abstains; elicited. */
const LEAST_PLAUSIBLE = 0.55;
/** Above this share of the greatest possible entropy it abstains; elicited. */
const MOST_UNCERTAIN = 0.8;

/** How much of a feature is observation: 0 without any, towards 1 with many. */
export function featureConfidence({ seen }: FeatureReading): number {
  return seen / (seen + FEATURE_KAPPA);
}

function evidenceFor({ weights }: TypePack, features: FeatureReadings): number {
  let sum = 0;
  for (const name of RELATIONSHIP_FEATURES) {
    const feature = features[name];
    sum += weights[name] * featureConfidence(feature) * (2 * feature.value - 1);
  }
  return sum / SCORE_TAU;
}

/** Added from the largest down, so that the order of the types does not matter to the last bit. */
const sumOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => b - a).reduce((sum, value) => sum + value, 0);

function abstains(ps: readonly number[]): boolean {
  if (ps.length === 1) return false;
  const entropy = sumOf(ps.map((p) => (p > 0 ? -p * ln(p) : 0)));
  return Math.max(...ps) < LEAST_PLAUSIBLE || entropy / ln(ps.length) > MOST_UNCERTAIN;
}

/**
 * How plausible each type of relationship is, by a scorecard with elicited weights.
 *
 * It is not a validated instrument: what it gives is the plausibility of a scorecard, not the accuracy of a statement
 * about a person, and it abstains often. With nothing known it says its prior, and abstains. One tap of the shopper
 * replaces it.
 *
 * score = ln prior + 1/2 sum of weight x confidence x (2 value - 1), and the softmax of it (science 5.2). Without types
 * there is nothing to say.
 */
export function scoreTypes(types: readonly TypePack[], features: FeatureReadings): Scorecard {
  const evidence = types.map((type) => evidenceFor(type, features));
  const most = Math.max(...evidence);
  const shares = types.map(({ prior }, n) => prior * exp((evidence[n] ?? 0) - most));
  const whole = sumOf(shares);
  const ps = shares.map((share) => share / whole);
  const best = ps.indexOf(Math.max(...ps));
  return {
    plausibilities: types.map(({ id }, n) => ({ type: id, p: ps[n] ?? 0 })),
    type: abstains(ps) ? undefined : types[best]?.id,
  };
}
