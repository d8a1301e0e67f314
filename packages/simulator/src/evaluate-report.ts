import type { Interval } from './bootstrap.js';
import type { EvaluationRow, EvaluationSection, Figure } from './evaluate-section.js';
import { wrapLine } from './wrap-line.js';

const WIDTH = 100;

/** A part of the evaluation that could not be made. */
export interface EvaluationGap {
  readonly title: string;
  /** The folder that is not there. */
  readonly missing?: string;
  /** What is wrong with it, in one line. */
  readonly failed?: string;
}

/** Everything that was evaluated. The shape of `evaluate profile --json`. */
export interface EvaluationReport {
  readonly engine: string;
  readonly sections: readonly (EvaluationSection | EvaluationGap)[];
  readonly bars: { readonly met: number; readonly missed: number };
}

/** Whether a part could be evaluated. */
export function isEvaluated(part: EvaluationSection | EvaluationGap): part is EvaluationSection {
  return 'rows' in part;
}

const isInterval = (figure: Figure): figure is Interval => typeof figure === 'object';

/** Digits that tell the numbers of a column apart: none for counts, two for days, four for shares. */
function digitsFor(figures: readonly Figure[]): number {
  const numbers = figures.flatMap((figure) =>
    typeof figure === 'number' ? [figure] : isInterval(figure) ? [figure.value, figure.low, figure.high] : [],
  );
  if (numbers.every(Number.isInteger)) return 0;
  return numbers.some((each) => Math.abs(each) >= 10) ? 2 : 4;
}

function cellText(figure: Figure | undefined, digits: number): string {
  if (figure === undefined) return '';
  if (typeof figure === 'string') return figure;
  if (typeof figure === 'number') return figure.toFixed(digits);
  const signed = (value: number): string => (value >= 0 ? '+' : '') + value.toFixed(digits);
  return `${signed(figure.value)} [${signed(figure.low)}, ${signed(figure.high)}]`;
}

/** The columns of all rows, in the order in which they first come. */
function tableLines(rows: readonly EvaluationRow[]): readonly string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((key) => key !== 'name')))];
  // Digits go by the name of the figure, so that a difference reads like what it is a difference of.
  const digits = new Map(columns.map((column) => [column, digitsFor(rows.flatMap((row) => row[column] ?? []))]));
  const digitsOf = (column: string): number => digits.get(column.split(':')[0] ?? '') ?? digits.get(column) ?? 0;
  const cells = [
    ['', ...columns],
    ...rows.map((row) => [row.name, ...columns.map((column) => cellText(row[column], digitsOf(column)))]),
  ];
  const widths = ['', ...columns].map((_, index) =>
    cells.reduce((widest, line) => Math.max(widest, line[index]?.length ?? 0), 0),
  );
  const aligned = (cell: string, index: number): string =>
    index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0);
  return cells.map((line) => `  ${line.map(aligned).join('  ')}`.trimEnd());
}

function sectionLines(part: EvaluationSection | EvaluationGap): readonly string[] {
  if (!isEvaluated(part)) {
    return [part.title, part.missing === undefined ? `  failed: ${part.failed ?? ''}` : `  not there: ${part.missing}`];
  }
  const { title, label, rows, bars = [], notes } = part;
  return [
    title,
    ...(label === undefined ? [] : wrapLine(label, { width: WIDTH, indent: 2 })),
    ...tableLines(rows),
    ...bars.flatMap(({ met, words }) =>
      wrapLine(`bar: ${met ? 'met' : 'missed'}  ${words}`, { width: WIDTH, indent: 2 }),
    ),
    ...notes.flatMap((note) => wrapLine(`note: ${note}`, { width: WIDTH, indent: 2 })),
  ];
}

/** The report in lines: a table for each part, its bars in words, then what the data cannot show. */
export function evaluationLines({ sections, bars }: EvaluationReport): readonly string[] {
  const { met, missed } = bars;
  return [
    ...sections.flatMap((part) => [...sectionLines(part), '']),
    `${String(met + missed)} bars: ${String(met)} met, ${String(missed)} missed`,
  ];
}
