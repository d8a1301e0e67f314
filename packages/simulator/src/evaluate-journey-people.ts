import path from 'node:path';
import { categoryPrefixes, localDay, type Item } from 'tactful/engine';
import { categoryPath } from './category-name.js';
import { TRANSACTION_COLUMNS, type TransactionRow } from './complete-journey-baskets.js';
import type { ProductRow } from './complete-journey-catalog.js';
import type { GuessTask, KnownPerson } from './evaluate-people.js';
import { readCsv } from './read-csv.js';
import { readTextFile } from './read-file.js';

/** The folder of the data set inside the folder of all data. */
export const COMPLETE_JOURNEY = 'completejourney';

/** Fewer lines than this are no history to guess from. */
const LEAST_LINES = 8;

/** What a line is about, as far as its category goes. */
export type ProductCategory = Pick<ProductRow, 'product_id' | 'department' | 'product_category' | 'product_type'>;
/** What is read of a line. */
export type JourneyLine = Pick<TransactionRow, 'household_id' | 'basket_id' | 'product_id' | 'timestamp'>;

interface Line {
  readonly basket: string;
  readonly at: number;
  readonly item: Item;
}

/** The second level of the path without its department: one category may stand in several. */
function categoryOf({ prefixes }: Item): readonly string[] {
  const second = prefixes[1];
  return second === undefined ? [] : [second.slice(second.indexOf('/') + 1)];
}

function readMoment(text: string): number {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : NaN;
  if (Number.isNaN(at)) throw new Error('transactions.csv.gz: timestamp: should be: YYYY-MM-DD hh:mm:ss');
  return at;
}

function linesByHousehold(
  lines: readonly JourneyLine[],
  products: ReadonlyMap<string, ProductCategory>,
): ReadonlyMap<string, readonly Line[]> {
  const households = new Map<string, Line[]>();
  for (const { household_id: household, basket_id: basket, product_id: id, timestamp } of lines) {
    const product = products.get(id);
    const names = product ? [product.department, product.product_category, product.product_type] : [];
    const prefixes = categoryPrefixes(categoryPath(names));
    const item = { id, name: undefined, brand: undefined, prefixes, price: undefined, quantity: 1 };
    const known = households.get(household) ?? [];
    known.push({ basket, at: readMoment(timestamp), item });
    households.set(household, known);
  }
  return households;
}

function knownPerson(
  id: string,
  { lines, day }: { readonly lines: readonly Line[]; readonly day: number },
): KnownPerson {
  const baskets = new Map<string, { readonly id: string; readonly at: number; readonly items: Item[] }>();
  for (const { basket, at, item } of lines) {
    const key = `${basket} ${String(at)}`;
    const known = baskets.get(key) ?? { id: basket, at, items: [] };
    known.items.push(item);
    baskets.set(key, known);
  }
  return { id, day, history: [...baskets.values()].map((basket) => ({ ...basket, offset: 0 })) };
}

/**
 * Guess the categories of a household's last calendar day from all earlier lines.
 *
 * For households with at least eight lines. Lines whose product has no category count as lines and
 * name nothing; who has no category on the last day, or no line before it, is left out.
 */
export function nextCategories(lines: readonly JourneyLine[], products: readonly ProductCategory[]): GuessTask {
  const byId = new Map(products.map((product) => [product.product_id, product]));
  const people: KnownPerson[] = [];
  const targets = new Map<string, ReadonlySet<string>>();
  for (const [id, all] of linesByHousehold(lines, byId)) {
    if (all.length < LEAST_LINES) continue;
    const dayOf = ({ at }: Line): number => localDay({ at, offset: 0 });
    const day = all.reduce((last, line) => Math.max(last, dayOf(line)), -Infinity);
    const target = new Set(all.filter((line) => dayOf(line) === day).flatMap(({ item }) => categoryOf(item)));
    const person = knownPerson(id, { lines: all.filter((line) => dayOf(line) < day), day });
    if (target.size === 0 || person.history.length === 0) continue;
    people.push(person);
    targets.set(id, target);
  }
  return { people, valuesOf: categoryOf, targets };
}

/** Reads Complete Journey for {@link nextCategories}. Rejects with one line that names the file. */
export async function readNextCategories(data: string): Promise<GuessTask> {
  const place = (name: string): string => path.join(data, COMPLETE_JOURNEY, name);
  const [productFile, lineFile] = [place('catalogue.csv.gz'), place('transactions.csv.gz')];
  const [productText, lineText] = await Promise.all([readTextFile(productFile), readTextFile(lineFile)]);
  const products = readCsv(productText, {
    file: productFile,
    columns: ['product_id', 'department', 'product_category', 'product_type'],
  });
  return nextCategories(readCsv(lineText, { file: lineFile, columns: TRANSACTION_COLUMNS }), products);
}
