import { exp, ln } from './dmath.js';
import { aliveProbability, type Estimate, type PurchaseModel, type PurchaseSummary } from './lifetime-value.js';

const MOST_COUNTED = 20_000;

/**
 * The least number of purchases within the next `weeks` that is not exceeded with this probability.
 *
 * Exact for the model: if nobody left, purchases would be negative binomial; somebody who is a customer now leaves after each
 * with a chance that is Beta; and they may be gone already. It knows nothing of how well the model fits. A
 * whole number; `beyond-fit` over twice the span of the fit, `not-computable` above 20,000 purchases.
 *
 * @example
 * const model = { kind: 'bg', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, spanWeeks: 39 } as const;
 * purchaseQuantile(0.9, { model, history: { repeats: 2, lastAt: 30.43, age: 38.86 }, weeks: 39 }); // {value: 3}
 */
export function purchaseQuantile(
  probability: number,
  {
    model,
    history,
    weeks,
  }: { readonly model: PurchaseModel; readonly history: PurchaseSummary; readonly weeks: number },
): Estimate {
  const alive = aliveProbability(model, history);
  if ('unknown' in alive) return alive;
  if (!(weeks >= 0 && weeks <= 2 * model.spanWeeks)) return { unknown: 'beyond-fit' };
  const { repeats, age } = history;
  const shape = model.r + repeats;
  const z = weeks / (model.alpha + age + weeks);
  const stayed = model.b + (model.kind === 'bg' ? repeats : repeats + 1);
  let lnExactly = shape * ln(1 - z);
  let below = 0;
  let staying = 1;
  let reached = 1 - alive.value;
  for (let n = 0; n <= MOST_COUNTED; n++) {
    const atLeast = 1 - below;
    const exactly = exp(lnExactly);
    // The n-th was the last one for want of time, or because it made them leave.
    const stays = n === 0 ? 1 : (staying * (stayed + n - 1)) / (model.a + stayed + n - 1);
    reached += alive.value * (stays * exactly + (staying - stays) * atLeast);
    if (reached >= probability) return { value: n };
    below += exactly;
    staying = stays;
    lnExactly += ln(((shape + n) / (n + 1)) * z);
  }
  return { unknown: 'not-computable' };
}
