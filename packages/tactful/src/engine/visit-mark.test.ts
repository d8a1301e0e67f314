import { expect } from 'chai';
import { clicked, foldOf, HOSE, logOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { evidenceKey } from './evidence.js';
import { tasteNow } from './fold-taste.js';

const WATERING = evidenceKey('category', 'garden/watering');
const mark = (as: string, at: number, person?: string): Told => ({
  name: 'visit_marked',
  at,
  params: person === undefined ? { as } : { as, person },
});
const massNow = (...told: readonly Told[]): number =>
  tasteNow(foldOf(logOf(told))).evidence.get(WATERING)?.mass.value ?? 0;

describe('K14: who is this', () => {
  it('[P20] a visit for a gift, or of somebody else, teaches nothing, not even by what came before the mark', () => {
    for (const as of ['gift', 'not_me']) {
      expect(massNow(...clicked(HOSE, 0), mark(as, 2000))).to.equal(0);
      expect(massNow(mark(as, 0), ...clicked(HOSE, 1000))).to.equal(0);
    }
    expect(massNow(...clicked(HOSE, 0))).to.be.closeTo(0.2, 1e-6);
  });

  it('[P20] the mark ends with the visit, and forgetting it undoes it', () => {
    const told = [mark('gift', 0), ...clicked(HOSE, 1000)];
    expect(massNow(...told, ...clicked(HOSE, DAY_MS))).to.be.closeTo(0.2, 1e-6);
    expect(massNow(...told.slice(1))).to.be.closeTo(0.2, 1e-6);
  });

  it('[P20] a named person has a taste of their own, by one tap', () => {
    const forAda = [mark('person', 0, 'Ada'), ...clicked(HOSE, 1000)];
    expect(massNow(...forAda)).to.be.closeTo(0.2, 1e-6);
    expect(massNow(...forAda, { name: 'page_view', at: DAY_MS })).to.equal(0);
    expect(massNow(...forAda, mark('person', DAY_MS, 'Ada'))).to.be.closeTo(0.2, 1e-6);
    expect(massNow(...forAda, mark('person', DAY_MS, 'Bo'))).to.equal(0);
  });

  it('[P20] a purchase for a gift is a purchase all the same', () => {
    const { purchases } = foldOf(logOf([mark('gift', 0), { name: 'purchase', at: 1, params: { items: [HOSE] } }]));
    expect(purchases).to.have.lengthOf(1);
  });

  it('[P20] what a marked visit would have taught is told as withheld, by its rows', () => {
    const { unlearned } = foldOf(logOf([mark('gift', 0), ...clicked(HOSE, 1000)]));
    expect([...unlearned]).to.deep.equal([['gift', ['a:2', 'a:3']]]);
  });
});
