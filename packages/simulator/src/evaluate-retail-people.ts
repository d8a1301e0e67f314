import { localDay, type Item, type NeedPurchase } from 'tactful/engine';
import type { GuessTask } from './evaluate-people.js';
import type { Invoice } from './online-retail-invoices.js';

/** Fewer invoices than this are no history to guess from. */
const LEAST_INVOICES = 3;

const itemOf = (id: string): Item => ({
  id,
  name: undefined,
  brand: undefined,
  prefixes: [],
  price: undefined,
  quantity: 1,
});

function purchaseOf({ id, at, items }: Invoice): NeedPurchase {
  return { id, at, offset: 0, items: items.map(itemOf) };
}

/** The invoices of each customer who has at least three, oldest first. */
export function regularCustomers(invoices: readonly Invoice[]): ReadonlyMap<string, readonly Invoice[]> {
  const customers = new Map<string, Invoice[]>();
  for (const invoice of [...invoices].sort((a, b) => a.at - b.at)) {
    const known = customers.get(invoice.customer) ?? [];
    known.push(invoice);
    customers.set(invoice.customer, known);
  }
  return new Map([...customers].filter(([, known]) => known.length >= LEAST_INVOICES));
}

/** Guess the items of the last invoice from all earlier ones. */
export function lastBaskets(customers: ReadonlyMap<string, readonly Invoice[]>): GuessTask {
  const split = [...customers].flatMap(([id, invoices]) => {
    const last = invoices.at(-1);
    return last === undefined ? [] : [{ id, last, history: invoices.slice(0, -1).map(purchaseOf) }];
  });
  return {
    people: split.map(({ id, last, history }) => ({ id, history, day: localDay({ at: last.at, offset: 0 }) })),
    valuesOf: ({ id }) => (id === undefined ? [] : [id]),
    targets: new Map(split.map(({ id, last }) => [id, new Set(last.items)])),
  };
}

/** Somebody's gaps between invoice days until the last but one, and apart from them the one that came. Days. */
export interface GapTask {
  readonly gaps: ReadonlyMap<string, readonly number[]>;
  readonly targets: ReadonlyMap<string, number>;
}

/** Guess the gap from the last but one to the last invoice day; who came on one day only has none. */
export function lastGaps(customers: ReadonlyMap<string, readonly Invoice[]>): GapTask {
  const gaps = new Map<string, readonly number[]>();
  const targets = new Map<string, number>();
  for (const [id, invoices] of customers) {
    const days = [...new Set(invoices.map(({ at }) => localDay({ at, offset: 0 })))];
    const all = days.slice(1).map((day, index) => day - (days[index] ?? day));
    const last = all.at(-1);
    if (last === undefined) continue;
    gaps.set(id, all.slice(0, -1));
    targets.set(id, last);
  }
  return { gaps, targets };
}
