import { feedProduct, type FeedProduct, type FeedSetting, type ProductReading } from './feed-product.js';
import type { FeedRow, FeedRows } from './feed-row.js';
import { findingAt, type Finding, type Spotted } from './lint-finding.js';

/** A usable product, and where in the file it stands. */
export interface PlacedProduct {
  readonly product: FeedProduct;
  readonly path: string;
}

/** The products of a feed or list, their one currency, and what is wrong in the rows. */
export interface FeedReading {
  readonly currency: string | undefined;
  readonly products: readonly PlacedProduct[];
  readonly findings: readonly Finding[];
}

const rowFinding = (row: FeedRow, spotted: Spotted): Finding => {
  const id = row.columns.get('id');
  return findingAt(
    { path: row.path, ...(id === undefined ? {} : { offer: id }) },
    { rule: 'feed', level: 'error', spotted },
  );
};

/** Every row as a product, in one currency: the given one, else that of the first price that names one. */
export function readFeedProducts(rows: FeedRows, setting: FeedSetting): FeedReading {
  let currency = setting.currency ?? rows.currency ?? rows.rows.flatMap((row) => namedCurrency(row) ?? [])[0];
  const ids = new Set<string>();
  const products: PlacedProduct[] = [];
  const findings: Finding[] = [];
  for (const row of rows.rows) {
    const reading: ProductReading = feedProduct(row, { ...setting, currency });
    findings.push(...reading.spotted.map((spotted) => rowFinding(row, spotted)));
    if (!reading.product) continue;
    currency ??= reading.currency;
    const { id } = reading.product;
    if (ids.has(id)) findings.push(rowFinding(row, ['id', id, 'unique in the file']));
    else products.push({ product: reading.product, path: row.path });
    ids.add(id);
  }
  if (rows.rows.length === 0)
    findings.push(
      findingAt({ path: '' }, { rule: 'feed', level: 'error', spotted: ['products', [], 'at least one product'] }),
    );
  return { currency, products, findings };
}

/** A list may have a column of its own for the currency. */
function namedCurrency({ columns }: FeedRow): string | undefined {
  const said = columns.get('currency') ?? columns.get('valuta') ?? columns.get('price_currency');
  return said !== undefined && /^[A-Z]{3}$/.test(said) ? said : undefined;
}
