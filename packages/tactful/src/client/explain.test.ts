import { expect } from 'chai';
import { gardenCatalog, itemParams } from '../../test/garden-catalog.js';
import { newReplica } from '../storage/index.js';
import { createTactful, type Tactful } from './index.js';

const HOUR = 3_600_000;

/** A page with a clock of its own, after a look around the garden, which is liked. */
async function visited(more: { readonly at: number }): Promise<Tactful> {
  let ticks = 0;
  const clock = (): { readonly at: number; readonly offset: number } => ({ at: more.at + ticks++, offset: 120 });
  const tactful = createTactful({ catalog: gardenCatalog, scope: `t-${newReplica()}`, clock });
  await tactful.consent.set({ personalization: 'in' });
  for (const shelf of ['first', 'second', 'third']) {
    await tactful.track('select_item', itemParams('garden', shelf));
    await tactful.track('view_item', itemParams('garden', shelf));
  }
  await tactful.declare({ kind: 'preference', facet: 'category', value: 'garden', level: 2 });
  return tactful;
}

describe('explain', () => {
  const NOON = Date.UTC(2026, 4, 12, 10);

  it('[D106] decides again when asked, whatever came since, and tells what would have made the difference', async () => {
    const tactful = await visited({ at: NOON });
    await tactful.declare({ kind: 'quiet', until: NOON + HOUR });
    const { id, silence } = await tactful.decide('home');
    expect(silence?.reason).to.equal('QUIET_TIME');
    await tactful.declare({ kind: 'never', category: 'garden' });
    const plain = await tactful.explain(id, { lang: 'en' });
    expect([plain.compared, plain.instead]).to.deep.equal([undefined, []]);
    const { compared, instead } = await tactful.explain(id, { lang: 'en', again: true });
    expect(compared).to.equal('same');
    expect(instead.map(({ change }) => change.kind)).to.deep.equal(['time', 'setting']);
    expect(instead[1]?.text).to.match(/^If you end the quiet time, you would have seen /);
    await tactful.erase({ keep: 'nothing' });
    tactful.close();
  });

  it('[D106] says of any offer why it was not the one, and gives the sums of the shortlist', async () => {
    const tactful = await visited({ at: NOON });
    const { id, offers } = await tactful.decide('home');
    expect(offers).to.have.lengthOf(1);
    const other = gardenCatalog.offers.find(({ category }) => category?.[0] === 'paint');
    const { verdict, sums } = await tactful.explain(id, { level: 'educator', lang: 'nl', offerId: other?.id ?? '' });
    expect(verdict?.verdict).to.equal('NOT_RELEVANT');
    expect(sums.map(({ offerId }) => offerId)).to.include(null);
    expect(sums.find(({ features }) => features.length > 0)?.chance).to.match(/^Kans op kopen/);
    await tactful.erase({ keep: 'nothing' });
    tactful.close();
  });
});
