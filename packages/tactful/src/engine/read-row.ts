import { admitParams, MAX_QUANTITY, type Refusal } from './admit-params.js';
import { DAY_MS } from './clock.js';
import { statesDemographic } from './demographic.js';
import { isEventName, isTracked, signalGroup, type EventName } from './event-names.js';
import type { Event, Origin } from './event.js';
import type { JsonObject } from './json.js';

const MAX_OFFSET_MINUTES = 840;
/** What a Date can hold, less the day by which local time may lie beside it. */
const LATEST_MS = 8.64e15 - DAY_MS;
const MAX_WORD = 200;
const ORIGINS: readonly Origin[] = ['observed', 'declared', 'relation', 'context', 'site', 'incidental', 'imported'];

const invalid = (path: string): { readonly refusal: Refusal } => ({ refusal: { reason: 'invalid', path } });

/** A reading that succeeded, or what was wrong and where. */
export type RowReading = { readonly row: Event } | { readonly refusal: Refusal };

/** The own data properties of an object; `undefined` for what is none or brings getters. */
export function dataOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    if (Array.isArray(value)) return undefined;
    const copy: Record<string, unknown> = {};
    // One by one: a list of all descriptors takes most of the time in which a large file is read.
    for (const key of Object.getOwnPropertyNames(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property?.get !== undefined || property?.set !== undefined) return undefined;
      const own: unknown = property?.value;
      if (key !== '__proto__') copy[key] = own;
      else Object.defineProperty(copy, key, { value: own, enumerable: true, writable: true, configurable: true });
    }
    return copy;
  } catch {
    // Only a proxy can throw here; what it threw is its own.
    return undefined;
  }
}

/** When a row happened, or what is wrong with it. A missing offset is 0. */
export function readMoment(
  raw: Readonly<Record<string, unknown>>,
): { readonly at: number; readonly offset: number } | { readonly refusal: Refusal } {
  const { at, offset = 0 } = raw;
  if (typeof at !== 'number' || !Number.isFinite(at))
    return invalid('at: not a number of milliseconds since the epoch');
  if (Math.abs(at) > LATEST_MS) return invalid('at: beyond what a date can hold');
  if (typeof offset !== 'number' || !Number.isInteger(offset)) return invalid('offset: not a whole number of minutes');
  if (Math.abs(offset) > MAX_OFFSET_MINUTES) return invalid(`offset: beyond ${String(MAX_OFFSET_MINUTES)} minutes`);
  // A negative zero would not outlive a file.
  return { at: at + 0, offset: offset + 0 };
}

/** A text of at most 200 characters that is not empty: a name, a label. */
export const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_WORD;

const AMOUNTS = ['price', 'discount', 'shipping', 'tax'] as const;
const AMOUNTS_AND_TOTAL = [...AMOUNTS, 'value'] as const;

function wrongIn(values: JsonObject, keys: readonly string[]): string | undefined {
  const wrong = keys.find((key) => {
    const amount = values[key] ?? 0;
    return typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 0;
  });
  if (wrong !== undefined) return `${wrong}: not an amount in minor units`;
  const quantity = values['quantity'] ?? 0;
  const isQuantity = typeof quantity === 'number' && quantity >= 0 && quantity <= MAX_QUANTITY;
  return isQuantity ? undefined : 'quantity: not an amount';
}

/** Amounts of a stored row are in minor units already. */
function wrongAmount(name: EventName, params: JsonObject): string | undefined {
  // Elsewhere a value may be an answer or a score.
  const keys = isTracked(name) && signalGroup(name) !== 'relation' ? AMOUNTS_AND_TOTAL : AMOUNTS;
  const own = wrongIn(params, keys);
  if (own !== undefined) return `params.${own}`;
  const { items = [] } = params;
  for (const [n, item] of (items as readonly JsonObject[]).entries()) {
    const wrong = wrongIn(item, keys);
    if (wrong !== undefined) return `params.items[${String(n)}].${wrong}`;
  }
  return undefined;
}

/**
 * A full row as tactful stores and exports it, copied under its schema; or what is wrong, by place.
 *
 * Checked are shape, names, limits and personal data; whether anybody agreed to keep it is for
 * {@link admitImported}. Amounts stay as they are, in minor units. Never throws, calls no getter.
 */
export function readRow(raw: unknown): RowReading {
  const fields = dataOf(raw);
  if (!fields) return invalid('not a plain object');
  const moment = readMoment(fields);
  if ('refusal' in moment) return moment;
  const { v, id, name, origin, purpose, source } = fields;
  if (v !== 1) return invalid('v: not 1, the version that is known here');
  if (typeof id !== 'string' || id.length > MAX_WORD || !/^.+:\d+$/.test(id)) return invalid('id: not replica:counter');
  if (typeof name !== 'string' || !isEventName(name)) return invalid('name: unknown event');
  const known = ORIGINS.find((each) => each === origin);
  if (!known) return invalid('origin: unknown');
  if (!isWord(purpose)) return invalid('purpose: not a text');
  if (source !== undefined && !isWord(source)) return invalid('source: not a text');
  const admitted = admitParams(fields['params'] ?? null, false);
  if ('reason' in admitted) {
    const { reason, path = '' } = admitted;
    return { refusal: { reason, path: path.startsWith('params') ? path : `params.${path}` } };
  }
  if (statesDemographic(name, admitted.params))
    return { refusal: { reason: 'personal-data', path: 'params.facet: about a person' } };
  const wrong = wrongAmount(name, admitted.params);
  if (wrong !== undefined) return invalid(wrong);
  const row: Event = { id, ...moment, name, origin: known, purpose, params: admitted.params, v: 1 };
  return { row: source === undefined ? row : { ...row, source } };
}
