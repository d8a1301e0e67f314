import type { Interval } from './bootstrap.js';

/** A cell of a table; a difference comes with its interval. */
export type Figure = number | string | Interval;

/** One way of doing it, with its figures by name. */
export interface EvaluationRow {
  readonly name: string;
  readonly [figure: string]: Figure;
}

/** A demand with its verdict in words. */
export interface EvaluationBar {
  readonly met: boolean;
  readonly words: string;
}

/** One table of the report: ours first, its rivals below. */
export interface EvaluationSection {
  readonly title: string;
  /** What the figures are, and what they are not. */
  readonly label?: string;
  readonly rows: readonly EvaluationRow[];
  readonly bars?: readonly EvaluationBar[];
  /** What the data cannot show, and how it was read. */
  readonly notes: readonly string[];
}
