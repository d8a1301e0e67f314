import { admitTracked, defaultPurposes, type Event, type JsonObject } from 'tactful/engine';
import { categoryPath } from './category-name.js';
import { numberIn, productBrand, productTitle, type ProductRow } from './complete-journey-catalog.js';

/** A line of `transactions.csv.gz`, every column as text. */
export interface TransactionRow {
  readonly household_id: string;
  readonly basket_id: string;
  readonly product_id: string;
  readonly quantity: string;
  readonly sales_value: string;
  /** `2017-02-03 20:03:25`: the shop's clock, without a zone. */
  readonly timestamp: string;
}

/** The columns that {@link householdPurchases} reads. */
export const TRANSACTION_COLUMNS: readonly (keyof TransactionRow)[] = [
  'household_id',
  'basket_id',
  'product_id',
  'quantity',
  'sales_value',
  'timestamp',
];

/** The household with the most lines; of several the one with the smallest number. `undefined` without lines. */
export function busiestHousehold(rows: readonly TransactionRow[]): string | undefined {
  const lines = new Map<string, number>();
  for (const { household_id: id } of rows) lines.set(id, (lines.get(id) ?? 0) + 1);
  const [first] = [...lines].sort(([a, most], [b, other]) => other - most || Number(a) - Number(b));
  return first?.[0];
}

function readTimestamp(text: string): number {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : NaN;
  if (Number.isNaN(at)) throw new Error('transactions.csv.gz: a timestamp that is not YYYY-MM-DD hh:mm:ss');
  return at;
}

function purchaseItem(row: TransactionRow, product: ProductRow | undefined): JsonObject {
  const quantity = numberIn(row.quantity) ?? 0;
  const paid = numberIn(row.sales_value);
  const path = product ? categoryPath([product.department, product.product_category, product.product_type]) : [];
  const [top, second, third] = path;
  const brand = product ? productBrand(product) : undefined;
  return {
    item_id: row.product_id,
    quantity,
    // Some lines have a quantity of 0: what one of it cost is then unknown.
    ...(quantity > 0 && paid !== undefined ? { price: paid / quantity } : {}),
    ...(product ? { item_name: productTitle(product) } : {}),
    ...(brand === undefined ? {} : { item_brand: brand }),
    ...(top === undefined ? {} : { item_category: top }),
    ...(second === undefined ? {} : { item_category2: second }),
    ...(third === undefined ? {} : { item_category3: third }),
  };
}

interface Basket {
  readonly id: string;
  readonly at: number;
  readonly items: JsonObject[];
}

function collectBaskets(rows: readonly TransactionRow[], products: ReadonlyMap<string, ProductRow>): readonly Basket[] {
  const baskets = new Map<string, Basket>();
  for (const row of rows) {
    const key = `${row.basket_id} ${row.timestamp}`;
    const basket = baskets.get(key) ?? { id: row.basket_id, at: readTimestamp(row.timestamp), items: [] };
    basket.items.push(purchaseItem(row, products.get(row.product_id)));
    baskets.set(key, basket);
  }
  return [...baskets.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * The baskets of one household as `purchase` rows, oldest first, admitted by the engine's own gate.
 *
 * Consent is taken as given. The shop's clock has no zone, so its times are read as if at offset 0:
 * hours of the day are right, the distance to other clocks is unknown.
 */
export function householdPurchases(
  household: string,
  from: { readonly transactions: readonly TransactionRow[]; readonly products: ReadonlyMap<string, ProductRow> },
): readonly Event[] {
  const rows = from.transactions.filter(({ household_id: id }) => id === household);
  const gate = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;
  return collectBaskets(rows, from.products).map(({ id, at, items }, index): Event => {
    const params = { transaction_id: id, currency: 'USD', items };
    const admission = admitTracked({ name: 'purchase', params }, gate);
    if ('refusal' in admission)
      throw new Error(`basket refused: ${admission.refusal.path ?? admission.refusal.reason}`);
    return { id: `journey:${String(index + 1)}`, at, offset: 0, v: 1, ...admission.draft };
  });
}
