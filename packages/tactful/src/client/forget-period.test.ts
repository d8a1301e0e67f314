import { expect } from 'chai';
import { itemParams, LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { agreed, NOON, putAway } from '../../test/garden-pages.js';
import { readAtRest } from '../storage/index.js';

const HOUR_MS = 3_600_000;
const FROM = NOON.at + HOUR_MS;
const TO = FROM + HOUR_MS;

describe('forgetting a period', () => {
  afterEach(putAway);

  it('[R157] takes what is inside, its first moment and not its last, from log, profile and ledger; the rest stays', async () => {
    let { at } = NOON;
    const tactful = await agreed({ clock: () => ({ at, offset: NOON.offset }) });
    const look = (moment: number, department: string): ReturnType<typeof tactful.track> => {
      at = moment;
      return tactful.track('view_item', itemParams(department, 'first'));
    };
    await look(FROM - 1, 'paint');
    await look(FROM, 'tools');
    for (const [name, params] of LOOK_AT_GARDEN) await tactful.track(name, params);
    const { id, offers, silence } = await tactful.decide('home');
    const [offer] = offers;
    if (!offer) throw new Error(`no offer: ${silence?.reason ?? ''}`);
    await tactful.respond(id, offer.offerId, 'shown');
    await look(TO - 1, 'wood');
    await look(TO, 'lighting');
    const before = await tactful.profile();
    expect(JSON.stringify(before)).to.contain('garden');
    expect((await readAtRest(tactful.scope))?.ledger).to.have.length(1);

    const inside = (await tactful.log()).filter((row) => row.at >= FROM && row.at < TO);
    const receipt = await tactful.forget({ from: FROM, to: TO });
    expect(receipt).to.include({ removed: inside.length, verified: true });
    expect(inside.map(({ name }) => name)).to.include('offer_shown');
    expect((await tactful.log()).map((row) => row.at)).to.deep.equal([TO, FROM - 1]);
    expect(JSON.stringify((await tactful.profile()).profile)).to.not.match(/garden|tools|wood/);

    const rest = await readAtRest(tactful.scope);
    expect(rest?.events.map((row) => row.at).sort()).to.deep.equal([FROM - 1, TO]);
    expect(rest?.ledger).to.deep.equal([]);
  });

  it('[R157] a period in which nothing was takes nothing', async () => {
    const tactful = await agreed();
    await tactful.track('view_item', itemParams('garden', 'first'));
    const { length } = await tactful.log();
    expect(await tactful.forget({ from: FROM, to: FROM })).to.include({ removed: 0, verified: true });
    expect(await tactful.forget({ from: TO, to: FROM })).to.include({ removed: 0 });
    expect(await tactful.log()).to.have.length(length);
  });
});
