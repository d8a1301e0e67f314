import {
  admitTracked,
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  readCatalog,
  type CompiledCatalog,
  type Event,
  type JsonObject,
} from 'tactful/engine';
import type { ReplaySetting } from '../src/replay.js';

const DEPARTMENTS = ['garden', 'tools', 'paint', 'wood', 'lighting', 'heating', 'plumbing', 'fasteners'];

/** A made-up shop: four products in each of eight departments, as a catalogue for `readCatalog`. */
export const SMALL_CATALOG: JsonObject = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: DEPARTMENTS.flatMap((department) =>
    ['a', 'b', 'c', 'd'].map((kind, index) => ({
      id: `offer-${department}-${kind}`,
      class: 'suggest',
      category: [department, `${department} ${kind}`],
      price: 3000 + 1000 * index,
      content: { en: { title: `${department} ${kind}` } },
      product: `${department}-${kind}`,
    })),
  ),
};

/** The made-up shop compiled; things for the garden are needed again every ten days. */
export function smallCatalog(): CompiledCatalog {
  const { catalog } = readCatalog({ ...SMALL_CATALOG, cycles: { garden: 'P10D' } });
  if (!catalog) throw new Error('the small catalogue does not read');
  return compileCatalog(catalog, DEFAULT_MODEL);
}

/** Everything a replay of the made-up shop needs; the stopwatch stands still. */
export function smallSetting(): ReplaySetting {
  return {
    catalog: smallCatalog(),
    policy: DEFAULT_POLICY,
    model: DEFAULT_MODEL,
    purposes: defaultPurposes(),
    consent: { personalization: 'in' },
    placement: 'home',
    config: 'small',
    exposures: 'replay',
    stopwatch: () => 0,
  };
}

/** Noon of 1 June 2026, UTC. */
export const NOON: number = Date.UTC(2026, 5, 1, 12);

/** A row of the log as the gate makes it. */
export function row(
  name: string,
  made: { readonly at: number; readonly count: number; readonly params?: JsonObject },
): Event {
  const { at, count, params = {} } = made;
  const admission = admitTracked({ name, params }, { purposes: defaultPurposes(), consent: { personalization: 'in' } });
  if ('refusal' in admission) throw new Error(admission.refusal.path ?? admission.refusal.reason);
  return { id: `test:${String(count)}`, at, offset: 0, v: 1, ...admission.draft };
}

/**
 * The purchase of one product of each named kind in a department: `basket('garden', {kinds: ['a'], …})`. Kind `a small` is
 * another product of that category, one that no offer is about.
 */
export function basket(
  department: string,
  made: { readonly at: number; readonly count: number; readonly kinds: readonly string[] },
): Event {
  const items = made.kinds.map((kind) => ({
    item_id: `${department}-${kind}`,
    item_category: department,
    item_category2: `${department} ${kind.slice(0, 1)}`,
    price: 30,
    quantity: 1,
  }));
  return row('purchase', {
    ...made,
    params: { transaction_id: `basket-${String(made.count)}`, currency: 'EUR', items },
  });
}
