import type { NotAskable, QuestionVerdict } from './question.js';

/** A yes/no taste that could be asked about; utilities in minor units. */
export interface Askable {
  /** Probability of a yes, 0 to 1. */
  readonly probability: number;
  /** Utility of the best that could be said if the answer is yes; above 0, or there is nothing to gain. */
  readonly ifYes: number;
  /** Utility of saying the same if the answer is no; below 0, or there is nothing to lose. */
  readonly ifNo: number;
}

/** Why a question is put or not; the first that binds. */
export type AskingReason = 'worth_it' | 'not_inbound' | 'known' | NotAskable | 'not_worth_it';

/** Whether to ask, what the answer would be worth in minor units, and the reason. */
export interface Asking {
  readonly ask: boolean;
  readonly worth: number;
  readonly because: AskingReason;
}

/** What being asked costs the shopper, in minor units: 5 cents. Elicited, science 2.7. */
const COST = 5;
/**
 * The expected value of knowing the answer, in the unit of the utilities: `min(p U+, (1 - p) |U-|)`, what is lost by
 * guessing (science 2.7; expected value of perfect information, Howard 1966).
 *
 * 0 where the answer is known, where it changes nothing, and for anything that is no probability.
 *
 * @example
 * ```ts
 * valueOfAsking({ probability: 0.5, ifYes: 100, ifNo: -100 }); // 50
 * ```
 */
export function valueOfAsking({ probability, ifYes, ifNo }: Askable): number {
  if (!(probability > 0 && probability < 1 && ifYes > 0 && ifNo < 0)) return 0;
  return Math.min(probability * ifYes, (1 - probability) * -ifNo);
}

/**
 * Whether a question is worth its while now: listening before sending, but not interrogating.
 *
 * @param question - What the answer would change.
 * @param now - Whether it may be put at all, as {@link askable} has it, and whether the shopper came to the shop
 * (`inbound`) and not the shop to the shopper.
 */
export function worthAsking(
  question: Askable,
  now: { readonly verdict: QuestionVerdict; readonly inbound: boolean },
): Asking {
  const worth = valueOfAsking(question);
  const no = (because: AskingReason): Asking => ({ ask: false, worth, because });
  if (!now.inbound) return no('not_inbound');
  if ('known' in now.verdict) return no('known');
  if (!now.verdict.may) return no(now.verdict.reason);
  return worth > COST ? { ask: true, worth, because: 'worth_it' } : no('not_worth_it');
}
