import { createTactful, type Tactful } from 'tactful';
import 'tactful/elements';
import { defineLens, storeSource, type LensSource } from 'tactful/inspector';
import type { Moment } from './clock.js';
import { picturedCatalog } from './pictured-catalog.js';

/** tactful on this page, and what the lens reads. */
export interface LinkedLibrary {
  readonly tactful: Tactful;
  readonly lens: LensSource;
}

/**
 * Starts tactful. This file is loaded by `import()` only, so that a shop whose library is blocked is still a shop.
 */
export function linkLibrary(clock: () => Moment): LinkedLibrary {
  void defineLens();
  const tactful = createTactful({ catalog: picturedCatalog(), clock });
  return { tactful, lens: storeSource({ tactful, clock }) };
}
