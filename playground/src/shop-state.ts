import type { Cart } from './cart.js';
import { EMPTY_FORM, type Field, type FieldError, type OrderForm } from './check-order.js';
import { localDate, shifted } from './clock.js';
import type { Lang } from './language.js';
import type { Route } from './route.js';
import type { Erasing, LibraryState, Order, Shop, ShopActions } from './shop.js';
import { textsFor } from './texts.js';

/** Everything that changes in the shop, as one plain value. */
export interface ShopState {
  readonly lang: Lang;
  readonly route: Route;
  readonly cart: Cart;
  /** Milliseconds that the clock was moved ahead. */
  readonly shift: number;
  readonly order: Order | undefined;
  readonly form: OrderForm;
  readonly errors: ReadonlyMap<Field, FieldError>;
  readonly library: LibraryState;
  readonly consent: 'in' | 'out' | 'pending';
  readonly paneOpen: boolean;
  readonly visit: number;
  readonly erasing: Erasing;
  /** What a screen reader is told about the last action. */
  readonly said: string;
}

/** The shop as it opens. */
export function openState(kept: Pick<ShopState, 'lang' | 'route' | 'cart' | 'shift' | 'paneOpen'>): ShopState {
  const nothing = new Map<Field, FieldError>();
  return {
    ...kept,
    order: undefined,
    form: EMPTY_FORM,
    errors: nothing,
    library: 'loading',
    consent: 'pending',
    visit: 0,
    erasing: 'no',
    said: '',
  };
}

/** What the pages are drawn from, at a moment of the device's clock. */
export function shopOf(
  state: ShopState,
  { deviceAt, act }: { readonly deviceAt: number; readonly act: ShopActions },
): Shop {
  const moment = shifted(deviceAt, state.shift);
  return { ...state, texts: textsFor(state.lang), moment, date: localDate(moment), act };
}
