import { expect } from 'chai';
import { FIELDS } from './check-order.js';
import { ShopApp } from './shop-element.js';

customElements.define('shop-app', ShopApp);

/** A shop whose library is blocked: every test here shows what is complete without it. */
async function openShop(hash = '#/'): Promise<ShopApp> {
  localStorage.clear();
  history.replaceState(null, '', hash);
  const shop = new ShopApp();
  shop.link = () => Promise.reject(new Error('blocked'));
  document.body.append(shop);
  await shop.updateComplete;
  await shop.updateComplete;
  return shop;
}

function find(shop: ShopApp, selector: string): HTMLElement {
  const found = shop.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector}: not there`);
  return found;
}

async function goTo(shop: ShopApp, hash: string): Promise<void> {
  const arrived = new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true });
  });
  location.hash = hash;
  await arrived;
  await shop.updateComplete;
}

const heading = (shop: ShopApp): string => find(shop, 'h1').textContent;

describe('[G12] the shop without tactful', () => {
  let shop: ShopApp;

  afterEach(() => {
    shop.remove();
    localStorage.clear();
  });

  it('has its own content in the place for an offer, and says in the pane that nothing more comes', async () => {
    shop = await openShop();
    expect(find(shop, 'tactful-offer').textContent).to.contain('Saturday is sharpening day');
    if (!shop.querySelector('.pane[data-open]')) find(shop, '.pane-tab').click();
    await shop.updateComplete;
    expect(find(shop, '.pane-state').textContent).to.contain('The shop works without it');
  });

  it('opens every page with a heading, which gets the focus', async () => {
    shop = await openShop();
    for (const hash of [
      '#/department/garden',
      '#/product/hose-20m',
      '#/search?q=paint',
      '#/cart',
      '#/checkout',
      '#/thanks',
      '#/offers',
      '#/data',
      '#/threads',
      '#/day',
      '#/nowhere',
    ]) {
      await goTo(shop, hash);
      expect(heading(shop), hash).to.match(/\S/);
      expect(document.activeElement, hash).to.equal(find(shop, 'h1'));
      expect(document.title, hash).to.contain('Hamer & Halm');
    }
  });

  it('sells', async () => {
    shop = await openShop('#/product/hose-20m');
    find(shop, '.buy button').click();
    find(shop, '.buy button').click();
    await shop.updateComplete;
    expect(find(shop, '.cart-count').textContent).to.equal('2');
    await goTo(shop, '#/checkout');
    find(shop, '.order-form [type="submit"]').click();
    await shop.updateComplete;
    expect(shop.querySelectorAll('.field-error')).to.have.length(FIELDS.length);
    expect(document.activeElement).to.equal(find(shop, '#field-name'));
    for (const field of FIELDS) {
      const input = find(shop, `#field-${field}`);
      if (!(input instanceof HTMLInputElement)) throw new Error(`${field}: not an input`);
      input.value = 'anna@example.org';
      input.dispatchEvent(new Event('input'));
    }
    await shop.updateComplete;
    expect(shop.querySelectorAll('.field-error')).to.have.length(0);
    find(shop, '.order-form [type="submit"]').click();
    await shop.updateComplete;
    expect(location.hash).to.equal('#/thanks');
    expect(find(shop, '.thanks').textContent)
      .to.contain('€44.85')
      .and.match(/HH-\w{6}/);
    expect(find(shop, '.cart-count').textContent).to.equal('0');
    expect(localStorage.getItem('hamer-halm:cart')).to.equal(null);
  });

  it('keeps the cart for the next visit, and takes things out', async () => {
    shop = await openShop('#/product/hose-20m');
    find(shop, '.buy button').click();
    expect(localStorage.getItem('hamer-halm:cart')).to.equal('[{"id":"hose-20m","quantity":1}]');
    await goTo(shop, '#/cart');
    find(shop, '.stepper button:last-child').click();
    await shop.updateComplete;
    expect(find(shop, '.line-sum').textContent).to.equal('€39.90');
    find(shop, '.line-remove').click();
    await shop.updateComplete;
    expect(heading(shop)).to.equal('Your cart is empty');
    expect(find(shop, '[role="status"].visually-hidden').textContent).to.contain('is out of your cart');
  });

  it('changes its language, also for screen readers', async () => {
    shop = await openShop('#/product/hose-20m');
    find(shop, '.quiet-button').click();
    await shop.updateComplete;
    expect(document.documentElement.lang).to.equal('nl');
    expect(heading(shop)).to.equal('Tuinslang, 20 meter');
    find(shop, '.quiet-button').click();
    await shop.updateComplete;
    expect(document.documentElement.lang).to.equal('en');
  });

  it('moves its own clock, and the prices with it', async () => {
    shop = await openShop('#/offers');
    expect(shop.querySelectorAll('.open-offers li').length).to.be.at.least(6);
    localStorage.setItem('hamer-halm:clock', String(520 * 7 * 24 * 3_600_000));
    dispatchEvent(new StorageEvent('storage', { key: 'hamer-halm:clock', newValue: '1' }));
    await shop.updateComplete;
    expect(shop.querySelectorAll('.open-offers li')).to.have.length(0);
    expect(find(shop, 'main').textContent).to.contain('There are no open offers on this date');
  });
});
