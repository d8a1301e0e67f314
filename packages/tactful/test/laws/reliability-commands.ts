import fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS, type JsonObject, type Receipt } from '../../src/engine/index.js';
import type { Outcome } from '../../src/worker/protocol.js';
import type { Check } from './reliability-checks.js';
import type { Device, Tab } from './reliability-device.js';
import type { AtRest } from './reliability-disk.js';
import { closedIn, daysOf, growOld, isKnown, takeAll, takeAway, type Model, type Seen } from './reliability-model.js';
import { canary, DEPARTMENTS, OBJECTIONS, OFFERS, PURPOSE_IDS, SENT } from './reliability-shop.js';

/** A device that is watched. */
export interface Watched {
  readonly device: Device;
  readonly checks: readonly Check[];
}

/** One thing that happens to a device. */
export type Step = fc.AsyncCommand<Model, Watched>;

interface Where {
  readonly tab: Tab;
  readonly model: Model;
  readonly device: Device;
}

/** Reads what lies at rest, and remembers every row that was ever there. */
async function remember(model: Model, device: Device): Promise<AtRest> {
  const atRest = await device.disk.read();
  const { exists, rows, epoch } = atRest;
  if (model.stored && !exists) model.stores++;
  model.stored = exists;
  for (const row of rows) if (!model.seen.has(row.id)) model.seen.set(row.id, { row, epoch, store: model.stores });
  return atRest;
}

async function look(model: Model, { device, checks }: Watched): Promise<void> {
  const atRest = await remember(model, device);
  for (const check of checks) await check({ model, device, atRest });
}

/** A worker that starts lets go of what is too old, where anything is kept at all. */
async function openTab(model: Model, device: Device): Promise<Tab> {
  const tab = await device.openTab();
  if (isKnown(model)) growOld(model);
  model.started = { tab, at: model.clock };
  return tab;
}

/** A command that may always come, in one of the tabs; where there is none it opens one. */
const inTab = (says: string, run: (where: Where) => Promise<void>): fc.Arbitrary<Step> =>
  fc.nat(3).map((which) => ({
    check: () => true,
    run: async (model, watched) => {
      const { device } = watched;
      model.decided = undefined;
      model.started = undefined;
      model.epoch = (await device.disk.read()).epoch;
      const tab = device.tabs[which % Math.max(1, device.tabs.length)] ?? (await openTab(model, device));
      await run({ tab, model, device });
      await look(model, watched);
    },
    toString: () => `${says} in tab ${String(which)}`,
  }));

/** Does it again until it is done: a store fails once, and whoever was refused presses again. */
async function insist(act: () => Promise<Outcome<unknown>>): Promise<void> {
  let why = '';
  for (let time = 0; time < 4; time++) {
    const outcome = await act();
    if (outcome.ok) return;
    why = `${outcome.error.code}: ${outcome.error.message}`;
  }
  throw new Error(`refused four times: ${why}`);
}

interface Sending {
  readonly name: string;
  readonly word?: string;
  readonly closes?: readonly string[];
  readonly write: () => Promise<Receipt>;
}

/** Under which purpose a tab keeps a row; none where nothing is agreed to, as far as it has heard. */
function purposeIn(tab: Tab, name: string): string | undefined {
  const fits =
    name === 'search' ? ['words'] : name.startsWith('offer_') || name.startsWith('never') ? PURPOSE_IDS : ['looks'];
  return fits.find((purpose) => tab.consent()[purpose] === 'in');
}

/** Writes down what became of a row: its receipt, and whether it must be there from now on. */
async function note({ tab, model, device }: Where, sending: Sending): Promise<void> {
  const { name, word = '', closes = [], write } = sending;
  const purpose = purposeIn(tab, name) ?? '';
  // Who has not heard the bell writes under what is over: such a row is nothing, whatever its receipt says.
  const isCurrent = tab.epoch() === model.epoch && model.chosen[purpose] === 'in';
  const receipt = await write();
  const told = model.receipts.get(tab) ?? { kept: 0, refused: 0 };
  told[receipt.kept ? 'kept' : 'refused']++;
  model.receipts.set(tab, told);
  if (receipt.kept && !isCurrent) model.overtaken.set(tab, (model.overtaken.get(tab) ?? 0) + 1);
  if (!receipt.kept || !isCurrent) return;
  model.kept = [...model.kept, { id: receipt.id, purpose, word, at: model.clock, closes, ...daysOf(name) }];
  model.seenAt = Math.max(model.seenAt, model.clock);
  device.ring(tab);
}

/** The page sends what the shopper does, with a canary in it. */
export const tracks: fc.Arbitrary<Step> = fc.nat(SENT.length * 3 - 1).chain((n) =>
  inTab(`track ${String(n)}`, async (where) => {
    const { tab, model } = where;
    const word = canary(model.words++);
    const [name, params] = SENT[n % SENT.length]?.(word, n) ?? ['page_view', {}];
    await note(where, { name, word, write: () => tab.track(name, params) });
  }),
);

/** The shopper says what they do not want to hear of. */
export const objects: fc.Arbitrary<Step> = fc.constantFrom(...OBJECTIONS).chain(({ params, closes }) =>
  inTab(`never ${JSON.stringify(params)}`, async (where) => {
    const write = (): Promise<Receipt> => where.tab.say({ name: 'never_stated', params });
    await note(where, { name: 'never_stated', closes, write });
  }),
);

const MOVES = [MINUTE_MS, HOUR_MS, DAY_MS, 3 * DAY_MS, 8 * DAY_MS, -HOUR_MS, -2 * DAY_MS, -40 * DAY_MS] as const;
const LEAPS = [200 * DAY_MS, 800 * DAY_MS, 3653 * DAY_MS, -3653 * DAY_MS] as const;

const moves = (by: readonly number[]): fc.Arbitrary<Step> =>
  fc.constantFrom(...by).chain((ms) =>
    inTab(`clock ${String(ms / HOUR_MS)} h`, ({ model, device }) => {
      model.clock += ms;
      device.setClock(model.clock);
      // What was offered is painted at once or not at all.
      model.pending = [];
      return Promise.resolve();
    }),
  );

/** Time passes, or the clock is set back. */
export const ticks: fc.Arbitrary<Step> = moves(MOVES);
/** Years pass, or the clock is wrong by years. */
export const leaps: fc.Arbitrary<Step> = moves(LEAPS);

function choose(model: Model, purpose: string, state: 'in' | 'out'): void {
  model.chosen = { ...model.chosen, [purpose]: state };
  if (state === 'in') return;
  if (!isKnown(model)) {
    takeAll(model, []);
    return;
  }
  takeAway(model, (row) => row.purpose === purpose);
  model.rules = model.rules.filter((rule) => rule.purpose !== purpose);
  if (purpose !== 'looks') return;
  model.shown = [];
  model.pending = [];
}

/** The shopper agrees to a purpose, or takes it back. */
const chooses = (states: readonly ('in' | 'out')[]): fc.Arbitrary<Step> =>
  fc.tuple(fc.constantFrom('looks', 'looks', 'words'), fc.constantFrom(...states)).chain(([purpose, state]) =>
    inTab(`${purpose} ${state}`, async ({ tab, model, device }) => {
      await insist(() => tab.choose({ [purpose]: state }));
      choose(model, purpose, state);
      device.ring(tab);
    }),
  );
/** The shopper agrees. */
export const agrees: fc.Arbitrary<Step> = chooses(['in']);
/** The shopper takes it back. */
export const withdraws: fc.Arbitrary<Step> = chooses(['out']);

/** The shopper erases everything, or everything but what they said against it. */
export const erases: fc.Arbitrary<Step> = fc.constantFrom('rules' as const, 'nothing' as const).chain((keep) =>
  inTab(`erase, keep ${keep}`, async ({ tab, model, device }) => {
    await insist(() => tab.call('erase', { keep, now: device.now() }));
    for (let time = 0; time < 3; time++) if (await tab.refresh()) break;
    const refused = Object.entries(model.chosen).filter(([, state]) => keep === 'rules' && state === 'out');
    const rules = [...model.rules, ...model.kept].filter(({ closes }) => keep === 'rules' && closes.length > 0);
    takeAll(model, rules);
    model.chosen = Object.fromEntries(refused);
    device.ring(tab);
  }),
);

/** The shopper has one row forgotten, by its id or by what it is about. */
export const forgets: fc.Arbitrary<Step> = fc.tuple(fc.nat(30), fc.boolean()).chain(([which, byItem]) =>
  inTab(`forget ${String(which)}`, async ({ tab, model, device }) => {
    const rows = model.kept.filter(({ word }) => word !== '');
    const row = rows[which % Math.max(1, rows.length)];
    if (!row) return;
    const { id, word } = row;
    await insist(() => tab.call('forget', { selector: { ids: [id] }, now: device.now() }));
    if (byItem) await insist(() => tab.call('forget', { selector: { item: word }, now: device.now() }));
    takeAway(model, (each) => each.id === id);
    device.ring(tab);
  }),
);

/** The page asks what may be said. */
export const decides: fc.Arbitrary<Step> = inTab('decide', async ({ tab, model, device }) => {
  const id = `${tab.replica}:d${String(model.decisions++)}`;
  // What was said in another tab counts here at once, its bell heard or not.
  const asked = { closed: closedIn(model), allowed: model.chosen['looks'] === 'in' };
  const told = await tab.call('decide', { id, placement: 'home', now: device.now() });
  // A page that gets no answer says nothing.
  if (!told.ok) return;
  model.decided = { ...asked, decision: told.value };
  const offered = told.value.offers.map(({ offerId }) => ({ decisionId: id, offerId }));
  model.pending = [...model.pending, ...offered];
});

/** The page paints what was offered, and says so. */
export const shows: fc.Arbitrary<Step> = inTab('show', async (where) => {
  const { tab, model } = where;
  const [next, ...rest] = model.pending;
  if (!next) return;
  model.pending = rest;
  const { decisionId, offerId } = next;
  model.shown = [
    ...model.shown,
    { offerId, channel: 'slot', promotional: true, seenAt: Math.max(model.seenAt, model.clock) },
  ];
  const params: JsonObject = { decision_id: decisionId, offer_id: offerId };
  await note(where, { name: 'offer_shown', write: () => tab.say({ name: 'offer_shown', params }) });
});

/** The shopper waves an offer away. */
export const dismisses: fc.Arbitrary<Step> = fc.constantFrom(...OFFERS).chain(({ id: offer_id }) =>
  inTab(`dismiss ${offer_id}`, async (where) => {
    const params: JsonObject = { decision_id: 'none', offer_id };
    const write = (): Promise<Receipt> => where.tab.say({ name: 'offer_dismissed', params });
    await note(where, { name: 'offer_dismissed', write });
  }),
);

/** One tab more. */
export const opens: fc.Arbitrary<Step> = inTab('open', async ({ model, device }) => {
  if (device.tabs.length < 4) await openTab(model, device);
});

/** One tab less. */
export const closes: fc.Arbitrary<Step> = inTab('close', ({ tab, device }) => {
  device.closeTab(tab);
  return Promise.resolve();
});

/** A worker dies and another one starts. */
export const crashes: fc.Arbitrary<Step> = inTab('crash', async ({ tab, model }) => {
  await tab.crash();
  if (isKnown(model)) growOld(model);
  model.started = { tab, at: model.clock };
});

/** A bell is heard: any of those that wait, in any order. */
export const hears: fc.Arbitrary<Step> = fc.nat(5).chain((which) =>
  inTab('bell', async ({ device }) => {
    if (device.waiting().length > 0) await device.deliver(which);
  }),
);

/** From now on the n-th operation of a store fails, once. */
export const fails: fc.Arbitrary<Step> = fc
  .record({
    operation: fc.nat(12),
    when: fc.constantFrom('before' as const, 'after' as const),
    error: fc.constantFrom('UnknownError', 'QuotaExceededError', 'InvalidStateError', 'AbortError'),
  })
  .chain((failing) =>
    inTab(`${failing.error} ${failing.when} operation ${String(failing.operation)}`, ({ device }) => {
      device.fail(failing);
      return Promise.resolve();
    }),
  );

/** A row that was taken away comes once more, as it was: a page that had been asleep hands it over. */
export const comesLate: fc.Arbitrary<Step> = fc.nat(30).chain((which) =>
  inTab(`late ${String(which)}`, async ({ tab, model }) => {
    // A store that was deleted and made anew counts its epochs from the first again: its rows cannot be told apart.
    const isTold = ({ store, epoch }: Seen): boolean => store === model.stores || epoch !== model.epoch;
    const dead = [...model.seen.values()].filter((seen) => model.dead.has(seen.row.id) && isTold(seen));
    const late = dead[which % Math.max(1, dead.length)];
    if (late) await tab.call('hint', { rows: [late.row], stored: false, epoch: late.epoch });
  }),
);

/** Most devices belong to somebody who agreed to everything before the first command, and likes what is sold there. */
export const alreadyAgreed = async (model: Model, device: Device): Promise<void> => {
  const tab = await openTab(model, device);
  for (const purpose of PURPOSE_IDS) {
    await insist(() => tab.choose({ [purpose]: 'in' }));
    choose(model, purpose, 'in');
  }
  model.epoch = tab.epoch();
  for (const value of DEPARTMENTS) {
    const params = { facet: 'category', value, level: 2 };
    const write = (): Promise<Receipt> => tab.say({ name: 'preference_stated', params });
    await note({ tab, model, device }, { name: 'preference_stated', write });
  }
  await remember(model, device);
};

const files = new WeakMap<Device, string[]>();

/** The shopper takes a copy of everything along. */
export const exports: fc.Arbitrary<Step> = inTab('export', async ({ tab, device }) => {
  const told = await tab.call('export', { now: device.now() });
  if (told.ok) files.set(device, [...(files.get(device) ?? []), JSON.stringify({ ...told.value, profile: {} })]);
});

/** A copy of before is taken in again, as it was or with consent and permissions written into it. */
export const imports: fc.Arbitrary<Step> = fc.tuple(fc.nat(9), fc.boolean()).chain(([which, forged]) =>
  inTab(`import ${String(which)}`, async ({ tab, device }) => {
    const known = files.get(device) ?? [];
    const file = known[which % Math.max(1, known.length)];
    if (file === undefined) return;
    const text = forged ? file.replaceAll('"state":"out"', '"state":"in"') : file;
    await tab.call('import', { text, now: device.now() });
    device.ring(tab);
  }),
);
