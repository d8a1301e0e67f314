import { expect } from 'chai';
import fc from 'fast-check';
import {
  admitTracked,
  canonicalLog,
  DAY_MS,
  erasureOfIds,
  expiredIds,
  foldLog,
  readRow,
  compileCatalog,
  DEFAULT_MODEL,
  type ConsentStates,
  type Erasure,
  type Event,
} from '../../src/engine/index.js';
import { defaultPurposes, type GateContext } from '../../src/engine/event.js';
import { raisesConsent } from '../../src/engine/admit-imported.js';
import { newMeta } from '../../src/storage/store.js';
import { mergedSegments } from '../../src/storage/merge-rows.js';
import type { Segment } from '../../src/storage/format.js';
import { exportDocument } from '../../src/worker/export-log.js';
import { planMerge, type Planned } from '../../src/worker/plan-merge.js';
import { readExport, type ExportReading } from '../../src/worker/read-export.js';
import { EVERY_KIND, logs, shuffledBy } from '../arbitraries.js';
import { gardenCatalog } from '../garden-catalog.js';
import { bytesOf, expectSameBytes } from './bytes-of.js';
import { drawnOnce } from './drawn-once.js';
import { hold, type Law } from './law.js';

/** What carries a log from device to device; faults are planted in each part. */
export interface Carrying {
  readonly print: (device: CarriedLog) => string;
  readonly read: typeof readExport;
  readonly plan: typeof planMerge;
}

/** What a device holds, and what it has agreed to. */
interface CarriedLog {
  readonly segments: readonly Segment[];
  readonly erasures: readonly Erasure[];
  readonly consent: ConsentStates;
}

const IN: ConsentStates = { personalization: 'in' };
const PURPOSES = defaultPurposes();
const GATE: GateContext = { purposes: PURPOSES, consent: IN };
const CATALOG = compileCatalog(gardenCatalog, DEFAULT_MODEL);

const eventsOf = ({ segments }: CarriedLog): readonly Event[] => segments.flatMap(({ rows }) => rows);

/** The way a log is carried, as it is shipped. */
export const CARRYING: Carrying = {
  print: (device) =>
    JSON.stringify({
      ...exportDocument({
        exportedAt: 0,
        scope: 'default',
        consent: [],
        events: eventsOf(device),
        erasures: device.erasures,
        decisions: [],
        ledger: [],
      }),
      profile: {},
    }),
  read: readExport,
  plan: planMerge,
};

const segment = (rows: readonly [Event, ...Event[]]): Segment => ({
  id: rows[0].id,
  to: 0,
  at: rows[0].at,
  epoch: 1,
  rows,
});

/** Rows in runs of up to three, as a store holds them. */
function inRuns(rows: readonly Event[]): readonly Segment[] {
  return rows.flatMap((row, n) => (n % 3 === 0 ? [segment([row, ...rows.slice(n + 1, n + 3)])] : []));
}

const holding = (rows: readonly Event[], erasures: readonly Erasure[] = []): CarriedLog => ({
  segments: inRuns(rows),
  erasures,
  consent: IN,
});

let told = 0;

/** A device after a file came in, and what was said of it. Rejects nothing: a file that is refused changes nothing. */
function taken(
  device: CarriedLog,
  text: string,
  { carrying, at }: { readonly carrying: Carrying; readonly at: number },
): { readonly device: CarriedLog; readonly plan: Planned | undefined; readonly file: ExportReading | undefined } {
  const outcome = carrying.read(text);
  if ('failure' in outcome) return { device, plan: undefined, file: undefined };
  const meta = { ...newMeta(''), consent: device.consent };
  const held = { meta, events: eventsOf(device), erasures: device.erasures };
  const now = { at, offset: 0 };
  const plan = carrying.plan(held, outcome.reading, { purposes: PURPOSES, now, id: `told-${String(told++)}:0` });
  const { written, emptied } = mergedSegments(device.segments, plan, 1);
  const left = new Map(device.segments.map((each) => [each.id, each]));
  for (const id of emptied) left.delete(id);
  for (const each of written) left.set(each.id, each);
  return {
    device: { ...device, segments: [...left.values()], erasures: plan.erasures },
    plan,
    file: outcome.reading,
  };
}

/** What devices must agree on: all but the rows that tell of imports. */
function stateOf(device: CarriedLog): readonly unknown[] {
  const rows = canonicalLog(eventsOf(device).filter(({ name }) => name !== 'log_imported'));
  return [rows, CARRYING.print({ ...device, segments: inRuns(rows) })];
}

const signs = fc.string({ unit: 'binary', maxLength: 12 });
const numbers = fc.constantFrom(-0, 0, 1e-7, 0.1 + 0.2, 2 ** 53 - 1, -1e21, 5e-324);

/** Whatever may be kept of what a page sends: any signs, and numbers that JSON writes in ways of its own. */
const oddities = fc.array(fc.tuple(signs, numbers), { maxLength: 4 }).map((each) =>
  each.flatMap(([search_term, note], n) => {
    const admission = admitTracked({ name: 'search', params: { search_term, note } }, GATE);
    return 'draft' in admission ? [{ params: admission.draft.params, n }] : [];
  }),
);

/** A log that a device may hold at a moment: nothing raised, nothing expired, as its own reader has it. */
const sound = drawnOnce(
  fc.tuple(logs({ kinds: EVERY_KIND, replicas: ['tab-x', 'tab-y', 'tab-z'] }), oddities).map(([log, odd]) => {
    const at = log[log.length - 1]?.at ?? 1_746_446_400_000;
    const searched = odd.map(({ params, n }): Event => ({
      id: `odd:${String(n)}`,
      at,
      offset: 0,
      name: 'search',
      origin: 'observed',
      purpose: 'personalization',
      params,
      v: 1,
    }));
    const read = [...log, ...searched].flatMap((row) => {
      const reading = readRow(row);
      return 'row' in reading && !raisesConsent(row) ? [reading.row] : [];
    });
    const gone = new Set(expiredIds(read, at));
    return { at, rows: canonicalLog(read.filter(({ id }) => !gone.has(id))) };
  }),
);

/** Three devices with parts of one log, some rows of it in other words, each with erasures of its own. */
const devices = drawnOnce(
  fc.tuple(sound, fc.nat(9999)).map(([{ rows, at }, seed]) => {
    const one = (which: number): CarriedLog => {
      const part = shuffledBy(rows, seed + which).slice(0, Math.ceil((rows.length * (1 + (seed % 3))) / 3));
      const words = part.map((row, n) =>
        (seed + n + which) % 11 === 0 ? { ...row, params: { aside: `said by ${String(which)}`, ...row.params } } : row,
      );
      const ids = shuffledBy(rows, seed * 3 + which)
        .slice(0, (seed + which) % 3)
        .map(({ id }) => id);
      const erasures =
        ids.length > 0 ? [erasureOfIds(ids, { id: `e${String((seed + which) % 2)}`, at: at - DAY_MS })] : [];
      const gone = new Set([...ids, ...expiredIds(words, at)]);
      return holding(
        words.filter(({ id }) => !gone.has(id)),
        erasures,
      );
    };
    return { at, all: [one(0), one(1), one(2)] as const };
  }),
);

/** What an export holds comes in on an empty device byte by byte, and makes the same profile. */
export const carryingIsIdentity: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(sound, ({ rows, at }) => {
      const there = holding(rows);
      const { device } = taken(holding([]), carrying.print(there), { carrying, at });
      expectSameBytes(stateOf(device), stateOf(there));
      const folded = (log: CarriedLog): unknown =>
        foldLog(
          eventsOf(log).filter(({ name }) => name !== 'log_imported'),
          { catalog: CATALOG, model: DEFAULT_MODEL, wearHalfLifeDays: 7 },
        );
      expectSameBytes(folded(device), folded(there));
    }),
    trial,
  );

/** Taking a file in once more changes nothing at all, the row that tells of it included. */
export const carryingTwiceIsOnce: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(devices, ({ at, all: [a, b] }) => {
      const text = carrying.print(b);
      const once = taken(a, text, { carrying, at });
      const twice = taken(once.device, text, { carrying, at });
      expect(bytesOf(twice.device)).to.equal(bytesOf(once.device));
      expect(twice.plan?.receipt).to.include({ added: 0, removed: 0 });
    }),
    trial,
  );

/** It does not matter who takes in whose file. */
export const carryingCommutes: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(devices, ({ at, all: [a, b] }) => {
      const how = { carrying, at };
      expectSameBytes(
        stateOf(taken(a, carrying.print(b), how).device),
        stateOf(taken(b, carrying.print(a), how).device),
      );
    }),
    trial,
  );

/** Nor which two of three devices meet first. */
export const carryingAssociates: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(devices, ({ at, all: [a, b, c] }) => {
      const how = { carrying, at };
      const left = taken(taken(a, carrying.print(b), how).device, carrying.print(c), how);
      const right = taken(a, carrying.print(taken(b, carrying.print(c), how).device), how);
      expectSameBytes(stateOf(left.device), stateOf(right.device));
    }),
    trial,
  );

/** What either device erased is on neither afterwards, and every row of the file is accounted for. */
export const erasuresAreCarried: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(devices, ({ at, all: [a, b] }) => {
      const { device, plan, file } = taken(a, carrying.print(b), { carrying, at });
      const erased = new Set([...a.erasures, ...b.erasures].flatMap(({ ranges = [] }) => ranges.map(rangeName)));
      expect(eventsOf(device).filter(({ id }) => erased.has(id))).to.deep.equal([]);
      const { added = NaN, known = NaN, refused = {} } = plan?.receipt ?? {};
      const sum = Object.values(refused).reduce((total, each) => total + each, added + known);
      expect(sum).to.equal((file?.events.length ?? 0) + (file?.personal ?? 0));
    }),
    trial,
  );

/** The erasures above are of single rows, or of two that follow each other. */
const rangeName = ({ replica, from }: { readonly replica: string; readonly from: number }): string =>
  `${replica}:${String(from)}`;

const states = fc.constantFrom('in' as const, 'out' as const, 'pending' as const);
const claims = fc.array(
  fc.record({
    id: fc.nat(40).map((n) => `claim:${String(n)}`),
    name: fc.constantFrom<Event['name']>('purpose_set', 'permission_set', 'view_item', 'never_stated', 'offer_shown'),
    purpose: fc.constantFrom('personalization', 'places', 'unheard'),
    allowed: fc.constantFrom(true, false, 'true', 1),
  }),
  { maxLength: 8 },
);

/** Whatever a file claims: no row comes in that raises a consent, or whose own purpose is not agreed to here. */
export const nothingRaisesConsent: Law<Carrying> = (carrying, trial) =>
  hold(
    fc.property(claims, states, (claimed, state) => {
      const at = 1_746_446_400_000;
      const events = claimed.map(({ id, name, purpose, allowed }) => ({
        id,
        at,
        offset: 0,
        name,
        origin: 'declared',
        purpose,
        params: { channel: 'email', purpose, state: 'in', allowed },
        v: 1,
      }));
      const text = JSON.stringify({
        ...(JSON.parse(CARRYING.print(holding([]))) as object),
        consent: [{ purpose: 'personalization', state: 'in' }],
        events,
      });
      const device = { ...holding([]), consent: { personalization: state } };
      const rows = eventsOf(taken(device, text, { carrying, at }).device);
      if (state !== 'in') expect(rows).to.deep.equal([]);
      expect(rows.filter(({ purpose }) => purpose !== 'personalization')).to.deep.equal([]);
      expect(rows.filter(raisesConsent)).to.deep.equal([]);
    }),
    trial,
  );

const CANARY = 'paarse-kabouter';

/** A text that is nearly an export, or nothing like one. */
const files = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json({ maxDepth: 6 }),
  fc
    .tuple(sound, fc.nat(), fc.nat(), fc.constantFrom('cut', 'flip', 'key', 'value', 'swap'))
    .map(([{ rows }, where, what, how]) => {
      const text = CARRYING.print(holding(rows)).replaceAll('category', CANARY);
      const place = where % text.length;
      if (how === 'cut') return text.slice(0, place);
      if (how === 'flip') return text.slice(0, place) + String.fromCharCode(what % 256) + text.slice(place + 1);
      if (how === 'swap') return text.slice(place) + text.slice(0, place);
      const keys = ['__proto__', 'constructor', 'prototype', CANARY, 'toString'];
      const more = how === 'key' ? `"${keys[what % keys.length] ?? ''}":{"polluted":1},` : `"at":"${CANARY}",`;
      const opening = text.indexOf('{', place);
      return opening < 0 ? text : text.slice(0, opening + 1) + more + text.slice(opening + 1);
    }),
);

/** Any text at all is read or refused by place: nothing throws, nothing is repeated, nothing gets behind objects, and what is read reads the same again. */
export const anyTextIsReadOrRefused: Law<Carrying> = ({ read }, trial) =>
  hold(
    fc.property(files, (text) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const outcome = read(text);
      expect(Object.getOwnPropertyNames(Object.prototype)).to.have.lengthOf(before);
      if ('failure' in outcome) {
        const { code, message } = outcome.failure;
        expect(code).to.be.oneOf(['IMPORT_INVALID', 'IMPORT_TOO_LARGE', 'EXPORT_NEWER', 'PASSPHRASE_NEEDED']);
        expect(message).not.to.contain(CANARY);
        return;
      }
      const { events, erasures } = outcome.reading;
      for (const row of events) expectSameBytes(readRow(row), { row });
      const again = read(CARRYING.print({ ...holding(events), erasures }));
      if (!('reading' in again)) throw new Error('what was read cannot be read again');
      expectSameBytes([again.reading.events, again.reading.erasures], [events, erasures]);
    }),
    trial,
  );

const withRows = (plan: Planned, rows: readonly Event[]): Planned => ({ ...plan, rows });

/** Broken ways of carrying, each of which one of the laws must catch. */
export const CARRY_FAULTS = {
  printsPlainText: {
    ...CARRYING,
    print: (device) => CARRYING.print(device).replace(/\\u[\da-f]{4}/g, '?'),
  } satisfies Carrying,
  alwaysTells: {
    ...CARRYING,
    plan: (held, file, merging) => {
      const plan = planMerge(held, file, merging);
      const row = { id: merging.id, at: merging.now.at, offset: 0, name: 'log_imported', origin: 'imported' } as const;
      return withRows(plan, [...plan.rows, { ...row, purpose: 'personalization', params: {}, v: 1 }]);
    },
  } satisfies Carrying,
  fileWins: {
    ...CARRYING,
    plan: (held, file, merging) => {
      const plan = planMerge(held, file, merging);
      const here = new Set(held.events.map(({ id }) => id));
      return withRows(plan, [...file.events.filter(({ id }) => here.has(id) && !plan.removed.has(id)), ...plan.rows]);
    },
  } satisfies Carrying,
  forgetsItsErasures: {
    ...CARRYING,
    plan: (held, file, merging) => planMerge({ ...held, erasures: [] }, file, merging),
  } satisfies Carrying,
  losesErasuresOnTheWay: {
    ...CARRYING,
    print: (device) => CARRYING.print({ ...device, erasures: [] }),
  } satisfies Carrying,
  believesTheFile: {
    ...CARRYING,
    plan: (held, file, merging) =>
      planMerge({ ...held, meta: { ...held.meta, consent: { personalization: 'in' } } }, file, merging),
  } satisfies Carrying,
  takesEveryRow: {
    ...CARRYING,
    plan: (held, file, merging) => withRows(planMerge(held, file, merging), file.events),
  } satisfies Carrying,
  trustsTheText: {
    ...CARRYING,
    read: (text) => ({ reading: { personal: 0, ...(JSON.parse(text) as Omit<ExportReading, 'personal'>) } }),
  } satisfies Carrying,
  quotesTheText: {
    ...CARRYING,
    read: (text) => {
      const outcome = readExport(text);
      return 'failure' in outcome
        ? { failure: { ...outcome.failure, message: `${outcome.failure.message} in ${text}` } }
        : outcome;
    },
  } satisfies Carrying,
};
