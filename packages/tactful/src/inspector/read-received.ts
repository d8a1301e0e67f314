import type { PageProduct } from '../client/read-page.js';
import { isConfigRecord, isControlRecord, isDecisionRecord, isEvent, isLedgerRecord } from '../storage/guards.js';
import { isMeta } from '../storage/is-meta.js';
import type { StoreContents } from '../storage/index.js';
import type { StoredPlace } from './lens-source.js';
import type { PageMaterial } from './page-material.js';

// What comes out of a page's process is a claim until it has been read here: every text is cut at 512 characters, every
// list at 500 entries, and nothing is copied that was not asked for.

type Fields = Readonly<Record<string, unknown>>;

const MOST = 500;
const LONGEST = 512;
const PLACES: readonly StoredPlace[] = ['cookie', 'local', 'session', 'database'];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]).slice(0, MOST) : [];

function hostOf(value: unknown): PageMaterial['hosts'] {
  if (!isFields(value)) return [];
  const host = textOf(value['host']);
  const requests = value['requests'];
  return host === undefined || typeof requests !== 'number' ? [] : [{ host, requests }];
}

function storedOf(value: unknown): PageMaterial['stored'] {
  if (!isFields(value)) return [];
  const name = textOf(value['name']);
  const place = PLACES.find((known) => known === value['place']);
  return name === undefined || place === undefined ? [] : [{ place, name }];
}

function priceOf(value: unknown): PageProduct['price'] {
  if (!isFields(value)) return undefined;
  const { value: amount, currency } = value;
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return undefined;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { value: amount, currency } : undefined;
}

function productOf(value: unknown): readonly PageProduct[] {
  if (!isFields(value)) return [];
  const name = textOf(value['name']);
  const id = textOf(value['id']);
  const brand = textOf(value['brand']);
  const price = priceOf(value['price']);
  if (name === undefined) return [];
  return [
    {
      by: value['by'] === 'microdata' ? 'microdata' : 'json-ld',
      main: value['main'] === true,
      name,
      category: listOf(value['category']).flatMap((step) => textOf(step) ?? []),
      ...(id === undefined ? {} : { id }),
      ...(brand === undefined ? {} : { brand }),
      ...(price ? { price } : {}),
    },
  ];
}

/** What was found on a page, from anything: what has another shape is left out. */
export function readPageMaterial(value: unknown): PageMaterial {
  const found = isFields(value) ? value : {};
  return {
    hosts: listOf(found['hosts']).flatMap(hostOf),
    products: listOf(found['products']).flatMap(productOf),
    stored: listOf(found['stored']).flatMap(storedOf),
    dataLayer: listOf(found['dataLayer']),
  };
}

/** The contents of a store, from anything; nothing without a scope and a `meta`. */
export function readStoreContents(value: unknown): StoreContents | undefined {
  if (!isFields(value)) return undefined;
  const meta = value['meta'];
  if (!isMeta(meta)) return undefined;
  const scope = textOf(value['scope']);
  const all = (name: string): readonly unknown[] =>
    Array.isArray(value[name]) ? (value[name] as readonly unknown[]) : [];
  if (scope === undefined) return undefined;
  return {
    scope,
    meta,
    events: all('events').filter(isEvent),
    decisions: all('decisions').filter(isDecisionRecord),
    ledger: all('ledger').filter(isLedgerRecord),
    configs: all('configs').filter(isConfigRecord),
    control: all('control').filter(isControlRecord),
  };
}
