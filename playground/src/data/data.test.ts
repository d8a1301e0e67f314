import { lintCatalog } from '@tactful/simulator';
import { expect } from 'chai';
import { compileCatalog, DEFAULT_MODEL, readCatalog } from 'tactful/engine';
import { openOffers } from '../price.js';
import { categories } from './categories.js';
import type { Condition, ConditionValue, ShopOffer } from './offers.js';
import { catalog } from './offers.js';
import { pictures } from './pictures.js';
import { productById, products } from './products.js';

const shelves = new Set(categories.flatMap(({ id, shelves }) => shelves.map((shelf) => `${id}/${shelf.id}`)));

const repeated = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

const isFilled = (text: string): boolean => text.length > 1 && text === text.trim();

const euros = (cents: number, lang: 'en' | 'nl'): string => {
  const whole = String(Math.floor(cents / 100));
  const rest = String(cents % 100).padStart(2, '0');
  return lang === 'en' ? `€${whole}.${rest}` : `€ ${whole},${rest}`;
};

const isList = (value: ConditionValue): value is readonly ConditionValue[] => Array.isArray(value);

const conditionsIn = (value: ConditionValue): readonly Condition[] => {
  if (isList(value)) return value.flatMap(conditionsIn);
  if (typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(conditionsIn)];
};

const itemsNamed = ({ when }: ShopOffer): readonly ConditionValue[] =>
  when === undefined
    ? []
    : conditionsIn(when).flatMap((condition) =>
        Object.entries(condition)
          .filter(([path]) => path.endsWith('.items'))
          .flatMap(([, test]) => conditionsIn(test).flatMap((inner) => Object.values(inner).flat())),
      );

describe('[G13] products', () => {
  it('are about two hundred, with ids of their own', () => {
    expect(products).to.have.length.within(190, 210);
    expect(repeated(products.map(({ id }) => id))).to.deep.equal([]);
    expect(products.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).to.deep.equal([]);
  });

  it('stand on a known shelf, and no shelf is empty', () => {
    const stocked = new Set(products.map(({ category }) => category.join('/')));
    expect([...stocked].sort()).to.deep.equal([...shelves].sort());
  });

  it('cost whole cents and have a drawing', () => {
    expect(products.filter(({ price }) => !Number.isSafeInteger(price) || price < 100)).to.deep.equal([]);
    expect(products.filter(({ picture }) => !Object.hasOwn(pictures, picture))).to.deep.equal([]);
  });

  it('are described in both languages', () => {
    const texts = products.flatMap(({ name, about, unit }) => [name, about, ...(unit === undefined ? [] : [unit])]);
    expect(texts.filter(({ en, nl }) => !isFilled(en) || !isFilled(nl))).to.deep.equal([]);
    const names = categories.flatMap(({ name, shelves }) => [name, ...shelves.map((shelf) => shelf.name)]);
    expect(names.filter(({ en, nl }) => !isFilled(en) || !isFilled(nl))).to.deep.equal([]);
  });
});

describe('[G14] offers', () => {
  it('are forty, with ids of their own', () => {
    expect(catalog.offers).to.have.length(40);
    expect(repeated(catalog.offers.map(({ id }) => id))).to.deep.equal([]);
  });

  for (const offer of catalog.offers) {
    it(`${offer.id} agrees with its product`, () => {
      const product = productById.get(offer.product ?? '');
      expect(product?.price).to.equal(offer.price ?? product?.price);
      // an offer may be about the whole department in which its product stands
      expect(product?.category.slice(0, offer.category.length)).to.deep.equal(offer.category);
      expect(product?.brand).to.equal(offer.brand);
    });

    it(`${offer.id} says in both languages what it costs, and where to go`, () => {
      const cents = (offer.price ?? 0) - (offer.discount ?? 0);
      for (const lang of ['en', 'nl'] as const) {
        const { title, text, action } = offer.content[lang];
        expect([title, text, action.label].every(isFilled)).to.equal(true);
        expect(`${title} ${text}`).to.contain(offer.price === undefined ? '' : euros(cents, lang));
        expect(`${title} ${text}`).not.to.match(/!|[A-Z]{5}/);
        expect(action.url).to.equal(offer.class === 'coupon' ? '#/offers' : `#/product/${String(offer.product)}`);
      }
    });
  }

  it('state the lowest price of thirty days, and until when, beside every discount', () => {
    const discounted = catalog.offers.filter(({ discount }) => discount !== undefined);
    expect(discounted.length).to.be.at.least(6);
    for (const { id, price = 0, discount = 0, lowestPrice30d = 0, validThrough, margin = 0 } of discounted) {
      expect(lowestPrice30d, id).to.be.within(price - discount + 1, price);
      expect(validThrough, id).to.be.a('string');
      expect(margin, id).to.be.above(discount);
    }
    expect(catalog.offers.filter((offer) => offer.class === 'coupon' && offer.discount === undefined)).to.deep.equal(
      [],
    );
  });

  it('[S85] pass `tactful check`: no error and no warning', () => {
    const { findings, usable } = lintCatalog(catalog, { at: Date.UTC(2026, 9, 3) });
    expect(findings).to.deep.equal([]);
    expect(usable).to.equal(catalog.offers.length);
  });

  it('[S86] every coupon is on the page of open offers, at the price at which it is mentioned', () => {
    const { catalog: read } = readCatalog(catalog);
    const { openList } = compileCatalog(read ?? { ...catalog, offers: [] }, DEFAULT_MODEL);
    const coupons = catalog.offers.filter((offer) => offer.class === 'coupon');
    expect([...openList.keys()]).to.have.members(coupons.map(({ id }) => id));
    const listed = new Map(openOffers('2026-10-03').map((offer) => [offer.id, offer]));
    for (const [id, { price, discount, openTo }] of openList) {
      expect(openTo).to.equal('#/offers');
      expect([listed.get(id)?.price, listed.get(id)?.discount], id).to.deep.equal([price, discount]);
    }
  });

  it('bear real dates and end in 2030 or later, if at all', () => {
    const moments = catalog.offers.flatMap(({ validFrom, validThrough }) => [validFrom, validThrough]);
    for (const moment of moments.filter((each) => each !== undefined)) {
      // midnight of the Netherlands, summer and winter
      expect(new Date(moment).toLocaleString('sv', { timeZone: 'Europe/Amsterdam' })).to.equal(
        `${moment.slice(0, 10)} 00:00:00`,
      );
    }
    const early = catalog.offers.filter(({ validThrough = '2030-01-01' }) => validThrough < '2030-01-01');
    expect(early).to.deep.equal([]);
    expect(catalog.offers.filter(({ validFrom = '' }) => validFrom > '2026-01-01')).to.deep.equal([]);
  });

  it('name only products that exist in their conditions', () => {
    const named = catalog.offers.flatMap(itemsNamed);
    expect(named.length).to.be.at.least(12);
    expect(named.filter((id) => typeof id !== 'string' || !productById.has(id))).to.deep.equal([]);
  });

  it('suggest at least eight things for the garden, from every one of its shelves', () => {
    const garden = catalog.offers.filter((offer) => offer.class === 'suggest' && offer.category[0] === 'garden');
    expect(garden.length).to.be.at.least(8);
    const shelvesOf = garden.map(({ product = '' }) => productById.get(product)?.category[1]);
    expect(new Set(shelvesOf).size).to.equal(5);
    expect(garden.map(({ category }) => category.length)).to.include(1);
    for (const { id, price = 0, margin = 0 } of garden) expect(margin / price, id).to.be.within(0.299, 0.351);
  });
});

describe('[G15] pictures', () => {
  it('are all used, and each path starts where it is put', () => {
    const used = new Set(products.map(({ picture }) => picture));
    expect(Object.keys(pictures).filter((name) => !used.has(name))).to.deep.equal([]);
    for (const [name, paths] of Object.entries(pictures)) {
      expect(paths, name).to.have.length.at.least(1);
      expect(
        paths.filter(({ d }) => !/^M[\d .,a-zA-Z-]+$/.test(d)),
        name,
      ).to.deep.equal([]);
    }
  });
});
