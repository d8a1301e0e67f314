import { expect } from 'chai';
import { foldOf, logOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { directionOf } from './channels.js';
import { foldLog } from './fold.js';
import { DEFAULT_MODEL } from './policy.js';
import { GARDEN_SHOP } from '../../test/garden-shop.js';

const shown = (params: Told['params'] = {}, at = 0): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: 'hose', decision_id: 'd1', ...params },
});

describe('contacts of the log', () => {
  it('[D30] say by what channel and in which direction; a slot on a page that was opened where nothing is said', () => {
    const contactOf = (params: Told['params']): unknown => {
      const [contact] = foldOf(logOf([shown(params)])).contacts;
      return [contact?.channel, contact?.direction];
    };
    expect(contactOf({})).to.deep.equal(['slot', 'inbound']);
    expect(contactOf({ channel: 'banner' })).to.deep.equal(['banner', 'interrupt']);
    expect(contactOf({ channel: 'email' })).to.deep.equal(['email', 'outbound']);
    expect(contactOf({ channel: 'slot', direction: 'requested' })).to.deep.equal(['slot', 'requested']);
    expect(contactOf({ channel: 'pigeon', direction: 'sideways' })).to.deep.equal(['slot', 'inbound']);
    expect(directionOf('screen')).to.equal('inbound');
  });

  it('[D30] know class and row of what was shown, as far as the catalog still knows it', () => {
    const [saw, gone] = foldOf(logOf([shown({ offer_id: 'saw' }), shown({ offer_id: 'gone' })])).contacts;
    expect(saw).to.include({ class: 'coupon', promotional: true, id: 'a:1' });
    expect(gone).to.include({ promotional: true, id: 'a:2' });
    expect(gone).to.not.have.property('class');
  });

  it('[D30] what became of each is kept, with its moment', () => {
    const folded = foldOf(
      logOf(
        (['seen', 'opened', 'accepted', 'dismissed', 'not_for_me', 'complained'] as const).map((outcome, n) => ({
          name: `offer_${outcome}` as const,
          at: n,
          params: { offer_id: 'hose' },
        })),
      ),
    );
    expect(folded.outcomes.map(({ outcome }) => outcome)).to.deep.equal([
      'seen',
      'opened',
      'accepted',
      'dismissed',
      'not_for_me',
      'complained',
    ]);
    expect([...folded.dismissed.keys()]).to.deep.equal(['hose']);
  });

  it('[D27] a clock that was moved back frees nothing: the latest moment that the tab had seen counts', () => {
    const log = logOf([{ name: 'page_view', at: 0 }, shown({}, -50 * DAY_MS), { name: 'page_view', at: -49 * DAY_MS }]);
    const { contacts, latestAt } = foldOf(log);
    expect(contacts[0]?.at).to.equal(latestAt);
  });

  it('[D27] what another tab saw, or the same one later, is not what this one had seen', () => {
    const [view, contact, later] = logOf([{ name: 'page_view', at: 9 }, shown({}, 0), { name: 'page_view', at: 20 }]);
    if (!view || !contact || !later) throw new Error('three rows');
    const config = { catalog: compileCatalog(GARDEN_SHOP, DEFAULT_MODEL), model: DEFAULT_MODEL, wearHalfLifeDays: 7 };
    expect(foldLog([{ ...view, id: 'b:1' }, contact, later], config).contacts[0]?.at).to.equal(contact.at);
    expect(foldLog([view, contact, later], config).contacts[0]?.at).to.equal(view.at);
  });
});
