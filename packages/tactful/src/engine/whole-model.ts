import type { CatalogProblem } from './catalog.js';
import { isFields } from './offer-problem.js';
import { DEFAULT_MODEL, type Model } from './policy.js';
import { problemAt } from './read-catalog.js';
import { readModel, type FittedSpend, type PopulationModel } from './read-model.js';

/** What a shop may hand over as its model: the file that `tactful fit` wrote, as it is, or single figures of its own. */
export type GivenModel = PopulationModel | Partial<Model>;

/** A spend model in other money than the log's would tell an amount that is wrong by the rate, or a hundred times. */
function moneyProblem({ currency, unit }: FittedSpend, wanted: string | undefined): CatalogProblem | undefined {
  if (currency !== undefined && unit === undefined) return problemAt('spend', ['unit', unit, '"minor"']);
  if (currency !== undefined && (wanted === undefined || currency === wanted)) return undefined;
  const code = wanted ?? 'EUR';
  return problemAt('spend', ['currency', currency, `"${code}", as tactful fit --currency ${code} writes it`]);
}

/**
 * The model to work with: the considerate defaults, with what a shop gave in their place.
 *
 * Never throws. What is no object, malformed or of a newer version is refused as a whole, by path; the defaults then stand,
 * and lifetime value stays unknown. So it does where the file's spend is not in minor units of `currency`, the catalogue's: that part
 * alone is refused. Without `currency`, for want of a catalogue, any that is named will do.
 */
export function wholeModel(
  given: GivenModel,
  currency?: string,
): { readonly model: Model; readonly problems: readonly CatalogProblem[] } {
  // A page hands over whatever its request for the file brought, `null` too.
  if (isFields(given) && !('format' in given)) return { model: { ...DEFAULT_MODEL, ...given }, problems: [] };
  const { model: file, problems } = readModel(given);
  if (file === undefined) return { model: DEFAULT_MODEL, problems };
  const { purchases, spend } = file;
  if (spend === undefined) return { model: { ...DEFAULT_MODEL, purchases }, problems };
  const problem = moneyProblem(spend, currency);
  if (problem !== undefined) return { model: { ...DEFAULT_MODEL, purchases }, problems: [problem] };
  const { p, q, gamma } = spend;
  return { model: { ...DEFAULT_MODEL, purchases, spend: { p, q, gamma } }, problems };
}
