import { expect } from 'chai';
import { gardenCatalog } from './garden-catalog.js';
import { DAY_MS, DEFAULT_MODEL, DEFAULT_POLICY, defaultPurposes, type Event } from '../src/engine/index.js';
import type {
  ConfigRecord,
  ConsentRecord,
  ControlRecord,
  DecisionRecord,
  LedgerRecord,
  SayingAction,
  Store,
} from '../src/storage/index.js';
import { spokenRow } from '../src/storage/spoken-row.js';

// What every adapter of the store has to do, said once: on disk, in memory, and whatever comes to stand between.

/** A row of the log. */
export function row(id: string, name: Event['name'] = 'page_view', params: Event['params'] = {}): Event {
  return { id, at: 1000, offset: 0, name, origin: 'observed', purpose: 'personalization', params, v: 1 };
}

/** A row of another purpose. */
export const rowFor = (purpose: string, id: string): Event => ({ ...row(id), purpose });

/** An exposure as it is reserved. */
export function exposure(id: string, epoch = 1): LedgerRecord {
  return { id, offerId: 'offer', at: 1000, promotional: true, state: 'reserved', epoch };
}

/** The account of a decision, as little of it as a store looks at. */
export function decision(id: string, { epoch = 1, at = 1000 } = {}): DecisionRecord {
  return { id, at, epoch, trace: { decision: { id } } as never };
}

/** A configuration. */
export const configuration = (hash = 'h', at = 1): ConfigRecord => ({
  hash,
  engineVersion: '1',
  at,
  catalog: gardenCatalog,
  policy: DEFAULT_POLICY,
  model: DEFAULT_MODEL,
  purposes: defaultPurposes(),
});

/** The record of a choice. */
export const choice = (state: 'in' | 'out' = 'in', purpose = 'personalization'): ConsentRecord => ({
  purpose,
  state,
  at: 1,
  offset: 0,
  textHash: 't',
  mechanism: 'call',
  version: '1',
});

/** Agrees to purposes, each with its record. */
export const agree = (store: Store, ...purposes: readonly string[]): ReturnType<Store['changeConsent']> => {
  const agreed = purposes.length > 0 ? purposes : ['personalization'];
  return store.changeConsent({
    consent: Object.fromEntries(agreed.map((purpose) => [purpose, 'in'])),
    records: agreed.map((purpose) => choice('in', purpose)),
    purge: false,
  });
};

/** Withdraws the one purpose, and what was kept with it. */
export const withdraw = (store: Store): ReturnType<Store['changeConsent']> =>
  store.changeConsent({ consent: { personalization: 'out' }, records: [choice('out')], purge: true });

const LESS = { kind: 'preference', facet: 'category', value: 'garden', level: -1 } as const;

/** A command that says something. */
export function saying(action: SayingAction = { do: 'declare', statement: LESS }): ControlRecord {
  return { id: 'c', op: 'declare', ids: [], keep: 'rules', action, at: 2000, offset: 60, by: 'shopper' };
}

/** A page that carries out what is said. */
export const page = {
  by: 'page',
  now: { at: 3000, offset: 120 },
  purposes: defaultPurposes(),
  speak: spokenRow,
} as const;

/** The ids of all rows that can be read, in order. */
export const rowIds = async (store: Store): Promise<readonly string[]> =>
  (await store.readSegments(new Set())).added.flatMap(({ rows }) => rows.map(({ id }) => id)).sort();

const command = (id: string, op: 'forget' | 'erase' = 'forget', ids: readonly string[] = []): ControlRecord => ({
  id,
  op,
  ids,
  keep: 'rules',
  at: 1,
  by: 'shopper',
});

/** Everything a store says, but for its salt and its revision: what two adapters must agree about. */
export async function contentsOf(store: Store): Promise<unknown> {
  const { epoch, consent, history } = await store.readMeta();
  const byId = <Each extends { readonly id: string }>(all: readonly Each[]): readonly Each[] =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    meta: { epoch, consent, history },
    segments: byId((await store.readSegments(new Set())).added),
    ledger: byId(await store.readLedger()),
    decisions: byId(await store.readDecisions()),
    erasures: byId(await store.readErasures()),
    control: byId(await store.readControl()),
  };
}

async function reads(store: Store): Promise<void> {
  await agree(store);
  expect(await store.appendRows([row('a:0'), row('a:1')], 1)).to.equal(2);
  const { added, keys } = await store.readSegments(new Set(['a:0']));
  expect(added).to.deep.equal([{ id: 'a:1', to: 1, at: 1000, epoch: 1, rows: [row('a:1')] }]);
  expect([...keys].sort()).to.deep.equal(['a:0', 'a:1']);
}

/** One of everything that a tab may try to write under what it believes. */
async function writeEverything(store: Store, epoch: number): Promise<void> {
  await store.appendRows([row('a:0'), rowFor('other', 'a:1')], epoch);
  await store.reserve({ record: exposure('d', epoch), fits: () => true });
  await store.settle('d', 'shown');
  await store.saveDecision(decision('d', { epoch }));
  await store.saveConfig(configuration());
  await store.acknowledge({ ...command('c'), ack: { at: 1, removed: 0, by: 'page' } });
}

const NOTHING = { segments: [], ledger: [], decisions: [], erasures: [], control: [] };

async function purges(store: Store): Promise<void> {
  await agree(store);
  await writeEverything(store, 1);
  expect(await contentsOf(store), 'before').to.not.deep.include(NOTHING);
  expect(await withdraw(store)).to.include({ epoch: 2 });
  expect(await contentsOf(store)).to.deep.include(NOTHING);
}

async function afterWithdrawal(store: Store): Promise<void> {
  await agree(store);
  await writeEverything(store, 1);
  const meta = await withdraw(store);
  expect(meta).to.include({ epoch: 2 });
  for (const believed of [1, 2]) await writeEverything(store, believed);
  expect(await contentsOf(store)).to.deep.include(NOTHING);
  const refusal: unknown = await store.say({ record: saying(), ...page });
  expect(refusal).to.deep.equal({ refused: 'no-consent' });
  expect(await rowIds(store)).to.deep.equal([]);
}

async function afterErasing(store: Store): Promise<void> {
  await agree(store);
  await writeEverything(store, 1);
  await store.empty({ rules: [], consent: {}, history: [] });
  await store.acknowledge({ ...command('e', 'erase'), ack: { at: 1, removed: 1, by: 'page' } });
  for (const believed of [1, 2]) await writeEverything(store, believed);
  const { control, ...rest } = (await contentsOf(store)) as { readonly control: readonly { readonly id: string }[] };
  expect(control.map(({ id }) => id)).to.deep.equal(['e']);
  expect({ ...rest, control: [] }).to.deep.include(NOTHING);
  await agree(store);
  expect(await store.appendRows([row('a:0')], 1), 'agreed again, an old epoch').to.equal(0);
  expect(await store.appendRows([row('a:0')], 2), 'agreed again').to.equal(1);
}

async function races(store: Store): Promise<void> {
  await agree(store);
  await Promise.all([writeEverything(store, 1), withdraw(store), writeEverything(store, 1)]);
  expect(await contentsOf(store)).to.deep.include(NOTHING);
  await agree(store);
  const epoch = 2;
  await Promise.all([
    writeEverything(store, epoch),
    store.empty({ rules: [], consent: {}, history: [] }),
    writeEverything(store, epoch),
  ]);
  expect(await contentsOf(store)).to.deep.include(NOTHING);
}

async function perPurpose(store: Store): Promise<void> {
  await agree(store, 'personalization', 'other');
  expect(await store.appendRows([row('a:0'), rowFor('other', 'a:1'), rowFor('unknown', 'a:2')], 1)).to.equal(2);
  await store.changeConsent({ consent: { other: 'out' }, records: [choice('out', 'other')], purge: true });
  expect(await rowIds(store)).to.deep.equal(['a:0']);
  expect((await store.readMeta()).epoch, 'another is still agreed to').to.equal(1);
  const { keys } = await store.readSegments(new Set());
  expect([...keys]).to.deep.equal(['a:0']);
  expect(await store.appendRows([rowFor('other', 'a:3')], 1)).to.equal(0);
}

async function neverRises(store: Store): Promise<void> {
  const bare = { consent: { personalization: 'in' }, records: [], purge: false } as const;
  expect((await store.changeConsent(bare)).consent, 'without a record').to.deep.equal({});
  await agree(store, 'a', 'b');
  await store.changeConsent({ consent: { a: 'out' }, records: [choice('out', 'a')], purge: false });
  // A tab that has not heard of it writes the whole of what it believes.
  const stale = { consent: { a: 'in', b: 'in', c: 'in' }, records: [choice('in', 'c')], purge: false } as const;
  const { consent, history } = await store.changeConsent(stale);
  expect(consent).to.deep.equal({ a: 'out', b: 'in', c: 'in' });
  await Promise.all([agree(store, 'c'), agree(store, 'c')]);
  expect(history).to.have.length(4);
  expect((await store.readMeta()).history, 'said again, chosen once').to.deep.equal(history);
}

async function agreesAtStart(store: Store): Promise<void> {
  await store.changeConsent({ consent: { a: 'out' }, records: [choice('out', 'a')], purge: false });
  const start = {
    consent: { a: 'in', b: 'in' },
    records: [choice('in', 'a'), choice('in', 'b')],
    purge: false,
    atStart: true,
  } as const;
  const { consent, history } = await store.changeConsent(start);
  expect(consent).to.deep.equal({ a: 'out', b: 'in' });
  expect(history.map(({ purpose, state }) => `${purpose} ${state}`)).to.deep.equal(['a out', 'b in']);
  // by hand it may
  await agree(store, 'a');
  expect((await store.readMeta()).consent).to.deep.equal({ a: 'in', b: 'in' });
}

async function reservesOnce(store: Store): Promise<void> {
  await agree(store);
  const fits = (ledger: readonly LedgerRecord[]): boolean => ledger.length < 2;
  const results = await Promise.all(
    ['d1', 'd2', 'd3', 'd4'].map((id) => store.reserve({ record: exposure(id), fits })),
  );
  expect(results.filter(({ reserved }) => reserved)).to.have.length(2);
  expect(await store.reserve({ record: exposure('d1'), fits }), 'the same again').to.deep.equal({ reserved: true });
  expect(await store.readLedger()).to.have.length(2);
  expect((await store.reserve({ record: exposure('d5', 7), fits: () => true })).reserved, 'an old epoch').to.equal(
    false,
  );
}

async function reservesOnWhatIsSo(store: Store): Promise<void> {
  await agree(store);
  const heard: (readonly unknown[])[] = [];
  const ask = (isRead: boolean): ReturnType<Store['reserve']> =>
    store.reserve({
      record: exposure('d'),
      fits: () => true,
      isRead: (...found) => {
        heard.push(found);
        return isRead;
      },
    });
  expect(await ask(false)).to.deep.equal({ reserved: false, ledger: [], behind: true });
  expect(await store.readLedger()).to.deep.equal([]);
  await store.appendRows([row('a:0'), row('a:1', 'add_to_cart')], 1);
  expect(await ask(true)).to.deep.equal({ reserved: true });
  await store.appendRows([{ ...row('a:2', 'never_stated'), origin: 'declared' }], 1);
  await ask(true);
  const { said } = await store.readSegments(new Set());
  await store.appendRows([row('a:3', 'purchase')], 1);
  await ask(true);
  const { revision } = await store.readMeta();
  const [none, looks, one, other] = heard;
  expect([none, looks, one]).to.deep.equal([
    [revision, undefined],
    [revision, undefined],
    [revision, said],
  ]);
  expect(other?.[1]).to.be.a('string').and.not.equal(said);
}

/** Exposures as a store of long ago holds them: `shown` ones have their rows elsewhere. */
async function expiresExposures(store: Store): Promise<void> {
  await agree(store);
  const at = 2000 * DAY_MS;
  for (const [id, days] of [
    ['old', 731],
    ['new', 729],
    ['back', 1],
    ['seen', 731],
  ] as const)
    await store.reserve({ record: { ...exposure(id), at: at - days * DAY_MS }, fits: () => true });
  await store.settle('back', 'released');
  await store.settle('seen', 'shown');
  expect((await store.expireLedger(at - 2 * DAY_MS)).map(({ id }) => id).sort()).to.deep.equal(['new', 'old', 'seen']);
  expect((await store.expireLedger(at)).map(({ id }) => id)).to.deep.equal(['new']);
  expect((await store.readLedger()).map(({ id }) => id)).to.deep.equal(['new']);
}

async function contextual(store: Store): Promise<void> {
  expect(await store.reserve({ record: exposure('d'), fits: () => true })).to.deep.equal({ reserved: true });
  expect((await store.reserve({ record: exposure('d'), fits: () => false })).reserved).to.equal(false);
  expect(await contentsOf(store)).to.deep.include(NOTHING);
}

async function forgets(store: Store): Promise<void> {
  await agree(store);
  await store.reserve({ record: exposure('d'), fits: () => true });
  await store.appendRows([row('a:0', 'offer_shown', { decision_id: 'd', offer_id: 'offer' }), row('a:1')], 1);
  const ids = new Set(['a:0', 'z:9']);
  expect(await store.removeRows(ids, { erasure: { id: 'e', at: 1, ids: [...ids] } })).to.equal(1);
  expect(await rowIds(store)).to.deep.equal(['a:1']);
  expect(await store.readLedger()).to.deep.equal([]);
  expect((await store.readErasures()).map((erasure) => erasure.ids)).to.deep.equal([['a:0', 'z:9']]);
  expect(await store.appendRows([row('a:0'), row('a:2')], 1), 'what was forgotten does not come back').to.equal(1);
}

async function obeysOnce(store: Store): Promise<void> {
  await agree(store);
  await store.appendRows([row('a:0'), row('a:1')], 1);
  const { revision } = await store.readMeta();
  const record = command('c', 'forget', ['a:0']);
  const obey = (): Promise<number> => store.removeRows(new Set(record.ids), { command: { record, by: 'page', at: 2 } });
  expect(await Promise.all([obey(), obey()])).to.deep.equal([1, 1]);
  expect((await store.readControl()).map(({ ack }) => ack)).to.deep.equal([{ at: 2, removed: 1, by: 'page' }]);
  expect((await store.readMeta()).revision).to.equal(revision + 1);
}

async function keepsWithinLimits(store: Store): Promise<void> {
  await agree(store);
  const newest = 100 * DAY_MS;
  await store.saveDecision(decision('old', { at: newest - 91 * DAY_MS }));
  await store.saveDecision(decision('ninety', { at: newest - 89 * DAY_MS }));
  for (let n = 0; n < 500; n++) await store.saveDecision(decision(`d${String(n)}`, { at: newest - n }));
  const kept = (await store.readDecisions()).map(({ id }) => id);
  expect(kept).to.have.length(500);
  expect(kept).to.not.include('old').and.not.include('ninety');
  for (const hash of ['a', 'b', 'c', 'd', 'e', 'f']) await store.saveConfig(configuration(hash, hash.charCodeAt(0)));
  expect(await store.readDecisions()).to.have.length(500);
}

async function settles(store: Store): Promise<void> {
  await agree(store);
  for (const id of ['d1', 'd2']) await store.reserve({ record: exposure(id), fits: () => true });
  await store.settle('d1', 'shown');
  await store.settle('d2', 'released');
  await store.settle('unknown', 'shown');
  const byId = [...(await store.readLedger())].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId).to.deep.equal([
    { ...exposure('d1'), state: 'shown' },
    { ...exposure('d2'), state: 'released' },
  ]);
}

async function empties(store: Store): Promise<void> {
  await agree(store);
  await writeEverything(store, 1);
  const remainder = { rules: [row('n:0', 'never_stated')], consent: { other: 'out' }, history: [] } as const;
  expect(await store.empty(remainder)).to.equal(1);
  expect(await contentsOf(store)).to.deep.equal({
    ...NOTHING,
    meta: { epoch: 2, consent: { other: 'out' }, history: [] },
    segments: [{ id: 'n:0', to: 0, at: 1000, epoch: 2, rows: [row('n:0', 'never_stated')] }],
  });
}

async function saysOnce(store: Store): Promise<void> {
  await agree(store);
  const said = await store.say({ record: saying(), ...page });
  if (!('added' in said)) throw new Error(said.refused);
  const [segment] = (await store.readSegments(new Set())).added;
  expect(segment?.rows).to.deep.equal([
    {
      id: said.added,
      at: 3000,
      offset: 120,
      v: 1,
      name: 'preference_stated',
      origin: 'declared',
      purpose: 'personalization',
      params: { facet: 'category', value: 'garden', level: -1 },
    },
  ]);
  expect(await store.say({ record: saying(), ...page }), 'again').to.deep.equal(said);
  expect(await rowIds(store)).to.deep.equal([said.added]);
  const [done] = await store.readControl();
  expect(done?.ack).to.deep.equal({ at: 3000, removed: 0, by: 'page', said });
  expect(JSON.stringify(done)).to.not.include('garden');
}

async function saysTasks(store: Store): Promise<void> {
  await agree(store);
  await store.say({ record: saying({ do: 'task', id: 'plan', state: 'ended' }), ...page });
  await store.say({ record: { ...saying({ do: 'resolve', complaint: 'c1' }), id: 'd' }, ...page });
  const rows = (await store.readSegments(new Set())).added.flatMap((segment) => segment.rows);
  expect(rows.map(({ name, params }) => [name, params])).to.have.deep.members([
    ['task_ended', { task_id: 'plan' }],
    ['complaint_resolved', { complaint_id: 'c1' }],
  ]);
}

async function refusesSayings(store: Store): Promise<void> {
  expect(await store.say({ record: saying(), ...page })).to.deep.equal({ refused: 'no-consent' });
  await agree(store);
  const hostile = { do: 'declare', statement: { ...LESS, level: 9 } } as never;
  expect(await store.say({ record: { ...saying(hostile), id: 'd' }, ...page })).to.deep.equal({ refused: 'invalid' });
  const bare = { ...page, purposes: [] };
  expect(await store.say({ record: { ...saying(), id: 'e' }, ...bare })).to.deep.equal({ refused: 'not-needed' });
  expect(await rowIds(store)).to.deep.equal([]);
  expect((await store.readControl()).filter(({ ack }) => ack)).to.have.length(3);
}

/** The rules every store keeps, by the title of their test. */
export const STORE_CONTRACT: Readonly<Record<string, (store: Store) => Promise<void>>> = {
  '[R1] reads what was appended, and only what is new': reads,
  '[R3] withdrawing purges rows, decisions, ledger and commands at once': purges,
  '[R20] after a withdrawal nothing can be written, whatever a tab believes': afterWithdrawal,
  '[R20] after an erasure nothing can be written but that it was done, until the shopper agrees again': afterErasing,
  '[R2] whatever is written at the same time, a withdrawal and an erasure win': races,
  '[R21] rows of a purpose that was withdrawn are nothing, though another is still agreed to': perPurpose,
  '[R22] a purpose rises only with the record of its grant, and no stale tab raises one': neverRises,
  '[R173] a page that starts agrees to what is pending, and to nothing that was refused meanwhile': agreesAtStart,
  '[R4] reserves only while the ledger leaves room, as the writing transaction sees it': reservesOnce,
  '[R148] reserves only what rests on all that was said, as the writing transaction sees it': reservesOnWhatIsSo,
  '[R149] exposures go when they are given back or 730 days old': expiresExposures,
  '[R23] where nothing is agreed to an exposure is allowed and leaves nothing': contextual,
  '[D191] an exposure becomes shown or released and is otherwise what it was': settles,
  '[R5] forgetting a row forgets its exposure, says how many were there, and lets none come back': forgets,
  '[R12] a command is carried out once, and whoever comes second learns what the first removed': obeysOnce,
  '[R24] keeps the newest 500 decisions, of 90 days before the newest': keepsWithinLimits,
  '[R6] emptying keeps the remainder and nothing else': empties,
  '[X23] writes down what is said once, as the row it means, and keeps no word of it in the command': saysOnce,
  '[X23] ends a task and settles a complaint likewise': saysTasks,
  '[X23] what is no statement, and what no purpose that is agreed to needs, is refused and acknowledged':
    refusesSayings,
};
