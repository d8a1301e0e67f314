import { toMinorUnits } from './currency.js';
import { isDemographic } from './demographic.js';
import type { Json, JsonObject } from './json.js';
import { personalDataIn, withoutQuery } from './personal-data.js';

/** Why something offered to the log was not kept, and where. Holds no value of the shopper's. */
export interface Refusal {
  readonly reason: 'no-consent' | 'not-needed' | 'invalid' | 'personal-data';
  readonly path?: string;
}

const MAX_ITEMS = 200;
const MAX_KEYS = 30;
/** GA4 prescribes 22 parameters of an item and allows 27 of the shop's own. */
const MAX_ITEM_KEYS = 49;
const MAX_STRING = 500;
/** An address is cut before it is measured, but nothing endless is searched. */
const MAX_SENT = 4000;
/** More of one thing at once than anybody takes. */
export const MAX_QUANTITY = 1e6;
/** GA4's limit for the name of a parameter. Any other stays behind, as with GA4. */
const KEY = /^(?!(?:__proto__|constructor|prototype)$)[\w.-]{1,40}$/;
const AMOUNT_KEY = /^(?:value|price|discount|shipping|tax|quantity)$/;
/** Many shops number these; they are compared as text. */
const TEXT_KEY = /^(?:item_id|item_name|transaction_id|search_term)$/;
/** Without any of these there is neither an address nor a number of a person: most texts are done here. */
const SUSPECT = /[@%/]|(?:\d\D*){8}/;
const NUMERIC = /^\d+(?:\.\d+)?$/;

type Scalar = string | number | boolean | null;

interface Place {
  readonly path: string;
  /** In which amounts are decimals; `undefined` where nothing is an amount. */
  readonly currency: string | undefined;
}

const invalid = (path: string): Refusal => ({ reason: 'invalid', path });

function amountOf(value: number, key: string, currency: string): number | undefined {
  if (key === 'quantity') return value >= 0 && value <= MAX_QUANTITY ? value : undefined;
  const amount = toMinorUnits(value, currency);
  return amount >= 0 && Number.isSafeInteger(amount) ? amount : undefined;
}

/** A value as it is kept, or what is wrong with it; where that is, its object says: nearly all are right. */
function scalar(value: unknown, key: string, currency: Place['currency']): Scalar | Refusal {
  if (value === null) return null;
  const counts = currency !== undefined && AMOUNT_KEY.test(key);
  if (typeof value === 'boolean') return counts ? invalid('not an amount') : value;
  if (typeof value !== 'string' && typeof value !== 'number') return invalid('not a string, number or boolean');
  if (typeof value === 'number' && !Number.isFinite(value)) return invalid('not finite');
  const sent = String(value);
  const searched = sent.length <= MAX_SENT && SUSPECT.test(sent);
  const text = searched ? withoutQuery(sent) : sent;
  if (text.length > MAX_STRING) return invalid(`longer than ${String(MAX_STRING)}`);
  const found = searched && personalDataIn(text, key);
  if (found) return { reason: 'personal-data', path: found };
  if (counts) {
    const plain = typeof value === 'number' || NUMERIC.test(text);
    return (plain ? amountOf(Number(value) + 0, key, currency) : undefined) ?? invalid('not an amount');
  }
  // No JSON text has a negative zero: adding nothing makes it the plain one.
  return typeof value === 'number' && !TEXT_KEY.test(key) ? value + 0 : text;
}

function flat(value: unknown, { path, currency }: Place): { readonly params: JsonObject } | Refusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid(`${path}: not an object`);
  const keys = Object.keys(value).filter((key) => KEY.test(key));
  const most = path ? MAX_ITEM_KEYS : MAX_KEYS;
  if (keys.length > most) return invalid(`${path}: more than ${String(most)} keys`);
  const copy: Record<string, Json> = {};
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property?.get || property?.set) return invalid(`${path}: has an accessor`);
    const raw: unknown = property?.value;
    if (raw === undefined || key === 'items') continue;
    if (isDemographic(key)) {
      // of an item it says for whom the thing is made; a taste for it would be a guess about the shopper
      if (path) continue;
      return { reason: 'personal-data', path: `${key}: about a person` };
    }
    const admitted = scalar(raw, key, currency);
    if (typeof admitted === 'object' && admitted !== null)
      return { ...admitted, path: `${path ? `${path}.` : ''}${key}: ${typeof raw}, ${admitted.path ?? ''}` };
    copy[key] = admitted;
  }
  return { params: copy };
}

function itemsOf(value: unknown, place: Place): readonly JsonObject[] | Refusal {
  if (!Array.isArray(value)) return invalid('items: not a list');
  const { length } = value;
  if (length > MAX_ITEMS) return invalid(`items: more than ${String(MAX_ITEMS)}`);
  const items: JsonObject[] = [];
  for (let index = 0; index < length; index++) {
    const path = `items[${String(index)}]`;
    // by descriptor: a list can have accessors and an iterator of its own too
    const item = flat(Object.getOwnPropertyDescriptor(value, index)?.value, { ...place, path });
    if ('reason' in item) return item;
    // an empty id would make one article of all that have none
    if (!item.params['item_id'] && !item.params['item_name']) return invalid(`${path}: item_id or item_name missing`);
    items.push(item.params);
  }
  return items;
}

function read(sent: object, money: boolean): { readonly params: JsonObject } | Refusal {
  const descriptor = (key: string): unknown => Object.getOwnPropertyDescriptor(sent, key)?.value;
  const named = descriptor('currency');
  const currency = typeof named === 'string' && named !== '' ? named.toUpperCase() : 'EUR';
  const place = { path: '', currency: money ? currency : undefined };
  const own = flat(sent, place);
  if ('reason' in own) return own;
  const sentItems = descriptor('items');
  if (sentItems === undefined) return own;
  const items = itemsOf(sentItems, place);
  if ('reason' in items) return items;
  return { params: { ...own.params, items } };
}

/**
 * Event parameters as plain JSON in GA4's shape: scalars and one list of flat `items`.
 *
 * With `money`, decimal amounts become integers in minor units of `currency` (EUR where none is
 * named), also those sent as text; without, a `value` is a value. Numbers that name things become
 * text, addresses lose their query, and what is no parameter's name stays behind. Everything else
 * that does not fit is refused with its place. Never throws, calls no getter, and copies nothing
 * that was inherited.
 */
export function admitParams(sent: unknown, money: boolean): { readonly params: JsonObject } | Refusal {
  if (sent === undefined) return { params: {} };
  if (typeof sent !== 'object' || sent === null) return invalid('params: not an object');
  try {
    return read(sent, money);
  } catch {
    // Only a proxy can throw here; what it threw is the page's own.
    return invalid('params: cannot be read');
  }
}
