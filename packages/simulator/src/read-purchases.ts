import { purchaseColumns, type NamedColumns, type PurchaseColumns } from './purchase-columns.js';
import { purchaseDay } from './purchase-day.js';
import { purchaseNotation, YEAR_LAST, type PurchaseNotation } from './purchase-notation.js';
import { parseRows } from './read-csv.js';

/** One line of a shop's purchases. */
export interface PurchaseRow {
  readonly customer: string;
  /** Days since 1 January 1970. */
  readonly day: number;
  readonly value?: number;
}

/** One customer of a published summary, in weeks since the first purchase. */
export interface SummaryRow {
  readonly repeats: number;
  readonly lastAt: number;
  readonly age: number;
  /** Mean value of the repeat days. */
  readonly mean?: number;
}

/** What a file of purchases held, and under which column names. */
export type PurchaseFile =
  | { readonly kind: 'purchases'; readonly rows: readonly PurchaseRow[]; readonly columns: readonly string[] }
  | { readonly kind: 'summary'; readonly rows: readonly SummaryRow[]; readonly columns: readonly string[] };

/** A century of days: more repeat days than any customer can have. */
const MOST_REPEATS = 36_525;
const MOST_VALUE = 1e12;
const MOST_WEEKS = 5218;

/** What is wrong, as `column: rule`; never the value, which is a customer's. */
class RowProblem extends Error {}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** `1,234.56`, and by the other notation `1234,56` or `1.234,56`. */
const GROUPED = { '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/, ',': /^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d*)?$/ } as const;

function numberOf(text: string, decimal: PurchaseNotation['decimal']): number {
  if (!GROUPED[decimal].test(text)) return decimal === '.' && PLAIN.test(text) ? Number(text) : NaN;
  return Number(decimal === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));
}

interface AmountRule {
  readonly name: string;
  readonly most: number;
  readonly decimal?: PurchaseNotation['decimal'];
}

function amount(text: string, { name, most, decimal = '.' }: AmountRule): number {
  const value = numberOf(text.trim(), decimal);
  if (Number.isNaN(value)) throw new RowProblem(`${name}: not a number`);
  if (value < 0) throw new RowProblem(`${name}: below 0${name === 'value' ? '; leave refunds out' : ''}`);
  if (value > most) throw new RowProblem(`${name}: above ${String(most)}`);
  return value;
}

type PurchasePlaces = PurchaseColumns & { readonly kind: 'purchases' };
type SummaryPlaces = PurchaseColumns & { readonly kind: 'summary' };

function dayOf(text: string, { dayOrder }: PurchaseNotation): number {
  const day = purchaseDay(text, dayOrder);
  if (day !== undefined) return day;
  throw new RowProblem(
    dayOrder === undefined && YEAR_LAST.test(text.trim())
      ? 'date: no row tells which number is the month; write days as YYYY-MM-DD'
      : 'date: not a day as YYYY-MM-DD or YYYYMMDD',
  );
}

function readPurchase(
  cells: readonly string[],
  { places, notation }: { readonly places: PurchasePlaces; readonly notation: PurchaseNotation },
): PurchaseRow {
  const { customer, date, value } = places;
  const name = cells[customer]?.trim() ?? '';
  if (name === '') throw new RowProblem('customer: empty');
  const day = dayOf(cells[date] ?? '', notation);
  if (value === undefined) return { customer: name, day };
  const { decimal } = notation;
  return { customer: name, day, value: amount(cells[value] ?? '', { name: 'value', most: MOST_VALUE, decimal }) };
}

function readSummary(cells: readonly string[], places: SummaryPlaces): SummaryRow {
  const repeats = amount(cells[places.repeats] ?? '', { name: 'x', most: MOST_REPEATS });
  const lastAt = amount(cells[places.lastAt] ?? '', { name: 't_x', most: MOST_WEEKS });
  const age = amount(cells[places.age] ?? '', { name: 'T', most: MOST_WEEKS });
  if (!Number.isInteger(repeats)) throw new RowProblem('x: not a whole number');
  if (lastAt > age) throw new RowProblem('t_x: after T');
  if ((repeats === 0) !== (lastAt === 0)) throw new RowProblem('t_x: 0 without repeat purchases, above 0 with them');
  if (places.mean === undefined) return { repeats, lastAt, age };
  return { repeats, lastAt, age, mean: amount(cells[places.mean] ?? '', { name: 'value', most: MOST_VALUE }) };
}

/**
 * Purchases from a CSV text, or a summary (x, t_x, T in weeks); values are in whatever money the shop uses.
 *
 * The whole file is refused at its first bad row, as `file: row N: column: rule`: a fit over half a
 * file would look like one over all of it. Row 1 is the head.
 */
export function readPurchases(
  text: string,
  { file, named = {} }: { readonly file: string; readonly named?: NamedColumns },
): PurchaseFile {
  const [head, ...lines] = parseRows(text, file);
  if (head === undefined || lines.length === 0) throw new Error(`${file}: no rows`);
  const places = purchaseColumns(head, named);
  if (typeof places === 'string') throw new Error(`${file}: ${places}`);
  const rowsOf = <Row>(read: (cells: readonly string[]) => Row): readonly Row[] =>
    lines.map((cells, index) => {
      try {
        return read(cells);
      } catch (error) {
        if (error instanceof RowProblem)
          throw new Error(`${file}: row ${index + 2}: ${error.message}`, { cause: error });
        throw error;
      }
    });
  const { kind, ...used } = places;
  const columns = Object.values(used).map((place) => head[place] ?? '');
  if (kind === 'summary') return { kind, rows: rowsOf((cells) => readSummary(cells, places)), columns };
  const cellsAt = (place: number | undefined): readonly string[] =>
    place === undefined ? [] : lines.map((cells) => cells[place] ?? '');
  const notation = purchaseNotation({ dates: cellsAt(places.date), values: cellsAt(places.value) });
  return { kind, rows: rowsOf((cells) => readPurchase(cells, { places, notation })), columns };
}
