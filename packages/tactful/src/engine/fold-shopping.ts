import type { FoldPart } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { addTo } from './grouped-by.js';
import { textOf, type Item } from './item.js';

/** One purchase that was not taken back. */
export interface Purchase {
  readonly id: string;
  readonly at: number;
  /** Minutes east of UTC, where it was made. */
  readonly offset: number;
  readonly items: readonly Item[];
  /** Reported by a logged-in page later, not seen to happen here. */
  readonly handedOver: boolean;
  /** What was paid, in minor units; `undefined` where nobody said. */
  readonly value: number | undefined;
}

/** What the shopper looks at, holds and has bought. */
export interface ShoppingState {
  readonly viewing: Item | undefined;
  readonly cart: ReadonlyMap<string, Item>;
  readonly checkout: Said<string> | undefined;
  readonly purchases: readonly Purchase[];
  /** Ids of what was bought, as often as it was. */
  readonly bought: readonly string[];
  /** By category, at each depth, when something of it was bought. */
  readonly boughtAt: ReadonlyMap<string, [number, ...number[]]>;
  /** Transactions that are among the purchases: the same order handed over twice is one. */
  readonly transactions: ReadonlySet<string>;
}

function paid(value: unknown, items: readonly Item[]): number | undefined {
  if (typeof value === 'number') return value;
  const priced = items.filter(({ price }) => price !== undefined);
  return priced.length === 0 ? undefined : priced.reduce((sum, { price = 0, quantity }) => sum + price * quantity, 0);
}

/** The cart is what was put in and not taken out; a purchase empties it. */
export const SHOPPING: FoldPart<ShoppingState> = {
  empty: () => ({
    viewing: undefined,
    cart: new Map(),
    checkout: undefined,
    purchases: [],
    bought: [],
    boughtAt: new Map(),
    transactions: new Set(),
  }),
  add: (state, { event, items, startsVisit, refunded }) => {
    if (startsVisit) state.viewing = undefined;
    switch (event.name) {
      case 'view_item':
        state.viewing = items[0];
        return;
      case 'page_view':
        state.viewing = undefined;
        return;
      case 'add_to_cart':
        for (const item of items)
          if (item.id !== undefined)
            state.cart.set(item.id, { ...item, quantity: item.quantity + (state.cart.get(item.id)?.quantity ?? 0) });
        return;
      case 'remove_from_cart':
        for (const item of items) {
          const left = (state.cart.get(item.id ?? '')?.quantity ?? 0) - item.quantity;
          if (left > 0) state.cart.set(item.id ?? '', { ...item, quantity: left });
          else state.cart.delete(item.id ?? '');
        }
        return;
      case 'begin_checkout':
        state.checkout = { value: 'begin_checkout', at: event.at, id: event.id };
        return;
      case 'task_ended':
        if (textOf(event.params['task_id']) === 'checkout') state.checkout = undefined;
        return;
      case 'purchase': {
        // An order that a logged-in page hands over later tells of the past: it empties no cart.
        const handedOver = event.origin !== 'observed';
        if (!handedOver) {
          state.checkout = undefined;
          state.cart.clear();
        }
        const transaction = textOf(event.params['transaction_id']);
        if (refunded || (transaction !== undefined && state.transactions.has(transaction))) return;
        if (transaction !== undefined) state.transactions.add(transaction);
        const { id, at, offset } = event;
        state.purchases.push({ id, at, offset, items, handedOver, value: paid(event.params['value'], items) });
        state.bought.push(...items.flatMap((item) => item.id ?? []));
        for (const prefix of new Set(items.flatMap(({ prefixes }) => prefixes))) addTo(state.boughtAt, prefix, at);
        return;
      }
      default:
    }
  },
};
