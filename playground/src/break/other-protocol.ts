import type { Click } from './tab-protocol.js';
import type { Order } from './worker-orders.js';

/** What the page tells the worker of the other way. */
export type ToOther =
  { readonly order: Order } | { readonly click: Click } | { readonly ask: 'written' | 'found' | 'erase' };

/** What it answers: nothing at all to a click. */
export type FromOther =
  | { readonly said: 'understood' | 'written' | 'erased' }
  | { readonly said: 'found'; readonly items: readonly string[] };
