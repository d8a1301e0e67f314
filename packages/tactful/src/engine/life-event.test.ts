import { expect } from 'chai';
import {
  decideOn,
  foldOf,
  HOSE,
  logOf,
  NOW,
  offer,
  outcome,
  shopOf,
  clicked,
  type Told,
} from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { JsonObject } from './json.js';
import { cheaperFirst, goesAgainst, mourningUntil, PROTECTIONS, protections } from './life-event.js';
import { DEFAULT_MODEL } from './model.js';
import { offerScore, utilityBasis } from './utility.js';

const life = (event: string, at = 0): Told => ({ name: 'life_event_stated', at, params: { event } });

describe('K9: feel with', () => {
  it('[P52] K9: nothing is guessed, whatever is bought or looked at', () => {
    const told: readonly Told[] = [
      { name: 'purchase', params: { items: [{ item_id: 'u', item_category: 'funeral' }] } },
      { name: 'search', at: 1, params: { search_term: 'divorce lawyer' } },
    ];
    expect(protections(foldOf(logOf(told)))).to.deep.equal([]);
    expect(mourningUntil(foldOf(logOf(told)), NOW.at)).to.equal(undefined);
  });

  it('[P52] K9: any life event that is stated protects, and protects alike', () => {
    for (const event of ['I lost my job', 'moving house', 'baby'])
      expect(protections(foldOf(logOf([life(event)])))).to.deep.equal([
        'no_credit',
        'no_instalments',
        'no_upsell',
        'cheaper_first',
        'keep_discounts',
        'keep_essentials',
      ]);
    expect(new Set(PROTECTIONS).size).to.equal(6);
  });

  it('[P52] K9: it lasts until the shopper takes it back', () => {
    const told = [life('I lost my job'), { name: 'page_view', at: 800 * DAY_MS } as const];
    expect(protections(foldOf(logOf(told)))).to.have.lengthOf(6);
    expect(protections(foldOf(logOf(told.slice(1))))).to.deep.equal([]);
  });

  it('[P52] K9: a stated loss asks for thirty days of silence, another event for none', () => {
    const until = (told: readonly Told[], days: number): number | undefined =>
      mourningUntil(foldOf(logOf(told)), NOW.at + days * DAY_MS);
    expect(until([life('bereavement')], 29)).to.equal(NOW.at + 30 * DAY_MS);
    expect(until([life('bereavement')], 30)).to.equal(undefined);
    expect(until([life('Mijn vader is overleden'), life('rouw', DAY_MS)], 29)).to.equal(NOW.at + 31 * DAY_MS);
    expect(until([life('moving house')], 0)).to.equal(undefined);
  });

  it('[P52] K9: it is never a score: taste and worth stay as they were, and the cheaper goes first', () => {
    const told = [...clicked(HOSE, 0), ...clicked(HOSE, 2000), ...clicked(HOSE, 4000)];
    const logs = [told, [...told, life('I lost my job', 6000)]].map((each) => logOf(each));
    const [before, after] = logs.map((each) => decideOn(each, { at: 7000 }));
    expect(foldOf(logs[1] ?? []).evidence).to.deep.equal(foldOf(logs[0] ?? []).evidence);
    const worth = (trace: typeof before): readonly string[] =>
      (trace?.shortlist ?? []).map(({ offerId, utility }) => `${String(offerId)} ${String(utility)}`).sort();
    expect(worth(after)).to.deep.equal(worth(before));
    expect([before, after].map((each) => each && outcome(each))).to.deep.equal(['hose', 'sprinkler']);
  });

  it('[D58] K9: credit, instalments and up-sell go against it; discounts and essentials do not', () => {
    const against = (features: JsonObject): boolean => goesAgainst({ features }, PROTECTIONS);
    for (const word of ['credit', 'instalments', 'upsell']) {
      expect(against({ [word]: true }), word).to.equal(true);
      expect(against({ [word]: false }), word).to.equal(false);
      expect(goesAgainst({ features: { [word]: true } }, []), word).to.equal(false);
    }
    expect([against({}), against({ essential: true, colour: 'green' }), goesAgainst({}, PROTECTIONS)]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('[D58] K9: one protection keeps away what it names and nothing else', () => {
    expect(goesAgainst({ features: { upsell: true } }, ['no_credit', 'cheaper_first'])).to.equal(false);
    expect(goesAgainst({ features: { credit: true } }, ['no_credit'])).to.equal(true);
  });

  it('[D58] K9: a shop that sells credit sells nothing to who is protected', () => {
    expect(goesAgainst({}, PROTECTIONS, 'credit')).to.equal(true);
    expect([goesAgainst({}, PROTECTIONS, 'alcohol'), goesAgainst({}, [], 'credit')]).to.deep.equal([false, false]);
  });

  it('[D58] K9: cheaper first is by what the shopper pays, and what costs nothing comes before all', () => {
    const offers = [{ price: 900 }, { price: 1000, discount: 300 }, {}, { price: 800 }];
    expect([...offers].sort(cheaperFirst)).to.deep.equal([
      {},
      { price: 1000, discount: 300 },
      { price: 800 },
      { price: 900 },
    ]);
  });

  it('[D58] K9: the example of the decision record: of what beats silence the cheaper, at unchanged utilities', () => {
    const worth = (price: number): number => {
      const catalog = compileCatalog(shopOf(offer({ id: 'a', class: 'suggest', price })), DEFAULT_MODEL);
      const [compiled] = catalog.offers;
      if (!compiled) throw new Error('the catalogue is empty');
      const group = { affinity: 1, stated: 0, evidence: 1, fit: 1 };
      const basis = utilityBasis(0, { catalog, model: DEFAULT_MODEL });
      return offerScore(compiled, { group, priceFit: 1, wear: 0, basis }).utility;
    };
    const offers = [2000, 800, 250].map((price) => ({ price, utility: worth(price) }));
    for (const [index, wanted] of [21.9614, 7.4914, 0.8593].entries())
      expect(offers[index]?.utility).to.be.closeTo(wanted, 5e-5);
    const speaking = offers.filter(({ utility }) => utility > DEFAULT_MODEL.tactMargin).sort(cheaperFirst);
    expect(speaking.map(({ price }) => price)).to.deep.equal([800, 2000]);
  });
});
