import { expect } from 'chai';
import { foldOf, logOf, type Told } from '../../test/garden-shop.js';
import { goalReader, goalStated } from './goal-fit.js';

const told = (...goals: readonly string[]): readonly Told[] =>
  goals.map((goal, at) => ({ name: 'goal_stated', at, params: { goal } }));
const fit = (goals: readonly string[], helps?: readonly string[]): number =>
  goalReader(foldOf(logOf(told(...goals))))(helps);

describe('R15: the goal of the shopper', () => {
  it('[D57] R15: their latest goal counts whole, the one before a half, and so on', () => {
    const goals = ['least work', 'ready by Saturday', 'cheapest per use'];
    expect(
      [['cheapest per use'], ['ready by Saturday'], ['least work']].map((helps) => fit(goals, helps)),
    ).to.deep.equal([1, 1 / 2, 1 / 3]);
    expect(fit(goals, ['least work', 'ready by Saturday'])).to.equal(1 / 2);
  });

  it('[D57] R15: words are compared whole, without regard to capitals and margins', () => {
    expect(fit([' Least Work '], ['least work'])).to.equal(1);
    expect(fit(['least work'], ['work'])).to.equal(0);
  });

  it('[D57] R15: who stated none, and what helps with none, fit nothing', () => {
    expect([fit([], ['least work']), fit(['least work']), fit(['least work'], [])]).to.deep.equal([0, 0, 0]);
  });

  it('[D57] R15: the row that stated it can be named', () => {
    const folded = foldOf(logOf(told('least work', 'cheapest')));
    expect(goalStated(folded, ['least work', 'Cheapest'])).to.equal('a:2');
    expect(goalStated(folded, ['least work'])).to.equal('a:1');
    expect([goalStated(folded, ['green']), goalStated(folded, undefined)]).to.deep.equal([undefined, undefined]);
  });
});
