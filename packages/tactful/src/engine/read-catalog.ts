import { OFFER_CLASSES, type Catalog, type CatalogProblem, type Offer } from './catalog.js';
import { durationMs } from './clock.js';
import { compileCondition, ConditionError } from './condition.js';
import type { Json } from './json.js';
import { parseMoment } from './parse-moment.js';

/** A catalog with what was wrong in it; without `catalog` nothing could be used. */
export interface CatalogReading {
  readonly catalog?: Catalog;
  readonly problems: readonly CatalogProblem[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Largest catalog in a page; a command takes any size. */
const MAX_OFFERS = 10_000;
const MAX_TEXT = 2_000;
const MAX_DEPTH = 16;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
const isAmount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function shown(value: unknown): string {
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text.slice(0, 80) : typeof value;
  } catch {
    // A BigInt or a circle, which JSON cannot hold: the kind says enough.
    return typeof value;
  }
}

/** Whether a value has more levels than that; a circle has. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

/** Only addresses that a click may follow; a javascript: address would run. */
function isSafeUrl(url: unknown): boolean {
  return (
    isText(url) &&
    (/^https?:\/\//i.test(url) || /^[/#?.]/.test(url) || /^[\w-]+(?:[/#?.]|$)/.test(url)) &&
    !/^[^/?#]*:(?!\/\/)/.test(url)
  );
}

function contentProblem(content: unknown): readonly [string, unknown, string] | undefined {
  if (!isFields(content) || Object.keys(content).length === 0)
    return ['content', content, 'an object by language, each with a title'];
  for (const [lang, text] of Object.entries(content)) {
    if (!isFields(text) || !isText(text['title']))
      return [`content.${lang}.title`, isFields(text) ? text['title'] : text, 'a text'];
    const { action } = text;
    if (action === undefined) continue;
    if (!isFields(action) || !isText(action['label'])) return [`content.${lang}.action.label`, action, 'a text'];
    if (!isSafeUrl(action['url']))
      return [`content.${lang}.action.url`, action['url'], 'an http(s) or relative address'];
  }
  return undefined;
}

function conditionProblem(when: unknown): string | undefined {
  try {
    compileCondition(when as Json);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return error.message;
    throw error;
  }
}

function capsProblem(frequency: unknown): boolean {
  if (!isFields(frequency)) return true;
  const { custom = [], lifetime = 0 } = frequency;
  return (
    !isAmount(lifetime) ||
    !Array.isArray(custom) ||
    custom.some(
      (cap: unknown) => !isFields(cap) || !isAmount(cap['cap']) || durationMs(String(cap['period'])) === undefined,
    )
  );
}

function offerProblem(offer: Fields): readonly [string, unknown, string] | undefined {
  const problem = (key: string, fix: string): readonly [string, unknown, string] => [key, offer[key], fix];
  const given = (key: string): boolean => offer[key] !== undefined;
  if (!isText(offer['id'])) return problem('id', 'a text, unique in the catalog');
  if (!OFFER_CLASSES.some((known) => known === offer['class']))
    return problem('class', `one of ${OFFER_CLASSES.join(', ')}`);
  for (const key of ['price', 'discount', 'lowestPrice30d', 'margin']) {
    if (given(key) && !isAmount(offer[key])) return problem(key, 'an integer in minor units: 2495 for 24.95');
  }
  if (
    typeof offer['discount'] === 'number' &&
    !(typeof offer['price'] === 'number' && offer['discount'] <= offer['price'])
  )
    return problem('discount', 'at most the price');
  for (const key of ['category', 'channels', 'placements', 'needs'])
    if (given(key) && !isTextList(offer[key])) return problem(key, 'a list of texts');
  for (const key of ['brand', 'group']) if (given(key) && !isText(offer[key])) return problem(key, 'a text');
  for (const key of ['validFrom', 'validThrough'])
    if (given(key) && parseMoment(offer[key]) === undefined) return problem(key, 'an ISO 8601 moment');
  if (given('frequency') && capsProblem(offer['frequency']))
    return problem('frequency', '{lifetime?, custom: [{cap, period: "P7D"}]}');
  const wrong = given('when') ? conditionProblem(offer['when']) : undefined;
  return wrong === undefined ? contentProblem(offer['content']) : ['when', offer['when'], wrong];
}

function isOffer(offer: Fields): offer is Fields & Offer {
  return offerProblem(offer) === undefined;
}

function readOffer(raw: unknown, seen: ReadonlySet<string>): readonly [string, unknown, string] | Offer {
  if (!isFields(raw)) return ['', raw, 'an object'];
  if (isDeeper(raw, MAX_DEPTH)) return ['', raw, `at most ${String(MAX_DEPTH)} levels deep`];
  if (!isOffer(raw)) return offerProblem(raw) ?? ['', raw, 'an offer'];
  return seen.has(raw.id) ? ['id', raw.id, 'unique in the catalog'] : raw;
}

/**
 * Anything as a catalog: bad offers are dropped with path, value and fix, the rest lives.
 *
 * Never throws. Without a usable head (`format`, `currency`, `offers`) there is no catalog.
 */
export function readCatalog(raw: unknown, limits: { readonly offers?: number } = {}): CatalogReading {
  const head = (path: string, found: unknown, fix: string): CatalogReading => ({
    problems: [{ path, found: shown(found), fix }],
  });
  if (!isFields(raw)) return head('', raw, 'a catalog object');
  const { format, currency, offers } = raw;
  if (format !== 'tactful-catalog') return head('format', format, '"tactful-catalog"');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return head('currency', currency, 'an ISO 4217 code');
  if (!Array.isArray(offers)) return head('offers', offers, 'a list');
  const most = limits.offers ?? MAX_OFFERS;
  if (offers.length > most) return head('offers', offers.length, `at most ${String(most)}; raise limits.offers`);
  const kept: Offer[] = [];
  const ids = new Set<string>();
  const problems: CatalogProblem[] = [];
  for (const [index, rawOffer] of (offers as readonly unknown[]).entries()) {
    const offer = readOffer(rawOffer, ids);
    if (Array.isArray(offer)) {
      const [key, found, fix] = offer as readonly [string, unknown, string];
      problems.push({ path: `offers[${String(index)}]${key === '' ? '' : `.${key}`}`, found: shown(found), fix });
    } else {
      const read = offer as Offer;
      ids.add(read.id);
      kept.push(read);
    }
  }
  const version = typeof raw['version'] === 'string' ? raw['version'] : '';
  const sector = raw['sector'];
  return {
    catalog: { format, version, currency, ...(typeof sector === 'string' ? { sector } : {}), offers: kept },
    problems,
  };
}
