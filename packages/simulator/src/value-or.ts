import type { Estimate } from 'tactful/engine';

/** The value of an estimate, or the other where it is unknown. */
export function valueOr(estimate: Estimate, otherwise: number): number {
  return 'value' in estimate ? estimate.value : otherwise;
}
