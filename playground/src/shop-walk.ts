import type { ReplayStep } from '@tactful/simulator';
import { admitTracked, defaultPurposes, type Now } from 'tactful/engine';
import { purchaseEvent } from './buy-events.js';
import type { Cart } from './cart.js';
import { localDate } from './clock.js';
import { productById } from './data/products.js';
import { listName, routeEvents, selectEvent, type ShopEvent, type Telling } from './route-events.js';
import { departmentHash, parseRoute } from './route.js';

/** What a visitor does next: opens an address, chooses a product on its shelf, buys one, or stays away so many milliseconds. */
export type Stride =
  { readonly do: 'open' | 'choose' | 'buy'; readonly what: string } | { readonly do: 'wait'; readonly ms: number };

/** Between two pages. */
const PAGE_MS = 20_000;
const GATE = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;
/** The pages with a place for an offer. */
const SLOTS: ReadonlySet<string> = new Set(['home', 'product', 'cart', 'thanks']);

/** Something that is told or passed, and when. */
interface Footprint {
  readonly at: number;
  readonly events: readonly ShopEvent[];
  /** The place for an offer on the page, if it has one. */
  readonly placement?: string;
}

function open(hash: string, at: number, telling: Telling): Footprint {
  const route = parseRoute(hash);
  const events = routeEvents(route, telling);
  return SLOTS.has(route.page) ? { at, events, placement: route.page } : { at, events };
}

/** A stride as pages, one after the other. */
function footprints(stride: Exclude<Stride, { readonly do: 'wait' }>, from: Now): readonly Footprint[] {
  const telling = (cart: Cart): Telling => ({ lang: 'en', cart, date: localDate(from) });
  const page = (hash: string, nth: number, cart: Cart = []): Footprint =>
    open(hash, from.at + nth * PAGE_MS, telling(cart));
  if (stride.do === 'open') return [page(stride.what, 1)];
  const product = productById.get(stride.what);
  if (!product) throw new Error(`${stride.what}: not sold`);
  const own = `#/product/${product.id}`;
  if (stride.do === 'choose') {
    const shelf = departmentHash(...product.category);
    const chosen = selectEvent(product, listName(parseRoute(shelf), 'en'), telling([]));
    return [page(shelf, 1), { at: from.at + 2 * PAGE_MS, events: [chosen] }, page(own, 3)];
  }
  const cart = [{ id: product.id, quantity: 1 }];
  const bought = purchaseEvent(cart, { id: `order-${String(from.at)}`, telling: telling(cart) });
  return [
    page(own, 1),
    page('#/cart', 2, cart),
    page('#/checkout', 3, cart),
    { at: from.at + 4 * PAGE_MS, events: [bought] },
    page('#/thanks', 5),
  ];
}

function stepsOf({ at, events, placement }: Footprint, offset: number): readonly ReplayStep[] {
  const rows = events.flatMap(({ name, params }, index): readonly ReplayStep[] => {
    const admission = admitTracked({ name, params }, GATE);
    if ('refusal' in admission) return [];
    const id = `walk:${String(at + index)}`;
    return [{ kind: 'row', row: { id, at, offset, v: 1, ...admission.draft } }];
  });
  if (placement === undefined) return rows;
  return [...rows, { kind: 'decide', now: { at: at + 1, offset }, upcoming: undefined, placement }];
}

/**
 * A walk through the shop as the steps of a replay: the rows that the shop would tell, and a question at each place for an
 * offer. Consent is given at the door.
 */
export function walkSteps(strides: readonly Stride[], from: Now): readonly ReplayStep[] {
  const { offset } = from;
  let { at } = from;
  return strides.flatMap((stride) => {
    if (stride.do === 'wait') {
      at += stride.ms;
      return [];
    }
    const left = footprints(stride, { at, offset });
    at = left[left.length - 1]?.at ?? at;
    return left.flatMap((each) => stepsOf(each, offset));
  });
}
