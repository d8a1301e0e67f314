import { accountFor } from './account.js';
import { ACCOUNT_WORDS_EN } from './account-words-en.js';
import { ACCOUNT_WORDS_NL } from './account-words-nl.js';
import type { CompiledCatalog } from './compile-catalog.js';
import type { DecisionTrace } from './decision.js';
import type { Event } from './event.js';
import { secondLook, type Recall } from './second-look.js';
import type { Level } from './sentence-from.js';
import { wordAccount, type Explanation, type Format } from './word-account.js';
import { wordsFor } from './words.js';

/** For whom, in which language, and from what a decision is explained. */
export interface ExplainDecision {
  readonly level: Level;
  readonly lang: string;
  readonly log: ReadonlyMap<string, Event>;
  readonly catalog: CompiledCatalog;
  readonly format: Format;
  /** What the decision was made from, for the shares of its inputs. */
  readonly recall?: Recall | undefined;
  /** Decide again, to tell what would have made the difference and what became of `offerId`; needs `recall`. */
  readonly again?: boolean;
  readonly offerId?: string;
}

/** {@link accountFor} and {@link wordAccount} in one, with the words that the engine carries. */
export function explainDecision(trace: DecisionTrace, how: ExplainDecision): Explanation {
  const { lang, recall, again = false, offerId } = how;
  const words = wordsFor(lang);
  const isDutch = words === wordsFor('nl');
  const shop = recall?.shop.config === trace.config ? recall.shop : undefined;
  const account = accountFor(trace, {
    ...how,
    intercept: shop?.model.logit.intercept,
    second: recall && again ? secondLook(trace, { recall, offerId }) : undefined,
  });
  return wordAccount(account, { ...how, words, more: isDutch ? ACCOUNT_WORDS_NL : ACCOUNT_WORDS_EN });
}
