import { plainColumn, type FeedRow, type FeedRows } from './feed-row.js';
import { isFields, type Fields } from './lint-rule.js';
import { parseRows } from './read-csv.js';

/** Columns that only a Merchant feed has all of. */
const MERCHANT = ['id', 'title', 'link', 'price', 'availability'];

const kindOf = (columns: Iterable<string>): FeedRows['kind'] => {
  const names = new Set(columns);
  return MERCHANT.every((name) => names.has(name)) ? 'merchant-feed' : 'product-list';
};

/** The products of a CSV or TSV text, a head first. Rows are numbered as a spreadsheet numbers them: the head is row 1. */
export function readProductTable(text: string, file: string): FeedRows {
  const [head = [], ...lines] = parseRows(text, file);
  const names = head.map(plainColumn);
  return {
    kind: kindOf(names),
    rows: lines.map((line, index): FeedRow => {
      const columns = new Map<string, string>();
      for (const [place, name] of names.entries()) {
        const said = line[place]?.trim() ?? '';
        if (said !== '' && !columns.has(name)) columns.set(name, said);
      }
      return { path: `row[${String(index + 2)}]`, columns };
    }),
  };
}

function saidBy(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(saidBy).filter(Boolean).join(' > ');
  // Google's API has prices as {value, currency}, schema.org brands as {name}.
  if (!isFields(value)) return '';
  const parts = [value['value'] ?? value['name'], value['currency'] ?? value['priceCurrency']];
  return parts.map(saidBy).filter(Boolean).join(' ');
}

function rowOf(fields: Fields, path: string): FeedRow {
  const said = Object.entries(fields).map(([name, value]) => [plainColumn(name), saidBy(value)] as const);
  return { path, columns: new Map(said.filter(([, text]) => text !== '')) };
}

/** The products of parsed JSON: a list, or an object with `products` or `items`; `undefined` where it is neither. */
export function readProductJson(raw: unknown): FeedRows | undefined {
  const [name, list] = Array.isArray(raw)
    ? (['', raw] as const)
    : isFields(raw)
      ? ((['products', 'items'] as const)
          .map((key) => [key, raw[key]] as const)
          .find(([, value]) => Array.isArray(value)) ?? [])
      : [];
  if (!Array.isArray(list)) return undefined;
  const rows = list.map((each: unknown, index) => rowOf(isFields(each) ? each : {}, `${name ?? ''}[${String(index)}]`));
  const currency = isFields(raw) ? raw['currency'] : undefined;
  return {
    kind: kindOf(rows[0]?.columns.keys() ?? []),
    rows,
    ...(typeof currency === 'string' ? { currency } : {}),
  };
}
