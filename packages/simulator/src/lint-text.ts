import { isPromotional, type OfferClass } from 'tactful/engine';
import type { Spotted } from './lint-finding.js';
import { namesEnd, pressingPart, wordsOf } from './lint-phrases.js';
import { isFields, type LintedOffer, type OfferRule } from './lint-rule.js';
import { EMPTY_WORDS, LOUD } from './lint-words.js';

interface OfferText {
  /** As `content.en.title`. */
  readonly path: string;
  readonly text: string;
}

const MAX_LEVELS = 6;

function textsBelow(path: string, value: unknown, levels: number = MAX_LEVELS): readonly OfferText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (levels === 0 || !isFields(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'url' && key !== 'image')
    .flatMap(([key, each]) => textsBelow(`${path}.${key}`, each, levels - 1));
}

/** Most rules look at the same texts. */
const known = new WeakMap<LintedOffer, readonly OfferText[]>();

function textsOf(offer: LintedOffer): readonly OfferText[] {
  const texts = known.get(offer) ?? textsBelow('content', offer.fields['content']);
  known.set(offer, texts);
  return texts;
}

const titlesOf = (offer: LintedOffer): readonly OfferText[] => {
  // A title with a placeholder is filled from the product list: its words are not here.
  return textsOf(offer).filter(({ path, text }) => path.endsWith('.title') && !/\{.+\}/.test(text));
};

const isSelling = (offerClass: OfferClass): boolean => isPromotional(offerClass) || offerClass === 'replenish';

/** Classes that lead the shopper to something that is to be had somewhere. */
const LEADS: ReadonlySet<OfferClass> = new Set(['suggest', 'complement', 'coupon', 'replenish', 'gift', 'together']);

const MIN_TITLE = 3;
const MAX_TITLE = 70;

function lengthProblem(path: string, text: string): readonly Spotted[] {
  const length = Array.from(text).length;
  if (length < MIN_TITLE) return [[path, text, `at least ${String(MIN_TITLE)} characters that name the thing`]];
  return length > MAX_TITLE
    ? [[path, text, `at most ${String(MAX_TITLE)} characters; the rest belongs in text (${String(length)} now)`]]
    : [];
}

const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word.toLowerCase()) || /^\d+$/.test(word);

function capitalsIn(text: string, brand: string): readonly string[] {
  const own = new Set(wordsOf(brand.toLowerCase()));
  return wordsOf(text).filter(
    (word) => /^\p{Lu}{2,}$/u.test(word) && !own.has(word.toLowerCase()) && (word.length > 3 || isLoud(word)),
  );
}

const isLoud = (word: string): boolean => LOUD.has(word.toLowerCase());

/** Two words in capitals, one loud one, or marks in a row. One word alone may be a name: HDMI, IKEA. */
function isShouting(text: string, brand: string): boolean {
  const capitals = capitalsIn(text, brand);
  return capitals.length > 1 || capitals.some(isLoud) || /[!\u00a1?]{2}|!.*!/u.test(text.normalize('NFKC'));
}

function saysWhere({ fields }: LintedOffer): boolean {
  const { content, product, way } = fields;
  const leads = isFields(content) && Object.values(content).some((said) => isFields(said) && isFields(said['action']));
  return leads || way !== undefined || (isFields(product) && product['url'] !== undefined);
}

function hiddenIn(text: string): boolean {
  const invisible = /(?![\n\t])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u.test(
    text,
  );
  const mixed = wordsOf(text).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrl}\p{Script=Grek}]/u.test(word),
  );
  return invisible || mixed;
}

const spotTexts =
  (isWrong: (text: string, offer: LintedOffer) => boolean, fix: string): OfferRule['spot'] =>
  (offer) =>
    textsOf(offer)
      .filter(({ text }) => isWrong(text, offer))
      .map(({ path, text }): Spotted => [path, text, fix]);

/** Every offer says what, for how much, where and until when, and says it calmly. */
export const TEXT_RULES: readonly OfferRule[] = [
  {
    rule: 'unclear-what',
    level: 'error',
    products: true,
    spot: (offer) =>
      titlesOf(offer)
        .filter(({ text }) => wordsOf(text).every(isEmptyWord))
        .map(({ path, text }): Spotted => [path, text, 'a title that names the thing: "Garden hose, 20 m"']),
  },
  {
    rule: 'title-length',
    level: 'warning',
    products: true,
    spot: (offer) => titlesOf(offer).flatMap(({ path, text }) => lengthProblem(path, text)),
  },
  {
    rule: 'no-price',
    level: 'error',
    spot: ({ compiled: { offer }, template }) =>
      isSelling(offer.class) && offer.price === undefined && !template
        ? [
            [
              'price',
              undefined,
              'the price in minor units: 2495 for 24.95; where nothing is sold, class inform or inspire',
            ],
          ]
        : [],
  },
  {
    rule: 'no-where',
    level: 'error',
    spot: (offer) =>
      LEADS.has(offer.compiled.offer.class) && !saysWhere(offer)
        ? [['content', undefined, 'an action with the address where it is, or way: where it stands in the shop']]
        : [],
  },
  {
    rule: 'no-text',
    level: 'warning',
    spot: ({ fields: { content } }) =>
      Object.entries(isFields(content) ? content : {})
        .filter(([, said]) => isFields(said) && (typeof said['text'] !== 'string' || said['text'].trim() === ''))
        .map(([lang]): Spotted => [`content.${lang}.text`, undefined, 'one plain sentence on what it is and for whom']),
  },
  {
    rule: 'no-end',
    level: 'warning',
    spot: (offer) => {
      const { validThrough, content } = offer.fields;
      if (validThrough === undefined || !isPromotional(offer.compiled.offer.class)) return [];
      return Object.keys(isFields(content) ? content : {})
        .filter(
          (lang) => !textsOf(offer).some(({ path, text }) => path.startsWith(`content.${lang}.`) && namesEnd(text)),
        )
        .map((lang): Spotted => [`content.${lang}.text`, validThrough, 'words that say until when, as a date']);
    },
  },
  {
    rule: 'pressing',
    level: 'error',
    products: true,
    spot: spotTexts(
      (text) => pressingPart(text) !== undefined,
      'the fact without pressure: what it is, and a date where it ends; no countdown, no scarcity',
    ),
  },
  {
    rule: 'shouting',
    level: 'error',
    products: true,
    spot: spotTexts(
      (text, { compiled }) => isShouting(text, compiled.offer.brand ?? ''),
      'ordinary small letters and at most one exclamation mark',
    ),
  },
  {
    rule: 'hidden-characters',
    level: 'error',
    products: true,
    spot: spotTexts(hiddenIn, 'the same text without invisible or look-alike characters'),
  },
];
