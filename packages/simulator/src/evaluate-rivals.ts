import { pairedDifference, type Interval } from './bootstrap.js';
import type { EvaluationBar, EvaluationRow } from './evaluate-section.js';

/** One figure of one way of guessing, person by person; its mean is printed. */
export interface Measured {
  readonly name: string;
  readonly figures: Readonly<Record<string, readonly number[]>>;
}

/** How a figure is read. */
export interface FigureKind {
  readonly name: string;
  readonly better: 'higher' | 'lower';
  /** How a difference reads in words: `percent` as percentage points. */
  readonly unit: 'percent' | 'days';
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

function inUnit(value: number, unit: FigureKind['unit']): string {
  const shown = (unit === 'percent' ? 100 * value : value).toFixed(1);
  return Number(shown) > 0 ? `+${shown}` : shown.replace(/^-(0\.0)$/, '$1');
}

function differenceWords({ value, low, high }: Interval, unit: FigureKind['unit']): string {
  const name = unit === 'percent' ? 'points' : unit;
  return `${inUnit(value, unit)} ${name} [${inUnit(low, unit)}, ${inUnit(high, unit)}]`;
}

/** Ours against the best rival: missed only when the whole interval lies on the wrong side. */
function barOf(kind: FigureKind, best: { readonly name: string; readonly difference: Interval }): EvaluationBar {
  const { low, high } = best.difference;
  const worse = kind.better === 'higher' ? high < 0 : low > 0;
  const better = kind.better === 'higher' ? low > 0 : high < 0;
  const verdict = worse ? 'worse than' : better ? 'better than' : 'not worse than';
  const words = differenceWords(best.difference, kind.unit);
  return { met: !worse, words: `${kind.name}: ${verdict} ${best.name}, the best rival here: ${words}` };
}

/**
 * Ours in the first row, each rival below with `ours - rival` and its paired bootstrap interval; a
 * bar for each figure against the rival that does best on it.
 */
export function compareRivals(
  [ours, ...rivals]: readonly [Measured, ...Measured[]],
  kinds: readonly FigureKind[],
): { readonly rows: readonly EvaluationRow[]; readonly bars: readonly EvaluationBar[] } {
  const valuesOf = ({ figures }: Measured, { name }: FigureKind): readonly number[] => figures[name] ?? [];
  const difference = (rival: Measured, kind: FigureKind): Interval =>
    pairedDifference([valuesOf(ours, kind), valuesOf(rival, kind)]);
  const means = (each: Measured): Readonly<Record<string, number>> =>
    Object.fromEntries(kinds.map((kind) => [kind.name, mean(valuesOf(each, kind))]));
  const rows = rivals.map((rival): EvaluationRow => {
    const differences = kinds.map((kind) => [`${kind.name}: ours - rival`, difference(rival, kind)] as const);
    return { name: rival.name, ...means(rival), ...Object.fromEntries(differences) };
  });
  const bars = kinds.flatMap((kind): readonly EvaluationBar[] => {
    const sign = kind.better === 'higher' ? 1 : -1;
    const [best] = [...rivals].sort((a, b) => sign * (mean(valuesOf(b, kind)) - mean(valuesOf(a, kind))));
    return best ? [barOf(kind, { name: best.name, difference: difference(best, kind) })] : [];
  });
  return { rows: [{ name: ours.name, ...means(ours) }, ...rows], bars };
}
