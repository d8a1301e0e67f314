import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_CARD_IDS } from '@tactful/simulator';
import { LANGUAGES } from '../language.js';
import { VOTES } from './ballot.js';
import { dayQuery, langIn, readDay, readSeed } from './day-address.js';
import { DAY_PLACES, DAY_WORLDS, LARGEST_SEED, MORNING, SHOPPER_COUNTS, type DayState } from './day-state.js';

const ballot = fc.array(fc.constantFrom(...VOTES), { minLength: 1, maxLength: 99 });
const states: fc.Arbitrary<DayState> = fc.record({
  seed: fc.integer({ min: 1, max: LARGEST_SEED }),
  world: fc.constantFrom(...DAY_WORLDS),
  at: fc.constantFrom(...DAY_PLACES),
  ballots: fc.dictionary(fc.constantFrom(...DAY_CARD_IDS), ballot).map((ballots) => ({ ...ballots })),
  open: fc.subarray([...DAY_CARD_IDS]),
  shoppers: fc.constantFrom(...SHOPPER_COUNTS),
});

describe('[G51] the address of a day', () => {
  it('[G51] reads back as the day that it was made of', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...LANGUAGES), (state, lang) => {
        expect(readDay(dayQuery(state, lang))).to.deep.equal(state);
        expect(langIn(dayQuery(state, lang))).to.equal(lang);
      }),
    );
  });

  it('[G51] links that were given out go on working', () => {
    expect(dayQuery(MORNING)).to.equal('v=1&seed=1');
    const link =
      'v=1&seed=7&card=cemetery&open=train,door&train=h9s2&door=s1p1&world=nobody-minds&shoppers=200&lang=nl';
    const state = readDay(link);
    expect(state).to.deep.include({
      seed: 7,
      at: 'cemetery',
      open: ['train', 'door'],
      world: 'nullAnnoyance',
      shoppers: 200,
    });
    expect(state.ballots.train).to.have.length(11);
    expect(state.ballots.door).to.deep.equal(['speak', 'pass']);
    expect(dayQuery(state, 'nl')).to.equal(link);
    expect(SHOPPER_COUNTS.map((count) => readDay(`v=1&shoppers=${String(count)}`).shoppers)).to.deep.equal([
      50, 200, 1000,
    ]);
    expect(readDay('v=1&open=all').open).to.deep.equal(DAY_CARD_IDS);
  });

  it('[G51] drops what it does not know, and never throws', () => {
    for (const query of [
      '',
      'v=2&seed=7',
      'seed=7',
      'v=1',
      'v=1&seed=0&card=moon&open=x&train=s&door=-1&world=mars&shoppers=3',
    ])
      expect(readDay(query), query).to.deep.equal(MORNING);
    expect(readDay('v=1&train=s99s99').ballots.train).to.have.length(99);
    expect(readDay('v=1&train=s0').ballots).to.deep.equal({});
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(readDay(query).seed).to.be.within(1, LARGEST_SEED);
      }),
    );
  });

  it('[G51] a seed is a whole number from 1 to 999,999', () => {
    expect([readSeed('1'), readSeed(' 42 '), readSeed('999999')]).to.deep.equal([1, 42, 999_999]);
    for (const text of [null, '', '0', '-1', '1.5', '1e3', '1000000', 'x'])
      expect(readSeed(text), String(text)).to.equal(undefined);
  });
});
