import { parseMoment } from 'tactful/engine';
import { feedPrice } from './feed-price.js';
import type { FeedRow } from './feed-row.js';
import type { Spotted } from './lint-finding.js';

/** A product of a feed or list, in the catalogue's terms. Amounts are integers in minor units. */
export interface FeedProduct {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly url?: string;
  /** From the widest to the narrowest category. */
  readonly category?: readonly string[];
  readonly brand?: string;
  readonly price: number;
  readonly discount?: number;
  readonly lowestPrice30d?: number;
  readonly margin?: number;
  /** When the reduction holds. */
  readonly validFrom?: string;
  readonly validThrough?: string;
  /** False where it cannot be bought now. */
  readonly available: boolean;
  readonly features?: Readonly<Record<string, string>>;
}

/** Names of columns that say the same, English and Dutch; the first that is there counts. */
const COLUMNS = {
  id: 'id sku item_id product_id offer_id artikelnummer',
  title: 'title name item_name product_name titel naam',
  text: 'description text omschrijving beschrijving',
  url: 'link url canonical_link product_url adres',
  brand: 'brand item_brand merk manufacturer',
  price: 'price regular_price prijs',
  sale: 'sale_price actieprijs aanbiedingsprijs',
  period: 'sale_price_effective_date',
  lowest:
    'lowest_price_30d lowest_price_30_days lowest_price30d lowest_price laagste_prijs_30d laagste_prijs omnibus_price',
  margin: 'margin marge',
  cost: 'cost_of_goods_sold cost kostprijs inkoopprijs',
  available: 'availability available in_stock stock voorraad beschikbaarheid',
  type: 'product_type category item_category categorie',
  google: 'google_product_category',
} as const;

type Column = keyof typeof COLUMNS;

/** Attributes of the thing. What a feed says of whom it is for, age and gender, stays out. */
const FEATURES = {
  colour: 'color colour kleur',
  size: 'size maat',
  material: 'material materiaal',
  pattern: 'pattern patroon',
};

const AVAILABLE: Readonly<Record<string, boolean>> = {
  ...{ instock: true, available: true, yes: true, true: true, ja: true, opvoorraad: true, limitedavailability: true },
  ...{ outofstock: false, unavailable: false, no: false, false: false, nee: false, uitverkocht: false },
  ...{ preorder: false, backorder: false, discontinued: false, soldout: false },
};

const MAX_TEXT = 2_000;

/** What reads a product: the currency of the whole file, and the moment as of which reductions hold. */
export interface FeedSetting {
  readonly currency?: string | undefined;
  /** Epoch milliseconds; where absent every reduction that is named holds. */
  readonly at?: number | undefined;
}

/** A product, where its row can be used, and what is wrong or missing in the row. */
export interface ProductReading {
  readonly product?: FeedProduct;
  readonly currency?: string;
  readonly spotted: readonly Spotted[];
}

type Cell = readonly [column: string, said: string] | undefined;

function cellOf({ columns }: FeedRow, names: string): Cell {
  for (const column of names.split(' ')) {
    const said = columns.get(column);
    if (said !== undefined) return [column, said];
  }
  return undefined;
}

/** Google writes `T11:07+0100` where the catalogue has `T11:07:00+01:00`. */
function saleMoment(text: string): string | undefined {
  const moment = text
    .trim()
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    .replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00');
  return parseMoment(moment) === undefined || !/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(moment) ? undefined : moment;
}

function salePeriod(cell: Cell): readonly [from: string, through: string] | Spotted | undefined {
  if (!cell) return undefined;
  const [from, through, ...more] = cell[1].split('/').map(saleMoment);
  return from === undefined || through === undefined || more.length > 0
    ? [cell[0], cell[1], 'two moments: 2026-03-01T00:00+01:00/2026-03-08T00:00+01:00']
    : [from, through];
}

const isSpotted = (value: readonly string[] | Spotted): value is Spotted => value.length === 3;

interface Money {
  readonly currency: string | undefined;
  readonly spotted: Spotted[];
}

/** An amount of a column in minor units; what is wrong with it is noted. */
function amountIn(cell: Cell, money: Money): number | undefined {
  if (!cell) return undefined;
  const price = feedPrice(cell[1], money.currency);
  if (typeof price !== 'string') return price.amount;
  money.spotted.push([cell[0], cell[1], price]);
  return undefined;
}

type Reduction = Pick<FeedProduct, 'discount' | 'lowestPrice30d' | 'validFrom' | 'validThrough'>;

/** What a sale price makes of a price: nothing outside its period. */
function reductionOf(
  row: FeedRow,
  about: { readonly price: number; readonly at: number | undefined; readonly money: Money },
): Reduction {
  const { price, at, money } = about;
  const cell = cellOf(row, COLUMNS.sale);
  const asked = amountIn(cell, money);
  if (!cell || asked === undefined) return {};
  if (asked >= price) {
    money.spotted.push([cell[0], cell[1], 'less than the price']);
    return {};
  }
  const period = salePeriod(cellOf(row, COLUMNS.period));
  if (period && isSpotted(period)) {
    money.spotted.push(period);
    return {};
  }
  const [validFrom, validThrough] = period ?? [];
  const [from = -Infinity, through = Infinity] = [parseMoment(validFrom), parseMoment(validThrough)];
  if (at !== undefined && (at < from || at >= through)) return {};
  const lowestPrice30d = amountIn(cellOf(row, COLUMNS.lowest), money);
  return {
    discount: price - asked,
    ...(lowestPrice30d === undefined ? {} : { lowestPrice30d }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validThrough === undefined ? {} : { validThrough }),
  };
}

function categoryOf(row: FeedRow, spotted: Spotted[]): readonly string[] | undefined {
  const cell = cellOf(row, COLUMNS.type) ?? cellOf(row, COLUMNS.google);
  if (!cell) return undefined;
  if (/^\d+$/.test(cell[1])) {
    spotted.push([cell[0], cell[1], 'names, not a number: product_type "Garden > Hoses"']);
    return undefined;
  }
  const further = [2, 3, 4, 5].flatMap((depth) => row.columns.get(`${cell[0]}${String(depth)}`) ?? []);
  return [...cell[1].split(/\s*[>›/]\s*/), ...further].map((name) => name.trim().toLowerCase()).filter(Boolean);
}

function availability(cell: Cell, spotted: Spotted[]): boolean {
  if (!cell) return true;
  const said = cell[1].toLowerCase().replace(/^https?:\/\/schema\.org\//, '');
  if (/^\d+$/.test(said)) return Number(said) > 0;
  const plain = said.replace(/[\s_-]+/g, '');
  const known = Object.hasOwn(AVAILABLE, plain) ? AVAILABLE[plain] : undefined;
  if (known === undefined) spotted.push([cell[0], cell[1], 'in_stock, out_of_stock, preorder or backorder']);
  return known ?? false;
}

function featuresOf(row: FeedRow): FeedProduct['features'] {
  const found = Object.entries(FEATURES).flatMap(([name, names]) => {
    const cell = cellOf(row, names);
    return cell ? [[name, cell[1].toLowerCase()] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function marginOf(row: FeedRow, about: { readonly price: number; readonly money: Money }): number | undefined {
  const margin = amountIn(cellOf(row, COLUMNS.margin), about.money);
  if (margin !== undefined) return margin;
  const cost = amountIn(cellOf(row, COLUMNS.cost), about.money);
  return cost === undefined ? undefined : Math.max(0, about.price - cost);
}

const given = <Value>(key: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined ? {} : { [key]: value };

function urlOf(cell: Cell, spotted: Spotted[]): string | undefined {
  if (!cell || /^https:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?$/i.test(cell[1]) || /^[#/](?![/\\])[^\s\\]*$/.test(cell[1]))
    return cell?.[1];
  spotted.push([cell[0], cell[1], 'an address with https://']);
  return undefined;
}

/**
 * A row as a product. Without id, title or a readable price there is none; whatever else is wrong is told and left out.
 *
 * Nothing is made up: a reduction without the lowest price of 30 days has none, a row without a cost no margin.
 */
export function feedProduct(row: FeedRow, setting: FeedSetting): ProductReading {
  const spotted: Spotted[] = [];
  const cell = (column: Column): Cell => cellOf(row, COLUMNS[column]);
  const said = (column: Column): string | undefined => cell(column)?.[1].slice(0, MAX_TEXT);
  for (const column of ['id', 'title', 'price'] as const)
    if (!cell(column)) spotted.push([column, undefined, `a column ${column}`]);
  const first = feedPrice(cell('price')?.[1] ?? '', setting.currency);
  const currency = typeof first === 'string' ? setting.currency : first.currency;
  const money: Money = { currency, spotted };
  const price = amountIn(cell('price'), money);
  const [id, title] = [said('id'), said('title')];
  if (id === undefined || title === undefined || price === undefined) return { spotted };
  const category = categoryOf(row, spotted);
  const product: FeedProduct = {
    id,
    title,
    ...given('text', said('text')),
    ...given('url', urlOf(cell('url'), spotted)),
    ...given('category', category),
    ...given('brand', said('brand')),
    price,
    ...reductionOf(row, { price, at: setting.at, money }),
    ...given('margin', marginOf(row, { price, money })),
    available: availability(cell('available'), spotted),
    ...given('features', featuresOf(row)),
  };
  return { product, ...given('currency', currency), spotted };
}
