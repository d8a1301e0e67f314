import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { EventName } from './event-names.js';
import type { JsonObject } from './json.js';
import { DEFAULT_MODEL, DEFAULT_POLICY, type Model } from './policy.js';
import type { ProfileRow, ProfileRule } from './profile-row.js';
import { profileView } from './profile.js';
import { SHIPPED_TYPES } from './shipped-types.js';

const row = (name: EventName, params: JsonObject = {}, at = 0): Told => ({ name, params, at });
const rows = (rule: ProfileRule, told: readonly Told[], model: Model = DEFAULT_MODEL): readonly ProfileRow[] =>
  profileView({
    folded: foldOf(logOf(told)),
    catalog: compileCatalog(GARDEN_SHOP, model),
    model,
    policy: DEFAULT_POLICY,
    now: NOW,
  }).profile.filter((each) => each.rule === rule);

const weekly = (weeks: number): readonly Told[] =>
  Array.from({ length: weeks }, (_, week) => [
    row('view_item', { items: [HOSE] }, (week - weeks) * 7 * DAY_MS),
    row('purchase', { items: [HOSE] }, (week - weeks) * 7 * DAY_MS + 1),
  ]).flat();

describe('lines about the relation', () => {
  it('[P43] a plausible type is a conclusion with its plausibility, elicited, and can be corrected, withdrawn or forgotten', () => {
    const [line] = rows('relationship', weekly(40));
    expect(line).to.include({ kind: 'conclusion', facet: 'relationship', value: 'basic' });
    expect(line?.estimate).to.deep.include({ unit: 'probability', elicited: true });
    expect(line?.estimate?.value).to.be.above(0.55);
    const choices = ['basic', 'partner', 'fling', 'attentive', null].map((type) => ({
      do: 'declare' as const,
      statement: { kind: 'relationship' as const, type },
    }));
    expect(line?.corrections).to.deep.equal([...choices, { do: 'forget', ids: line?.evidence }]);
  });

  it('[P43] removing the rows of the line removes the line', () => {
    const log = weekly(3);
    const [line] = rows('relationship', log);
    expect(line?.evidence).to.have.lengthOf(6);
    const rest = log.filter((_, n) => !line?.evidence.includes(`a:${String(n + 1)}`));
    expect(rows('relationship', rest)).to.deep.equal([]);
  });

  it('[P43] with little data nothing is concluded, and with none nothing is said', () => {
    expect(rows('relationship', weekly(2))[0]).to.include({ kind: 'withheld', because: 'few' });
    expect(rows('relationship', [row('page_view')])).to.deep.equal([]);
  });

  it('[P43] where it abstains it names the plausible types and no number', () => {
    const service = Array.from({ length: 30 }, (_, n): readonly Told[] => [
      row('add_to_wishlist', { items: [HOSE] }, (n - 40) * 9 * DAY_MS),
      row('complaint_opened', { complaint_id: `c${String(n)}` }, (n - 40) * 9 * DAY_MS + 1),
    ]).flat();
    const [line] = rows('relationship', service);
    expect(line).to.include({ kind: 'withheld', because: 'unsure' });
    expect(line?.value.split(' ')).to.include.members(['basic', 'attentive']);
    expect(line?.estimate).to.equal(undefined);
  });

  it('[P43] what the shopper chose is a fact beside it, for a year', () => {
    const [line] = rows('said_relationship', [row('relationship_stated', { type: 'fling' })]);
    expect(line).to.include({ kind: 'fact', value: 'fling', provenance: 'declared' });
    expect(line?.corrections).to.not.deep.include({
      do: 'declare',
      statement: { kind: 'relationship', type: 'fling' },
    });
    expect(rows('said_relationship', [row('relationship_stated', { type: 'fling' }, -365 * DAY_MS)])).to.deep.equal([]);
    const told = [...weekly(40), row('relationship_stated', { type: 'fling' })];
    expect(rows('relationship', told)[0]?.value).to.equal('basic');
  });

  it('[P43] a site that takes other types gets lines of those', () => {
    const model: Model = { ...DEFAULT_MODEL, relationships: [{ ...SHIPPED_TYPES[0], id: 'regular' }] };
    expect(rows('relationship', weekly(40), model)[0]?.value).to.equal('regular');
  });

  it('[P43] promises and suggestions tell how they stand, with the rows', () => {
    const told = [
      row('promise_made', { promise_id: 'reply', due: NOW.at }, -9),
      row('promise_made', { promise_id: 'results' }, -8),
      row('promise_kept', { promise_id: 'results' }, -7),
      row('suggestion_made', { suggestion_id: 'old-recipe' }, -6),
    ];
    const brief = [...rows('promise', told), ...rows('suggestion', told)].map(({ id, level, evidence }) =>
      [id, level, evidence.join('+')].join(' '),
    );
    expect(brief).to.deep.equal([
      'promise broken reply -1 a:1',
      'promise kept results 1 a:2+a:3',
      'suggestion open old-recipe 0 a:4',
    ]);
    expect(rows('promise', told)[0]?.estimate).to.deep.equal({ value: NOW.at, unit: 'moment' });
  });

  it('[P43] the we-feeling is an index with its interval, and rests on rows about the relation', () => {
    const told = [row('purchase', { items: [HOSE] }), row('channel_muted', { channel: 'email' })];
    const [line] = rows('we_feeling', told);
    expect(line?.evidence).to.deep.equal(['a:2']);
    expect(line?.estimate).to.deep.include({ value: 1 / 3, unit: 'index', elicited: true });
    expect(line?.estimate?.low).to.be.below(1 / 3);
    expect(line?.estimate?.high).to.be.above(1 / 3);
    expect(rows('we_feeling', [row('purchase', { items: [HOSE] })])).to.deep.equal([]);
  });
});
