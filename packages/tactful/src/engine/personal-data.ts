// Detectors of what a page must not hand over. Each is bounded: a text is at most 500 characters by then, and no pattern
// backtracks over more than one word.

/** What was recognised. The text itself is never repeated. */
export type PersonalData = 'e-mail' | 'card' | 'iban' | 'phone';

/** From a scheme, or from the slash with which the text starts: what is kept of an address, and what hangs on it. */
const ADDRESS = /(^\/|https?:\/\/)(?:[^\s/?#]*@)?([^\s?#]*)\S*/gi;
/** Parameters whose numbers are those of articles and orders; those of a user, customer, member or client are not. */
const THING_KEY = /(?<!ser|mer|ber|ent)_id$|sku|gtin/;
/** `logo@2x.png` is a picture, and `/@someone/` a page. */
const EMAIL = /[^\s@/:](?:@|%40)(?!\dx\.)[^\s@/?#]+\.\p{L}{2}/iu;
/**
 * A card, in the groups that are printed on it, and an account in fours, each with digits but for the bank's letters.
 * Nobody issues cards of 13 digits any more, and in a shop 13 digits are an article number. The decimals of a price that
 * was divided are no card, though the check digit of one in ten is right.
 */
const NUMBER =
  /(?<!\d\.)\b(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{4,5}|[A-Z]{2}\d\d ?\w{4}(?: ?(?=[A-Z]*\d)[A-Z\d]{1,4}){2,7})\b/gi;
/** By ISO 7812: 2 and 5 for Mastercard, 3 for American Express, Diners and JCB, 4 for Visa, 5 and 6 for the others. */
const CARD = /^(?:[456]|2[2-7]|3[04-9])\d+$/;
/** A plus, or a leading zero that is no date and no decimals, and at most 14 or 11 digits; or the American grouping. */
const PHONE =
  /(?<![\w.,/-])(?!\d\d([-./ ])\d\d\1\d{4})(?:\+[1-9](?:[^\w,:]{0,2}\d){7,13}|\(?0[1-9](?:[^\w,:]{0,2}\d){7,9}|\(?[2-9]\d\d[-.) ]{1,2}\d{3}[-. ]\d{4})(?!\d)/g;

/** The sum of the digits, each times what its place from the right asks for. */
function weighted(digits: string, weigh: (digit: number, place: number) => number): number {
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, place) => sum + weigh(Number(digit), place), 0);
}

/** Luhn's check digit (ISO 7812). */
const isCard = (digits: string): boolean =>
  CARD.test(digits) && weighted(digits, (digit, place) => (place % 2 ? (digit * 2) % 9 || digit : digit)) % 10 === 0;

/** The remainder by 97 (ISO 13616). */
function isIban(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4);
  return Array.from(moved).reduce((rest, sign) => Number(`${String(rest)}${String(parseInt(sign, 36))}`) % 97, 0) === 1;
}

/** Ten digits of a book (ISO 2108, before 2007) look like a number to call. */
const isBook = (found: string): boolean =>
  found.length === 10 && weighted(found, (digit, place) => digit * (place + 1)) % 11 === 0;

/**
 * What a parameter's text gives away about a person: an e-mail address, a payment card (Luhn), a
 * bank account (IBAN) or a telephone number; `undefined` for nothing.
 *
 * Where `key` names a thing (`item_id`, `transaction_id`), and inside an address, numbers are those
 * of articles and orders: only e-mail addresses are looked for there. A
 * telephone number is known by a plus, a leading zero or the American grouping; a local number
 * without any of these is not found.
 *
 * @example
 * ```ts
 * personalDataIn('call 06-12345678', 'search_term'); // 'phone'
 * ```
 */
export function personalDataIn(text: string, key: string): PersonalData | undefined {
  if (EMAIL.test(text)) return 'e-mail';
  if (THING_KEY.test(key)) return undefined;
  const said = text.replace(ADDRESS, ' ');
  for (const found of said.match(NUMBER) ?? []) {
    const bare = found.replace(/\W/g, '');
    if (isCard(bare)) return 'card';
    if (/^\D/.test(bare) && isIban(bare)) return 'iban';
  }
  return said.match(PHONE)?.some((found) => !isBook(found)) ? 'phone' : undefined;
}

/**
 * A text whose addresses, `http://…` and `/…`, have lost their user, query and fragment: what hangs
 * there is about a visit or a person.
 */
export function withoutQuery(text: string): string {
  return text.replace(ADDRESS, '$1$2');
}
