import {
  currencyExponent,
  localText,
  wordAccount,
  type AccountWording,
  type Explanation,
  type Format,
} from '../engine/word-account.js';
import type { Account, Level } from '../worker/protocol.js';

const isDutch = (lang: string): boolean => /^nl(?:-|$)/i.test(lang);

type Words = Required<Pick<AccountWording, 'words' | 'more'>>;

async function english(): Promise<Words> {
  const { WORDS_EN, ACCOUNT_WORDS_EN } = await import('../engine/words-en.js');
  return { words: WORDS_EN, more: ACCOUNT_WORDS_EN };
}

async function dutch(): Promise<Words> {
  const { WORDS_NL, ACCOUNT_WORDS_NL } = await import('../engine/words-nl.js');
  return { words: WORDS_NL, more: ACCOUNT_WORDS_NL };
}

/** How moments, amounts and offers read in a language. The row's own offset says what the clock showed. */
function formatFor(account: Account, lang: string): Format {
  const locale = isDutch(lang) ? 'nl' : 'en-GB';
  const { currency, offset, titles } = account;
  const moments = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return {
    moment: (at) => moments.format(at + offset * 60_000),
    amount: (minorUnits) => amounts.format(minorUnits / 10 ** currencyExponent(currency)),
    category: (path) => path.slice(path.lastIndexOf('/') + 1).replaceAll(/[-_]/g, ' '),
    offer: (offerId) => localText(titles[offerId] ?? '', lang),
  };
}

/** An account in words. Loads the words of one language: they are a chunk of their own. */
export async function explainInWords(
  account: Account,
  how: { readonly level: Level; readonly lang: string },
): Promise<Explanation> {
  const { level, lang } = how;
  const format = formatFor(account, lang);
  const { words, more } = isDutch(lang) ? await dutch() : await english();
  return wordAccount(account, { level, lang, words, more, format });
}
