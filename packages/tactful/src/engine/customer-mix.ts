import { bisect } from './bisect.js';
import { betaBelow } from './special-functions.js';

/** What a share of a need makes somebody: the shop says so, the shopper reads mostly, sometimes, rarely from us. */
export type Tier = 'primary' | 'secondary' | 'tertiary' | 'none';

/** What is known of one need of one shopper. Days. */
export interface MixQuestion {
  /** Purchase days in the category. */
  readonly bought: number;
  /** Days since the shopper was first seen. */
  readonly age: number;
  /** In how many days the need comes back. */
  readonly cycle: number;
  /** What the shopper said about where they buy it. */
  readonly stated?: string | undefined;
}

/** The share of a need that is filled here, as far as one shop can see. */
export interface CustomerMix {
  /** Posterior mean share, 0 to 1. */
  readonly share: number;
  /** The share is Beta(a, b). */
  readonly belief: { readonly a: number; readonly b: number };
  readonly tier: Tier;
  /** The probability of each tier that has a share; somebody who buys nothing is most likely in the last. */
  readonly probability: { readonly primary: number; readonly secondary: number; readonly tertiary: number };
}

// All elicited (science 4.5): from which share on, the prior of mean .4, and what an answer weighs.
const PRIMARY_FROM = 0.5;
const SECONDARY_FROM = 0.2;
const PRIOR = { here: 2, elsewhere: 3 };
const STATED_OCCASIONS = 20;
/** The middle of each tier stands for the answer. */
const STATED_SHARE: ReadonlyMap<string, number> = new Map([
  ['main', 0.75],
  ['sometimes', 0.35],
  ['rarely', 0.1],
]);
/** A first purchase makes a customer of a low share. */
const TERTIARY_SHARE = 0.1;
const [LOW, HIGH] = [0.1, 0.9];
const HALVINGS = 40;

/** A central 80 % interval of the share; to twelve digits. */
export function shareRange({ belief: { a, b } }: Pick<CustomerMix, 'belief'>): {
  readonly low: number;
  readonly high: number;
} {
  const share = a / (a + b);
  const quantile = (probability: number): number =>
    bisect((x) => betaBelow(x, [a, b]) < probability, { low: 0, high: 1, halvings: HALVINGS })[1];
  // Of a share that is smaller than the digits both ends would be the same number, above it.
  return { low: Math.min(share, quantile(LOW)), high: Math.max(share, quantile(HIGH)) };
}

/** The tier of a share above zero. */
export function tierOf(share: number): Exclude<Tier, 'none'> {
  if (share >= PRIMARY_FROM) return 'primary';
  return share >= SECONDARY_FROM ? 'secondary' : 'tertiary';
}

/**
 * The share of a category's need that is filled here, and the tier that makes somebody (science 4.5).
 *
 * A shop sees only what is bought in it: how often the need comes up is its cycle, what is missing was bought
 * elsewhere or not needed. An answer counts as twenty occasions. The share is Beta; all numbers behind
 * it are elicited. `undefined` unless the cycle is above 0 and the counts are not negative.
 *
 * @example
 * customerMix({ bought: 12, age: 182, cycle: 7 }); // {share: 0.4516..., tier: 'secondary', ...}
 */
export function customerMix({ bought, age, cycle, stated }: MixQuestion): CustomerMix | undefined {
  if (!(bought >= 0 && bought < Infinity && age >= 0 && age < Infinity && cycle > 0)) return undefined;
  const said = STATED_SHARE.get(stated ?? '');
  const here = PRIOR.here + bought + (said === undefined ? 0 : STATED_OCCASIONS * said);
  const missed = Math.max(0, age / cycle - bought);
  const elsewhere = PRIOR.elsewhere + missed + (said === undefined ? 0 : STATED_OCCASIONS * (1 - said));
  const shape = [here, elsewhere] as const;
  const share = here / (here + elsewhere);
  const belowPrimary = betaBelow(PRIMARY_FROM, shape);
  const tertiary = betaBelow(SECONDARY_FROM, shape);
  return {
    share,
    belief: { a: here, b: elsewhere },
    tier: bought === 0 && said === undefined ? 'none' : tierOf(share),
    probability: { primary: 1 - belowPrimary, secondary: belowPrimary - tertiary, tertiary },
  };
}

/** A category with what the next step there would need to be weighed. */
export interface StepCandidate {
  readonly category: string;
  readonly mix: Pick<CustomerMix, 'share' | 'tier'>;
  /** The probability that the need comes up in the time looked at. */
  readonly need: number;
  /** What a purchase there earns, in minor units. */
  readonly margin: number;
}

/** Advice to the people of the shop: where a small step would matter most. It triggers nothing. */
export interface NextStep {
  readonly category: string;
  readonly from: Tier;
  readonly to: Tier;
  /** Expected gain for each time the need comes up, in minor units. */
  readonly gain: number;
  /** Why this shopper buys elsewhere: nothing here can know, so it is left empty for people to ask. */
  readonly why: '';
}

function upFrom({ share, tier }: StepCandidate['mix']): { readonly to: Tier; readonly by: number } | undefined {
  switch (tier) {
    case 'none':
      return { to: 'tertiary', by: TERTIARY_SHARE };
    case 'tertiary':
      return { to: 'secondary', by: SECONDARY_FROM - share };
    case 'secondary':
      return { to: 'primary', by: PRIMARY_FROM - share };
    case 'primary':
      return undefined;
  }
}

/**
 * The category in which reaching the next tier would gain most: P(need) x (its least share - the share now) x margin.
 *
 * `undefined` where somebody is a primary customer of everything. Ties go to the first.
 */
export function nextStep(candidates: readonly StepCandidate[]): NextStep | undefined {
  let best: NextStep | undefined;
  for (const { category, mix, need, margin } of candidates) {
    const up = upFrom(mix);
    if (up === undefined) continue;
    const gain = need * up.by * margin;
    if (gain > (best?.gain ?? 0)) best = { category, from: mix.tier, to: up.to, gain, why: '' };
  }
  return best;
}
