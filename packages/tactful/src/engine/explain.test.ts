import { expect } from 'chai';
import { decideOn, FOND, inputOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { recallOf } from '../../test/recall-of.js';
import { HOUR_MS } from './clock.js';
import { silentTrace } from './decide.js';
import { explainDecision, type ExplainDecision } from './explain.js';
import { secondLook } from './second-look.js';
import type { Explanation } from './word-account.js';

const QUIET: Told = { name: 'quiet_set', params: { until: NOW.at + 4 * HOUR_MS } };
const NEVER: Told = { name: 'never_stated', at: -1, params: { category: 'paint' } };

function explained(told: readonly Told[], more: Partial<ExplainDecision> = {}, forgotten = 0): Explanation {
  const log = logOf(told);
  const recall = recallOf(log.slice(forgotten));
  return explainDecision(decideOn(log), {
    level: 'shopper',
    lang: 'en',
    log: new Map(log.map((row) => [row.id, row])),
    catalog: recall.shop.catalog,
    recall,
    format: {
      moment: (at) => `${String((at - NOW.at) / HOUR_MS)} h`,
      amount: String,
      category: (path) => path,
      offer: (id) => `the ${id}`,
    },
    ...more,
  });
}
const instead = (explanation: Explanation): readonly string[] => explanation.instead.map(({ text }) => text);

describe('explanation of a decision', () => {
  it('[D104] tells what would have made the difference, once it was asked to decide again', () => {
    expect(instead(explained([...FOND, QUIET]))).to.deep.equal([]);
    expect(instead(explained([...FOND, QUIET], { again: true }))).to.deep.equal([
      'After 4 h you would have seen “the hose”.',
      'If you end the quiet time, you would have seen “the hose”.',
    ]);
    expect(instead(explained([...FOND, QUIET], { again: true, lang: 'nl-BE' }))[0]).to.equal(
      'Na 4 h had je “the hose” gezien.',
    );
  });

  it('[D104] claims nothing where the second decision is not the first', () => {
    const { compared, instead: found, reasons } = explained(FOND, { again: true }, 5);
    expect([compared, found, reasons.length]).to.deep.equal(['differs', [], 1]);
    expect(explained(FOND, { again: true }).compared).to.equal('same');
    expect(explained(FOND).compared).to.equal(undefined);
  });

  it('[D104] a silence that no rule gave is not blamed on anybody', () => {
    const recall = recallOf([]);
    const late = silentTrace(inputOf([]), 'DEADLINE');
    expect(secondLook(late, { recall })).to.deep.equal({ compared: 'outside', instead: [] });
  });

  it('[D105] says of any offer why it was not the one, with its sum where it has one', () => {
    const about = (offerId: string, lang = 'en'): Explanation['verdict'] =>
      explained([...FOND, NEVER], { again: true, offerId, lang }).verdict;
    expect(about('paint')).to.include({
      verdict: 'NEVER_LIST',
      text: 'the paint: This is on the list of things not to show you.',
    });
    expect(about('paint', 'nl')?.text).to.equal('the paint: Dit staat op de lijst van wat je niet te zien krijgt.');
    expect(about('sprinkler')?.sum?.text).to.match(/^the sprinkler: .* = /);
    expect(about('hose')).to.include({ verdict: 'CHOSEN', text: 'the hose: Chosen.' });
    expect(about('nothing')).to.equal(undefined);
  });
});
