import { expect } from 'chai';
import { decideOn, FOND, logOf, type Told } from '../../test/garden-shop.js';
import { ACCOUNT_WORDS_EN } from './account-words-en.js';
import { ACCOUNT_WORDS_NL } from './account-words-nl.js';
import { sigmoid } from './dmath.js';
import { DEFAULT_MODEL } from './policy.js';
import { wordSum, type SumText } from './word-sums.js';

const how = {
  words: ACCOUNT_WORDS_EN,
  title: (id: string) => id.toUpperCase(),
  intercept: DEFAULT_MODEL.logit.intercept,
};
const sums = (told: readonly Told[], more: object = {}): readonly SumText[] =>
  decideOn(logOf(told)).shortlist.map((candidate) => wordSum(candidate, { ...how, ...more }));
const BY_HAND = {
  offerId: 'hose',
  utility: 3,
  contributions: [
    { term: 'business', value: 8.5 },
    { term: 'harm', value: -5.5 },
  ],
  features: [
    { feature: 'affinity', value: 1, logit: 0.75 },
    { feature: 'due', value: 1, logit: 0.75 },
    { feature: 'support', value: 1, logit: -0.5 },
  ],
} as const;

describe('sums in words', () => {
  it('[D100] the formula with its numbers filled in, in both languages', () => {
    expect(wordSum(BY_HAND, how).text).to.equal('HOSE: 8.50 gain of the shop − 5.50 risk of annoying = 3.00');
    expect(wordSum(BY_HAND, { ...how, words: ACCOUNT_WORDS_NL }).text).to.equal(
      'HOSE: 8,50 winst van de winkel − 5,50 kans op ergernis = 3,00',
    );
    expect(wordSum({ ...BY_HAND, offerId: null, contributions: [] }, how).text).to.match(/^silence: /);
  });

  it('[D100] the terms of every candidate sum to its utility exactly', () => {
    const all = sums(FOND);
    expect(all.map(({ offerId }) => offerId)).to.include.members([null, 'hose', 'sprinkler']);
    for (const { terms, total } of all) expect(terms.reduce((sum, { value }) => sum + value, 0)).to.equal(total);
  });

  it('[D101] the inputs share what speaking adds: from -2.5 to -1, .1930832413, and support counts unasked', () => {
    const { features, chance } = wordSum(BY_HAND, { ...how, intercept: -2 });
    expect(features.map(({ feature }) => feature)).to.deep.equal(['affinity', 'due']);
    expect(features.reduce((sum, { share }) => sum + share, 0)).to.be.closeTo(0.1930832413, 5e-11);
    expect(chance).to.contain('7.59 % unasked, 26.89 %');
    expect(100 * sigmoid(-1)).to.be.closeTo(26.89, 0.01);
  });

  it('[D101] without the log-odds that it began with there are no shares; silence has none', () => {
    expect(wordSum(BY_HAND, { ...how, intercept: undefined }).features).to.deep.equal([]);
    expect(sums(FOND).find(({ offerId }) => offerId === null))
      .to.include.keys('terms')
      .and.not.keys('chance');
  });
});
