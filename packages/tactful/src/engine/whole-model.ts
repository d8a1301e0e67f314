import type { CatalogProblem } from './catalog.js';
import { DEFAULT_MODEL, type Model } from './policy.js';
import { readModel, type PopulationModel } from './read-model.js';

/** What a shop may hand over as its model: the file that `tactful fit` wrote, as it is, or single figures of its own. */
export type GivenModel = PopulationModel | Partial<Model>;

/**
 * The model to work with: the considerate defaults, with what a shop gave in their place.
 *
 * A file that is malformed or of a newer version is refused as a whole, by path; the defaults then stand, and lifetime
 * value stays unknown.
 */
export function wholeModel(given: GivenModel): { readonly model: Model; readonly problems: readonly CatalogProblem[] } {
  if (!('format' in given)) return { model: { ...DEFAULT_MODEL, ...given }, problems: [] };
  const { model: file, problems } = readModel(given);
  if (file === undefined) return { model: DEFAULT_MODEL, problems };
  const { purchases, spend } = file;
  return { model: { ...DEFAULT_MODEL, purchases, ...(spend ? { spend } : {}) }, problems };
}
