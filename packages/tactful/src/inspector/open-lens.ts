import { currentTactful } from '../client/index.js';
import { defineLens } from './define-lens.js';
import type { LensOverlay } from './lens-overlay.js';
import type { LensSource } from './lens-source.js';
import { storeSource } from './store-source.js';

const TAG = 'tactful-lens-overlay';
const ASKED = 'tactful-lens';
/** The extension's own script leaves this in its world: there nothing opens by itself. */
const PLACED = Symbol.for('tactful.lens');

let overlay: LensOverlay | undefined;

/** The page's own instance where there is one by now, else what is at rest. */
async function pageSource(): Promise<LensSource> {
  const tactful = await Promise.race([currentTactful(), Promise.resolve(undefined)]);
  return storeSource(tactful ? { tactful } : {});
}

async function place(source: LensSource | undefined): Promise<LensOverlay> {
  const [{ LensOverlay }] = await Promise.all([import('./lens-overlay.js'), defineLens()]);
  if (!customElements.get(TAG)) customElements.define(TAG, LensOverlay);
  const used = source ?? (await pageSource());
  if (overlay?.isConnected === true) {
    if (source) overlay.source = source;
    return overlay;
  }
  overlay = new LensOverlay();
  overlay.source = used;
  document.body.append(overlay);
  return overlay;
}

/**
 * Opens the lens over this page: what is held, concluded and decided here, and what can be done about it.
 *
 * A panel at the side, at the foot of a narrow window; nothing of the page moves. The focus goes inside and comes back when
 * it is closed. Without a source it looks at the page's own instance, else at what is at rest on this origin.
 *
 * @example
 * ```ts
 * button.onclick = () => void openLens();
 * ```
 */
export async function openLens({ source }: { readonly source?: LensSource } = {}): Promise<void> {
  const placed = await place(source);
  await placed.enter();
}

/** Closes what {@link openLens} opened. Does nothing where nothing is open. */
export function closeLens(): void {
  overlay?.close();
  overlay = undefined;
}

/** Opens the lens, without taking the focus, on a page whose address asks for it: `?tactful-lens`. */
export async function openWhenAsked(): Promise<void> {
  if (typeof document === 'undefined' || !new URLSearchParams(location.search).has(ASKED)) return;
  // Whoever is to be asked first has its say in this task.
  await Promise.resolve();
  if (Reflect.has(globalThis, PLACED)) return;
  // Once the page has made its instance and has painted what it came for.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  await place(undefined);
}
