import { expect } from 'chai';
import { NOON, storeContents } from '../../test/lens-snapshot.js';
import { gardenCatalog, itemParams } from '../../test/garden-catalog.js';
import { createTactful } from '../client/index.js';
import { openStore, readAtRest, storedScopes } from '../storage/index.js';
import type { LensSource, Snapshot } from './lens-source.js';
import { storeSource } from './store-source.js';
import { takeCommand } from './take-command.js';

const clock = (): typeof NOON => NOON;
let scopes = 0;

/** A store on the disk with the rows of a short visit, under a scope that no other test uses. */
async function storedScope(): Promise<string> {
  const scope = `lens-${Date.now()}-${scopes++}`;
  const { meta, events, decisions, configs } = storeContents();
  const database = await openStore(scope);
  await database.put('meta', meta);
  for (const row of events) await database.put('events', { id: row.id, to: 0, at: row.at, epoch: 1, rows: [row] });
  for (const decision of decisions) await database.put('decisions', decision);
  for (const config of configs) await database.put('configs', config);
  database.close();
  return scope;
}

async function seen(source: LensSource): Promise<Snapshot> {
  const look = await source.look();
  if ('trouble' in look) throw new Error(look.trouble);
  return look.snapshot;
}

const rowsIn = async (source: LensSource): Promise<readonly string[]> =>
  (await seen(source)).stores.flatMap(({ events }) => events.map(({ id }) => id));

describe('storeSource', () => {
  it('[X3] reads at rest and folds again', async () => {
    const { stores, site } = await seen(storeSource({ scope: await storedScope(), clock }));
    expect(site).to.equal(location.host);
    expect(
      stores.map(({ engine, events, decisions }) => ({ engine, rows: events.length, decisions: decisions.length })),
    ).to.deep.equal([{ engine: 'same', rows: 6, decisions: 2 }]);
    expect(stores[0]?.profile.profile.map(({ id }) => id)).to.include.members([
      'never category paint',
      'affinity category garden',
    ]);
  });

  it('[X3] a store that is not there is none, and looking makes none', async () => {
    const scope = `lens-none-${Date.now()}`;
    expect((await seen(storeSource({ scope, clock }))).stores).to.deep.equal([]);
    expect(await storedScopes()).to.not.include(scope);
  });

  it('[X3] with another engine version it says "cannot be compared", never "wrong"', async () => {
    const scope = await storedScope();
    const database = await openStore(scope);
    const [config] = await database.getAll('configs');
    if (config) await database.put('configs', { ...config, hash: 'newer', at: config.at + 1, engineVersion: '99.0.0' });
    database.close();
    const { stores } = await seen(storeSource({ scope, clock }));
    expect(stores[0]?.engine).to.equal('differs');
    expect(stores[0]?.profile.profile).to.deep.equal([]);
    expect(stores[0]?.events).to.have.length(6);
  });

  it('[X9] forgets at rest and proves it by reading again', async () => {
    const source = storeSource({ scope: await storedScope(), clock });
    const { stores } = await seen(source);
    const scope = stores[0]?.scope ?? '';
    const receipt = await source.command({ op: 'forget', scope, ids: ['tab:0', 'tab:4'] });
    expect(receipt).to.include({ removed: 2, verified: true });
    expect(await rowsIn(source)).to.have.members(['tab:1', 'tab:2', 'tab:3', 'tab:5']);
    expect(await source.command({ op: 'erase', scope })).to.include({ verified: true });
    expect(await rowsIn(source)).to.deep.equal([]);
  });

  it('[X9] a reader does it itself when the page does not answer in time', async () => {
    const scope = await storedScope();
    const receipt = await takeCommand({ op: 'forget', scope, ids: ['tab:1'] }, NOON.at);
    expect(receipt).to.include({ removed: 1, verified: true });
    expect(await rowsIn(storeSource({ scope, clock }))).to.not.include('tab:1');
  });

  it('[X23] says something at rest when no page answers, proves it, and takes it back', async () => {
    const scope = await storedScope();
    const source = storeSource({ scope, clock });
    const statement = { kind: 'preference', facet: 'category', value: 'garden', level: -1 } as const;
    const { said, verified } = await source.command({ op: 'declare', scope, action: { do: 'declare', statement } });
    expect(verified).to.equal(true);
    const { stores } = await seen(source);
    expect(stores[0]?.profile.profile.map(({ id }) => id)).to.include('stated category garden');
    const ids = said && 'added' in said ? [said.added] : [];
    expect(await source.command({ op: 'forget', scope, ids })).to.include({ removed: 1, verified: true });
    expect(await rowsIn(source)).to.have.length(6);
  });

  it('[X23] through the page: it carries out what it is told to, and leaves alone what it does not know', async () => {
    const scope = `lens-page-${String(Date.now())}`;
    const tactful = createTactful({ scope, catalog: gardenCatalog, consent: { personalization: 'in' }, clock });
    await tactful.ready;
    await tactful.track('view_item', itemParams('garden', 'first'));
    const database = await openStore(scope);
    const newer = { id: 'n', op: 'newer', ids: [], keep: 'rules', at: 1, by: 'shopper' } as never;
    await database.put('control', newer);
    database.close();
    const statement = { kind: 'never', category: 'paint' } as const;
    const command = { op: 'declare', scope, action: { do: 'declare', statement } } as const;
    for (const source of [storeSource({ scope, clock }), storeSource({ tactful, clock })]) {
      const { said, verified } = await source.command(command);
      expect(verified).to.equal(true);
      const rows = await tactful.log({ names: ['never_stated'] });
      expect(rows.map(({ id }) => id)).to.include(said && 'added' in said ? said.added : '');
    }
    expect(await tactful.log()).to.have.length(3);
    const control = (await readAtRest(scope))?.control ?? [];
    expect(control.map(({ ack }) => ack?.by)).to.deep.equal(['page']);
    await tactful.erase({ keep: 'nothing' });
    tactful.close();
  });

  it('[X11] looks again when the doorbell rings, at most four times a second', async () => {
    let rings = 0;
    const heard = new Promise<void>((resolve) => {
      const stop = storeSource({ scope: 'lens-bell', clock }).subscribe(() => {
        rings += 1;
        stop();
        resolve();
      });
    });
    const bell = new BroadcastChannel('tactful');
    for (let ring = 0; ring < 100; ring++) bell.postMessage({ v: 1, rev: ring });
    await heard;
    bell.close();
    expect(rings).to.equal(1);
  });
});
