import { accountFor } from './account.js';
import type { CompiledCatalog } from './compile-catalog.js';
import type { DecisionTrace } from './decision.js';
import type { Event } from './event.js';
import type { Level } from './sentence-from.js';
import { wordAccount, type Explanation, type Format } from './word-account.js';
import { wordsFor } from './words.js';

/** {@link accountFor} and {@link wordAccount} in one, with the words that the engine carries. */
export function explainDecision(
  trace: DecisionTrace,
  how: {
    readonly level: Level;
    readonly lang: string;
    readonly log: ReadonlyMap<string, Event>;
    readonly catalog: CompiledCatalog;
    readonly format: Format;
  },
): Explanation {
  return wordAccount(accountFor(trace, how), { ...how, words: wordsFor(how.lang) });
}
