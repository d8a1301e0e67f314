import { expect } from 'chai';
import { productById, products } from '../data/products.js';
import { sayingOf } from './read-wall.js';
import { conclude, endOf, shopCatalog } from './conclude.js';
import { tellSteps } from './tell-steps.js';

const sayingAfter = (...ids: readonly string[]): string => {
  const steps = ids.map((id, index) => ({ deed: 'look', at: 5 + 10 * index, about: [id] }) as const);
  const rows = tellSteps(steps, { lang: 'en' }).flatMap((note) => note.rows);
  return sayingOf(conclude(rows, endOf(60)));
};

const departmentOf = (offerId: string): string | undefined => {
  const product = shopCatalog.offers.find(({ offer }) => offer.id === offerId)?.product;
  return productById.get(product ?? '')?.category[0];
};

describe('[G20] three garden products', () => {
  it('bring a garden offer, whether they stand on one shelf or on three', () => {
    const garden = products.filter(({ category }) => category[0] === 'garden').map(({ id }) => id);
    for (const [n, id] of garden.entries()) {
      const [next = '', far = ''] = [garden[(n + 1) % garden.length], garden[(n + 17) % garden.length]];
      const after = garden[(n + 2) % garden.length] ?? '';
      for (const third of [after, far]) {
        expect(departmentOf(sayingAfter(id, next, third)), `${id} ${next} ${third}`).to.equal('garden');
      }
    }
  });

  it('bring none when they are two, or when the third stands elsewhere', () => {
    expect(sayingAfter('hose-20m', 'secateurs')).to.equal('NOTHING_FITS');
    expect(sayingAfter('hose-20m', 'secateurs', 'hammer')).to.equal('NOTHING_FITS');
  });
});
