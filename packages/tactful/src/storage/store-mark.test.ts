import { expect } from 'chai';
import { failureOf } from '../../test/failure-of.js';
import { holdUp } from '../../test/hold-up.js';
import { agree, choice, row, rowFor, rowIds, withdraw } from '../../test/store-contract.js';
import { isErasedSince, lineageOf } from './lineage.js';
import { markStore } from './marked-store.js';
import {
  databaseName,
  eraseAtRest,
  newMeta,
  newReplica,
  openPersistentStore,
  openStore,
  storeExists,
  type Store,
} from './index.js';
import { STORE_NAMES } from './format.js';
import { removePlaces } from './make-place.js';
import { isGone } from './open.js';
import { markTorn, readMark, writeMark } from './store-mark.js';

const scopes: string[] = [];

function newScope(): string {
  const scope = `m-${newReplica()}`;
  scopes.push(scope);
  return scope;
}

const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();
const fileName = (scope: string): string => `tactful-${scope}.mark`;

/** Takes the defence away. */
const removeMark = async (scope: string): Promise<void> =>
  (await root()).removeEntry(fileName(scope)).catch(() => undefined);

async function bytesIn(scope: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await (await (await root()).getFileHandle(fileName(scope))).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

async function writeBytes(scope: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = await (await root()).getFileHandle(fileName(scope), { create: true });
  const writing = await file.createWritable();
  await writing.write(bytes);
  await writing.close();
}

/** A visit: what it does, and what it was told. `stored`: whether a store was seen a moment before. */
async function visit<Result>(
  scope: string,
  deeds: (store: Store) => Promise<Result>,
  stored?: boolean,
): Promise<{ readonly result: Result; readonly told: readonly string[] }> {
  const told: string[] = [];
  const trouble = (why: string): void => void told.push(why);
  const store = await openPersistentStore(scope, {
    salt: newReplica(),
    closed: () => undefined,
    stored: stored ?? (await storeExists(databaseName(scope))),
    trouble,
  });
  await store.readSegments(new Set());
  const result = await deeds(store);
  store.close();
  return { result, told };
}

/** What lies in the database now. The answer puts it back, as a log that was cut or turned back does. */
async function photograph(scope: string): Promise<() => Promise<void>> {
  const database = await openStore(scope);
  const contents = await Promise.all(STORE_NAMES.map(async (name) => [name, await database.getAll(name)] as const));
  database.close();
  return async () => {
    const again = await openStore(scope);
    for (const [name, records] of contents) {
      await again.clear(name);
      for (const record of records) await again.put(name, record);
    }
    again.close();
  };
}

const BOTH = ['personalization', 'places'] as const;

const first = async (store: Store): Promise<void> => {
  await agree(store, ...BOTH);
  const { epoch } = await store.readMeta();
  await store.appendRows([row('a:0'), rowFor('places', 'a:1')], epoch);
};

const found = async (store: Store) => ({ ...(await store.readMeta()), rows: await rowIds(store) });

/** Agrees and tracks, does something, and is turned back to before that. */
async function turnedBack(deeds: (store: Store) => Promise<unknown>, { isMarked }: { readonly isMarked: boolean }) {
  const scope = newScope();
  await visit(scope, first);
  const restore = await photograph(scope);
  await visit(scope, deeds);
  await restore();
  if (!isMarked) await removeMark(scope);
  return visit(scope, found);
}

/** Holds the file as another tab does that is writing, once nobody else is. */
async function holdMark(scope: string): Promise<FileSystemWritableFileStream> {
  const file = await (await root()).getFileHandle(fileName(scope));
  const how = { keepExistingData: true, mode: 'exclusive' };
  for (;;) {
    const held = await file.createWritable(how).catch(() => undefined);
    if (held) return held;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Appends a row and has it noted; where nothing is agreed to neither is done. */
async function appendNoted(store: Store, id: string): Promise<void> {
  const meta = await store.readMeta();
  if ((await store.appendRows([row(id)], meta.epoch)) > 0) await store.noteNewest(id, meta);
}

async function untilNoted(scope: string): Promise<void> {
  for (let turn = 0; turn < 300 && (await readMark(scope))?.last?.newest === undefined; turn++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A row is appended and noted; what is done then, in this visit. */
async function noted(deeds: (store: Store) => Promise<unknown> = () => Promise.resolve()) {
  const scope = newScope();
  await visit(scope, first);
  const restore = await photograph(scope);
  await visit(scope, async (store) => {
    await appendNoted(store, 'b:0');
    await untilNoted(scope);
    await deeds(store);
  });
  return { scope, restore };
}

const LESSENING: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'a withdrawal of one purpose': (store) =>
    store.changeConsent({ consent: { places: 'out' }, records: [choice('out', 'places')], purge: false }),
  'a withdrawal of all': (store) =>
    store.changeConsent({
      consent: { personalization: 'out', places: 'out' },
      records: BOTH.map((purpose) => choice('out', purpose)),
      purge: true,
    }),
  forgetting: (store) => store.removeRows(new Set(['a:0']), { erasure: { id: 'e', at: 1, ids: ['a:0'] } }),
  'erasing all': (store) => store.empty({ rules: [], consent: {}, history: [] }),
};

describe('a mark of the store outside it', () => {
  before(async function () {
    const scope = newScope();
    // Where a page's own thread cannot write such files the state is the one without a mark; a worker of it may.
    if (!(await writeMark(scope, { create: true }, () => ({ epoch: 1, revision: 0, out: [] })))) this.skip();
  });

  afterEach(async () => {
    for (const scope of scopes.splice(0)) {
      await removePlaces(databaseName(scope));
      await removeMark(scope);
    }
  });

  for (const [what, deeds] of Object.entries(LESSENING)) {
    it(`[R138] ${what} does not come undone where the database is turned back`, async () => {
      const { result, told } = await turnedBack(deeds, { isMarked: true });
      expect(Object.values(result.consent)).to.not.include('in');
      expect(result.rows).to.deep.equal([]);
      expect(told).to.deep.equal(['data loss: turned back']);
      expect(result.epoch).to.be.greaterThan(1);
    });

    it(`[R138] planted fault: without its mark ${what} comes undone`, async () => {
      const { result, told } = await turnedBack(deeds, { isMarked: false });
      expect(result.consent).to.deep.equal({ personalization: 'in', places: 'in' });
      expect(result.rows).to.deep.equal(['a:0', 'a:1']);
      expect(told).to.deep.equal([]);
    });
  }

  it('[R138] an erasure by a reader at rest is marked as well', async () => {
    const scope = newScope();
    await visit(scope, first);
    const restore = await photograph(scope);
    await eraseAtRest(scope, 1);
    await restore();
    expect((await visit(scope, found)).result).to.deep.include({ consent: {}, rows: [] });
  });

  it('[R139] what was refused stays refused, and what was agreed to meanwhile has to be again', async () => {
    const { result } = await turnedBack(LESSENING['a withdrawal of one purpose'] ?? first, { isMarked: true });
    expect(result.consent).to.deep.equal({ places: 'out' });
    expect(result.history).to.deep.equal([]);
  });

  it('[R140] a store that was not turned back is never taken for one, whatever is done in two tabs', async () => {
    const scope = newScope();
    await visit(scope, first);
    const deeds: readonly ((store: Store) => Promise<unknown>)[] = [
      (store) => agree(store, ...BOTH),
      (store) => withdraw(store),
      (store) => store.removeRows(new Set(['a:0']), { erasure: { id: 'e', at: 1, ids: ['a:0'] } }),
      (store) => agree(store, 'places'),
      (store) => store.merge(({ erasures }) => ({ rows: [], removed: new Set(), erasures })),
      (store) => appendNoted(store, `${newReplica()}:0`),
    ];
    for (let turn = 0; turn < 4; turn++) {
      const tab = (order: typeof deeds) =>
        visit(scope, async (store) => {
          for (const deed of order) await deed(store);
        });
      const told = await Promise.all([tab(deeds), tab([...deeds].reverse())]);
      expect(told.flatMap((each) => each.told)).to.deep.equal([]);
    }
    const { result, told } = await visit(scope, found);
    expect(told).to.deep.equal([]);
    expect(await readMark(scope)).to.deep.include({ torn: false });
    expect((await readMark(scope))?.last).to.include({ epoch: result.epoch, revision: result.revision });
  });

  it('[R171] where the newest rows alone are gone it says so, and keeps the rest', async () => {
    const { scope, restore } = await noted();
    await restore();
    const { result, told } = await visit(scope, found);
    expect(told).to.deep.equal(['data loss: the newest rows']);
    expect(result).to.deep.include({ consent: { personalization: 'in', places: 'in' }, rows: ['a:0', 'a:1'] });
  });

  it('[R171] the last row is noted though another tab holds the file at that moment', async () => {
    const scope = newScope();
    await visit(scope, first);
    await visit(scope, async (store) => {
      const other = await holdMark(scope);
      await appendNoted(store, 'b:0');
      await new Promise((resolve) => setTimeout(resolve, 100));
      await other.abort();
      await untilNoted(scope);
    });
    expect((await readMark(scope))?.last).to.have.property('newest');
  });

  it('[R171] what is noted stays noted where the store is opened and only looked at', async () => {
    const { scope } = await noted();
    const { newest } = (await readMark(scope))?.last ?? {};
    await visit(scope, () => new Promise((resolve) => setTimeout(resolve, 100)));
    expect((await readMark(scope))?.last).to.include({ newest });
  });

  it('[R171] planted fault: without the note nobody hears of it', async () => {
    const { scope, restore } = await noted();
    await restore();
    await removeMark(scope);
    expect((await visit(scope, found)).told).to.deep.equal([]);
  });

  for (const [what, deeds] of Object.entries({
    ...LESSENING,
    'forgetting the newest row': (store: Store) =>
      store.removeRows(new Set(['b:0']), { erasure: { id: 'e', at: 1, ids: ['b:0'] } }),
    'its end by retention': (store: Store) => store.removeRows(new Set(['b:0'])),
    'another row': (store: Store) => appendNoted(store, 'c:0'),
  })) {
    it(`[R171] ${what} is no loss`, async () => {
      const { scope } = await noted(deeds);
      expect((await visit(scope, found)).told).to.deep.equal([]);
    });
  }

  it('[R171] a note that comes late, of a row that another tab has forgotten, is not written', async () => {
    const { scope } = await noted(async (store) => {
      const before = await store.readMeta();
      await store.removeRows(new Set(['b:0']), { erasure: { id: 'e', at: 1, ids: ['b:0'] } });
      await store.noteNewest('b:0', before);
      await new Promise((resolve) => setTimeout(resolve, 800));
    });
    expect((await readMark(scope))?.last).to.not.have.property('newest');
    expect((await visit(scope, found)).told).to.deep.equal([]);
  });

  it('[R140] a refusal where nothing was ever agreed to makes no file of its own', async () => {
    const scope = newScope();
    await visit(scope, (store) =>
      store.changeConsent({ consent: { places: 'out' }, records: [choice('out', 'places')], purge: false }),
    );
    expect(await readMark(scope)).to.equal(undefined);
  });

  it('[R141] a row on its way to a database that was deleted is nothing in the one that is made after it', async () => {
    const scope = newScope();
    await visit(scope, first);
    await visit(scope, (store) => store.destroy());
    const { result, told } = await visit(scope, async (store) => {
      await agree(store, ...BOTH);
      const kept = await store.appendRows([row('b:0')], 1);
      return { kept, ...(await found(store)) };
    });
    expect(result).to.deep.include({ kept: 0, rows: [] });
    expect(result.epoch).to.be.greaterThan(1);
    expect(told).to.deep.equal([]);
  });

  for (const [what, before] of Object.entries<(store: Store) => Promise<unknown>>({
    'an agreement': first,
    'nothing but a refusal': (store: Store) =>
      store.changeConsent({ consent: { places: 'out' }, records: [choice('out', 'places')], purge: false }),
  })) {
    it(`[R172] whoever saw a store that is deleted before it opens, after ${what}, makes none`, async () => {
      const scope = newScope();
      await visit(scope, before);
      await visit(scope, (store) => store.destroy());
      const late = visit(scope, found, true);
      expect(isGone(await failureOf(late))).to.equal(true);
      expect(await storeExists(databaseName(scope))).to.equal(false);
    });
  }

  it('[R172] the same where another tab holds up the deletion', async () => {
    const scope = newScope();
    const name = databaseName(scope);
    await visit(scope, first);
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const slow = await holdUp(name);
    const destroyed = store.destroy();
    await slow.asked;
    const late = failureOf(visit(scope, found, true));
    slow.close();
    expect(isGone(await late)).to.equal(true);
    await destroyed;
    expect(await storeExists(name)).to.equal(false);
  });

  it('[R141] planted fault: without a mark it is believed', async () => {
    const scope = newScope();
    await visit(scope, first);
    await visit(scope, (store) => store.destroy());
    await removeMark(scope);
    const { result } = await visit(scope, async (store) => {
      await agree(store);
      return store.appendRows([row('b:0')], 1);
    });
    expect(result).to.equal(1);
  });

  it('[R141] where the browser lost the database a refusal is still known, and nothing is agreed to', async () => {
    const scope = newScope();
    await visit(scope, first);
    await visit(scope, LESSENING['a withdrawal of one purpose'] ?? first);
    await removePlaces(databaseName(scope));
    for (const seen of [true, false]) {
      const { result, told } = await visit(scope, found, seen);
      expect(result).to.deep.include({ consent: { places: 'out' }, rows: [] });
      expect(told, `made anew, and it says so (seen: ${String(seen)})`).to.deep.equal(['data loss: all']);
      await removePlaces(databaseName(scope));
    }
  });

  it('[R142] what stays when a store is deleted is an epoch, and no word of anybody', async () => {
    const scope = newScope();
    await visit(scope, first);
    await visit(scope, withdraw);
    await visit(scope, (store) => store.empty({ rules: [], consent: {}, history: [], bare: true }));
    await visit(scope, (store) => store.destroy());
    expect((await readMark(scope))?.last).to.have.all.keys('epoch', 'revision', 'out', 'n');
    expect((await readMark(scope))?.last).to.deep.include({ revision: 0, out: [] });
    // positive control: it was there to be found
    const control = newScope();
    await markStore(control, { ...newMeta('00'), epoch: 2, consent: { places: 'out' } });
    expect(new TextDecoder().decode(await bytesIn(control))).to.include('places');
  });

  it('[R144] by it a store that is made anew knows what was saved before everything was erased', async () => {
    const scope = newScope();
    await visit(scope, first);
    const { result: before } = await visit(scope, found);
    await visit(scope, (store) => store.empty({ rules: [], consent: {}, history: [] }));
    await visit(scope, (store) => store.destroy());
    const { result } = await visit(scope, found);
    const made = { lineage: lineageOf(before), epoch: before.epoch };
    expect(result.salt).not.to.equal(before.salt);
    expect(isErasedSince(result, made)).to.equal(true);
    expect(isErasedSince(result, { ...made, epoch: result.epoch })).to.equal(false);
  });

  it('[R143] is read though another tab writes it at that moment', async () => {
    const scope = newScope();
    const mark = (revision: number) => writeMark(scope, { create: true }, () => ({ epoch: 1, revision, out: [] }));
    await mark(0);
    let revision = 0;
    const writing = (async () => {
      while (revision < 200) await mark(++revision);
    })();
    let missed = 0;
    while (revision < 200) if (!(await readMark(scope))?.last) missed++;
    await writing;
    expect(missed).to.equal(0);
  });

  it('[R143] is whole whenever its writing is cut short, and says nothing where it is not', async () => {
    const scope = newScope();
    const mark = (epoch: number) => writeMark(scope, { create: true }, () => ({ epoch, revision: 0, out: [] }));
    await mark(1);
    await mark(2);
    await markTorn(scope, true);
    const whole = await bytesIn(scope);
    for (let cut = 0; cut < whole.length; cut += 7) {
      const bytes = whole.slice();
      // What stands in the one place ends here, with what stood there before behind it.
      bytes.fill(35, cut, cut + 1024);
      await writeBytes(scope, bytes);
      const last = (await readMark(scope))?.last;
      if (last) expect(last.epoch).to.be.oneOf([1, 2]);
      else expect(cut).to.be.lessThan(1025);
    }
    await writeBytes(
      scope,
      whole.map(() => 35),
    );
    expect(await readMark(scope)).to.deep.equal({ torn: false, last: undefined });
    await mark(7);
    expect((await readMark(scope))?.last?.epoch).to.equal(7);
  });

  it('[R143] a mark of an earlier version, one byte long, is read and grows', async () => {
    const scope = newScope();
    await writeBytes(scope, Uint8Array.of(1));
    expect(await readMark(scope)).to.deep.equal({ torn: true, last: undefined });
    await writeMark(scope, { create: false }, () => ({ epoch: 3, revision: 4, out: ['places'] }));
    expect(await readMark(scope)).to.deep.equal({ torn: true, last: { epoch: 3, revision: 4, out: ['places'], n: 1 } });
  });
});
