import { expect } from 'chai';
import { readCatalog } from 'tactful/engine';
import { DAY_CATALOG } from './day-catalog.js';
import { DAY_CARD_IDS } from './day-cards.js';
import { simulateDay, type Day, type DayOutcome } from './day-run.js';
import type { DayShopName } from './day-shops.js';
import { votesOfDay } from './day-votes.js';

const outcomes = ({ moments }: Day, shop: DayShopName): readonly DayOutcome[] =>
  moments.flatMap((moment) => moment.outcomes.filter((outcome) => outcome.shop === shop));
const last = (day: Day, shop: DayShopName): DayOutcome => {
  const all = outcomes(day, shop);
  const outcome = all[all.length - 1];
  if (!outcome) throw new Error(shop);
  return outcome;
};
const ESSAYS = simulateDay({ seed: 1, people: 300 });

describe('one day, three shops', () => {
  it('[S75] nine cards in the order of the clock, each answered by every shop', () => {
    expect(ESSAYS.moments.map(({ card }) => card)).to.deep.equal(DAY_CARD_IDS);
    const times = ESSAYS.moments.map(({ at }) => at);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    for (const moment of ESSAYS.moments)
      expect(moment.outcomes.map(({ shop }) => shop)).to.deep.equal(['silence', 'blast', 'naive', 'tactful']);
    expect(readCatalog(DAY_CATALOG).problems).to.deep.equal([]);
  });

  it('[S75] blast and naive speak at every card; tactful where she comes herself or asked, each time with its reason', () => {
    expect(outcomes(ESSAYS, 'blast').every(({ speaks }) => speaks)).to.equal(true);
    expect(outcomes(ESSAYS, 'naive').every(({ speaks }) => speaks)).to.equal(true);
    const answers = outcomes(ESSAYS, 'tactful');
    const reasons = Object.fromEntries(DAY_CARD_IDS.map((card, index) => [card, answers[index]?.reason]));
    expect(reasons).to.deep.include({
      train: 'NO_PERMISSION',
      till: 'TASK_FOCUS',
      rival: 'NO_PERMISSION',
      cemetery: 'QUIET_TIME',
      dinner: 'QUIET_TIME',
    });
    const speaks = DAY_CARD_IDS.filter((_, index) => answers[index]?.speaks);
    expect(speaks.filter((card) => card !== 'parcel')).to.deep.equal(['door', 'sofa', 'tellMe']);
    // With a complaint open, help at most.
    expect([undefined, 'parcel-help']).to.include(answers[4]?.offerId);
    expect(answers[8]?.offerId).to.equal('hose-below-price');
  });

  it('[S75] the reason is worded in English and Dutch', () => {
    const text = (lang: string): string | undefined =>
      outcomes(simulateDay({ seed: 1, people: 1, lang }), 'tactful')[2]?.explanation?.reasons[0]?.text;
    expect(text('en')).to.be.a('string');
    expect(text('nl')).to.be.a('string').and.not.equal(text('en'));
  });

  it('[S76] the same seed and votes give the same day; another seed other people', () => {
    const request = { seed: 3, people: 200, votes: { train: 'speak' } } as const;
    expect(simulateDay(request)).to.deep.equal(simulateDay(request));
    expect(simulateDay({ ...request, seed: 4 })).not.to.deep.equal({ ...simulateDay(request), seed: 4 });
  });

  it('[S76] a class that hushes all day is silence; one that speaks always is the naive shop', () => {
    const hush = simulateDay({ seed: 1, people: 200, votes: {} });
    expect(outcomes(hush, 'class').map(({ purse, heart, reached }) => [purse, heart, reached])).to.deep.equal(
      DAY_CARD_IDS.map(() => [0, 1, 0]),
    );
    const votes = Object.fromEntries(DAY_CARD_IDS.map((card) => [card, 'speak'])) as Record<string, 'speak'>;
    const speak = simulateDay({ seed: 1, people: 200, votes });
    const bare = (shop: DayShopName): unknown => outcomes(speak, shop).map((outcome) => ({ ...outcome, shop: '' }));
    expect(bare('class')).to.deep.equal(bare('naive'));
  });

  it('[S77] hearts crack at the cemetery and nowhere in a world where nobody minds; what tactful knows stays with her', () => {
    const [cemetery] = outcomes(ESSAYS, 'blast').slice(5);
    expect((cemetery?.resented ?? 0) / (cemetery?.reached ?? 1)).to.be.closeTo(0.6, 0.12);
    expect(last(ESSAYS, 'tactful').heart).to.be.above(last(ESSAYS, 'blast').heart);
    expect(last(ESSAYS, 'tactful').jar).to.equal(last(ESSAYS, 'silence').jar);
    expect(last(ESSAYS, 'naive').jar).to.be.above(4 * last(ESSAYS, 'tactful').jar);
    const careless = simulateDay({ seed: 1, people: 300, world: 'nullAnnoyance' });
    for (const { outcomes: all } of careless.moments)
      for (const { heart, left, resented } of all) expect([heart, left, resented]).to.deep.equal([1, 0, 0]);
    expect(last(careless, 'blast').purse).to.be.above(last(careless, 'tactful').purse);
  });

  it('[S77] votes at cards become a policy for half a year; where nobody voted it hushes', () => {
    expect(votesOfDay({ train: 'speak', tellMe: 'speak' })).to.deep.equal({
      commute: 'speak',
      browsing: 'hush',
      checkout: 'hush',
      service: 'hush',
      quiet: 'hush',
      evening: 'hush',
      sofa: 'hush',
    });
  });
});
