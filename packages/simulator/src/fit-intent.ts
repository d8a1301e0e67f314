import { INTENT_COLUMNS, type IntentRow } from './intent-rows.js';
import { fitLogistic, logisticProbability } from './logistic-regression.js';

/** One term of the score: a column read in one way, made comparable, and its weight. */
export interface IntentTerm {
  readonly column: string;
  /** `log1p` of a count or duration, `asIs` of a share, or 1 where the column `is` one kind and 0 elsewhere. */
  readonly read: 'log1p' | 'asIs' | { readonly is: string };
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/** What `tactful fit --intent` writes: the chance that a session ends in a purchase, from its totals. */
export interface IntentModel {
  readonly format: 'tactful-intent-model';
  readonly version: 1;
  readonly label: typeof INTENT_LABEL;
  readonly intercept: number;
  readonly terms: readonly IntentTerm[];
  readonly fit: { readonly sessions: number; readonly buyers: number; readonly ridge: number };
}

/** Said wherever the figures are: totals are known only once a session is over. */
export const INTENT_LABEL = 'session totals, not the intent filter';

/** Of every weight's square: enough to hold rare kinds near 0. Elicited. */
const RIDGE = 10;
/** Kinds seen in fewer sessions than this have no term. Elicited. */
const FEWEST_OF_KIND = 20;
/** With fewer buyers or others than this a fit says nothing. Elicited. */
const FEWEST_OF_EACH = 10;

type TermShape = Pick<IntentTerm, 'column' | 'read'>;

function termValue({ column, read }: TermShape, { numbers, kinds }: IntentRow): number {
  if (typeof read === 'object') return kinds[column] === read.is ? 1 : 0;
  const value = numbers[column] ?? 0;
  return read === 'log1p' ? Math.log1p(value) : value;
}

/** The kinds of a column that are common enough, without the commonest, against which the others count. */
function kindsIn(rows: readonly IntentRow[], column: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kinds } of rows) {
    const kind = kinds[column] ?? '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= FEWEST_OF_KIND);
  const most = common.reduce((top, [, count]) => Math.max(top, count), 0);
  const base = common.find(([, count]) => count === most)?.[0];
  return common.flatMap(([kind]) => (kind === base ? [] : kind)).sort();
}

/** Every column in the ways that the model reads it. */
function termShapes(rows: readonly IntentRow[]): readonly TermShape[] {
  return [
    ...INTENT_COLUMNS.counts.map((column): TermShape => ({ column, read: 'log1p' })),
    ...INTENT_COLUMNS.shares.map((column): TermShape => ({ column, read: 'asIs' })),
    ...INTENT_COLUMNS.kinds.flatMap((column) =>
      kindsIn(rows, column).map((is): TermShape => ({ column, read: { is } })),
    ),
  ];
}

function standardized(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, deviation };
}

/**
 * A logistic model of buying from session totals, by penalised maximum likelihood.
 *
 * `columns` narrows it to some columns. Throws one line when there are too few buyers or others.
 */
export function fitIntent(
  rows: readonly IntentRow[],
  options: { readonly columns?: readonly string[] } = {},
): IntentModel {
  const buyers = rows.filter(({ buyer }) => buyer).length;
  if (Math.min(buyers, rows.length - buyers) < FEWEST_OF_EACH) {
    throw new Error(`${buyers} buyers among ${rows.length} sessions: a fit needs ${FEWEST_OF_EACH} or more of each`);
  }
  const { columns } = options;
  const terms = termShapes(rows)
    .filter(({ column }) => columns?.includes(column) ?? true)
    .map((shape) => ({ ...shape, ...standardized(rows.map((row) => termValue(shape, row))) }))
    .filter(({ deviation }) => deviation > 0);
  const matrix = rows.map((row) => {
    const line = new Float64Array(terms.length + 1);
    line[0] = 1;
    for (const [index, term] of terms.entries()) line[index + 1] = (termValue(term, row) - term.mean) / term.deviation;
    return line;
  });
  const [intercept = 0, ...weights] = fitLogistic(matrix, { outcomes: rows.map(({ buyer }) => buyer), ridge: RIDGE });
  return {
    format: 'tactful-intent-model',
    version: 1,
    label: INTENT_LABEL,
    intercept,
    terms: terms.map((term, index) => ({ ...term, weight: weights[index] ?? 0 })),
    fit: { sessions: rows.length, buyers, ridge: RIDGE },
  };
}

/** The chance that a session with these totals ends in a purchase, by a fitted model. */
export function intentProbability(row: IntentRow, { intercept, terms }: IntentModel): number {
  const values = terms.map((term) => (termValue(term, row) - term.mean) / term.deviation);
  return logisticProbability([1, ...values], [intercept, ...terms.map(({ weight }) => weight)]);
}
