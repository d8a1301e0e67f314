import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import { profileView, type ProfileView } from './profile.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const view = (told: readonly Told[], at = 0): ProfileView =>
  profileView({
    folded: foldOf(logOf(told)),
    catalog,
    model: DEFAULT_MODEL,
    policy: DEFAULT_POLICY,
    now: { ...NOW, at: NOW.at + at },
  });
const ids = ({ profile }: ProfileView): readonly string[] => profile.map(({ id }) => id);

describe('profile', () => {
  it('[P14] of nothing is nothing', () => {
    expect(view([])).to.deep.equal({ now: NOW, rows: 0, visits: 0, profile: [], needs: [] });
  });

  it('[P14] says first what was stated and done, then what is concluded, heaviest first', () => {
    const told: readonly Told[] = [
      { name: 'view_item', params: { items: [{ item_id: 'd', item_category: 'tools' }] } },
      { name: 'purchase', at: 1, params: { items: [HOSE] } },
      { name: 'mode_set', at: 2, params: { mode: 'quiet' } },
      { name: 'never_stated', at: 3, params: { category: 'paint' } },
      { name: 'preference_stated', at: 4, params: { facet: 'category', value: 'tools', level: -1 } },
      { name: 'complaint_opened', at: 5, params: { complaint_id: 'c1' } },
      { name: 'quiet_set', at: 6, params: { until: NOW.at + DAY_MS } },
    ];
    expect(ids(view(told, 7)).slice(0, 10)).to.deep.equal([
      'never category paint',
      'stated category tools',
      'mode mode quiet',
      `quiet quiet ${String(NOW.at + DAY_MS)}`,
      'complaint complaint c1',
      'purchase purchase hose-25',
      'affinity brand Sprig',
      'affinity category garden',
      'affinity category garden/watering',
      'affinity category tools',
    ]);
  });

  it('[P14] every line names the rows it rests on and where it comes from', () => {
    const { profile } = view([
      { name: 'purchase', params: { items: [HOSE] } },
      { name: 'never_stated', at: 1, params: { class: 'coupon' } },
      { name: 'complaint_opened', at: 2 },
    ]);
    const brief = profile.map(({ rule, provenance, evidence }) => [rule, provenance, evidence.join(' ')].join(' '));
    expect(brief).to.include.members([
      'never declared a:2',
      'complaint relation a:3',
      'purchase observed a:1',
      'affinity concluded a:1',
    ]);
  });

  it('[P14] what has faded below a hundredth of a look is not worth a line', () => {
    const told: readonly Told[] = [{ name: 'view_item', params: { items: [HOSE] } }];
    const tastes = (at = 0): number => view(told, at).profile.filter(({ rule }) => rule === 'affinity').length;
    expect([tastes(), tastes(150 * DAY_MS)]).to.deep.equal([3, 0]);
  });

  it('[P14] a quiet time that is over is no fact any more', () => {
    const told: readonly Told[] = [{ name: 'quiet_set', params: { until: NOW.at + 10 } }];
    expect([view(told, 9), view(told, 10)].map(({ profile }) => profile.length)).to.deep.equal([1, 0]);
  });

  it('[P2] a brand and a category of one name and one weight keep one order', () => {
    const item = { item_id: 'x', item_category: 'Sprig', item_brand: 'Sprig' };
    expect(ids(view([{ name: 'select_item', params: { items: [item] } }]))).to.deep.equal([
      'affinity brand Sprig',
      'affinity category Sprig',
    ]);
  });
});
