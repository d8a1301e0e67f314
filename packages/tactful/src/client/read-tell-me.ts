import type { JsonObject } from '../engine/json.js';
import type { WishAbout } from '../worker/protocol.js';

/** What the shopper asks to be told of, and when. Prices are integers in minor units of the catalog's currency. */
export interface TellMe {
  readonly about:
    | { readonly offerId: string }
    /** The shop's id of the product. */
    | { readonly product: string }
    /** A path: `garden/watering`. */
    | { readonly category: string };
  readonly when: 'back_in_stock' | 'before_it_ends' | 'due_again' | { readonly below: number };
}

/** A wish as the row that it becomes, with what it is about. */
export interface ReadWish extends WishAbout {
  readonly params: JsonObject;
}

const FACETS = { offerId: 'offer_id', product: 'product', category: 'category' } as const;
const WHEN = /^(?:back_in_stock|before_it_ends|due_again)$/;

/** A value that is there without running anything. */
const own = (raw: unknown, key: string): unknown =>
  typeof raw === 'object' && raw !== null ? Object.getOwnPropertyDescriptor(raw, key)?.value : undefined;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;

function readWhen(when: unknown): JsonObject | undefined {
  if (typeof when === 'string') return WHEN.test(when) ? { when } : undefined;
  const below = own(when, 'below');
  return typeof below === 'number' && Number.isSafeInteger(below) && below > 0 ? { when: 'below', below } : undefined;
}

/** A wish, or `undefined` for what is none: the input may be anything. A product is kept as an item, to be found and forgotten as one. */
export function readTellMe(asked: unknown): ReadWish | undefined {
  const about = own(asked, 'about');
  const when = readWhen(own(asked, 'when'));
  const named = (['offerId', 'product', 'category'] as const).filter((key) => own(about, key) !== undefined);
  const [key] = named;
  if (key === undefined || named.length > 1 || !when) return undefined;
  const value = own(about, key);
  if (!isText(value)) return undefined;
  const facet = FACETS[key];
  return {
    facet,
    value,
    params: { ...when, ...(facet === 'product' ? { items: [{ item_id: value }] } : { [facet]: value }) },
  };
}
