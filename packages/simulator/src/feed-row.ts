/** One product as a feed or list has it: texts by plain column name, and where in the file it stands. */
export interface FeedRow {
  /** As `item[3]`, `row[5]` or `products[3]`. */
  readonly path: string;
  /** By column: `sale_price`. A list of one name several times is joined by the first that says something. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A column name as it is compared: `g:Sale Price` and `sale-price` are `sale_price`. */
export function plainColumn(name: string): string {
  return name
    .trim()
    .replace(/^g:/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** A product feed or list as rows; what it says of a currency or language beside them. */
export interface FeedRows {
  readonly kind: 'merchant-feed' | 'product-list';
  readonly rows: readonly FeedRow[];
  readonly currency?: string;
}
