import { GA4_EVENT_NAMES, isTracked, RELATION_EVENT_NAMES, type TrackedEventName } from './event-names.js';

// Ours first, then what others call it, in letters only: Segment and Shopify ("Product Viewed", `product_viewed`), the
// older Google Analytics (`productClick`), Meta (`ViewContent`), Klaviyo ("Placed Order"), Matomo (`trackSiteSearch`)
// and schema.org's actions (`BuyAction`). Left out is what may mean two things, as `click` and "Checkout Step Viewed",
// and what is told once for each item of an order.
const ALIASES = `
  view_item productviewed productdetail viewedproduct viewcontent viewaction setecommerceview
  view_item_list productlistviewed collectionviewed
  select_item productclicked productclick
  add_to_cart productadded productaddedtocart addedtocart
  remove_from_cart productremoved productremovedfromcart
  view_cart cartviewed
  add_to_wishlist productaddedtowishlist wishaction
  begin_checkout checkoutstarted startedcheckout initiatecheckout checkout
  add_shipping_info checkoutshippinginfosubmitted
  add_payment_info paymentinfoentered paymentinfosubmitted
  purchase ordercompleted checkoutcompleted placedorder buyaction orderaction trackecommerceorder
  refund orderrefunded ordercancelled returnaction
  search productssearched searchsubmitted searchaction tracksitesearch
  view_promotion promotionviewed
  select_promotion promotionclicked promotionclick
  page_view pageviewed trackpageview
  share productshared cartshared shareaction
  generate_lead lead`;
const PARAMS = 'products items,order_id transaction_id,orderId transaction_id,query search_term';
const ITEM_PARAMS =
  'product_id item_id,id item_id,sku item_id,name item_name,brand item_brand,category item_category,variant item_variant';

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

function nameOf(sent: string): TrackedEventName | undefined {
  if (isTracked(sent) || sent.length > 40) return undefined;
  const letters = lettersOf(sent);
  const spelled = [...GA4_EVENT_NAMES, ...RELATION_EVENT_NAMES].find((name) => lettersOf(name) === letters);
  if (spelled) return spelled;
  const row = ALIASES.split('\n').find((each) => each.trim().split(' ').indexOf(letters) > 0);
  const [name = ''] = row?.trim().split(' ') ?? [];
  return isTracked(name) ? name : undefined;
}

/** A copy under other keys. Properties move as they are, getters uncalled: it is the gate that refuses them. */
function renamed(value: unknown, names: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const properties = Object.getOwnPropertyDescriptors(value);
  const copy = Object.create(null) as object;
  const pairs = names.split(',').map((pair) => pair.split(' '));
  for (const [key, property] of Object.entries(properties)) {
    const to = pairs.find(([from]) => from === key)?.[1];
    Object.defineProperty(copy, to === undefined || Object.hasOwn(properties, to) ? key : to, property);
  }
  return copy;
}

const own = (value: object, key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;

function paramsOf(sent: unknown): unknown {
  const params = renamed(sent, PARAMS);
  if (typeof params !== 'object' || params === null) return sent;
  const items = own(params, 'items');
  // one product is told without a list: "Product Viewed" carries it among its own parameters
  const alone = items === undefined && (Object.hasOwn(params, 'product_id') || Object.hasOwn(params, 'sku'));
  const list = alone ? [params] : items;
  if (!Array.isArray(list)) return params;
  const copy = Array.from({ length: Math.min(list.length, 201) }, (_, index) =>
    renamed(own(list, String(index)), ITEM_PARAMS),
  );
  return Object.defineProperty(params, 'items', { value: copy, enumerable: true });
}

/**
 * What a page means when it speaks another vocabulary: "Order Completed" is `purchase`, `AddToCart` is
 * `add_to_cart`, and `products[].product_id` is `items[].item_id`. What has one of our names already,
 * or none that is known, comes back as it is.
 *
 * For the gate to judge afterwards: only names that `track()` takes come out, values are not looked
 * at, and no getter is called. Categories are not taken apart.
 *
 * @example
 * ```ts
 * translateEvent({ name: 'Product Viewed', params: { product_id: 'hose-25' } });
 * // { name: 'view_item', params: { product_id: 'hose-25', items: [{ item_id: 'hose-25' }] } }
 * ```
 */
export function translateEvent(sent: { readonly name: unknown; readonly params: unknown }): {
  readonly name: unknown;
  readonly params: unknown;
} {
  const name = typeof sent.name === 'string' ? nameOf(sent.name) : undefined;
  if (name === undefined) return sent;
  try {
    return { name, params: paramsOf(sent.params) };
  } catch {
    // A proxy that throws: the gate will say that it cannot be read.
    return { name, params: sent.params };
  }
}
