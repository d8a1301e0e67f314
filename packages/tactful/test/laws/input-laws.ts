import { expect } from 'chai';
import fc from 'fast-check';
import {
  admitOwn,
  admitTracked,
  compileCatalog,
  compileCondition,
  ConditionError,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  foldLog,
  GA4_EVENT_NAMES,
  profileView,
  readRow,
  type admitImported,
  type readCatalog,
  type readStatement,
  type Catalog,
  type CompiledCatalog,
  type Event,
  type EventDraft,
  type Json,
  type JsonObject,
} from '../../src/engine/index.js';
import { catalogs, logs } from '../arbitraries.js';
import { bytesOf } from './bytes-of.js';
import { hold, type Law } from './law.js';

const CONTEXT = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;
const NOON = 1_746_446_400_000;

/** Folds rows in a shop and decides there: throws when any of it does, or when a number got lost on the way. */
function useAll(drafts: readonly EventDraft[], catalog: CompiledCatalog): void {
  const log = drafts.map((draft, n) => ({ ...draft, id: `a:${String(n)}`, at: NOON + n, offset: 0, v: 1 as const }));
  const folded = foldLog(log, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
  const at = NOON + 1000;
  const trace = decide({
    id: 'd1',
    placement: 'home',
    at,
    offset: 0,
    folded,
    contacts: folded.contacts,
    catalog,
    purposes: defaultPurposes(),
    consent: CONTEXT.consent,
    policy: DEFAULT_POLICY,
    model: DEFAULT_MODEL,
    config: 'law',
  });
  const profile = profileView({
    folded,
    catalog,
    model: DEFAULT_MODEL,
    policy: DEFAULT_POLICY,
    now: { at, offset: 0 },
  });
  expect(bytesOf([trace, profile.profile])).to.not.match(/"(?:NaN|-?Infinity)"/);
}

const KEYS = [
  'id',
  'class',
  'category',
  'brand',
  'price',
  'discount',
  'margin',
  'frequency',
  'when',
  'needs',
  'content',
  'validFrom',
  'product',
  'placements',
] as const;
const wrongValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, maxDepth: 3 }),
  fc.constantFrom<unknown>(
    -1,
    0.5,
    NaN,
    1e308,
    2 ** 53 - 1,
    '',
    'javascript:alert(1)',
    [],
    {},
    null,
    { lifetime: 'x' },
    { custom: [{ cap: 1, period: 'P0D' }] },
  ),
);

/** A catalogue with one field of one offer put wrong, or anything at all. */
const roughCatalogs: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.jsonValue(),
  fc.record({ format: fc.constant('tactful-catalog'), currency: fc.constant('EUR'), offers: wrongValues }),
  fc.tuple(catalogs, fc.constantFrom(...KEYS), fc.nat(7), wrongValues).map(([catalog, key, n, value]) => ({
    ...catalog,
    offers: catalog.offers.map((offer, index) =>
      index === n % catalog.offers.length ? { ...offer, [key]: value } : offer,
    ),
  })),
);

/** Anything is read as a catalogue without an error, and what is read can be used: compiled, folded over, decided in. */
export const anythingIsReadAsACatalog: Law<typeof readCatalog> = (read, trial) =>
  hold(
    fc.property(roughCatalogs, logs({ max: 10 }), (raw, log) => {
      const { catalog, problems } = read(raw);
      for (const { path, found, fix } of problems) {
        expect([path, found, fix].every((text) => typeof text === 'string')).to.equal(true);
        expect(found.length).to.be.at.most(80);
      }
      if (catalog === undefined) {
        expect(problems).to.have.lengthOf(1);
        return;
      }
      expect(new Set(catalog.offers.map(({ id }) => id)).size).to.equal(catalog.offers.length);
      useAll(log, compileCatalog(catalog, DEFAULT_MODEL));
    }),
    trial,
  );

const SHOP = compileCatalog({ format: 'tactful-catalog', version: '', currency: 'EUR', offers: [] }, DEFAULT_MODEL);
const scalars: fc.Arbitrary<unknown> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.anything({ maxDepth: 1 }),
  fc.constant('x'.repeat(600)),
);
const names: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'item_id',
    'item_name',
    'item_category',
    'item_brand',
    'price',
    'quantity',
    'value',
    'currency',
    'search_term',
    'transaction_id',
    'reason',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
const flat: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(names, scalars, { maxKeys: 6 });
const sentItems: fc.Arbitrary<unknown> = fc.oneof(
  fc.array(
    fc.oneof(
      flat.map((item) => ({ item_id: 'p1', ...item })),
      scalars,
    ),
    { maxLength: 3 },
  ),
  scalars,
);
const refuse = (): never => {
  throw new Error('looked at');
};
/**
 * Things that hit back when they are touched, and things that look like lists and objects and are none. Made only where
 * the gate is, since whoever prints a counterexample touches it too.
 */
const hostile: fc.Arbitrary<() => unknown> = fc.constantFrom<(() => unknown)[]>(
  () => new Proxy({}, { ownKeys: refuse }),
  () => new Proxy({ a: 1 }, { getOwnPropertyDescriptor: refuse }),
  () => new Proxy([{ item_id: 'p' }], { get: refuse }),
  () => Proxy.revocable({}, {}).proxy,
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => Object.defineProperty({}, 'search_term', { enumerable: true, get: refuse }),
  () => Object.defineProperty({}, 'currency', { enumerable: true, get: refuse }),
  () => Object.defineProperty([], 0, { enumerable: true, get: refuse }),
  () => {
    const self: Record<string, unknown> = { item_id: 'p' };
    self['self'] = self;
    return self;
  },
  () => Object.freeze(Object.assign(Object.create(null), { item_id: 'p', toString: 5, valueOf: null })),
  () => ({ length: 3, 0: { item_id: 'p' } }),
  () => ({ [Symbol.toPrimitive]: refuse, [Symbol.iterator]: refuse, item_id: 'p' }),
  () => Array.from({ length: 300 }, () => ({ item_id: 'p' })),
  () => Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${String(n)}`, n])),
  () => JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "item_id": "p"}'),
  () => 'x'.repeat(100_000),
);

const given =
  (value: unknown): (() => unknown) =>
  () =>
    value;
const sentParams: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.anything().map(given),
  hostile,
  fc.tuple(hostile, hostile).map(([term, item]) => () => ({ search_term: term(), items: [{ item_id: 'p1' }, item()] })),
  hostile.map((items) => () => ({ items: items() })),
  fc.tuple(flat, sentItems).map(([params, items]) => given({ ...params, items })),
);

function checkFlat(params: JsonObject, most: number): void {
  expect(Object.keys(params).length).to.be.at.most(most);
  for (const [key, value] of Object.entries(params)) {
    if (key === 'items') continue;
    expect(typeof value === 'object' && value !== null, key).to.equal(false);
    if (typeof value === 'string') expect(value.length).to.be.at.most(500);
  }
}

function checkRefusal(refusal: object): void {
  expect(Object.keys(refusal)).to.satisfy((keys: readonly string[]) =>
    keys.every((key) => key === 'reason' || key === 'path'),
  );
}

/** Whatever a page sends, the gate answers without an error: plain JSON within limits, or a refusal that tells no value. */
export const theGateStandsAnything: Law<typeof admitTracked> = (admit, trial) =>
  hold(
    fc.property(
      fc.oneof(fc.constantFrom<unknown>(...GA4_EVENT_NAMES), fc.anything({ maxDepth: 1 })),
      sentParams,
      (name, make) => {
        const params = make();
        const before = Object.getOwnPropertyNames(Object.prototype).length;
        const admission = admit({ name, params }, CONTEXT);
        expect(Object.getOwnPropertyNames(Object.prototype)).to.have.lengthOf(before);
        if ('refusal' in admission) {
          checkRefusal(admission.refusal);
          return;
        }
        const { draft } = admission;
        const { items = [] } = draft.params;
        expect(bytesOf(JSON.parse(JSON.stringify(draft)))).to.equal(bytesOf(draft));
        checkFlat(draft.params, 30);
        expect((items as readonly JsonObject[]).length).to.be.at.most(200);
        for (const item of items as readonly JsonObject[]) checkFlat(item, 49);
        useAll([draft], SHOP);
      },
    ),
    trial,
  );

const persons = fc.constantFrom(
  'jan@example.nl',
  '4111 1111 1111 1111',
  '5500000000000004',
  'NL91ABNA0417164300',
  'GB29 NWBK 6016 1331 9268 19',
  '+31 6 12345678',
  '06-12345678',
);
const around = fc.constantFrom('', 'send it to ', 'a, b: ', 'nr. ');
const PLACES = ['search_term', 'note', 'item_name', 'item_brand', 'item_variant', 'engraving'] as const;

/** Wherever a page puts what tells who somebody is, in the event or in any of its items: it is refused by place alone. */
export const nobodyIsNamed: Law<typeof admitTracked> = (admit, trial) =>
  hold(
    fc.property(
      persons,
      around,
      fc.constantFrom(...PLACES),
      fc.nat(3),
      fc.constantFrom(...GA4_EVENT_NAMES),
      (person, before, key, place, name) => {
        const items = [0, 1, 2].map((n) => ({
          item_id: `p${String(n)}`,
          ...(n === place ? { [key]: before + person } : {}),
        }));
        const params = { currency: 'EUR', items, ...(place === 3 ? { [key]: before + person } : {}) };
        const admission = admit({ name, params }, CONTEXT);
        expect(admission).to.have.nested.property('refusal.reason', 'personal-data');
        expect(bytesOf(admission)).not.to.contain(person);
        expect(bytesOf(admission)).to.contain(key);
      },
    ),
    trial,
  );

const whole: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(logs({ max: 1 }), fc.option(fc.tuple(names, scalars), { nil: undefined }))
  .filter(([log]) => log.length > 0)
  .map(([[row], change]) => ({ ...row, ...(change ? { [change[0]]: change[1] } : {}) }));
const fields = fc.constantFrom('id', 'at', 'offset', 'name', 'origin', 'purpose', 'params', 'v', 'source');
const importable: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.anything().map(given),
  hostile,
  whole.map(given),
  fc
    .tuple(
      whole,
      fields,
      fc.oneof(
        scalars.map(given),
        hostile,
        fc.constantFrom('purpose_set', 'permission_set', { allowed: true }).map(given),
      ),
    )
    .map(([row, key, make]) => () => ({ ...row, [key]: make() })),
  fc
    .tuple(fc.constantFrom<unknown>(...GA4_EVENT_NAMES, 'Order Completed', 'purpose_set'), sentParams, fc.integer())
    .map(([name, make, at]) => () => ({ name, params: make(), at })),
);

/** Whatever a file holds: a refusal, or a row that can be read again and used, says whence it came, and raises no consent. */
export const anythingMayBeImported: Law<typeof admitImported> = (admit, trial) =>
  hold(
    fc.property(importable, fc.constantFrom('imported', 'relation', 'incidental'), (make, origin) => {
      const reading = admit({ row: make(), source: 'a file', origin, purpose: 'personalization' }, CONTEXT);
      if ('refusal' in reading) {
        checkRefusal(reading.refusal);
        return;
      }
      expect(reading.row.source).to.equal('a file');
      expect(reading.row.name).not.to.equal('purpose_set');
      if (reading.row.name === 'permission_set') expect(reading.row.params['allowed']).to.equal(false);
      expect(bytesOf(readRow(reading.row))).to.equal(bytesOf({ row: reading.row }));
      useAll([reading.row], SHOP);
    }),
    trial,
  );

const operators = fc.constantFrom(
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$exists',
  '$not',
  '$and',
  '$or',
  '$nor',
  '$regex',
  'viewing.category',
  'a',
  'constructor',
  '__proto__',
);
const conditions: fc.Arbitrary<Json> = fc.letrec<{ condition: Json }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(1, 'a', null, true, [], ['a', 1]),
    fc.array(tie('condition'), { maxLength: 3 }),
    fc.dictionary(operators, tie('condition'), { maxKeys: 3 }),
  ),
})).condition;
const attributes = fc.dictionary(
  fc.constantFrom('a', 'viewing', 'b'),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** A condition is refused when it is compiled, as a ConditionError, or it answers yes or no to any page. */
export const conditionsAreTotal: Law<typeof compileCondition> = (compile, trial) =>
  hold(
    fc.property(fc.oneof(conditions, fc.jsonValue() as fc.Arbitrary<Json>), attributes, (condition, page) => {
      try {
        const test = compile(condition);
        expect(test(page)).to.be.a('boolean');
        expect(test({})).to.be.a('boolean');
      } catch (error) {
        expect(error).to.be.instanceOf(ConditionError);
      }
    }),
    trial,
  );

const kinds = fc.constantFrom(
  'preference',
  'never',
  'relationship',
  'channel',
  'quiet',
  'mode',
  'intent',
  'goal',
  'visit',
  'life',
);
const words = fc.oneof(
  fc.constantFrom<unknown>('category', 'garden', 'show_me', 'email', 'gift', null, true, -2, 1, 5),
  fc.anything({ maxDepth: 2 }),
);
const sayings: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc
    .tuple(
      kinds,
      fc.dictionary(
        fc.constantFrom(
          'facet',
          'value',
          'level',
          'offerId',
          'category',
          'class',
          'until',
          'mode',
          'as',
          'event',
          'protect',
          'type',
        ),
        words,
      ),
    )
    .map(([kind, said]) => ({ ...said, kind })),
);

/** Anything may be said: it becomes a row that the gate keeps and the engine can read, or personal data, or nothing. */
export const anythingMayBeSaid: Law<typeof readStatement> = (read, trial) =>
  hold(
    fc.property(sayings, (said) => {
      const row = read(said);
      if (row === undefined) return;
      const admission = admitOwn(row, CONTEXT);
      if ('refusal' in admission) expect(admission.refusal.reason).to.equal('personal-data');
      else useAll([admission.draft], SHOP);
    }),
    trial,
  );

/** Broken readers, each of which one of the laws must catch. */
export const INPUT_FAULTS = {
  trustsTheCatalog: ((raw) => ({ catalog: raw as Catalog, problems: [] })) satisfies typeof readCatalog,
  copiesWhateverIsSent: ((sent, context) => {
    const admission = admitTracked({ ...sent, params: {} }, context);
    return 'draft' in admission
      ? { draft: { ...admission.draft, params: { ...(sent.params as JsonObject) } } }
      : admission;
  }) satisfies typeof admitTracked,
  looksAtTheEventAlone: ((sent, context) => {
    const { items, ...params } = sent.params as JsonObject;
    const admission = admitTracked({ ...sent, params }, context);
    return 'draft' in admission && items !== undefined
      ? { draft: { ...admission.draft, params: { ...admission.draft.params, items } } }
      : admission;
  }) satisfies typeof admitTracked,
  believesTheFile: (({ row, source }) => ({
    row: { ...(row as Event), source: String(source) },
  })) satisfies typeof admitImported,
  expectsALevel: ((condition) => {
    const test = compileCondition(condition);
    return (page) => Object.keys(page['viewing'] as JsonObject).length >= 0 && test(page);
  }) satisfies typeof compileCondition,
  believesEveryStatement: ((said) => ({
    name: 'quiet_set',
    params: said as JsonObject,
  })) satisfies typeof readStatement,
};
