// A page's dataLayer in its three dialects: GTM pushes `{event, ecommerce}`, gtag pushes its arguments
// `['event', name, params]`, and the older enhanced ecommerce has a key for each action and no event of its own.

/** An event as the page pushed it, parameters in GA4's shape as far as they could be read. */
export interface PushedEvent {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Enhanced ecommerce's actions and what GA4 calls them. */
const ACTIONS: Readonly<Record<string, string>> = {
  detail: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  checkout: 'begin_checkout',
  purchase: 'purchase',
};

function oldItem(product: Fields): Fields {
  const { id, name, brand, category, price, quantity } = product;
  const path = typeof category === 'string' ? category.split(/\s*\/\s*/u) : [];
  const amount = Number(price);
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { item_id: String(id) } : {}),
    ...(typeof name === 'string' ? { item_name: name } : {}),
    ...(typeof brand === 'string' ? { item_brand: brand } : {}),
    ...(path[0] === undefined ? {} : { item_category: path[0] }),
    ...(path[1] === undefined ? {} : { item_category2: path[1] }),
    ...(price === undefined || !Number.isFinite(amount) ? {} : { price: amount }),
    ...(typeof quantity === 'number' ? { quantity } : {}),
  };
}

function oldEvents(ecommerce: Fields): readonly PushedEvent[] {
  const currency = ecommerce['currencyCode'];
  return Object.entries(ACTIONS).flatMap(([action, name]) => {
    const done = ecommerce[action];
    const products =
      isFields(done) && Array.isArray(done['products']) ? (done['products'] as readonly unknown[]) : undefined;
    if (!products) return [];
    return [
      {
        name,
        params: { ...(currency === undefined ? {} : { currency }), items: products.filter(isFields).map(oldItem) },
      },
    ];
  });
}

/** Prices are often sent as text; GA4 wants numbers. */
function numeric(item: unknown): unknown {
  if (!isFields(item) || typeof item['price'] !== 'string') return item;
  const price = Number(item['price']);
  return { ...item, price: Number.isFinite(price) ? price : undefined };
}

/** Items and what belongs to them: the rest of a push is of no use here and may be about a person. */
function paramsOf(fields: Fields): Fields {
  const { currency, items, search_term: term, transaction_id: order } = fields;
  return {
    ...(typeof currency === 'string' ? { currency } : {}),
    ...(typeof term === 'string' ? { search_term: term } : {}),
    ...(typeof order === 'string' ? { transaction_id: order } : {}),
    ...(Array.isArray(items) ? { items: (items as readonly unknown[]).map(numeric) } : {}),
  };
}

function eventsOf(entry: unknown): readonly PushedEvent[] {
  if (!isFields(entry)) return [];
  const { 0: kind, 1: name, 2: params, event, ecommerce } = entry;
  if (kind === 'event' && typeof name === 'string') return [{ name, params: isFields(params) ? paramsOf(params) : {} }];
  const old = isFields(ecommerce) ? oldEvents(ecommerce) : [];
  if (old.length > 0) return old;
  if (typeof event !== 'string' || event.startsWith('gtm.')) return [];
  return [{ name: event, params: paramsOf(isFields(ecommerce) ? ecommerce : entry) }];
}

function isPushed(entry: unknown): entry is readonly unknown[] {
  return Array.isArray(entry);
}

/** The events of a `dataLayer` in the order in which they were pushed; what is no event is left out. */
export function dataLayerEvents(dataLayer: readonly unknown[]): readonly PushedEvent[] {
  return dataLayer.flatMap((entry) => eventsOf(isPushed(entry) ? Object.fromEntries(entry.entries()) : entry));
}
