import { expect } from 'chai';
import { translateEvent } from './event-aliases.js';
import { CONTACT_EVENT_NAMES, CONTEXT_EVENT_NAMES, STATED_EVENT_NAMES } from './event-names.js';
import { admitTracked } from './event.js';
import { defaultPurposes } from './purpose.js';

const nameOf = (name: unknown): unknown => translateEvent({ name, params: {} }).name;
const paramsOf = (name: string, params: unknown): unknown => {
  const admission = admitTracked(translateEvent({ name, params }), {
    purposes: defaultPurposes(),
    consent: { personalization: 'in' },
  });
  return 'draft' in admission ? admission.draft.params : admission.refusal;
};

describe('other vocabularies', () => {
  const EXAMPLES: Readonly<Record<string, string>> = {
    'Product Viewed': 'view_item',
    product_viewed: 'view_item',
    ViewContent: 'view_item',
    ViewAction: 'view_item',
    'Product List Viewed': 'view_item_list',
    collection_viewed: 'view_item_list',
    productClick: 'select_item',
    'Product Added': 'add_to_cart',
    AddToCart: 'add_to_cart',
    'add to cart': 'add_to_cart',
    'Product Removed': 'remove_from_cart',
    'Cart Viewed': 'view_cart',
    'Product Added to Wishlist': 'add_to_wishlist',
    WishAction: 'add_to_wishlist',
    InitiateCheckout: 'begin_checkout',
    'Checkout Started': 'begin_checkout',
    payment_info_submitted: 'add_payment_info',
    'Order Completed': 'purchase',
    checkout_completed: 'purchase',
    BuyAction: 'purchase',
    'Placed Order': 'purchase',
    'Order Refunded': 'refund',
    'Products Searched': 'search',
    trackSiteSearch: 'search',
    trackPageView: 'page_view',
    promotionClick: 'select_promotion',
    Lead: 'generate_lead',
  };

  for (const [sent, name] of Object.entries(EXAMPLES))
    it(`[L10] ${sent} is ${name}`, () => expect(nameOf(sent)).to.equal(name));

  it('[L10] what is ours, unknown or means two things comes back as it is', () => {
    for (const name of [
      'view_item',
      'click',
      'Checkout Step Viewed',
      'constructor',
      '__proto__',
      '',
      '123',
      'x'.repeat(1000),
      7,
      null,
    ])
      expect(nameOf(name)).to.equal(name);
  });

  it('[L10] no spelling reaches what tactful writes itself', () => {
    for (const name of [...STATED_EVENT_NAMES, ...CONTACT_EVENT_NAMES, ...CONTEXT_EVENT_NAMES]) {
      for (const spelled of [name, name.replaceAll('_', ' '), name.toUpperCase(), name.replaceAll('_', '')])
        expect(nameOf(spelled)).to.equal(spelled);
    }
  });

  it("[L10] an order in Segment's shape passes the gate in GA4's", () => {
    const products = [
      { product_id: 507, name: 'Hose', brand: 'Sprig', category: 'garden', price: '24.95', quantity: 2 },
    ];
    expect(paramsOf('Order Completed', { order_id: 'A17', currency: 'EUR', products })).to.deep.equal({
      transaction_id: 'A17',
      currency: 'EUR',
      items: [
        { item_id: '507', item_name: 'Hose', item_brand: 'Sprig', item_category: 'garden', price: 2495, quantity: 2 },
      ],
    });
    expect(paramsOf('Products Searched', { query: 'hose' })).to.deep.equal({ search_term: 'hose' });
  });

  it('[L10] one product without a list becomes a list of one', () => {
    expect(paramsOf('Product Viewed', { product_id: 'hose', name: 'Hose' })).to.deep.equal({
      product_id: 'hose',
      name: 'Hose',
      items: [{ item_id: 'hose', item_name: 'Hose' }],
    });
  });

  it('[L11] getters stay uncalled on the way, and are refused behind it', () => {
    let read = 0;
    const product = Object.defineProperty({}, 'product_id', { enumerable: true, get: () => read++ });
    expect(paramsOf('Order Completed', { products: [product] })).to.deep.equal({
      reason: 'invalid',
      path: 'items[0]: has an accessor',
    });
    expect(read).to.equal(0);
  });
});
