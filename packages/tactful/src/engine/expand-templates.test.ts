import { expect } from 'chai';
import { GARDEN_SHOP, offer } from '../../test/garden-shop.js';
import type { Catalog, Content, Offer, Product } from './catalog.js';
import { compileCatalog } from './compile-catalog.js';
import { expandTemplates, plainAmount } from './expand-templates.js';
import { DEFAULT_MODEL } from './policy.js';

const HOSE: Product = {
  id: 'hose',
  name: 'Garden hose',
  category: ['garden', 'watering'],
  brand: 'Sprig',
  price: 2495,
  lowestPrice30d: 2295,
  margin: 800,
  url: '/hose',
  image: 'image:hose',
  features: { colour: 'green' },
};
const DRILL: Product = { id: 'drill', name: 'Drill', category: ['tools'], price: 8995 };
const NAIL: Product = { id: 'nail', name: 'Nail', price: 5 };

const HINT: Offer = offer({
  id: 'hint',
  class: 'suggest',
  from: { products: 'all' },
  features: { essential: true },
  content: {
    en: {
      title: '{name} of {brand}',
      text: '{price}, {colour} {name}',
      action: { label: 'See {name}', url: '{url}' },
      tones: { warm: { title: 'Dear {name}' } },
    },
  },
});
const shop = (offers: readonly Offer[], products: readonly Product[] = [HOSE, DRILL, NAIL]): Catalog => ({
  ...GARDEN_SHOP,
  offers,
  products,
});
const idsOf = (catalog: Catalog): readonly string[] => expandTemplates(catalog).map(({ id }) => id);
const hintOver = (from: Offer['from'], more: Partial<Offer> = {}): Offer => ({
  ...HINT,
  ...more,
  ...(from ? { from } : {}),
});

describe('templates over products', () => {
  it('[L40] make one offer of each product, with what the product says of itself', () => {
    const [hose] = expandTemplates(shop([HINT]));
    expect(hose).to.deep.equal({
      id: 'hint:hose',
      class: 'suggest',
      category: ['garden', 'watering'],
      brand: 'Sprig',
      price: 2495,
      lowestPrice30d: 2295,
      margin: 800,
      product: 'hose',
      features: { colour: 'green', essential: true },
      content: {
        en: {
          title: 'Garden hose of Sprig',
          text: 'EUR 24.95, {colour} Garden hose',
          action: { label: 'See Garden hose', url: '/hose' },
          image: 'image:hose',
          tones: { warm: { title: 'Dear Garden hose' } },
        },
      },
    });
  });

  it('[L40] speak of the products that fit, of the first so many, and in their order', () => {
    expect(idsOf(shop([HINT]))).to.deep.equal(['hint:hose', 'hint:drill', 'hint:nail']);
    expect(idsOf(shop([hintOver({ products: { category: { $elemMatch: { $eq: 'tools' } } } })]))).to.deep.equal([
      'hint:drill',
    ]);
    expect(idsOf(shop([hintOver({ products: { price: { $gte: 1000 } }, limit: 1 })]))).to.deep.equal(['hint:hose']);
    expect(idsOf(shop([HINT], []))).to.deep.equal([]);
  });

  it('[L40] stand where the template stood; without one nothing is copied', () => {
    const first = offer({ id: 'first', class: 'help' });
    const last = offer({ id: 'last', class: 'help' });
    expect(idsOf(shop([first, HINT, last], [NAIL]))).to.deep.equal(['first', 'hint:nail', 'last']);
    const plain = shop([first, last]);
    expect(expandTemplates(plain)).to.equal(plain.offers);
  });

  it('[L40] make no two offers with one id: what was written out stands, and of two templates the first', () => {
    const own = offer({ id: 'hint:hose', class: 'help' });
    expect(idsOf(shop([HINT, own], [HOSE]))).to.deep.equal(['hint:hose']);
    expect(expandTemplates(shop([HINT, own], [HOSE]))[0]?.class).to.equal('help');
    const products = [
      { id: 'b:c', name: 'x' },
      { id: 'c', name: 'y' },
    ];
    const both = shop([hintOver(undefined, { id: 'a' }), hintOver(undefined, { id: 'a:b' })], products);
    expect(idsOf(both)).to.deep.equal(['a:b:c', 'a:c', 'a:b:b:c']);
  });

  it('[L40] take nothing off that costs less', () => {
    expect(idsOf(shop([hintOver(undefined, { discount: 100 })]))).to.deep.equal(['hint:hose', 'hint:drill']);
    expect(idsOf(shop([hintOver(undefined, { discount: 1 })], [{ id: 'p', name: 'no price' }]))).to.deep.equal([]);
  });

  const filled = (product: Partial<Product>): Content[string] | undefined =>
    expandTemplates(shop([HINT], [{ ...HOSE, ...product }]))[0]?.content['en'];

  it('[L41] what a product is called is text: never a placeholder, never a pattern, never an address', () => {
    expect(filled({ name: '{brand} {price} $& $1', brand: '{name}' })?.title).to.equal(
      '{brand} {price} $& $1 of {name}',
    );
    expect(filled({ name: '__proto__' })?.title).to.equal('__proto__ of Sprig');
    const linked = hintOver(undefined, { content: { en: { title: 'x', action: { label: 'y', url: '/{name}' } } } });
    const [made] = expandTemplates(shop([linked], [{ ...HOSE, name: '../../evil' }]));
    expect(made?.content['en']?.action?.url).to.equal('/{name}');
  });

  it('[L41] without an address of the product there is no button, without a brand or price no word', () => {
    const [, drill, nail] = expandTemplates(shop([HINT]));
    expect(drill?.content['en']).to.deep.equal({
      title: 'Drill of ',
      text: 'EUR 89.95, {colour} Drill',
      tones: { warm: { title: 'Dear Drill' } },
    });
    expect(nail?.content['en']?.text).to.equal('EUR 0.05, {colour} Nail');
  });

  it('[L41] amounts are plain decimals with the code of their currency', () => {
    const amounts = [
      plainAmount(0, 'EUR'),
      plainAmount(5, 'EUR'),
      plainAmount(123_456_789, 'EUR'),
      plainAmount(500, 'JPY'),
      plainAmount(1500, 'KWD'),
    ];
    expect(amounts).to.deep.equal(['EUR 0.00', 'EUR 0.05', 'EUR 1234567.89', 'JPY 500', 'KWD 1.500']);
  });

  it('[L40] are filled in when the catalogue is compiled: found by id, product and category', () => {
    const { byId, productPrefixes, offers } = compileCatalog(shop([HINT]), DEFAULT_MODEL);
    expect(offers.map(({ product }) => product)).to.deep.equal(['hose', 'drill', 'nail']);
    expect(byId.get('hint:drill')?.margin).to.equal(8995 * 0.3);
    expect(byId.has('hint')).to.equal(false);
    expect(productPrefixes.get('hose')).to.deep.equal(['garden', 'garden/watering']);
  });
});
