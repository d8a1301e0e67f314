import { expect } from 'chai';
import { clicked, decideOn, HOSE, logOf, type Told } from '../../test/garden-shop.js';
import { dataNeeds, type DataNeed } from './data-need.js';
import type { DecisionTrace } from './decision.js';
import { defaultPurposes } from './purpose.js';

const purposes = defaultPurposes();
const LOOKS: readonly Told[] = [0, 1, 2].flatMap((n) => clicked(HOSE, n * 60_000));
const needs = (told: readonly Told[], traces: readonly DecisionTrace[]): readonly DataNeed[] =>
  dataNeeds(logOf(told), { purposes, traces });
const verdicts = (told: readonly Told[], traces: readonly DecisionTrace[]): readonly string[] =>
  needs(told, traces).map(({ signal, verdict }) => `${signal} ${verdict}`);

describe('K5: flashlight', () => {
  it('[P80] a signal that moved no decision is reported as not needed', () => {
    const told: readonly Told[] = [...LOOKS, { name: 'feedback_given', at: 200_000, params: { score: 4 } }];
    expect(verdicts(told, [decideOn(logOf(told), { at: 300_000 })])).to.deep.equal([
      'views used',
      'relation not_needed',
    ]);
  });

  it('[P80] before anything was decided nobody can say', () => {
    expect(verdicts(LOOKS, [])).to.deep.equal(['views untried']);
  });

  it('[P80] the row that a silence names was used by it', () => {
    const told: readonly Told[] = [{ name: 'mode_set', params: { mode: 'paused' } }];
    expect(verdicts(told, [decideOn(logOf(told), { at: 1000 })])).to.deep.equal(['statements used']);
  });

  it('[P80] a line counts its rows and decisions and names the latest', () => {
    const early = decideOn(logOf(LOOKS), { at: 300_000 });
    const late = decideOn(logOf(LOOKS), { at: 400_000 });
    const [views] = needs(LOOKS, [late, early]);
    expect(views).to.deep.include({ rows: 6, decisions: 2, last: { id: 'd1', at: late.decision.at } });
  });

  it('[P80] what is not held has no line', () => {
    expect(needs([], [])).to.deep.equal([]);
  });
});
