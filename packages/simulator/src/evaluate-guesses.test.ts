import { expect } from 'chai';
import { DAY_MS, type Item, type NeedPurchase } from 'tactful/engine';
import { evaluateGaps } from './evaluate-gaps.js';
import { evaluateGuesses, hitOf, recallOf, reciprocalRankOf } from './evaluate-guesses.js';
import type { GuessTask, KnownPerson } from './evaluate-people.js';
import { compareRivals, type Measured } from './evaluate-rivals.js';
import { predictGaps } from './predict-gaps.js';
import { needGuesses } from './predict-needs.js';
import { rivalGuesses } from './predict-rivals.js';
import { fitShapes } from './predict-shapes.js';

const item = (id: string): Item => ({
  id,
  name: undefined,
  brand: undefined,
  prefixes: [],
  price: undefined,
  quantity: 1,
});
const valuesOf = ({ id }: Item): readonly string[] => (id === undefined ? [] : [id]);
const bought = (day: number, values: string): NeedPurchase => ({
  id: String(day),
  at: day * DAY_MS,
  offset: 0,
  items: values.split(' ').map(item),
});
const person = (id: string, ...days: readonly (readonly [day: number, values: string])[]): KnownPerson => ({
  id,
  day: 100,
  history: days.map(([day, values]) => bought(day, values)),
});

const PEOPLE = [
  person('often', [1, 'a b'], [2, 'a'], [3, 'c']),
  person('plain', [1, 'p'], [2, 'p b'], [3, 'p']),
  person('other', [1, 'p b'], [2, 'b']),
];

/** A guess that nobody can make: it reads the target. */
const peek = ({ targets }: GuessTask): ReadonlyMap<string, readonly string[]> =>
  new Map([...targets].map(([id, target]) => [id, [...target]]));

describe('guesses', () => {
  it('[S33] a hit is any, the rank counts the first, recall is a share of what came', () => {
    const target = new Set(['b', 'c', 'x', 'y']);
    expect([hitOf, reciprocalRankOf, recallOf].map((of) => of(['a', 'b', 'c'], target))).to.deep.equal([1, 0.5, 0.5]);
    expect([hitOf, reciprocalRankOf, recallOf].map((of) => of(['a'], target))).to.deep.equal([0, 0, 0]);
  });

  it('[S30] rivals are popularity, the last seen and the most frequent, filled with what is popular', () => {
    const guessed = (id: string): Readonly<Record<string, readonly string[] | undefined>> =>
      Object.fromEntries(
        rivalGuesses({ people: PEOPLE, valuesOf }, 3).map(({ name, guesses }) => [name, guesses.get(id)]),
      );
    // b and p on four days each, a on two, c on one.
    expect(guessed('often')).to.deep.equal({
      popularity: ['b', 'p', 'a'],
      'last seen': ['c', 'a', 'b'],
      'personal frequency': ['a', 'b', 'c'],
    });
    expect(guessed('other')).to.deep.equal({
      popularity: ['b', 'p', 'a'],
      'last seen': ['b', 'p', 'a'],
      'personal frequency': ['b', 'p', 'a'],
    });
  });

  it('[S26] other targets change no guess of ours and none of a rival', () => {
    const task = (target: string): GuessTask => ({
      people: PEOPLE,
      valuesOf,
      targets: new Map(PEOPLE.map(({ id }) => [id, new Set([target])])),
    });
    const guessed = ({ people }: GuessTask) => ({
      ours: needGuesses({ people, valuesOf }, 3),
      rivals: rivalGuesses({ people, valuesOf }, 3),
    });
    expect(guessed(task('z'))).to.deep.equal(guessed(task('a')));
    const hits = (target: string) => evaluateGuesses(task(target), { most: 3, figures: { 'hit@3': hitOf } }).rows;
    expect(hits('z').map((row) => row['hit@3'])).to.deep.equal([0, 0, 0, 0]);
    expect(hits('b').map((row) => row['hit@3'])).to.deep.equal([1, 1, 1, 1]);
  });

  it('[S26] planted fault: a rival that reads the targets wins, and the bar is missed', () => {
    const people = Array.from({ length: 30 }, (_, index) => person(String(index), [1, 'a'], [2, 'b']));
    const task: GuessTask = {
      people,
      valuesOf,
      targets: new Map(people.map(({ id }, index) => [id, new Set([index % 2 === 0 ? 'z' : 'a'])])),
    };
    const measured = (name: string, guesses: ReadonlyMap<string, readonly string[]>): Measured => ({
      name,
      figures: { hit: [...task.targets].map(([id, target]) => hitOf(guesses.get(id) ?? [], target)) },
    });
    const ours = measured('ours', needGuesses({ people, valuesOf }, 2));
    const { bars } = compareRivals(
      [ours, measured('peeking', peek(task))],
      [{ name: 'hit', better: 'higher', unit: 'percent' }],
    );
    expect(bars.map(({ met }) => met)).to.deep.equal([false]);
    expect(bars[0]?.words).to.match(/^hit: worse than peeking, the best rival here: -50\.0 points \[-/);
  });

  it('[S33] a bar is missed only when the whole interval lies on the wrong side; the best rival is named', () => {
    const measured = (name: string, days: readonly number[]): Measured => ({ name, figures: { MAE: days } });
    const kind = { name: 'MAE', better: 'lower', unit: 'days' } as const;
    const verdict = (...rivals: readonly [Measured, ...Measured[]]) =>
      compareRivals([measured('ours', [4, 6, 4, 6]), ...rivals], [kind]).bars.map(({ met, words }) => [met, words]);
    expect(verdict(measured('bad', [9, 9, 9, 9]), measured('good', [5, 5, 5, 5]))).to.deep.equal([
      [true, 'MAE: not worse than good, the best rival here: 0.0 days [-1.0, +1.0]'],
    ]);
    expect(verdict(measured('bad', [5, 7, 5, 7]))).to.deep.equal([
      [true, 'MAE: better than bad, the best rival here: -1.0 days [-1.0, -1.0]'],
    ]);
    expect(verdict(measured('good', [3, 5, 3, 5]))).to.deep.equal([
      [false, 'MAE: worse than good, the best rival here: +1.0 days [+1.0, +1.0]'],
    ]);
  });

  it('[S31] rates are shares of purchase days, and what few buy often has a low shape', () => {
    // Of 100 people with ten days each: everybody buys bread on five of them, ten buy nappies on all.
    const shapes = fitShapes({
      days: Array.from({ length: 100 }, () => 10),
      bought: new Map([
        ['bread', Array.from({ length: 100 }, () => ({ times: 5, days: 10 }))],
        ['nappies', Array.from({ length: 10 }, () => ({ times: 10, days: 10 }))],
      ]),
    });
    expect(shapes.get('bread')?.usual).to.equal(0.5);
    expect(shapes.get('nappies')?.usual).to.equal(0.1);
    expect(shapes.get('nappies')?.shape).to.be.below(0.2);
    expect(shapes.get('bread')?.shape).to.be.above(1);
  });

  it('[S31] the season of a day comes from before it: what others bought on or after that day is not known', () => {
    const crowd = (day: number): readonly KnownPerson[] =>
      Array.from({ length: 20 }, (_, index) =>
        person(`${String(day)} ${String(index)}`, [day, index < 12 ? 'ice' : 'tea']),
      );
    const newcomer: KnownPerson = { id: 'new', day: 50, history: [] };
    const first = (others: readonly KnownPerson[]): string | undefined =>
      needGuesses(
        {
          people: [newcomer, ...others, person('tea', [1, 'tea'], [2, 'tea'], [3, 'tea'], [4, 'tea'], [5, 'tea'])],
          valuesOf,
        },
        1,
      ).get('new')?.[0];
    expect(first(crowd(49))).to.equal('ice');
    expect(first(crowd(50))).to.equal('tea');
  });

  it('[S29] the next gap is the median of the predictive, beside rivals that fall back on the typical one', () => {
    const gaps = new Map<string, readonly number[]>([
      ['none', []],
      ['weekly', [7, 7, 7, 7]],
      ['slow', [30, 50, 34]],
    ]);
    const predicted = (id: string) =>
      Object.fromEntries(predictGaps(gaps).map(({ name, predicted: by }) => [name, by.get(id)]));
    // The medians are 7 and 34, so the typical gap is 20.5; that is also the median of the prior.
    expect(predicted('none')['tactful']).to.be.closeTo(20.5, 1e-10);
    expect(predicted('slow')).to.deep.include({
      'population median': 20.5,
      'own last gap': 34,
      'own mean gap': 38,
      'own median gap': 34,
    });
    expect(predicted('none')).to.deep.include({ 'own last gap': 20.5, 'own mean gap': 20.5, 'own median gap': 20.5 });
    expect(predicted('weekly')['tactful']).to.be.within(7, 12);
    const { rows } = evaluateGaps({ gaps, targets: new Map([...gaps.keys()].map((id) => [id, 20.5])) });
    expect(rows.find(({ name }) => name === 'population median')?.['MAE']).to.equal(0);
    expect(() => predictGaps(new Map([['none', []]]))).to.throw('no gap in any history');
  });
});
