import { expect } from 'chai';
import { itemParams, LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { create, NOON, putAway } from '../../test/garden-pages.js';
import { newReplica, readAtRest } from '../storage/index.js';
import type { ExportDocument, Tactful, TactfulOptions } from './index.js';

const PASSPHRASE = 'de kaas is naar de maan gegaan';
const CANARY = 'paarse kabouter';
/** Whether it is the same moment for everybody. */
let stopped = false;

/** A page of its own: persistent where no other of its scope is meant, since a device has one store for a scope. */
async function device(scope: string, more: Partial<TactfulOptions> = {}): Promise<Tactful> {
  let ticks = 0;
  const clock = (): typeof NOON => ({ at: NOON.at + (stopped ? 1000 : ticks++), offset: NOON.offset });
  const tactful = create({ scope, clock, ...more });
  await tactful.ready;
  return tactful;
}

async function agreed(scope: string, more: Partial<TactfulOptions> = {}): Promise<Tactful> {
  const tactful = await device(scope, more);
  await tactful.consent.set({ personalization: 'in' }, { mechanism: 'element' });
  return tactful;
}

async function shopper(scope: string): Promise<Tactful> {
  const tactful = await agreed(scope, { storage: 'memory' });
  for (const [name, params] of LOOK_AT_GARDEN) await tactful.track(name, params);
  await tactful.track('search', { search_term: CANARY });
  await tactful.declare({ kind: 'never', category: 'paint' });
  return tactful;
}

const scopeOf = (): string => `t-${newReplica()}`;
const rowsOf = ({ events }: ExportDocument): string =>
  JSON.stringify(events.filter(({ name }) => name !== 'log_imported'));
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Stands in for the browser's setting, which no page can change. */
function withSignal(get: () => unknown): () => void {
  const found = Object.getOwnPropertyDescriptor(navigator, 'globalPrivacyControl');
  Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, get });
  return () => {
    if (found) Object.defineProperty(navigator, 'globalPrivacyControl', found);
    else delete (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl;
  };
}

afterEach(async () => {
  stopped = false;
  await putAway();
});

describe('a file for another device', () => {
  it('[R50] rel I-07: sealed, as a file, it brings rows and profile to the disk of another device', async () => {
    const scope = scopeOf();
    const there = await shopper(scope);
    const sealed = await there.export({ passphrase: PASSPHRASE });
    expect(sealed).to.include({ format: 'tactful-export-sealed', v: 1, kdf: 'PBKDF2-HMAC-SHA-256' });
    expect(JSON.stringify(sealed)).not.to.contain('kabouter');
    const here = await agreed(scope);
    const file = new File([JSON.stringify(sealed, null, 2)], 'tactful.json', { type: 'application/json' });
    const receipt = await here.import(file, { passphrase: PASSPHRASE });
    expect(receipt).to.deep.include({ added: 8, known: 0, removed: 0, refused: {} });
    stopped = true;
    const [one, other] = [await there.export(), await here.export()];
    expect(rowsOf(other)).to.equal(rowsOf(one));
    expect(JSON.stringify(await here.profile().then(({ profile }) => profile))).to.equal(
      JSON.stringify(await there.profile().then(({ profile }) => profile)),
    );
    const atRest = await readAtRest(scope);
    expect(atRest?.events.map(({ id }) => id)).to.include.members(one.events.map(({ id }) => id));
  });

  it('[R50] takes the document itself and its text as well, and other tabs hear of it', async () => {
    const scope = scopeOf();
    const document = await (await shopper(scope)).export();
    const here = await agreed(scope);
    const heard = new Promise<void>((resolve) => here.on('profile', () => resolve()));
    expect(await here.import(document)).to.include({ added: 8 });
    await heard;
    expect(await here.import(JSON.stringify(document, null, 2))).to.include({ added: 0, known: 8 });
    expect(document.profile).to.be.an('object');
  });

  it('[R50] a device that took in its own rows again writes under a new name from then on', async () => {
    const here = await agreed(scopeOf());
    const first = await here.track('view_item', itemParams('garden', 'first'));
    const document = await here.export();
    await here.forget({ ids: [first.kept ? first.id : ''] });
    // what a hostile file claims for the very next row of this tab
    const [row] = document.events;
    if (!row) throw new Error('nothing was kept');
    const replica = row.id.slice(0, row.id.indexOf(':'));
    const claimed = [1, 2, 3].map((n) => ({ ...row, id: `${replica}:${n}`, params: { search_term: 'claimed' } }));
    await here.import({ ...document, events: claimed });
    const next = await here.track('view_item', itemParams('tools', 'second'));
    const rows = await here.log({ names: ['view_item'] });
    expect(rows).to.have.lengthOf(4);
    expect(rows.filter(({ id }) => next.kept && id === next.id)).to.have.lengthOf(1);
    expect(next.kept && next.id.startsWith(replica)).to.equal(false);
  });

  it('[R55] refuses by code what it cannot open, says no word of it, and has changed nothing', async () => {
    const scope = scopeOf();
    const there = await shopper(scope);
    const [plain, sealed] = [await there.export(), await there.export({ passphrase: PASSPHRASE })];
    const here = await agreed(scope);
    await here.track('view_item', itemParams('garden', 'first'));
    const before = rowsOf(await here.export());
    const cyclic: Record<string, unknown> = { format: 'tactful-export' };
    cyclic['self'] = cyclic;
    const hostile = {
      get format(): never {
        throw new Error(CANARY);
      },
    };
    const huge = Object.defineProperty(new Blob([]), 'size', { value: 1e12 });
    const REFUSED: readonly (readonly [unknown, string | undefined, string])[] = [
      [sealed, undefined, 'PASSPHRASE_NEEDED'],
      [sealed, `${PASSPHRASE}!`, 'PASSPHRASE_WRONG'],
      [{ ...sealed, data: `${sealed.data.slice(0, -8)}AAAAAAA=` }, PASSPHRASE, 'PASSPHRASE_WRONG'],
      [JSON.stringify(sealed).slice(0, -9), PASSPHRASE, 'IMPORT_INVALID'],
      [{ ...sealed, v: 2 }, PASSPHRASE, 'EXPORT_NEWER'],
      [plain, PASSPHRASE, 'IMPORT_INVALID'],
      [{ ...plain, v: 2 }, undefined, 'EXPORT_NEWER'],
      [new Blob([JSON.stringify(plain).slice(0, 500)]), undefined, 'IMPORT_INVALID'],
      [
        { ...plain, events: [{ ...plain.events[0], params: { [CANARY]: { a: CANARY } } }, CANARY] },
        undefined,
        'IMPORT_INVALID',
      ],
      [cyclic, undefined, 'IMPORT_INVALID'],
      [hostile, undefined, 'IMPORT_INVALID'],
      [undefined, undefined, 'IMPORT_INVALID'],
      [5, undefined, 'IMPORT_INVALID'],
      [huge, undefined, 'IMPORT_TOO_LARGE'],
    ];
    for (const [file, passphrase, code] of REFUSED) {
      const failure = await failureOf(here.import(file as string, { passphrase }));
      expect(failure, code).to.include({ name: 'TactfulError', code });
      expect(String(failure)).not.to.match(/kabouter|kaas/);
    }
    expect(rowsOf(await here.export())).to.equal(before);
    const failure = await failureOf(there.export({ passphrase: 'kort' }));
    expect(failure).to.include({ code: 'CONFIG_INVALID', path: 'passphrase' });
  });

  it('[R53] rel I-13: an import changes no state of consent, and nothing is written without one', async () => {
    const scope = scopeOf();
    const document = await (await shopper(scope)).export();
    const here = await device(scope);
    expect(await here.import(document)).to.deep.include({ added: 0, refused: { 'no-consent': 8 } });
    expect(here.consent.get()).to.deep.equal({ personalization: 'pending' });
    expect(await readAtRest(scope)).to.equal(undefined);
    await here.consent.set({ personalization: 'out' });
    expect(await here.import(document)).to.deep.include({ added: 0, refused: { 'no-consent': 8 } });
    expect(here.consent.get()).to.deep.equal({ personalization: 'out' });
  });
});

describe('Global Privacy Control', () => {
  const signals: readonly (readonly [string, () => unknown])[] = [
    ['on', () => true],
    [
      'in doubt',
      () => {
        throw new Error('no');
      },
    ],
    ['of another kind', () => 'true'],
  ];
  for (const [title, get] of signals) {
    it(`[R59] rel I-14: ${title}, a page's own "in" raises nothing; a choice by hand does, with its provenance`, async () => {
      const undo = withSignal(get);
      try {
        const scope = scopeOf();
        const here = await device(scope, { consent: { personalization: 'in' } });
        expect(here.consent.get()).to.deep.equal({ personalization: 'pending' });
        expect(await here.track('view_item', itemParams('garden', 'first'))).to.include({ reason: 'no-consent' });
        await here.consent.set({ personalization: 'in' }, { mechanism: 'element' });
        expect(here.consent.history()).to.have.lengthOf(1);
        const [record] = here.consent.history();
        expect(record).to.include({ purpose: 'personalization', state: 'in', mechanism: 'element', gpc: true });
        expect(record).to.have.all.keys(
          ...['purpose', 'state', 'at', 'offset', 'textHash', 'mechanism', 'version', 'gpc'],
        );
        // what was chosen in spite of the signal outlives the page
        here.close();
        const again = await device(scope);
        expect(again.consent.get()).to.deep.equal({ personalization: 'in' });
      } finally {
        undo();
      }
    });
  }

  it('[R59] rel I-14: what was agreed to before the signal came is withdrawn, and said to be by it', async () => {
    const scope = scopeOf();
    const before = await agreed(scope);
    await before.track('view_item', itemParams('garden', 'first'));
    before.close();
    const undo = withSignal(() => true);
    try {
      const here = await device(scope);
      expect(here.consent.get()).to.deep.equal({ personalization: 'out' });
      expect(here.consent.history().at(-1)).to.include({ state: 'out', mechanism: 'gpc' });
      expect((await readAtRest(scope))?.events).to.deep.equal([]);
    } finally {
      undo();
    }
    // without the signal nothing rises again by itself
    const later = await device(scope, { consent: { personalization: 'in' } });
    expect(later.consent.get()).to.deep.equal({ personalization: 'out' });
  });

  it('[R59] positive control: without the signal the page\'s own "in" is believed', async () => {
    const undo = withSignal(() => false);
    try {
      const here = await device(scopeOf(), { consent: { personalization: 'in' } });
      expect(here.consent.get()).to.deep.equal({ personalization: 'in' });
      expect(here.consent.history().at(0)).to.not.have.property('gpc');
    } finally {
      undo();
    }
  });
});
