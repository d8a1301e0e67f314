import { expect } from 'chai';
import { purchaseEvent, quantityEvents } from './buy-events.js';
import { productById } from './data/products.js';
import { routeEvents, selectEvent, type ShopEvent, type Telling } from './route-events.js';
import { parseRoute } from './route.js';

const telling: Telling = { lang: 'en', date: '2026-10-03', cart: [{ id: 'hose-20m', quantity: 2 }] };
const told = (hash: string): readonly ShopEvent[] => routeEvents(parseRoute(hash), telling);
const names = (hash: string): readonly string[] => told(hash).map(({ name }) => name);

const hoseItem = {
  item_id: 'hose-20m',
  item_name: 'Garden hose, 20 metres',
  item_brand: 'Gietra',
  item_category: 'garden',
  item_category2: 'watering',
  price: 19.95,
  discount: 5,
};

describe('[G6] what the shop tells', () => {
  it('begins with the page and then says what is on it', () => {
    expect(names('#/')).to.deep.equal(['page_view', 'view_item_list']);
    expect(names('#/department/garden/watering')).to.deep.equal(['page_view', 'view_item_list']);
    expect(names('#/product/hose-20m')).to.deep.equal(['page_view', 'view_item']);
    expect(names('#/search?q=hose')).to.deep.equal(['page_view', 'search', 'view_item_list']);
    expect(names('#/search?q=trombone')).to.deep.equal(['page_view', 'search']);
    expect(names('#/search')).to.deep.equal(['page_view']);
    expect(names('#/cart')).to.deep.equal(['page_view', 'view_cart']);
    expect(names('#/checkout')).to.deep.equal(['page_view', 'begin_checkout']);
    expect(names('#/offers')).to.deep.equal(['page_view']);
  });

  it('does not begin a checkout of nothing', () => {
    const events = routeEvents(parseRoute('#/checkout'), { ...telling, cart: [] });
    expect(events.map(({ name }) => name)).to.deep.equal(['page_view']);
  });

  it('has the shape of GA4, in decimal euros and at the price that is paid', () => {
    expect(told('#/product/hose-20m')[1]?.params).to.deep.equal({
      currency: 'EUR',
      value: 19.95,
      items: [{ ...hoseItem, quantity: 1 }],
    });
    expect(told('#/checkout')[1]?.params).to.deep.equal({
      currency: 'EUR',
      value: 39.9,
      items: [{ ...hoseItem, quantity: 2 }],
    });
  });

  it('keeps the words of a search in the event that is about them', () => {
    const [view, search, list] = told('#/search?q=hose');
    expect(search?.params).to.deep.equal({ search_term: 'hose' });
    expect(JSON.stringify([view?.params, list?.params['item_list_name']])).not.to.contain('hose');
  });

  it('says of a choice from a list which list it was', () => {
    const hose = productById.get('hose-20m');
    if (!hose) throw new Error('hose-20m: not sold');
    expect(selectEvent(hose, { id: 'season', name: 'season' }, telling)).to.deep.equal({
      name: 'select_item',
      params: {
        item_list_id: 'season',
        item_list_name: 'season',
        currency: 'EUR',
        items: [{ ...hoseItem, quantity: 1 }],
      },
    });
  });

  it('tells of the cart only what changed', () => {
    const hose = productById.get('hose-20m');
    if (!hose) throw new Error('hose-20m: not sold');
    const change = (before: number, after: number) =>
      quantityEvents(hose, { before, after, telling }).map(({ name, params }) => [name, params['value']]);
    expect(change(0, 1)).to.deep.equal([['add_to_cart', 19.95]]);
    expect(change(1, 3)).to.deep.equal([['add_to_cart', 39.9]]);
    expect(change(3, 0)).to.deep.equal([['remove_from_cart', 59.85]]);
    expect(change(2, 2)).to.deep.equal([]);
  });

  it('tells what was bought and nothing of who bought it', () => {
    expect(purchaseEvent(telling.cart, { id: 'HH-ABC234', telling })).to.deep.equal({
      name: 'purchase',
      params: { transaction_id: 'HH-ABC234', currency: 'EUR', value: 39.9, items: [{ ...hoseItem, quantity: 2 }] },
    });
  });
});
