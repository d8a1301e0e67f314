import type { GapTask } from './evaluate-retail-people.js';
import { compareRivals, type Measured } from './evaluate-rivals.js';
import type { EvaluationSection } from './evaluate-section.js';
import { predictGaps } from './predict-gaps.js';

/** Mean absolute error, in days, of the predictive median beside the simple rivals. */
export function evaluateGaps({ gaps, targets }: GapTask): Pick<EvaluationSection, 'rows' | 'bars'> {
  const measured = predictGaps(gaps).map(({ name, predicted }): Measured => ({
    name,
    figures: { MAE: [...targets].map(([id, gap]) => Math.abs((predicted.get(id) ?? NaN) - gap)) },
  }));
  const [ours, ...rivals] = measured;
  if (ours === undefined) return { rows: [], bars: [] };
  return compareRivals([ours, ...rivals], [{ name: 'MAE', better: 'lower', unit: 'days' }]);
}
