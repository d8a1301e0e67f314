import { expect } from 'chai';
import { gardenCatalog } from '../../test/garden-catalog.js';
import { defaultPurposes, type Catalog, type Purpose } from '../engine/index.js';
import { newReplica, readAtRest } from '../storage/index.js';
import { createTactful, type Tactful } from './index.js';

const NOON = Date.UTC(2026, 4, 12, 10);
const HOUR = 3_600_000;

const catalog: Catalog = {
  ...gardenCatalog,
  places: [
    { id: 'green-yard', class: 'quiet', kind: 'cemetery', point: { lat: 52.3719, lon: 4.8831, radius: 150 } },
    { id: 'utrecht', class: 'shop', point: { lat: 52.0946, lon: 5.1287, radius: 60 } },
  ],
  offers: [
    // In a shop where little can be earned, advice that nothing fits is worth less than silence.
    { id: 'kitchen', class: 'suggest', price: 499_500, content: { en: { title: 'A kitchen' } }, placements: ['shop'] },
    {
      id: 'on-the-train',
      class: 'inform',
      content: { en: { title: 'Ten minutes of reading' } },
      placements: ['moment'],
      when: { moment: 'transit', 'weather.celsius': { $gte: 20 } },
    },
    {
      id: 'at-the-door',
      class: 'inform',
      content: { en: { title: 'On the left, row three' } },
      placements: ['door'],
      when: { places: { $elemMatch: { $eq: 'utrecht' } } },
    },
  ],
};
const purposes: readonly Purpose[] = defaultPurposes().map((purpose) => ({
  ...purpose,
  signals: [...purpose.signals, 'place', 'moment'],
}));

const open: Tactful[] = [];

interface Visit {
  readonly tactful: Tactful;
  readonly wait: (ms: number) => void;
}

async function visit(): Promise<Visit> {
  let at = NOON;
  const tactful = createTactful({
    catalog,
    purposes,
    scope: `t-${newReplica()}`,
    clock: () => ({ at: at++, offset: 120 }),
  });
  open.push(tactful);
  await tactful.consent.set({ personalization: 'in' });
  return { tactful, wait: (ms) => (at += ms) };
}

/** Everything that is kept or shown anywhere, as text. */
async function everything(tactful: Tactful): Promise<string> {
  const explained = await Promise.all(
    (await tactful.decisions()).map(({ id }) => tactful.explain(id, { level: 'developer', lang: 'en' })),
  );
  const { configs, ...contents } = (await readAtRest(tactful.scope)) ?? { configs: [] };
  expect(configs.length).to.be.greaterThan(0);
  return JSON.stringify([
    contents,
    await tactful.export(),
    await tactful.log(),
    await tactful.decisions(),
    await tactful.profile(),
    tactful.health(),
    tactful.describe(),
    explained,
  ]);
}

afterEach(async () => {
  for (const tactful of open.splice(0)) {
    await tactful.erase({ keep: 'nothing' }).catch(() => undefined);
    tactful.close();
  }
});

describe('sense() on a page', () => {
  it('[T31] in a cemetery everything is silent, and stays so for a while; no place and no position is kept', async () => {
    const { tactful, wait } = await visit();
    await tactful.sense({ position: { lat: 52.0947123, lon: 5.1288456, accuracy: 12 } });
    await tactful.sense({ position: { lat: 52.3720987, lon: 4.8832654, accuracy: 12 } });
    const { silence } = await tactful.decide('home');
    expect(silence?.reason).to.equal('QUIET_TIME');
    expect(silence?.until).to.equal(NOON + 26 * HOUR);
    wait(2 * HOUR);
    await tactful.sense({ position: { lat: 52.4, lon: 4.9 } });
    wait(23 * HOUR);
    expect((await tactful.decide('home')).silence?.reason).to.equal('QUIET_TIME');
    const rows = await tactful.log();
    expect(rows.map(({ name }) => name).sort()).to.deep.equal([
      'place_entered',
      'place_left',
      'quiet_set',
      'quiet_set',
    ]);
    const kept = await everything(tactful);
    for (const digits of [
      '52.09',
      '5.128',
      '52.37',
      '4.88',
      '0947123',
      '1288456',
      '3720987',
      '8832654',
      'green-yard',
    ]) {
      expect(kept, digits).to.not.include(digits);
    }
    expect(kept).to.not.match(/cemetery|graveyard/i);
    await tactful.declare({ kind: 'quiet', until: null });
    expect((await tactful.decide('home')).silence?.reason).to.not.equal('QUIET_TIME');
  });

  it('[W16] gives conditions the places that the shopper is in', async () => {
    const { tactful } = await visit();
    expect((await tactful.decide('door')).offers).to.deep.equal([]);
    await tactful.sense({ position: { lat: 52.0947, lon: 5.1288 } });
    expect((await tactful.decide('door')).offers.map(({ offerId }) => offerId)).to.deep.equal(['at-the-door']);
  });

  it('[W18] gives conditions the moment and the weather while they last, and not after a change of consent', async () => {
    const { tactful, wait } = await visit();
    const speaks = async (): Promise<boolean> => (await tactful.decide('moment')).offers.length > 0;
    await tactful.sense({ weather: { celsius: 24 } });
    expect(await speaks()).to.equal(false);
    await tactful.sense({ moment: 'transit' });
    expect(await speaks()).to.equal(true);
    await tactful.consent.set({ personalization: 'out' });
    await tactful.consent.set({ personalization: 'in' });
    expect(await speaks()).to.equal(false);
    await tactful.sense({ weather: { celsius: 24 } });
    await tactful.sense({ moment: 'transit' });
    wait(HOUR / 2);
    expect(await speaks()).to.equal(false);
    expect((await tactful.log()).filter(({ name }) => !name.startsWith('offer_'))).to.deep.equal([]);
  });
});
