import { createTactful, type Tactful } from 'tactful';
import 'tactful/elements';
import { defineLens, eraseWithCard, storeSource, type ErasureCard, type LensSource } from 'tactful/inspector';
import type { Moment } from './clock.js';
import { picturedCatalog } from './pictured-catalog.js';

/** tactful on this page, and what the lens reads. */
export interface LinkedLibrary {
  readonly tactful: Tactful;
  readonly lens: LensSource;
  /** Erases everything. Resolves with what is to be said of it; rejects when it could not be done. */
  readonly erase: () => Promise<ErasureCard>;
}

/**
 * Starts tactful. This file is loaded by `import()` only, so that a shop whose library is blocked is still a shop.
 */
export function linkLibrary(clock: () => Moment): LinkedLibrary {
  void defineLens();
  const tactful = createTactful({ catalog: picturedCatalog(), clock });
  const lens = storeSource({ tactful, clock });
  return { tactful, lens, erase: () => eraseWithCard(lens, tactful.scope) };
}
