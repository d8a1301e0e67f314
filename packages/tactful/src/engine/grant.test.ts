import { expect } from 'chai';
import { GARDEN_SHOP, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { GRANTS } from './fold-grants.js';
import type { FoldRow } from './fold-part.js';
import { grantsEndedBy, type BrokenGrant } from './grant.js';
import { DEFAULT_MODEL } from './policy.js';

const config = { catalog: compileCatalog(GARDEN_SHOP, DEFAULT_MODEL), model: DEFAULT_MODEL, wearHalfLifeDays: 7 };

function ended(log: readonly Told[]): readonly BrokenGrant[] {
  const state = GRANTS.empty();
  for (const event of logOf(log)) GRANTS.add(state, { event, config } as FoldRow);
  return grantsEndedBy(state);
}

const promised = (condition: string): Told => ({
  name: 'promise_made',
  params: { promise_id: 'p1', condition, purpose: 'place' },
});
const shown = (at: number, params: Told['params'] = {}): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: 'hose', ...params },
});
const quietUntil = (at: number): Told => ({ name: 'quiet_set', at: 1, params: { until: NOW.at + at } });

describe('conditional grants', () => {
  it('[D41] a message inside a quiet time ends what was given for being left alone, and says by which row', () => {
    expect(ended([promised('undisturbed'), quietUntil(DAY_MS), shown(DAY_MS - 1)])).to.deep.equal([
      { promise: 'p1', condition: 'undisturbed', at: NOW.at + DAY_MS - 1, cause: 'a:3', kind: 'purpose', id: 'place' },
    ]);
    expect(ended([promised('undisturbed'), quietUntil(DAY_MS), shown(DAY_MS)])).to.deep.equal([]);
    expect(
      ended([promised('undisturbed'), quietUntil(DAY_MS), { name: 'quiet_ended', at: 2 }, shown(3)]),
    ).to.deep.equal([]);
  });

  it('[D41] so does a complaint about a message, and nothing that came before the grant', () => {
    const complaint: Told = { name: 'offer_complained', at: 5, params: { offer_id: 'hose' } };
    expect(ended([promised('undisturbed'), complaint]).map(({ cause }) => cause)).to.deep.equal(['a:2']);
    expect(ended([promised('no_selling'), complaint])).to.deep.equal([]);
    expect(ended([quietUntil(DAY_MS), shown(2), { ...promised('undisturbed'), at: 3 }])).to.deep.equal([]);
  });

  it('[D41] given to be spoken to only on pages that one opens: what interrupts or goes out ends it', () => {
    for (const channel of ['banner', 'email', 'notification', 'sms', 'call'])
      expect(ended([promised('inbound_only'), shown(5, { channel })]), channel).to.have.length(1);
    expect(ended([promised('inbound_only'), shown(5), shown(6, { direction: 'requested' })])).to.deep.equal([]);
  });

  it('[D41] given not to be sold to: what sells ends it', () => {
    expect(ended([promised('no_selling'), shown(5)])).to.have.length(1);
  });

  it('[D41] the last breach counts, channel and purpose both end, and other promises are left alone', () => {
    const both: Told = {
      name: 'promise_made',
      params: { promise_id: 'p2', condition: 'no_selling', purpose: 'place', permission: 'email' },
    };
    const found = ended([both, shown(5), shown(9)]);
    expect(found.map(({ kind, id, at }) => [kind, id, at - NOW.at])).to.deep.equal([
      ['channel', 'email', 9],
      ['purpose', 'place', 9],
    ]);
    expect(ended([promised('something else'), shown(5)])).to.deep.equal([]);
    expect(ended([{ name: 'promise_made', params: { promise_id: 'p1', purpose: 'place' } }, shown(5)])).to.deep.equal(
      [],
    );
  });
});
