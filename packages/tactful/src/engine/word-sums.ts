import { attribute } from './attribution.js';
import type { AccountWords } from './account-words.js';
import type { Candidate, Contribution, FeatureEffect } from './decision.js';
import { sigmoid } from './dmath.js';

/** One term of a sum, in minor units. */
export interface SumTerm {
  readonly term: Contribution['term'];
  readonly name: string;
  readonly idea: string;
  readonly value: number;
}

/** One input, with its part of what speaking adds to the probability of buying; the parts sum to the whole. */
export interface SumFeature {
  readonly feature: FeatureEffect['feature'];
  readonly name: string;
  readonly value: number;
  readonly logit: number;
  readonly share: number;
}

/** What a candidate was worth: a sum to be seen. */
export interface SumText {
  /** `null` is silence. */
  readonly offerId: string | null;
  /** The formula with its numbers filled in. */
  readonly text: string;
  readonly total: number;
  readonly terms: readonly SumTerm[];
  /** Empty for silence, and where the log-odds that it began with are not known. */
  readonly features: readonly SumFeature[];
  readonly chance?: string;
}

const put = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');

/** A number with two decimals, as the language writes it; never a minus before nothing. */
function figure(value: number, { decimal }: AccountWords): string {
  return value
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, '')
    .replace('.', decimal);
}

function summed(terms: readonly SumTerm[], words: AccountWords): string {
  return terms
    .map(({ name, value }, place) => {
      const sign = value < 0 ? '− ' : place === 0 ? '' : '+ ';
      return `${sign}${figure(value < 0 ? -value : value, words)} ${name}`;
    })
    .join(' ');
}

/** That the visit is for support counts unasked too: it is no part of what speaking adds. */
function chanceOf(
  effects: readonly FeatureEffect[],
  { words, intercept }: { readonly words: AccountWords; readonly intercept: number | undefined },
): Pick<SumText, 'features' | 'chance'> {
  if (intercept === undefined || effects.length === 0) return { features: [] };
  const spoken = effects.filter(({ feature }) => feature !== 'support');
  const support = effects.filter(({ feature }) => feature === 'support');
  const unasked = support.reduce((sum, { logit }) => sum + logit, intercept);
  const shares = attribute(spoken, unasked);
  const before = sigmoid(unasked);
  const after = shares.reduce((sum, { share }) => sum + share, before);
  return {
    features: spoken.map((effect, place) => ({
      ...effect,
      name: words.feature[effect.feature],
      share: shares[place]?.share ?? 0,
    })),
    chance: put(words.chance, { before: figure(100 * before, words), after: figure(100 * after, words) }),
  };
}

/** What a candidate was worth, in words and numbers. */
export function wordSum(
  { offerId, utility, contributions, features }: Omit<Candidate, 'verdict' | 'probability'>,
  how: {
    readonly words: AccountWords;
    readonly title: (offerId: string) => string;
    /** Log-odds of buying before anything is known of the shopper. */
    readonly intercept?: number | undefined;
  },
): SumText {
  const { words, title, intercept } = how;
  const terms = contributions.map(({ term, value }) => ({ term, value, ...words.term[term] }));
  const what = offerId === null ? words.silence : title(offerId) || offerId;
  return {
    offerId,
    text: put(words.sum, { what, sum: summed(terms, words), total: figure(utility, words) }),
    total: utility,
    terms,
    ...chanceOf(features, { words, intercept }),
  };
}
