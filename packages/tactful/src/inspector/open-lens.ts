import type { LensOverlay } from './lens-overlay.js';
import type { LensSource } from './lens-source.js';

declare global {
  interface HTMLElementTagNameMap {
    'tactful-lens-overlay': LensOverlay;
  }
}

const ASKED = 'tactful-lens';
/** The extension's own script leaves this in its world: there nothing opens by itself. */
const PLACED = Symbol.for('tactful.lens');

// Loaded when it is to be seen: whoever only reads at rest carries none of it.
async function place(source?: LensSource): Promise<LensOverlay> {
  const { placeOverlay } = await import('./place-overlay.js');
  return placeOverlay(source);
}

/**
 * Opens the lens over this page: what is known, held and decided here, and what can be done about it.
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
  document.querySelector('tactful-lens-overlay')?.close();
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
  await place();
}
