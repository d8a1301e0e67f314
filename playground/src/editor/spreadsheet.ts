import Papa from 'papaparse';
import { currencyOf, isFields, offersOf, valueAt, withValue, type Fields } from './draft.js';
import { sameJson } from './same-json.js';
import { columnsFor, columnsOf, languagesIn, MORE, readJson, type Column } from './spreadsheet-columns.js';

/** What stands between the cells of a table. A tab is what spreadsheets copy and paste. */
export type Separator = ',' | ';' | '\t';

/** Why a table cannot be taken over: where, and what stands there. */
export interface TableProblem {
  readonly kind:
    'empty' | 'no-id' | 'unknown-column' | 'column-twice' | 'not-a-table' | 'too-large' | 'value' | 'no-place';
  /** As the spreadsheet counts: the column names are row 1. */
  readonly row: number;
  readonly column: string;
  readonly found: string;
  /** What the column holds, where a value was not readable. */
  readonly wanted?: Column['kind'];
}

/** The offers of a table, or everything that is wrong with it; never both. */
export type TableReading =
  | { readonly offers: readonly Fields[]; readonly problems?: never }
  | { readonly offers?: never; readonly problems: readonly TableProblem[] };

const MOST_CHARACTERS = 16 * 1024 * 1024;
const SHOWN = 80;
// A spreadsheet would work out what begins like this. The apostrophe keeps it a text there, and goes when it is read.
const STARTS_FORMULA = /^'*[=+\-@\t\r]/;

const guarded = (cell: string): string => (STARTS_FORMULA.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** A row of cells; what a column cannot hold without loss stays in the last one, as JSON. */
function cellsOf(offer: Fields, columns: readonly Column[]): readonly string[] {
  let left = offer;
  const cells = columns.map(({ path, write, read }) => {
    const value = valueAt(left, path);
    const cell = value === undefined ? '' : write(value);
    if (cell.trim() === '' || !sameJson(read(cell), value)) return '';
    left = withValue(left, path, undefined);
    return cell;
  });
  const isBare = Object.keys(left).length === 0 && cells.some((cell) => cell !== '');
  return [...cells, isBare ? '' : JSON.stringify(left)];
}

/** The offers of a catalogue as a table. Beside a semicolon amounts have a decimal comma, as Dutch spreadsheets want it. */
export function writeTable(catalog: Fields, separator: Separator): string {
  const columns = columnsOf(catalog, { currency: currencyOf(catalog), comma: separator === ';' });
  const rows = [
    [...columns.map(({ name }) => name), MORE],
    ...offersOf(catalog).map((offer) => cellsOf(offer, columns)),
  ];
  return Papa.unparse(
    rows.map((row) => row.map(guarded)),
    { delimiter: separator, newline: '\r\n', quotes: false },
  );
}

/** A column name without regard to capitals; a language keeps its own. */
function plain(written: string): string {
  const name = written.trim();
  const [lang] = languagesIn([name]);
  const stem = lang === undefined ? name : name.slice(0, -lang.length);
  return `${stem.toLowerCase()}${lang ?? ''}`;
}

/** The separator that makes the most of the first line. */
function separatorOf(text: string): Separator {
  const [line = ''] = text.split(/\r?\n|\r/, 1);
  const count = (mark: Separator): number => line.split(mark).length;
  return ([';', '\t', ','] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const problem = (
  kind: TableProblem['kind'],
  { row = 1, column = '', found = '', ...more }: Partial<Omit<TableProblem, 'kind'>> = {},
): TableProblem => ({ kind, row, column, found: found.slice(0, SHOWN), ...more });

function headProblems(names: readonly string[], known: ReadonlyMap<string, Column>): readonly TableProblem[] {
  const wrong = names.flatMap((name, index) => {
    if (name === '') return [];
    if (name !== MORE && !known.has(name)) return [problem('unknown-column', { column: name, found: name })];
    return names.indexOf(name) < index ? [problem('column-twice', { column: name, found: name })] : [];
  });
  return names.includes('id') ? wrong : [...wrong, problem('no-id', { found: names.join(', ') })];
}

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** An offer of a row; what cannot be read is noted. */
function offerOf(
  { number, cells }: Row,
  about: { readonly names: readonly string[]; readonly known: ReadonlyMap<string, Column> },
  to: TableProblem[],
): Fields {
  const note = (column: string, found: string, wanted: Column['kind']): void => {
    to.push(problem('value', { row: number, column, found, wanted }));
  };
  const cellOf = (name: string): string => unguarded(cells[about.names.indexOf(name)] ?? '');
  const rest = about.names.includes(MORE) ? cellOf(MORE).trim() : '';
  const more = rest === '' ? {} : readJson(rest);
  if (!isFields(more)) note(MORE, rest, 'json');
  let offer: Fields = isFields(more) ? more : {};
  for (const [name, { path, read, kind }] of about.known) {
    const cell = about.names.includes(name) ? cellOf(name) : '';
    if (cell.trim() === '') continue;
    const value = read(cell);
    if (value === undefined) note(name, cell, kind);
    else offer = withValue(offer, path, value);
  }
  // a cell without a column is lost, and nobody would notice
  cells.forEach((cell, index) => {
    if (cell.trim() !== '' && (about.names[index] ?? '') === '')
      to.push(problem('no-place', { row: number, found: cell }));
  });
  return offer;
}

const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

/**
 * The offers of a table with semicolons, commas or tabs between its cells; amounts with a point or a comma.
 *
 * One unreadable cell and nothing is taken over: the whole list of what is wrong comes instead.
 */
export function readTable(text: string, currency: string): TableReading {
  if (text.length > MOST_CHARACTERS) return { problems: [problem('too-large')] };
  const clean = text.replace(/^\ufeff/, '');
  if (clean.trim() === '') return { problems: [problem('empty')] };
  const { data, errors } = Papa.parse<readonly string[]>(clean, { delimiter: separatorOf(clean) });
  const [broken] = errors;
  if (broken) return { problems: [problem('not-a-table', { row: (broken.row ?? 0) + 1, found: broken.message })] };
  const [head = [], ...lines] = data;
  const names = head.map((name) => plain(unguarded(name)));
  const known = new Map(
    columnsFor({ currency, languages: languagesIn(names) }).map((column) => [column.name, column] as const),
  );
  const rows = lines.map((cells, index): Row => ({ number: index + 2, cells })).filter((row) => !isBlank(row));
  const problems = [...headProblems(names, known)];
  if (problems.length > 0) return { problems };
  if (rows.length === 0) return { problems: [problem('empty')] };
  const offers = rows.map((row) => offerOf(row, { names, known }, problems));
  return problems.length > 0 ? { problems } : { offers };
}
