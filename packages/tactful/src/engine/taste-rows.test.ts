import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, outcome, decideOn, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Event } from './event.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import type { ProfileRow } from './profile-row.js';
import { profileView } from './profile.js';
import { readStatement } from './statement.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);

function profileOf(log: readonly Event[], after = 0): readonly ProfileRow[] {
  const now = { ...NOW, at: NOW.at + after };
  return profileView({ folded: foldOf(log), catalog, model: DEFAULT_MODEL, policy: DEFAULT_POLICY, now }).profile;
}
const rowsOf = (rule: ProfileRow['rule'], profile: readonly ProfileRow[]): readonly ProfileRow[] =>
  profile.filter((row) => row.rule === rule);

const said = (level: number, at = 0): Told => ({
  name: 'preference_stated',
  at,
  params: { facet: 'category', value: 'garden', level },
});
/** Bought again and again, each in a visit of its own. */
const bought = (times: number, until = -DAY_MS): readonly Told[] =>
  Array.from({ length: times }, (_, n): Told => ({
    name: 'purchase',
    at: until - (times - n) * 3_600_000,
    params: { items: [{ ...HOSE, price: 2 * 2245 }] },
  }));

describe('the profile of taste', () => {
  it('[P66] a conclusion says how far it may be off: a ratio to everybody, with a central 80 % interval', () => {
    const [row] = rowsOf('affinity', profileOf(logOf(bought(1, 3_600_000)))).filter(({ value }) => value === 'garden');
    const spread = Math.sqrt(1 / (1 + 8 / 3) - 1 / 9);
    expect(row?.estimate?.value).to.be.closeTo(11 / 9, 1e-14);
    expect(row?.estimate?.low).to.be.closeTo((11 / 9) * Math.exp(-1.2815515655446004 * spread), 1e-14);
    expect(row?.estimate?.high).to.be.closeTo((11 / 9) * Math.exp(1.2815515655446004 * spread), 1e-14);
    expect(row?.estimate).to.include({ unit: 'ratio', elicited: true });
  });

  it('[P73] prices are told once they are more evidence than prior, with four fifths of them in the interval', () => {
    expect(rowsOf('price', profileOf(logOf(bought(3))))).to.deep.equal([]);
    const [row, ...more] = rowsOf('price', profileOf(logOf(bought(12, 12 * 3_600_000)), 12 * 3_600_000));
    expect(more).to.deep.equal([]);
    const [mean, variance] = [(12 * Math.LN2) / 16, (4 * 0.0625) / 16];
    expect(row).to.include({ id: 'price price garden', kind: 'conclusion' });
    expect(row?.weight).to.be.closeTo(12, 0.05);
    expect(row?.estimate?.value).to.be.closeTo(Math.exp(mean), 0.005);
    expect(row?.estimate?.high).to.be.closeTo(Math.exp(mean + 1.2816 * Math.sqrt(variance)), 0.005);
    expect(row?.corrections).to.deep.equal([{ do: 'forget', ids: row?.evidence }]);
    expect(row?.evidence).to.have.length(12);
  });

  it('[P70] story K1: what I say and what I do stand side by side, and what I say counts until I answer otherwise', () => {
    const log = logOf([...bought(24), said(-1)]);
    const profile = profileOf(log);
    const [stated] = rowsOf('stated', profile);
    const [conflict, ...more] = rowsOf('conflict', profile);
    expect(stated).to.include({ value: 'garden', level: -1, provenance: 'declared' });
    expect(more).to.deep.equal([]);
    expect(conflict).to.include({ facet: 'category', value: 'garden', kind: 'conclusion' });
    expect(conflict?.sides?.says).to.equal(0);
    expect(conflict?.sides?.does).to.equal(conflict?.level);
    expect(conflict?.sides?.does).to.be.above(0.8);
    expect(conflict?.sides?.apart).to.be.within(0.05, 1);
    expect(conflict?.estimate?.value).to.be.above(2);
    expect(conflict?.evidence).to.include.members(['a:1', 'a:25']);
    // it is shown, and resolved by nobody else: nothing of the garden is offered
    expect(outcome(decideOn(log, { at: 1 })))
      .to.not.contain('hose')
      .and.to.not.contain('sprinkler');

    const [mine, doings] = conflict?.corrections ?? [];
    const answer = (given: typeof mine): readonly Event[] => {
      const row = given?.do === 'declare' ? readStatement(given.statement) : undefined;
      return logOf([...bought(24), said(-1), ...(row ? [{ ...row, at: 1 } as Told] : [])]);
    };
    expect(rowsOf('stated', profileOf(answer(mine), 2))[0]).to.include({ level: -1 });
    expect(rowsOf('stated', profileOf(answer(doings), 2))).to.deep.equal([]);
    expect(rowsOf('conflict', profileOf(answer(doings), 2))).to.deep.equal([]);
  });

  it('[P70] story K1: who says more is believed although they never looked', () => {
    const said2: Told = { name: 'preference_stated', params: { facet: 'category', value: 'tools', level: 2 } };
    const [row] = rowsOf('conflict', profileOf(logOf([...bought(24), said2]))).filter(({ value }) => value === 'tools');
    expect(row?.estimate?.value).to.be.below(-2);
    expect(row?.corrections.map((action) => action.do === 'declare' && action.statement)).to.deep.equal([
      { kind: 'preference', facet: 'category', value: 'tools', level: 2 },
      { kind: 'preference', facet: 'category', value: 'tools', level: 0 },
    ]);
  });

  it('[P74] story K3: ratings, free text and signals from elsewhere are told with their source, and teach nothing', () => {
    const [rating, words, signal] = logOf([
      { name: 'feedback_given', params: { item_id: 'hose-25', score: 4 } },
      { name: 'feedback_given', at: 1, params: { text: 'The tap drips', offer_id: 'hose' } },
      { name: 'signal_imported', at: 2, origin: 'imported', params: { signal: 'newsletter reader', value: 1 } },
    ]);
    const log = [rating, words, signal && { ...signal, source: 'Loyalty card' }].flatMap((row) => (row ? [row] : []));
    const brief = profileOf(log, 3)
      .filter(({ rule }) => rule === 'feedback' || rule === 'signal')
      .map(({ rule, value, estimate, source, provenance, kind }) =>
        [rule, kind, value, estimate?.value, provenance, source].join(' | '),
      );
    expect(brief).to.deep.equal([
      'feedback | fact | hose-25 | 4 | relation | ',
      'feedback | fact | The tap drips |  | relation | ',
      'signal | fact | newsletter reader | 1 | observed | Loyalty card',
    ]);
    expect(rowsOf('affinity', profileOf(log, 3))).to.deep.equal([]);
  });

  it('[P64] a facet in two words is told as it was said', () => {
    const told: Told = { name: 'preference_stated', params: { facet: 'skin 100%', value: 'for dry days', level: 1 } };
    expect(rowsOf('stated', profileOf(logOf([told])))[0]).to.include({ facet: 'skin 100%', value: 'for dry days' });
  });

  it('[P74] the same words twice are two lines, each removable by itself', () => {
    const twice = logOf([1, 2].map((at): Told => ({ name: 'feedback_given', at, params: { text: 'Fine' } })));
    const lines = rowsOf('feedback', profileOf(twice, 3));
    expect(new Set(lines.map(({ id }) => id)).size).to.equal(2);
    expect(lines.map(({ corrections }) => corrections)).to.deep.equal([
      [{ do: 'forget', ids: ['a:1'] }],
      [{ do: 'forget', ids: ['a:2'] }],
    ]);
  });

  it('[P74] story R7: what the business knows by accident is concluded from by nothing, and told of as nothing', () => {
    const incidental = logOf([
      ...bought(24).map((told): Told => ({ ...told, origin: 'incidental' })),
      { name: 'feedback_given', origin: 'incidental', params: { score: 1 } },
    ]);
    const rules = profileOf(incidental).map(({ rule }) => rule);
    expect(rules).to.not.include.members(['affinity']);
    expect(rules.filter((rule) => ['affinity', 'price', 'feedback', 'purchase'].includes(rule))).to.deep.equal([]);
  });

  it('[P66] story K6: what was liked long ago weighs less than what is liked now, and each says by which rows', () => {
    const drilled: readonly Told[] = [0, 1].map((n): Told => ({
      name: 'purchase',
      at: -n * 3_600_000,
      params: { items: [{ item_id: 'd', item_category: 'tools' }] },
    }));
    const profile = profileOf(logOf([...bought(4, -120 * DAY_MS), ...[...drilled].reverse()]));
    const [first] = rowsOf('affinity', profile);
    const then = rowsOf('affinity', profile).find(({ value }) => value === 'garden');
    expect(first).to.include({ value: 'tools' });
    expect(first?.evidence).to.deep.equal(['a:5', 'a:6']);
    expect(first?.weight).to.be.closeTo(2, 0.01);
    expect(then?.weight).to.be.closeTo(4 / 16, 0.01);
    expect(then?.level).to.be.below(first?.level ?? NaN);
    expect(then?.evidence).to.deep.equal(['a:1', 'a:2', 'a:3', 'a:4']);
  });
});
