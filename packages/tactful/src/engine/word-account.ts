import type { Account, AccountReason } from './account.js';
import type { AccountWords } from './account-words.js';
import type { Event } from './event.js';
import type { VerdictOn } from './loser-verdict.js';
import type { ReasonCode } from './reason.js';
import { sentenceFrom, type Level, type Slots } from './sentence-from.js';
import { wordInstead, type InsteadText } from './word-instead.js';
import { wordSum, type SumText } from './word-sums.js';
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

/** Why one offer was or was not the one, in words. */
export interface VerdictText extends Pick<VerdictOn, 'offerId' | 'verdict' | 'until' | 'endedBy'> {
  readonly text: string;
  readonly sum?: SumText;
}

/** A decision explained to one of three readers. Everything here can be traced to a row or a rule. */
export interface Explanation extends Omit<Account, 'reasons' | 'instead' | 'verdict'> {
  readonly lang: string;
  readonly level: Level;
  readonly reasons: readonly ReasonText[];
  /** What each of the shortlist was worth, silence included. */
  readonly sums: readonly SumText[];
  /** What would have made the difference, where that was asked: at most two, each confirmed by a replay. */
  readonly instead: readonly InsteadText[];
  /** Of the offer that was asked about. */
  readonly verdict?: VerdictText;
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

/** In what an account is put into words: the words of one language, which the caller has loaded. */
export interface AccountWording {
  readonly level: Level;
  readonly lang: string;
  readonly words: Readonly<Record<ReasonCode, Wording>>;
  /** Without them there are no sums, no other outcomes and no verdict. */
  readonly more?: AccountWords;
  readonly format: Format;
}

function verdictText(
  { offerId, verdict: code, until, endedBy, worth }: VerdictOn,
  {
    how,
    more,
    sumOf,
  }: { readonly how: AccountWording; readonly more: AccountWords; readonly sumOf: (one: Summed) => SumText },
): VerdictText {
  const { words, level, format } = how;
  const slots = { ...(until === undefined ? {} : { until: format.moment(until) }) };
  const reason = code === 'CHOSEN' ? more.chosen : sentenceFrom(words, { code, level, slots });
  return {
    offerId,
    verdict: code,
    ...(until === undefined ? {} : { until }),
    ...(endedBy ? { endedBy } : {}),
    text: more.verdict.replace('{offer}', () => format.offer(offerId) || offerId).replace('{reason}', () => reason),
    ...(worth ? { sum: sumOf({ offerId, ...worth }) } : {}),
  };
}

type Summed = Parameters<typeof wordSum>[0];

function worded(account: Account, how: AccountWording): Pick<Explanation, 'sums' | 'instead' | 'verdict'> {
  const { more, format } = how;
  if (!more) return { sums: [], instead: [] };
  const { shortlist, intercept, instead = [], verdict } = account;
  const sumOf = (one: Summed): SumText => wordSum(one, { words: more, title: format.offer, intercept });
  return {
    sums: shortlist.map(sumOf),
    instead: instead.flatMap((found) => wordInstead(found, { words: more, format })),
    ...(verdict ? { verdict: verdictText(verdict, { how, more, sumOf }) } : {}),
  };
}

/** An account in the words of one language, which the caller has loaded. */
export function wordAccount(account: Account, how: AccountWording): Explanation {
  const { level, lang, words, format } = how;
  const reasons = account.reasons.map((reason) => ({
    code: reason.code,
    text: sentenceFrom(words, { code: reason.code, level, slots: slotsOf(reason, format) }),
    evidence: reason.evidence,
  }));
  const { decisionId, outcome, shortlist, counts, currency, offset, titles, intercept, compared } = account;
  return {
    decisionId,
    outcome,
    shortlist,
    counts,
    currency,
    offset,
    titles,
    ...(intercept === undefined ? {} : { intercept }),
    ...(compared ? { compared } : {}),
    reasons,
    lang,
    level,
    ...worded(account, how),
  };
}

// What a page needs beside it to format values: the client may import this file alone.
export { currencyExponent } from './currency.js';
export { localText } from './local-text.js';
