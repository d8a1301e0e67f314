import { expect } from 'chai';
import fc from 'fast-check';
import { shopCatalog } from './conclude.js';
import type { Card } from './read-cards.js';
import { decisiveNotes, readTheWall, sayingOf, type WallReading } from './read-wall.js';
import type { Step } from './step.js';
import { openWall, stepsOf, type WallState } from './wall-state.js';
import { WALKS, type WalkName } from './walks.js';

const wall = (walk: WalkName, gone: readonly number[] = []): WallReading =>
  readTheWall({ ...openWall(walk), gone }, 'en');

const own = (...steps: readonly Step[]): WallState => ({ ...openWall('own'), own: steps, hung: true });

const cardsOf = ({ cards }: WallReading): Readonly<Record<string, Card>> =>
  Object.fromEntries(cards.map((card) => [card.name, card]));

const step = (deed: Step['deed'], at: number, ...about: readonly string[]): Step => ({ deed, at, about });

describe('[G32] the prepared shoppers', () => {
  it('pass the gate with every click', () => {
    for (const walk of WALKS) {
      const { notes } = wall(walk);
      expect(notes.map(({ refused }) => refused).filter(Boolean), walk).to.deep.equal([]);
      expect(
        notes.filter(({ rows }) => rows.length === 0),
        walk,
      ).to.deep.equal([]);
      expect(
        stepsOf(openWall(walk)).map(({ at }) => at),
        walk,
      ).to.deep.equal(notes.map(({ step }) => step.at));
    }
  });

  it('the gardener: one wrong click carries tomorrow’s offer; without it the garden does', () => {
    const whole = wall('gardener');
    expect(sayingOf(whole.left)).to.equal('suggest-laser-level');
    expect(decisiveNotes(openWall('gardener'), 'en')).to.deep.equal([5]);
    const without = wall('gardener', [5]);
    expect(sayingOf(without.left)).to.equal('suggest-watering-timer');
    const { 'affinity-category-garden': garden, 'affinity-category-tools': tools } = cardsOf(without);
    expect(garden?.fate).to.equal('stronger');
    expect(garden?.notes).to.deep.equal([1, 2, 3, 4, 6, 7]);
    expect(tools?.fate).to.equal('fell');
    expect(tools?.lost).to.deep.equal([5]);
  });

  it('the gift: nothing is learned, and nothing said, unless the word gift is taken away', () => {
    const whole = wall('gift');
    const left = cardsOf(whole)['affinity-unlearned-gift'];
    expect(left?.row.kind).to.equal('withheld');
    expect(left?.row.because).to.equal('gift');
    expect(left?.notes).to.deep.equal([1, 2, 3, 4, 5]);
    expect(whole.cards.filter(({ row }) => row.kind === 'conclusion' && row.rule === 'affinity')).to.deep.equal([]);
    expect(sayingOf(whole.left)).to.equal('NOTHING_FITS');
    const without = wall('gift', [6]);
    expect(cardsOf(without)['affinity-category-lighting']?.fate).to.equal('new');
    expect(sayingOf(without.left)).to.equal('suggest-pendant-lamp');
  });

  it('the medicine shelf: what is nobody’s business is left alone, and named nowhere', () => {
    const reading = wall('medicine');
    const left = cardsOf(reading)['affinity-unlearned-sensitive'];
    expect(left?.row.because).to.equal('sensitive');
    expect(left?.notes).to.deep.equal([3, 4, 5, 7]);
    expect(JSON.stringify([reading.whole.profile, reading.whole.tomorrow.grounds])).not.to.match(/health|medicine/);
    expect(sayingOf(reading.left)).to.match(/paint/);
  });

  it('says one thing, does another: the conflict hangs there, and what was said is obeyed', () => {
    const reading = wall('conflict');
    expect(cardsOf(reading)['conflict-category-garden']?.notes).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(sayingOf(reading.left)).to.equal('NOTHING_FITS');
    const said = sayingOf(wall('conflict', [1]).left);
    expect(shopCatalog.offers.find(({ offer }) => offer.id === said)?.prefixes[0], said).to.equal('garden');
    expect(cardsOf(wall('conflict', [1]))['conflict-category-garden']?.fate).to.equal('fell');
  });
});

describe('[G33] a note in the bin', () => {
  it('leaves what there would be had the click never happened, whichever notes go', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WALKS).chain((walk) =>
          fc.record({
            walk: fc.constant(walk),
            gone: fc.uniqueArray(fc.integer({ min: 1, max: stepsOf(openWall(walk)).length }), { minLength: 1 }),
          }),
        ),
        ({ walk, gone }) => {
          const reading = wall(walk, gone);
          expect(reading.receipt?.proven).to.equal(true);
          const ids = reading.notes
            .flatMap(({ number, rows }) => (gone.includes(number) ? rows : []))
            .map(({ id }) => id);
          const resting = reading.left.profile.flatMap(({ evidence }) => evidence);
          expect(resting.filter((id) => ids.includes(id))).to.deep.equal([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells on a receipt what fell, what grew weaker and what came instead', () => {
    expect(wall('gardener').receipt).to.equal(undefined);
    const receipt = wall('gardener', [1]).receipt;
    expect(receipt?.removed.map(({ number }) => number)).to.deep.equal([1]);
    expect(receipt?.rows).to.equal(2);
    expect(receipt?.weaker.map(({ name }) => name)).to.include('affinity-category-garden-watering');
    expect(wall('gift', [6]).receipt?.fell.map(({ name }) => name)).to.deep.equal(['affinity-unlearned-gift']);
  });

  it('hangs every card on notes that hang on the wall', () => {
    for (const walk of WALKS)
      for (const more of [false, true]) {
        const { cards, hidden } = readTheWall({ ...openWall(walk), gone: [2], more }, 'en');
        for (const { notes, fate, name } of cards) {
          expect(notes, `${walk} ${name}`).not.to.include(2);
          expect(notes.length === 0, `${walk} ${name}`).to.equal(fate === 'fell');
        }
        expect(new Set(cards.map(({ name }) => name)).size).to.equal(cards.length);
        if (more) expect(hidden).to.equal(0);
        else expect(cards.length).to.be.at.most(12);
      }
  });
});

describe('[G36] one’s own clicks', () => {
  it('that are none conclude nothing, and nothing is said', () => {
    const { cards, left } = readTheWall(own(), 'en');
    expect(cards).to.deep.equal([]);
    expect(left.tomorrow.decision.offers).to.deep.equal([]);
  });

  it('that tell who somebody is are kept out at the gate, and their note is tied to nothing', () => {
    const reading = readTheWall(own(step('search', 3, 'anna@example.org'), step('look', 9, 'hose-20m')), 'en');
    expect(reading.notes[0]?.refused).to.equal('personal-data');
    expect(reading.notes[0]?.rows).to.deep.equal([]);
    expect(reading.cards.filter(({ notes }) => notes.includes(1))).to.deep.equal([]);
  });

  it('give the same wall in both languages', () => {
    const state = own(step('look', 1, 'hose-20m'), step('save', 5, 'secateurs'), step('less', 9, 'paint/wall'));
    const names = (lang: 'en' | 'nl'): readonly string[] => readTheWall(state, lang).cards.map(({ name }) => name);
    expect(names('nl')).to.deep.equal(names('en'));
  });
});
