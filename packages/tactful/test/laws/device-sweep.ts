import type { ConsentStates, Receipt } from '../../src/engine/event.js';
import type { Store } from '../../src/storage/index.js';
import type { Outcome } from '../../src/worker/protocol.js';
import { FAULTS } from '../failing-indexeddb.js';
import { outcomeOf } from '../outcome-of.js';
import { newDevice, type Device, type Failing, type Tab } from './reliability-device.js';
import { memoryDisk, type AtRest } from './reliability-disk.js';
import { canary, SENT, SHOP } from './reliability-shop.js';

// The sweep of a whole device: the same day of a shopper, with the k-th operation of the store failing, for every k, every
// error, before it is done and after, once and for ever. The clock is set by hand, and the store is that of memory.

const BEGINS_AT = 1_780_000_000_000;

/** What the shopper was told, and what they may rely on from then on. */
interface Told {
  /** Rows that were said to be kept. */
  readonly kept: Set<string>;
  /** Rows that were said to be gone. */
  readonly gone: Set<string>;
  /** Purposes of which a "no" was acknowledged, and nothing else asked since. */
  readonly refused: Set<string>;
  /** Whether the tab said that there is a disk under it. */
  atRest: boolean;
}

interface Day {
  readonly device: Device;
  readonly tab: Tab;
  readonly told: Told;
}

const ask = (call: Promise<Outcome<unknown>>): Promise<boolean> => call.then(({ ok }) => ok);

function note(told: Told, receipt: Receipt): void {
  if (receipt.kept && told.atRest) told.kept.add(receipt.id);
}

async function track({ tab, told }: Day, n: number): Promise<Receipt> {
  const [name, params] = SENT[n % SENT.length]?.(canary(n), n) ?? ['page_view', {}];
  const receipt = await tab.track(name, params);
  note(told, receipt);
  return receipt;
}

/** Whoever asks for less may rely on nothing that was there, from the moment of asking. */
async function lessen(
  { told }: Day,
  asked: { readonly of: (id: string) => boolean; readonly call: () => Promise<boolean> },
): Promise<boolean> {
  const ids = [...told.kept].filter(asked.of);
  for (const id of ids) told.kept.delete(id);
  const done = await asked.call();
  if (done) for (const id of ids) told.gone.add(id);
  return done;
}

async function choose({ tab, told }: Day, states: ConsentStates): Promise<boolean> {
  for (const purpose of Object.keys(states)) told.refused.delete(purpose);
  const outcome = await tab.choose(states);
  const done = outcome.ok;
  // In a tab without storage what is kept lasts as long as the tab (N1), and nothing of it is at rest.
  told.atRest = outcome.ok ? outcome.value.status.storage === 'persistent' : told.atRest;
  for (const [purpose, state] of Object.entries(states)) if (done && state === 'out') told.refused.add(purpose);
  return done;
}

const everything = (): boolean => true;

/** What a shopper does in a day, each with its name. */
const DAY: readonly (readonly [title: string, act: (day: Day) => Promise<unknown>])[] = [
  ['agree', (day) => choose(day, { looks: 'in', words: 'in' })],
  ['look', (day) => track(day, 0)],
  ['search', (day) => track(day, 4)],
  ['buy', (day) => track(day, 3)],
  ['decide', ({ tab, device }) => tab.call('decide', { id: 'd1', placement: 'home', now: device.now() })],
  [
    'shown',
    async ({ tab, told }) => {
      note(told, await tab.say({ name: 'offer_shown', params: { offer_id: 'offer-garden', decision_id: 'd1' } }));
    },
  ],
  [
    'never',
    async ({ tab, told }) => {
      note(told, await tab.say({ name: 'never_stated', params: { category: 'tools' } }));
    },
  ],
  [
    'forget',
    (day) => {
      const [first = 'none'] = day.told.kept;
      const request = { selector: { ids: [first] }, now: day.device.now() };
      return lessen(day, { of: (id) => id === first, call: () => ask(day.tab.call('forget', request)) });
    },
  ],
  ['explain', ({ tab }) => tab.call('explain', { decisionId: 'd1' })],
  ['export', ({ tab, device }) => tab.call('export', { now: device.now() })],
  ['crash', ({ tab }) => tab.crash()],
  ['look again', (day) => track(day, 1)],
  ['withdraw', (day) => lessen(day, { of: everything, call: () => choose(day, { looks: 'out', words: 'out' }) })],
  ['decide after', ({ tab, device }) => tab.call('decide', { id: 'd2', placement: 'home', now: device.now() })],
  ['agree again', (day) => choose(day, { looks: 'in' })],
  ['look once more', (day) => track(day, 2)],
  [
    'erase',
    (day) =>
      lessen(day, {
        of: everything,
        call: () => ask(day.tab.call('erase', { keep: 'rules', now: day.device.now() })),
      }),
  ],
];

/** What of the promises does not hold at rest, in words. */
function broken({ kept, gone, refused }: Told, { rows, consent }: AtRest): readonly string[] {
  const there = new Set(rows.map(({ id }) => id));
  return [
    ...[...kept].filter((id) => !there.has(id)).map((id) => `lost ${id}`),
    ...[...gone].filter((id) => there.has(id)).map((id) => `came back ${id}`),
    ...[...refused].filter((purpose) => consent[purpose] === 'in').map((purpose) => `raised ${purpose}`),
  ];
}

/** A device with one thing in it replaced: the defence that is taken away to see the sweep fail. */
export type PlantedStore = (store: Store) => Store;

interface Lived {
  readonly operations: number;
  readonly wrong: readonly string[];
}

async function live(failing: Failing | undefined, planted: PlantedStore): Promise<Lived> {
  let operations = 0;
  const count = (store: Store): Store =>
    new Proxy(planted(store), {
      get: (target, name) => {
        // It outlives its tabs, as a disk does: a tab that has to do without it says so.
        if (name === 'mode') return 'persistent';
        const action: unknown = Reflect.get(target, name);
        if (typeof action !== 'function') return action;
        return (...sent: readonly unknown[]): unknown => {
          operations++;
          return (action as (...given: readonly unknown[]) => unknown).apply(target, sent as unknown[]);
        };
      },
    });
  const device = newDevice(memoryDisk('device-sweep'), { shop: SHOP, planted: { store: count }, at: BEGINS_AT });
  const wrong: string[] = [];
  if (failing) device.fail(failing);
  const tab = await device.openTab();
  const day: Day = { device, tab, told: { kept: new Set(), gone: new Set(), refused: new Set(), atRest: false } };
  for (const [title, act] of DAY) {
    const ended = await outcomeOf(() => act(day));
    if (ended === 'hung') return { operations, wrong: [...wrong, `${title}: hung`] };
    wrong.push(...broken(day.told, await device.disk.read()).map((what) => `${title}: ${what}`));
  }
  await device.end();
  return { operations, wrong };
}

/** What a sweep found. */
export interface DeviceSweep {
  readonly points: number;
  readonly wrong: readonly string[];
}

/** Tries every operation of the day, every error, before and after, once and for ever; or every so many-th of these. */
export async function sweepDevice({
  every = 1,
  planted = (store) => store,
}: { readonly every?: number; readonly planted?: PlantedStore } = {}): Promise<DeviceSweep> {
  const plain = await live(undefined, planted);
  const points = Array.from({ length: plain.operations }, (_, operation) => operation).flatMap((operation) =>
    FAULTS.flatMap((error) =>
      (['before', 'after'] as const).flatMap((when) =>
        [false, true].map((forever): Failing => ({ operation, when, error, forever })),
      ),
    ),
  );
  const chosen = points.filter((_, index) => index % every === 0);
  const wrong = plain.wrong.map((what) => `no fault: ${what}`);
  for (const failing of chosen) {
    const found = await live(failing, planted);
    const { operation, when, error, forever } = failing;
    const where = `operation ${String(operation)}, ${error} ${when} ${forever === true ? 'for ever' : 'once'}`;
    wrong.push(...found.wrong.map((what) => `${where}: ${what}`));
  }
  return { points: chosen.length, wrong };
}
