import type { Account, AccountReason } from './account.js';
import type { Event } from './event.js';
import type { ReasonCode } from './reason.js';
import { sentenceFrom, type Level, type Slots } from './sentence-from.js';
import type { Wording } from './wording.js';

/** How values become words: the engine knows no calendar, currency symbol or language of its own. */
export interface Format {
  /** A moment (epoch milliseconds) as people say it. */
  readonly moment: (at: number) => string;
  /** An amount in minor units, with its currency. */
  readonly amount: (minorUnits: number) => string;
  /** A category path as its narrowest name. */
  readonly category: (path: string) => string;
  /** The title of an offer. */
  readonly offer: (offerId: string) => string;
}

/** One reason in words. */
export interface ReasonText {
  readonly code: ReasonCode;
  readonly text: string;
  readonly evidence: readonly Event[];
}

/** A decision explained to one of three readers. Everything here can be traced to a row or a rule. */
export interface Explanation extends Omit<Account, 'reasons'> {
  readonly lang: string;
  readonly level: Level;
  readonly reasons: readonly ReasonText[];
}

function slotsOf(reason: AccountReason, format: Format): Slots {
  const { until, category, brand, count, amount, offerId } = reason;
  return {
    count,
    brand,
    ...(until === undefined ? {} : { until: format.moment(until) }),
    ...(category === undefined ? {} : { category: format.category(category) }),
    ...(amount === undefined ? {} : { amount: format.amount(amount) }),
    ...(offerId === undefined ? {} : { offer: format.offer(offerId) }),
  };
}

/** An account in the words of one language, which the caller has loaded. */
export function wordAccount(
  account: Account,
  how: {
    readonly level: Level;
    readonly lang: string;
    readonly words: Readonly<Record<ReasonCode, Wording>>;
    readonly format: Format;
  },
): Explanation {
  const { level, lang, words, format } = how;
  const reasons = account.reasons.map((reason) => ({
    code: reason.code,
    text: sentenceFrom(words, { code: reason.code, level, slots: slotsOf(reason, format) }),
    evidence: reason.evidence,
  }));
  return { ...account, reasons, lang, level };
}

// What a page needs beside it to format values: the client may import this file alone.
export { currencyExponent } from './currency.js';
export { localText } from './local-text.js';
