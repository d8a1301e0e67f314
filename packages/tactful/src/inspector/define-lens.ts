import type { TactfulLens } from './lens-element.js';
import type { TactfulReceipt } from './receipt-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'tactful-lens': TactfulLens;
    'tactful-receipt': TactfulReceipt;
  }
}

/**
 * Makes `<tactful-lens>` and `<tactful-receipt>` known to the page. Resolves when it is; calling it twice does no harm.
 *
 * Not done on import, because the extension's content script shares this module and must leave no mark on a page.
 *
 * @example
 * ```ts
 * await defineLens();
 * document.querySelector('tactful-lens').source = storeSource({ tactful });
 * ```
 */
export async function defineLens(): Promise<void> {
  const [{ TactfulLens }, { TactfulReceipt }] = await Promise.all([
    import('./lens-element.js'),
    import('./receipt-element.js'),
  ]);
  if (!customElements.get('tactful-receipt')) customElements.define('tactful-receipt', TactfulReceipt);
  if (!customElements.get('tactful-lens')) customElements.define('tactful-lens', TactfulLens);
}
