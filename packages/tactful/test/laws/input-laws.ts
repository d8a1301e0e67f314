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
  type readCatalog,
  type readStatement,
  type Catalog,
  type CompiledCatalog,
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
const sentParams: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.tuple(flat, sentItems).map(([params, items]) => ({ ...params, items })),
);

function checkFlat(params: JsonObject): void {
  expect(Object.keys(params).length).to.be.at.most(30);
  for (const [key, value] of Object.entries(params)) {
    if (key === 'items') continue;
    expect(typeof value === 'object' && value !== null, key).to.equal(false);
    if (typeof value === 'string') expect(value.length).to.be.at.most(500);
  }
}

/** Whatever a page sends, the gate answers without an error: plain JSON within limits, or a refusal that tells no value. */
export const theGateStandsAnything: Law<typeof admitTracked> = (admit, trial) =>
  hold(
    fc.property(
      fc.oneof(fc.constantFrom<unknown>(...GA4_EVENT_NAMES), fc.anything({ maxDepth: 1 })),
      sentParams,
      (name, params) => {
        const admission = admit({ name, params }, CONTEXT);
        if ('refusal' in admission) {
          expect(Object.keys(admission.refusal)).to.satisfy((keys: readonly string[]) =>
            keys.every((key) => key === 'reason' || key === 'path'),
          );
          return;
        }
        const { draft } = admission;
        const { items = [] } = draft.params;
        expect(bytesOf(JSON.parse(JSON.stringify(draft)))).to.equal(bytesOf(draft));
        checkFlat(draft.params);
        expect((items as readonly JsonObject[]).length).to.be.at.most(200);
        for (const item of items as readonly JsonObject[]) checkFlat(item);
        useAll([draft], SHOP);
      },
    ),
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

/** Anything may be said: it becomes a row that the gate keeps and the engine can read, or nothing. */
export const anythingMayBeSaid: Law<typeof readStatement> = (read, trial) =>
  hold(
    fc.property(sayings, (said) => {
      const row = read(said);
      if (row === undefined) return;
      const admission = admitOwn(row, CONTEXT);
      expect(admission).to.have.property('draft');
      if ('draft' in admission) useAll([admission.draft], SHOP);
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
  expectsALevel: ((condition) => {
    const test = compileCondition(condition);
    return (page) => Object.keys(page['viewing'] as JsonObject).length >= 0 && test(page);
  }) satisfies typeof compileCondition,
  believesEveryStatement: ((said) => ({
    name: 'quiet_set',
    params: said as JsonObject,
  })) satisfies typeof readStatement,
};
