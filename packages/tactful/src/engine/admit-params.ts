import type { Json, JsonObject } from './json.js';

/** Why something offered to the log was not kept, and where. Holds no value of the shopper's. */
export interface Refusal {
  readonly reason: 'no-consent' | 'not-needed' | 'invalid' | 'personal-data';
  readonly path?: string;
}

const MAX_ITEMS = 200;
const MAX_KEYS = 30;
const MAX_STRING = 500;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MONEY_KEYS: ReadonlySet<string> = new Set(['value', 'price', 'discount', 'shipping', 'tax']);
/** ISO 4217: currencies whose minor unit is not a hundredth. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** How many decimals a currency's minor unit has: 2 unless ISO 4217 says otherwise. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** A decimal amount as an integer in minor units: 24.95 in EUR is 2495. */
export function toMinorUnits(amount: number, currency: string): number {
  return Math.round(amount * Number(`1e${String(currencyExponent(currency))}`));
}

const invalid = (path: string): Refusal => ({ reason: 'invalid', path });

type Scalar = string | number | boolean | null;

/** An own, enumerable data property; getters are never called. */
function ownEntries(value: object): readonly (readonly [string, unknown])[] | undefined {
  const entries: [string, unknown][] = [];
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (!property.enumerable || FORBIDDEN_KEYS.has(key)) continue;
    if (property.get || property.set) return undefined;
    entries.push([key, property.value]);
  }
  return entries;
}

interface Place {
  readonly path: string;
  readonly currency: string;
}

function scalar(value: unknown, key: string, place: Place): Scalar | Refusal {
  if (typeof value === 'string')
    return value.length <= MAX_STRING ? value : invalid(`${place.path}: string, longer than ${String(MAX_STRING)}`);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'number') return invalid(`${place.path}: ${typeof value}, not a string, number or boolean`);
  if (!Number.isFinite(value)) return invalid(`${place.path}: number, not finite`);
  if (!MONEY_KEYS.has(key)) return value;
  if (value < 0) return invalid(`${place.path}: number, negative amount`);
  const amount = toMinorUnits(value, place.currency);
  return Number.isSafeInteger(amount) ? amount : invalid(`${place.path}: number, too large`);
}

function flat(value: unknown, place: Place): { readonly params: JsonObject } | Refusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return invalid(`${place.path}: not an object`);
  const entries = ownEntries(value);
  if (!entries) return invalid(`${place.path}: has an accessor`);
  if (entries.length > MAX_KEYS) return invalid(`${place.path}: more than ${String(MAX_KEYS)} keys`);
  const copy: Record<string, Json> = {};
  for (const [key, raw] of entries) {
    if (raw === undefined || key === 'items') continue;
    const admitted = scalar(raw, key, { ...place, path: place.path ? `${place.path}.${key}` : key });
    if (typeof admitted === 'object' && admitted !== null) return admitted;
    copy[key] = admitted;
  }
  return { params: copy };
}

function itemsOf(value: unknown, currency: string): readonly JsonObject[] | Refusal {
  if (!Array.isArray(value)) return invalid('items: not a list');
  if (value.length > MAX_ITEMS) return invalid(`items: more than ${String(MAX_ITEMS)}`);
  const items: JsonObject[] = [];
  for (let index = 0; index < value.length; index++) {
    const path = `items[${String(index)}]`;
    // by descriptor: a list can have accessors and an iterator of its own too
    const item = flat(Object.getOwnPropertyDescriptor(value, index)?.value, { path, currency });
    if ('reason' in item) return item;
    if (typeof item.params['item_id'] !== 'string' && typeof item.params['item_name'] !== 'string') {
      return invalid(`${path}: item_id or item_name missing`);
    }
    items.push(item.params);
  }
  return items;
}

/**
 * Event parameters as plain JSON in GA4's shape: scalars and one list of flat `items`.
 *
 * Amounts of money become integers in minor units of `currency` (EUR where none is named).
 */
export function admitParams(sent: unknown): { readonly params: JsonObject } | Refusal {
  if (sent === undefined) return { params: {} };
  if (typeof sent !== 'object' || sent === null) return invalid('params: not an object');
  const descriptor = (key: string): unknown => Object.getOwnPropertyDescriptor(sent, key)?.value;
  const named = descriptor('currency');
  const currency = typeof named === 'string' ? named.toUpperCase() : 'EUR';
  const own = flat(sent, { path: '', currency });
  if ('reason' in own) return own;
  const sentItems = descriptor('items');
  if (sentItems === undefined) return own;
  const items = itemsOf(sentItems, currency);
  if ('reason' in items) return items;
  return { params: { ...own.params, items } };
}
