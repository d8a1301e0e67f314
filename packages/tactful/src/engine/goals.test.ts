import { expect } from 'chai';
import { foldOf, logOf, type Told } from '../../test/garden-shop.js';
import { goalsOf } from './goals.js';

const goal = (words: string | null, at: number): Told => ({ name: 'goal_stated', at, params: { goal: words } });
const goals = (...told: readonly Told[]): readonly string[] => goalsOf(foldOf(logOf(told))).map(({ value }) => value);

describe('R15: value selling', () => {
  it('[P53] R15: goals are the words of the shopper, the latest first', () => {
    expect(goals(goal('cheapest per use', 0), goal('ready by Saturday', 1))).to.deep.equal([
      'ready by Saturday',
      'cheapest per use',
    ]);
    expect(goals(goal('least work', 0), goal('cheapest', 1), goal('least work', 2))).to.deep.equal([
      'least work',
      'cheapest',
    ]);
  });

  it('[P53] R15: saying none withdraws them, forgetting one withdraws that one', () => {
    expect(goals(goal('cheapest', 0), goal(null, 1))).to.deep.equal([]);
    expect(goals(goal('cheapest', 0), goal('', 1), goal('least work', 2))).to.deep.equal(['least work']);
    expect(goals(goal('cheapest', 0))).to.deep.equal(['cheapest']);
  });

  it('[P53] R15: nothing that was done states a goal', () => {
    expect(goals({ name: 'search', params: { search_term: 'cheapest' } })).to.deep.equal([]);
  });
});
