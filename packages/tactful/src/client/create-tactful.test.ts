import { expect } from 'chai';
import { gardenCatalog, itemParams, LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { agreed, create, NOON, putAway } from '../../test/garden-pages.js';
import { databaseName, leaveCommand, newReplica, readAtRest, storeExists } from '../storage/index.js';
import { bucketsHere } from '../storage/store-place.js';
import { createTactful, type Decision, type Tactful, type TactfulOptions } from './index.js';

async function lookAtGarden(tactful: Tactful): Promise<void> {
  for (const [name, params] of LOOK_AT_GARDEN) await tactful.track(name, params);
}

async function databases(): Promise<readonly string[]> {
  const buckets = (await bucketsHere()?.keys()) ?? [];
  return [...(await indexedDB.databases()).flatMap(({ name }) => name ?? []), ...buckets];
}

/** Waits until a condition holds, looking again after every event of the instance. */
async function until(tactful: Tactful, holds: () => Promise<boolean>): Promise<void> {
  if (await holds()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      void holds().then((done) => {
        if (!done) return;
        stop.forEach((each) => {
          each();
        });
        resolve();
      });
    };
    const stop = [tactful.on('profile', look), tactful.on('consent', look)];
  });
}

afterEach(putAway);

describe('createTactful', () => {
  it('[T1] throws a misuse at once, with its path', () => {
    const misuses: readonly [Partial<Record<keyof TactfulOptions, unknown>>, string][] = [
      [{ scope: 'Not Allowed' }, 'scope'],
      [{ catalog: 7 }, 'catalog'],
      [{ storage: 'cloud' }, 'storage'],
      [{ audience: 'children' }, 'audience'],
      [{ images: 'all' }, 'images'],
      [{ consent: { personalization: 'maybe' } }, 'consent.personalization'],
      [{ purposes: [{ id: 'x' }] }, 'purposes[0].why'],
    ];
    for (const [wrong, path] of misuses) {
      const attempt = (): Tactful => createTactful({ catalog: gardenCatalog, ...wrong } as TactfulOptions);
      expect(attempt).to.throw().that.includes({ name: 'TactfulError', code: 'CONFIG_INVALID', path });
    }
  });

  it('[T2] opens, keeps and says nothing before consent', async () => {
    const before = await databases();
    const tactful = create();
    const receipt = await tactful.track('view_item', itemParams('garden', 'first'));
    const decision = await tactful.decide('home');
    expect(receipt).to.deep.equal({ kept: false, reason: 'no-consent' });
    expect(decision.silence).to.deep.equal({
      reason: 'NO_CONSENT',
      leave: 'default',
      endedBy: { do: 'consent', purpose: 'personalization' },
    });
    expect(await databases()).to.have.members(before);
    expect((await tactful.profile()).rows).to.equal(0);
  });

  it('[T3] keeps every admitted event in the store, gapless and readable at rest', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    const contents = await readAtRest(tactful.scope);
    const counters = contents?.events.map(({ id }) => Number(id.split(':')[1])).sort((a, b) => a - b);
    expect(counters).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect(contents?.events[0]?.params['items']).to.have.nested.property('[0].price', 2495);
  });

  it('[T4] speaks of the garden after three garden products, and says truly why', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    const decision = await tactful.decide('home');
    expect(decision.offers.map(({ offerId }) => offerId.startsWith('offer-garden'))).to.deep.equal([true]);
    expect(decision.offers[0]?.reasons).to.deep.equal(['YOU_OFTEN']);
    const { reasons } = await tactful.explain(decision.id, { lang: 'nl-BE' });
    expect(reasons[0]?.text).to.match(/^Het past bij wat je hier bekeek of kocht: /);
    expect(reasons[0]?.evidence.every(({ name }) => name === 'view_item' || name === 'select_item')).to.equal(true);
  });

  it('[T5] withdrawing removes what was kept and remembers only the refusal', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    await tactful.consent.set({ personalization: 'out' });
    const contents = await readAtRest(tactful.scope);
    expect(contents?.events).to.deep.equal([]);
    expect(contents?.decisions).to.deep.equal([]);
    expect(contents?.configs).to.deep.equal([]);
    expect(contents?.meta.consent).to.deep.equal({ personalization: 'out' });
    expect(await tactful.track('page_view')).to.deep.equal({ kept: false, reason: 'no-consent' });
    expect(tactful.consent.history().map(({ state }) => state)).to.deep.equal(['in', 'out']);
  });

  it('[T5] leaves nothing behind where a refusal is not to be remembered', async () => {
    const tactful = await agreed({ rememberRefusal: false });
    await lookAtGarden(tactful);
    await tactful.consent.set({ personalization: 'out' });
    expect(await storeExists(databaseName(tactful.scope))).to.equal(false);
  });

  it('[T6] two tabs hold one profile and one consent', async () => {
    const clock = (): typeof NOON => NOON;
    const first = await agreed({ clock });
    await lookAtGarden(first);
    const second = create({ scope: first.scope, clock });
    await second.ready;
    expect(second.consent.get()).to.deep.equal({ personalization: 'in' });
    expect((await second.profile()).profile).to.deep.equal((await first.profile()).profile);
    await first.track('view_item', itemParams('tools', 'first'));
    await until(second, async () => (await second.log()).length === 7);
    await first.consent.set({ personalization: 'out' });
    await until(second, () => Promise.resolve(second.consent.get()['personalization'] === 'out'));
    expect((await second.track('page_view')).kept).to.equal(false);
  });

  it('[T7] a forgotten row is gone from the log, the profile and the next decision', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    const receipt = await tactful.forget({ category: 'garden' });
    expect(receipt).to.include({ removed: 6, verified: true });
    expect((await tactful.profile()).profile).to.deep.equal([]);
    expect((await tactful.decide('home')).silence?.reason).to.equal('NOTHING_FITS');
  });

  it('[T7] undoing a "never" makes the offer possible again', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    const said = await tactful.declare({ kind: 'never', category: 'garden' });
    expect((await tactful.decide('home')).offers).to.deep.equal([]);
    await tactful.forget({ ids: said.kept ? [said.id] : [] });
    expect((await tactful.decide('home')).offers).to.have.length(1);
  });

  it('[T8] erasing keeps the bare "no"s, without dates, and asks for consent anew', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    await tactful.declare({ kind: 'never', category: 'garden' });
    const receipt = await tactful.erase();
    expect(receipt.verified).to.equal(true);
    const contents = await readAtRest(tactful.scope);
    expect(contents?.events.map(({ name, at, params }) => ({ name, at, params }))).to.deep.equal([
      { name: 'never_stated', at: 0, params: { category: 'garden' } },
    ]);
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'pending' });
  });

  it('[T8] erasing everything deletes the database itself', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    expect(await tactful.erase({ keep: 'nothing' })).to.include({ verified: true });
    expect(await storeExists(databaseName(tactful.scope))).to.equal(false);
  });

  it('[T20] erasing everything in one tab leaves nothing in another, which can be agreed to anew', async () => {
    const first = await agreed();
    await lookAtGarden(first);
    const second = create({ scope: first.scope });
    expect((await second.profile()).rows).to.equal(6);
    await first.erase({ keep: 'nothing' });
    await until(second, () => Promise.resolve(second.consent.get()['personalization'] === 'pending'));
    expect((await second.profile()).rows).to.equal(0);
    expect(await second.track('page_view')).to.deep.equal({ kept: false, reason: 'no-consent' });
    await second.consent.set({ personalization: 'in' });
    expect(await second.track('page_view')).to.include({ kept: true });
  });

  it('[T9] decides without a worker file, and says so', async () => {
    const tactful = await agreed({ worker: '/missing/worker.js' });
    await lookAtGarden(tactful);
    expect((await tactful.decide('home')).offers).to.have.length(1);
    expect(tactful.health()).to.nested.include({
      'status.worker': 'blob',
      'degraded.worker': 'the worker files did not start',
    });
  });

  it('[T9] decides on this thread where no worker may start', async () => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor() {
        super('data:text/javascript,');
        throw new TypeError('no workers here');
      }
    };
    try {
      const tactful = await agreed();
      await lookAtGarden(tactful);
      expect((await tactful.decide('home')).offers).to.have.length(1);
      expect(tactful.health().status.worker).to.equal('main');
    } finally {
      globalThis.Worker = Real;
    }
  });

  it('[T9] works from memory where storage is refused, and says so', async () => {
    const scope = `t-${newReplica()}`;
    const refused = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    Object.defineProperty(IDBFactory.prototype, 'open', {
      configurable: true,
      value: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor() {
        super('data:text/javascript,');
        throw new TypeError('the refusal must hold for the host too');
      }
    };
    try {
      const tactful = await agreed({ scope });
      await lookAtGarden(tactful);
      expect((await tactful.decide('home')).offers).to.have.length(1);
      expect(tactful.health()).to.nested.include({ 'status.storage': 'memory', 'degraded.storage': 'SecurityError' });
    } finally {
      globalThis.Worker = Real;
      if (refused) Object.defineProperty(IDBFactory.prototype, 'open', refused);
    }
  });

  it('[T9] says nothing without a usable catalogue, and says what is wrong with it', async () => {
    const broken = await agreed({ catalog: { format: 'something-else' } });
    expect((await broken.decide('home')).silence?.reason).to.equal('NOT_READY');
    expect(broken.health()).to.nested.include({ 'status.catalog': 'invalid' });
    expect(broken.health().problems[0]).to.match(/^format: "something-else"/);
    const missing = await agreed({ catalog: '/missing/catalog.json' });
    expect((await missing.decide('home')).silence?.reason).to.equal('NOT_READY');
    expect(missing.health().status.catalog).to.equal('missing');
  });

  it('[T9] drops a bad offer with path, value and fix, and keeps the rest', async () => {
    const tactful = await agreed({
      catalog: { ...gardenCatalog, offers: [{ id: 'bad', class: 'shout' }, ...gardenCatalog.offers] as never },
    });
    await lookAtGarden(tactful);
    expect(tactful.health().problems[0]).to.match(/^offers\[0\]\.class: "shout", expected one of suggest/);
    expect((await tactful.decide('home')).offers).to.have.length(1);
  });

  it('[T10] a worker that does not answer ends in silence, in time', async () => {
    const deaf = URL.createObjectURL(new Blob(["postMessage('tactful:ready')"], { type: 'text/javascript' }));
    const tactful = create({ worker: deaf });
    const decision = await tactful.decide('home', { deadlineMs: 50 });
    expect(decision.silence).to.deep.equal({ reason: 'DEADLINE', leave: 'default' });
    tactful.close();
    URL.revokeObjectURL(deaf);
  });

  it('[T11] tabs that decide at the same time stay within the caps together', async () => {
    const first = await agreed();
    await lookAtGarden(first);
    const second = create({ scope: first.scope });
    await second.ready;
    const decisions: readonly Decision[] = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? first : second).decide('home')),
    );
    const shown = decisions.filter(({ offers }) => offers.length > 0);
    expect(shown).to.have.length(3);
    expect(decisions.filter(({ silence }) => silence?.reason === 'CAPPED')).to.have.length(7);
  });

  it('[T12] counts add up: offered is kept plus dropped by reason', async () => {
    const tactful = await agreed();
    await tactful.track('view_item', itemParams('garden', 'first'));
    expect(await tactful.track('open_sesame')).to.deep.equal({
      kept: false,
      reason: 'invalid',
      path: 'name: unknown event',
    });
    expect(await tactful.track('offer_shown')).to.include({ kept: false, reason: 'invalid' });
    expect(await tactful.track('view_item', { items: [{ price: 1 }] })).to.deep.equal({
      kept: false,
      reason: 'invalid',
      path: 'items[0]: item_id or item_name missing',
    });
    const { offered, kept, dropped } = tactful.health();
    expect({ offered, kept, dropped }).to.deep.equal({ offered: 4, kept: 1, dropped: { invalid: 3 } });
  });

  it('[T13] obeys a command left in the store by a reader, and acknowledges it', async () => {
    const tactful = await agreed();
    const receipt = await tactful.track('view_item', itemParams('garden', 'first'));
    const ids = receipt.kept ? [receipt.id] : [];
    await leaveCommand(tactful.scope, {
      id: 'command-1',
      op: 'forget',
      ids,
      keep: 'rules',
      at: NOON.at,
      by: 'shopper',
    });
    new BroadcastChannel('tactful').postMessage({ v: 1, rev: 0 });
    await until(tactful, async () => (await tactful.log()).length === 0);
    const control = (await readAtRest(tactful.scope))?.control[0];
    expect(control?.ack).to.include({ removed: 1, by: 'page' });
  });

  it('[T14] a listener that throws does not stop the others', async () => {
    const tactful = await agreed();
    const heard: string[] = [];
    const original = window.onerror;
    window.onerror = () => true;
    tactful.on('decision', () => {
      throw new Error('a careless listener');
    });
    tactful.on('decision', ({ placement }) => heard.push(placement));
    await tactful.decide('home');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    window.onerror = original;
    expect(heard).to.deep.equal(['home']);
  });

  it('[T15] a silence names what the shopper can do, and doing it ends the silence', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    await tactful.declare({ kind: 'mode', mode: 'paused' });
    const { silence } = await tactful.decide('home');
    expect(silence).to.include({ reason: 'PAUSED', leave: 'empty' });
    if (silence?.endedBy?.do === 'declare') await tactful.declare(silence.endedBy.statement);
    expect((await tactful.decide('home')).offers).to.have.length(1);
  });

  it('[T19] a question sees what was tracked just before it, without waiting for receipts', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    void tactful.track('begin_checkout', itemParams('garden', 'first'));
    void tactful.track('purchase', { transaction_id: '1', ...itemParams('garden', 'first') });
    expect((await tactful.decide('home')).silence?.reason).to.equal('JUST_BOUGHT');
  });

  it('[T40] tells the console what is decided and what is wrong where it was asked to, and nothing otherwise', async () => {
    const told: string[] = [];
    const { debug, warn } = console;
    console.debug = console.warn = (line: unknown) => {
      told.push(String(line));
    };
    try {
      const catalog = { ...gardenCatalog, offers: [...gardenCatalog.offers, { id: 'bad' }] } as never;
      for (const asked of [false, true]) {
        told.length = 0;
        const tactful = await agreed({ catalog, debug: asked });
        await tactful.ready;
        await tactful.decide('nowhere');
        await lookAtGarden(tactful);
        const { offers } = await tactful.decide('home');
        expect(offers.length, 'offers').to.equal(1);
        const said = [
          '^tactful: offers\\[\\d+\\]\\.class: ',
          '^tactful: nowhere: silent, ',
          `^tactful: home: ${offers[0]?.offerId ?? ''} [A-Z_]+`,
        ];
        expect(told.length, told.join('\n')).to.equal(asked ? said.length : 0);
        told.forEach((line, n) => expect(line).to.match(new RegExp(said[n] ?? '^$')));
        tactful.close();
      }
    } finally {
      Object.assign(console, { debug, warn });
    }
  });

  it('[T16] refuses what is no statement, naming no value', async () => {
    const tactful = await agreed();
    const failure = await tactful
      .declare({ kind: 'preference', facet: 'category', value: 'garden', level: 9 as never })
      .catch((error: unknown) => error);
    expect(failure).to.include({ name: 'TactfulError', code: 'STATEMENT_INVALID' });
  });

  it('[T17] describes purposes, retention and requests from the running configuration', async () => {
    const tactful = await agreed();
    const { purposes, retention, consent, images } = tactful.describe();
    expect(images).to.equal('inline');
    expect(purposes.map(({ id }) => id)).to.deep.equal(['personalization']);
    expect(consent).to.deep.equal({ personalization: 'in' });
    expect(retention).to.deep.include({ what: 'observed', days: 180, most: 4000 });
  });

  it('[T21] K2: a question answered or declined on one tab is put on no other, and a known answer is given', async () => {
    const one = await agreed();
    const other = create({ scope: one.scope });
    await other.ready;
    expect(await one.ask('colour')).to.deep.equal({ may: true });
    await one.answer('colour', 'green');
    expect(await other.ask('colour')).to.deep.include({ known: 'green' });
    expect(await other.ask('size')).to.deep.include({ may: false, reason: 'one_in_14_days' });
    await other.answer('size', { declined: true });
    expect(await one.ask('size')).to.deep.include({ may: false, reason: 'declined' });
  });

  it('[T22] K11: unfinished work is there on any tab and after a reload, and ends when it is ended', async () => {
    const one = await agreed();
    await one.task('album', { state: 'started', title: 'Album of May' });
    one.close();
    const other = create({ scope: one.scope });
    expect((await other.tasks()).map(({ id, title }) => [id, title])).to.deep.equal([['album', 'Album of May']]);
    expect((await other.decide('home')).silence?.reason).to.equal('TASK_FOCUS');
    await other.task('album', { state: 'ended' });
    expect(await other.tasks()).to.deep.equal([]);
  });

  it('[T24] what another vocabulary calls an event is understood, and what nobody knows is refused', async () => {
    const tactful = await agreed();
    const told = await tactful.track('Product Viewed', { product_id: 'hose-25', category: 'garden' });
    expect(told.kept).to.equal(true);
    const [row] = await tactful.log({ names: ['view_item'] });
    expect(row?.params['items']).to.deep.equal([{ item_id: 'hose-25', item_category: 'garden' }]);
    expect(await tactful.track('Moon Phase')).to.deep.equal({
      kept: false,
      reason: 'invalid',
      path: 'name: unknown event',
    });
  });

  it('[T23] the file that fit wrote is taken as it is; a newer one is refused by name, and said', async () => {
    const purchases = { kind: 'mbg', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spanWeeks: 39 } as const;
    const file = {
      format: 'tactful-model',
      version: 1,
      purchases,
      fit: { customers: 9, logLikelihood: -9, unidentified: [] },
    } as const;
    const sound = await agreed({ model: file });
    expect(sound.health().problems).to.deep.equal([]);
    const newer: object = { ...file, version: 2 };
    const refused = await agreed({ model: newer });
    expect(refused.health().problems.join()).to.match(/^model\.version: 2, expected 1; a newer tactful wrote it/);
  });

  it('[D261] whatever a page hands over as its model it hears of nothing thrown: health says it, and all goes on', async () => {
    const file = { format: 'tactful-model', version: 1, purchases: {}, fit: {} };
    const given: readonly (readonly [model: unknown, first: RegExp | undefined])[] = [
      [undefined, undefined],
      [null, /^model\.: null, expected a model object$/],
      ['/model.json', /^model\.: "\/model\.json", expected a model object$/],
      [{ ...file, version: 2 }, /^model\.version: 2, expected 1; a newer tactful wrote it/],
      [file, /^model\.purchases\.kind: /],
    ];
    for (const [model, first] of given) {
      const tactful = await agreed({ model } as Partial<TactfulOptions>);
      await lookAtGarden(tactful);
      expect((await tactful.decide('home')).offers, String(first)).to.have.lengthOf(1);
      const { status, problems } = tactful.health();
      expect(status.catalog).to.equal('ready');
      if (first) expect(problems[0]).to.match(first);
      else expect(problems).to.deep.equal([]);
    }
  });

  it('[E27] a page of offers asks for three at once, which lifts how often the site wants to speak', async () => {
    const tactful = await agreed();
    await lookAtGarden(tactful);
    const one = await tactful.decide('home', { requested: true });
    expect([one.direction, one.offers.length]).to.deep.equal(['requested', 1]);
    for (const most of [7, 0]) {
      const wrong = await tactful.decide('home', { most }).catch((error: unknown) => error);
      expect(wrong, String(most)).to.include({ code: 'CONFIG_INVALID', path: 'decide.most' });
    }
  });

  it('[R198] what is neither yes nor no is no choice: nothing is written, nothing is erased', async () => {
    const [before, fresh] = [await databases(), create()];
    const choose = (tactful: Tactful, state: unknown): Promise<unknown> =>
      tactful.consent.set({ personalization: state as never }).catch((error: unknown) => error);
    for (const state of [true, 'yes', null, 1])
      expect(await choose(fresh, state), String(state)).to.include({
        code: 'CONFIG_INVALID',
        path: 'consent.personalization',
      });
    expect(await databases()).to.deep.equal(before);

    const tactful = await agreed();
    await lookAtGarden(tactful);
    const rows = await tactful.log();
    expect(await choose(tactful, true)).to.include({ code: 'CONFIG_INVALID' });
    expect([await tactful.log(), tactful.consent.get()]).to.deep.equal([rows, { personalization: 'in' }]);
  });

  it('[R199] a word that the log does not know is refused, not kept out of reach', async () => {
    const tactful = await agreed();
    const refused = { kept: false, reason: 'invalid', path: 'name: unknown event' };
    expect(await tactful.respond('d', 'hose', 'clicked' as never)).to.deep.equal(refused);
    const paused = await tactful.task('cart', { state: 'paused' as never }).catch((error: unknown) => error);
    expect(paused).to.include({ code: 'STATEMENT_INVALID' });
    expect((await tactful.respond('d', 'hose', 'shown')).kept).to.equal(true);
    expect((await tactful.task('cart', { state: 'started' })).kept).to.equal(true);
  });

  it('[R200] a page may use its object again: what was tracked is what stood in it then', async () => {
    const tactful = create({ consent: { personalization: 'in' } });
    const item = { item_id: 'a', item_category: 'garden' };
    const params = { currency: 'EUR', items: [item] };
    const first = tactful.track('view_item', params);
    item.item_id = 'b';
    await Promise.all([first, tactful.track('view_item', params)]);
    const ids = (await tactful.log()).map(
      ({ params: { items } }) => (items as { readonly item_id: string }[])[0]?.item_id,
    );
    expect(ids.sort()).to.deep.equal(['a', 'b']);
  });
});
