import { expect } from 'chai';
import { decideOn, foldOf, HOSE, logOf, NOW, outcome, clicked, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { mourningUntil, PROTECTIONS, protections } from './life-event.js';

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

  it('[P52] K9: it is never a score: taste and choice stay as they were', () => {
    const told = [...clicked(HOSE, 0), ...clicked(HOSE, 2000), ...clicked(HOSE, 4000)];
    const [before, after] = [told, [...told, life('I lost my job', 6000)]].map((each) => logOf(each));
    expect(foldOf(after ?? []).evidence).to.deep.equal(foldOf(before ?? []).evidence);
    expect(outcome(decideOn(after ?? [], { at: 7000 }))).to.equal(outcome(decideOn(before ?? [], { at: 7000 })));
  });
});
