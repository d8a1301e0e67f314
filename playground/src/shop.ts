import type { ErasureCard } from 'tactful/inspector';
import type { Cart } from './cart.js';
import type { Field, FieldError, OrderForm } from './check-order.js';
import type { Moment } from './clock.js';
import type { Product } from './data/product.js';
import type { Lang } from './language.js';
import type { LinkedLibrary } from './link-library.js';
import type { ListName } from './route-events.js';
import type { Route } from './route.js';
import type { Texts } from './texts.js';

/** An order that was placed. It lives until the page is left. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly cart: Cart;
  /** Euro cents. */
  readonly total: number;
}

/** How far the library has come: the shop is complete in each of these. */
export type LibraryState = 'loading' | 'missing' | LinkedLibrary;

/** How far an erasure has come: being asked about, under way, done with its receipt, or not possible just now. */
export type Erasing = 'no' | 'asking' | 'under-way' | 'failed' | ErasureCard;

/** What the pages can ask of the shop. */
export interface ShopActions {
  readonly go: (route: Route) => void;
  readonly choose: (product: Product, list: ListName) => void;
  /** One more in the cart. */
  readonly add: (product: Product) => void;
  readonly setQuantity: (product: Product, quantity: number) => void;
  readonly type: (field: Field, value: string) => void;
  readonly placeOrder: () => void;
  /** `keep` (default): also on the next visit. */
  readonly speak: (lang: Lang, how?: { readonly keep: boolean }) => void;
  readonly openSettings: () => void;
  /** Asks before everything is erased; `false` takes the question back. */
  readonly askErase: (ask: boolean) => void;
  readonly erase: () => void;
  readonly putReceiptAway: () => void;
  readonly later: (byMs: number) => void;
  readonly reset: () => void;
  readonly togglePane: () => void;
}

/** Everything a page is drawn from. Pages are functions of this and nothing else. */
export interface Shop {
  readonly lang: Lang;
  readonly texts: Texts;
  readonly route: Route;
  readonly cart: Cart;
  readonly moment: Moment;
  /** How far the clock was moved ahead, in milliseconds. */
  readonly shift: number;
  /** The local date of `moment`, which decides the prices of today. */
  readonly date: string;
  readonly order: Order | undefined;
  readonly form: OrderForm;
  readonly errors: ReadonlyMap<Field, FieldError>;
  readonly library: LibraryState;
  readonly consent: 'in' | 'out' | 'pending';
  readonly paneOpen: boolean;
  readonly erasing: Erasing;
  /** Grows with every visit of a page and every move of the clock: slots with another number decide anew. */
  readonly visit: number;
  readonly act: ShopActions;
}
