import { OFFER_CLASSES } from './catalog.js';
import { durationMs } from './clock.js';
import { compileCondition, ConditionError } from './condition.js';
import type { Json } from './json.js';
import { parseMoment } from './parse-moment.js';

/** Where in an offer something is wrong, what stands there, and what should. */
export type OfferProblem = readonly [path: string, found: unknown, fix: string];

type Fields = Readonly<Record<string, unknown>>;
type Check = readonly [keys: string, fits: (value: unknown) => boolean, fix: string];

const MAX_TEXT = 2_000;
const MAX_DEPTH = 16;

/** Whether a value is an object with keys. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isCap = (cap: unknown): boolean =>
  isFields(cap) && isAmount(cap['cap']) && durationMs(String(cap['period'])) !== undefined;

const isFlat = (value: unknown): boolean =>
  isFields(value) && Object.values(value).every((each) => isText(each) || /^(?:number|boolean)$/.test(typeof each));

/** Whether a value has more levels than that; a circle has. */
const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1)));

/** Only addresses that a click may follow; a javascript: address would run. */
const isSafeUrl = (url: unknown): boolean => isText(url) && (/^https?:\/\//i.test(url) || !/^[^/?#]*:/.test(url));

const CHECKS: readonly Check[] = [
  ['class', (value) => OFFER_CLASSES.some((known) => known === value), `one of ${OFFER_CLASSES.join(', ')}`],
  ['price discount lowestPrice30d margin', isAmount, 'an integer in minor units: 2495 for 24.95'],
  ['category channels placements needs', (value) => Array.isArray(value) && value.every(isText), 'a list of texts'],
  ['brand group', isText, 'a text'],
  ['features', isFlat, 'an object of texts, numbers and yes or no'],
  ['validFrom validThrough', (value) => parseMoment(value) !== undefined, 'an ISO 8601 moment'],
  [
    'frequency',
    (value) =>
      isFields(value) &&
      isAmount(value['lifetime'] ?? 0) &&
      (value['custom'] === undefined || (Array.isArray(value['custom']) && value['custom'].every(isCap))),
    '{lifetime?, custom: [{cap, period: "P7D"}]}',
  ],
];

function contentProblem(content: unknown): OfferProblem | undefined {
  if (!isFields(content) || Object.keys(content).length === 0) {
    return ['content', content, 'an object by language, each with a title'];
  }
  for (const [lang, text] of Object.entries(content)) {
    const at = `content.${lang}.`;
    if (!isFields(text) || !isText(text['title']))
      return [`${at}title`, isFields(text) ? text['title'] : text, 'a text'];
    const { action } = text;
    if (action === undefined) continue;
    if (!isFields(action) || !isText(action['label'])) return [`${at}action.label`, action, 'a text'];
    if (!isSafeUrl(action['url'])) return [`${at}action.url`, action['url'], 'an http(s) or relative address'];
  }
  return undefined;
}

function conditionProblem(when: unknown): OfferProblem | undefined {
  if (when === undefined) return undefined;
  try {
    compileCondition(when as Json);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return ['when', when, error.message];
    throw error;
  }
}

/** The first thing wrong in an offer, or `undefined`. */
export function offerProblem(offer: Fields): OfferProblem | undefined {
  const { id, price, discount } = offer;
  if (isDeeper(offer, MAX_DEPTH)) return ['', 'too deep', `at most ${String(MAX_DEPTH)} levels`];
  if (!isText(id)) return ['id', id, 'a text, unique in the catalog'];
  for (const [keys, fits, fix] of CHECKS) {
    for (const key of keys.split(' ')) {
      const value = offer[key];
      if ((value !== undefined || key === 'class') && !fits(value)) return [key, value, fix];
    }
  }
  if (isAmount(discount) && !(isAmount(price) && discount <= price)) return ['discount', discount, 'at most the price'];
  return conditionProblem(offer['when']) ?? contentProblem(offer['content']);
}
