import { expect } from 'chai';
import { holdUp } from '../../test/hold-up.js';
import { agree } from '../../test/store-contract.js';
import { databaseName, newReplica, openPersistentStore, openStore } from './index.js';
import { keepsALog } from './keeps-a-log.js';
import { removePlaces } from './make-place.js';
import { notesLeft, removeNotes } from './notes-left.js';
import { newOpenNote, NOTE_PREFIX, type OpenNote } from './open-note.js';
import type { StoreDatabase } from './open.js';

const DEAD = `${NOTE_PREFIX}dead`;
const LEFT = keepsALog() ? [DEAD] : [];
const scopes: string[] = [];
const notes: OpenNote[] = [];

async function newScope(): Promise<string> {
  const scope = `n-${newReplica()}`;
  scopes.push(scope);
  const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
  await agree(store);
  store.close();
  return scope;
}

function newNote(scope: string): OpenNote {
  const note = newOpenNote(scope);
  notes.push(note);
  return note;
}

async function inStore<Result>(scope: string, work: (database: StoreDatabase) => Promise<Result>): Promise<Result> {
  const database = await openStore(scope);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const keysIn = (scope: string) =>
  inStore(scope, async (database) => (await database.getAllKeys('meta')).filter((key) => key.startsWith(NOTE_PREFIX)));

/** The notes nobody stands behind; asked again where a busy machine was slow to answer. */
async function leftIn(scope: string, wanted: readonly string[]): Promise<readonly string[]> {
  for (let tries = 5; ; tries--) {
    const left = await inStore(scope, (database) => notesLeft(database, scope));
    if (left.length === wanted.length || tries === 0) return left;
  }
}

/** What a page that was killed leaves behind. */
const leaveDead = (scope: string) => inStore(scope, (database) => database.put('meta', { key: DEAD } as never));

afterEach(async () => {
  for (const note of notes.splice(0)) note.close();
  for (const scope of scopes.splice(0)) await removePlaces(databaseName(scope));
});

describe('a note of who has the store open', () => {
  it('[R175] stands while the page lives, once, and is taken back when it goes', async () => {
    const scope = await newScope();
    const note = newNote(scope);
    await Promise.all([note.put(), note.put()]);
    await note.put();
    expect(await keysIn(scope)).to.have.length(keepsALog() ? 1 : 0);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await keysIn(scope)).to.deep.equal([]);
    // back from the cache
    await note.put();
    expect(await keysIn(scope)).to.have.length(keepsALog() ? 1 : 0);
    note.close();
    await note.put();
    expect(await keysIn(scope)).to.deep.equal([]);
  });

  it('[R175] of a page that answers is not taken for that of one that was killed', async () => {
    const scope = await newScope();
    for (const note of [newNote(scope), newNote(scope)]) await note.put();
    expect(await leftIn(scope, [])).to.deep.equal([]);
    await leaveDead(scope);
    expect(await leftIn(scope, LEFT)).to.deep.equal(LEFT);
    await inStore(scope, (database) => removeNotes(database, scope, [DEAD]));
    expect(await leftIn(scope, [])).to.deep.equal([]);
    expect(await keysIn(scope)).to.have.length(keepsALog() ? 2 : 0);
  });

  it('[R175] that was taken from a page which was only slow is put again', async () => {
    const scope = await newScope();
    await newNote(scope).put();
    const keys = await keysIn(scope);
    await inStore(scope, (database) => removeNotes(database, scope, keys));
    for (let tries = 0; tries < 100 && (await keysIn(scope)).length < keys.length; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await keysIn(scope)).to.deep.equal(keys);
  });

  /** A note that is asked for while the browser opens nothing, and what comes in between; the notes once it opens again. */
  async function putLate(meanwhile: (note: OpenNote) => void): Promise<readonly string[]> {
    const scope = await newScope();
    const tab = await holdUp(databaseName(scope));
    // What is asked for behind an upgrade that waits for a tab waits as well.
    const upgrade = indexedDB.open(databaseName(scope), 99);
    upgrade.onupgradeneeded = () => upgrade.transaction?.abort();
    await tab.asked;
    const note = newNote(scope);
    const asked = performance.now();
    await note.put();
    if (keepsALog()) expect(performance.now() - asked, 'the browser opened it').to.be.above(900);
    meanwhile(note);
    tab.close();
    await new Promise((resolve) => (upgrade.onerror = resolve));
    return keysIn(scope);
  }

  it('[R191] is put later where the browser opens nothing for longer than a start waits', async () => {
    expect(await putLate(() => undefined)).to.have.length(keepsALog() ? 1 : 0);
  });

  for (const end of ['takeBack', 'close'] as const)
    it(`[R191] is not put any more after ${end}`, async () => {
      const put = await putLate((note) => {
        note[end]();
      });
      expect(put).to.deep.equal([]);
    });

  it('[R175] makes no store, and lets one be deleted', async () => {
    const scope = await newScope();
    const note = newNote(scope);
    await note.put();
    await removePlaces(databaseName(scope));
    await note.put();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(databaseName(scope));
  });

  it('[R174] whoever starts after a kill takes the notes away that were left, and keeps what there is', async function () {
    if (!keepsALog()) this.skip();
    const scope = await newScope();
    await leaveDead(scope);
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined, stored: true });
    expect((await store.readMeta()).consent).to.deep.equal({ personalization: 'in' });
    store.close();
    expect(await keysIn(scope)).to.deep.equal([]);
    expect(await inStore(scope, (database) => database.count('snapshots'))).to.equal(0);
  });
});
