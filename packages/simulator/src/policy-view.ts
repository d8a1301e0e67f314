import type { Event, Folded } from 'tactful/engine';
import type { WorldOffer, WorldShop } from './world-shop.js';

/** Which page a visit has open; away from the site there is none. */
export type OpenPage = 'product' | 'checkout' | 'inspiration' | 'service';

/** What a shop can know at a chance to speak: its own log and what is on the screen. Nothing of what goes on in a mind. */
export interface ShopView {
  readonly shop: WorldShop;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly offset: number;
  readonly direction: 'inbound' | 'outbound';
  readonly page: OpenPage | undefined;
  /** Every row so far, the newest last. */
  readonly log: readonly Event[];
  /** The log as the engine reads it. */
  readonly read: () => Folded;
  /** How often each category was looked at and, counted five times, bought. */
  readonly attention: readonly number[];
  /** When something was said, the newest last. */
  readonly said: readonly number[];
  /** Until when the shopper asked for quiet; who listens, knows. */
  readonly quietUntil: number | undefined;
  /** A number in [0, 1), for policies that throw a die. */
  readonly draw: number;
}

/** What a shop does with a chance; `undefined` is silence. The same view, the same answer. */
export type Policy = (view: ShopView) => WorldOffer | undefined;
