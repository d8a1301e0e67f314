import { currentTactful } from '../client/index.js';
import { defineLens } from './define-lens.js';
import { TactfulHealth } from './health-element.js';
import { LensOverlay } from './lens-overlay.js';
import type { LensSource } from './lens-source.js';
import { storeSource } from './store-source.js';

/** The page's own instance where there is one by now, else what is at rest. */
async function pageSource(): Promise<LensSource> {
  const tactful = await Promise.race([currentTactful(), Promise.resolve(undefined)]);
  return storeSource(tactful ? { tactful } : {});
}

/** The one overlay of this page, placed if it is not there yet, looking through the given source if one is given. */
export async function placeOverlay(source: LensSource | undefined): Promise<LensOverlay> {
  await defineLens();
  if (!customElements.get('tactful-health')) customElements.define('tactful-health', TactfulHealth);
  if (!customElements.get('tactful-lens-overlay')) customElements.define('tactful-lens-overlay', LensOverlay);
  const used = source ?? (await pageSource());
  const known = document.querySelector('tactful-lens-overlay');
  if (known) {
    if (source) known.source = source;
    return known;
  }
  const overlay = new LensOverlay();
  overlay.source = used;
  document.body.append(overlay);
  return overlay;
}
