import { expect } from 'chai';
import fc from 'fast-check';
import {
  admitOwn,
  DAY_MS,
  decide,
  defaultPurposes,
  foldLog,
  isContact,
  SIGNAL_GROUPS,
  signalGroup,
  type Catalog,
  type ConsentState,
  type DecisionTrace,
  type Event,
  type EventName,
  type JsonObject,
  type Purpose,
} from '../../src/engine/index.js';
import { logs } from '../arbitraries.js';
import { expectSameBytes } from './bytes-of.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { afterwards, decideAt, readAndCompile, scenes, type Ask, type Draft, type Scene } from './scenes.js';

/** I-20: what the business holds by accident of another service changes no byte of any decision. */
export const accidentsDecideNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, logs({ kinds: ['incidental'], max: 8, replicas: ['inc'] }), (scene, incidental) => {
      const more = { ...scene, log: [...incidental, ...scene.log] };
      expectSameBytes(decideAt(more, engine), decideAt(scene, engine));
    }),
    trial,
  );

const RELATED: readonly (readonly Draft[])[] = [
  [
    ['promise_made', { promise_id: 'kept' }],
    ['promise_kept', { promise_id: 'kept' }],
  ],
  [['promise_made', { promise_id: 'broken', due: 1 }]],
  [
    ['suggestion_made', { suggestion_id: 's' }],
    ['suggestion_followed', { suggestion_id: 's' }],
  ],
  [['apology_made', {}]],
  [['feedback_given', { score: 1 }]],
  [
    ['complaint_opened', { complaint_id: 'c' }],
    ['complaint_resolved', { complaint_id: 'c' }],
  ],
  [['service_failure', { severity: 0.5 }]],
];

const LIKED: readonly Draft[] = ['garden', 'tools', 'paint'].map((value) => [
  'preference_stated',
  { facet: 'category', value, level: 2 },
]);

function soldIn({ shortlist }: DecisionTrace, { catalog }: Scene): readonly string[] {
  return shortlist.flatMap(({ offerId, verdict }) =>
    offerId !== null && verdict !== 'NOT_WIN_WIN' && catalog.byId.get(offerId)?.promotional ? [offerId] : [],
  );
}

/** I-20: what passed between shop and shopper may close something; which product goes before which it does not touch. */
export const relationsRankNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.constantFrom(...RELATED), (scene, drafts) => {
      const liked = afterwards(scene, LIKED);
      const before = soldIn(decideAt(liked, engine), scene);
      // What goes out is weighed against waiting for them, offer by offer, and that depends on how they stand with the shop.
      if (before.length < 2 || decideAt(liked, engine).decision.direction === 'outbound') return;
      const after = soldIn(decideAt(afterwards(liked, drafts), engine), scene);
      expect(after.filter((id) => before.includes(id))).to.deep.equal(before.filter((id) => after.includes(id)));
    }),
    trial,
  );

/** What decides whether a row is stored. */
export type Gate = typeof admitOwn;

const NAMES: readonly EventName[] = [
  'view_item',
  'search',
  'purchase',
  'add_to_cart',
  'promise_made',
  'task_started',
  'question_answered',
  'place_entered',
  'intent_stated',
];
const someSignals = fc.subarray([...SIGNAL_GROUPS, ...NAMES]);
const states = fc.constantFrom<ConsentState>('in', 'out', 'pending');

/** I-21: what only serves a purpose that is off is not stored. */
export const nothingIsKeptForNothing: Law<Gate> = (admit, trial) =>
  hold(
    fc.property(
      fc.array(fc.tuple(someSignals, states), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...NAMES),
      (made, name) => {
        const [template] = defaultPurposes();
        if (!template) throw new Error('no purpose to begin with');
        const purposes = made.map(([signals], n): Purpose => ({ ...template, id: `u${String(n)}`, signals }));
        const consent = Object.fromEntries(made.map(([, state], n) => [`u${String(n)}`, state]));
        const admission = admit({ name, params: { items: [] } }, { purposes, consent });
        const serving = purposes.filter(
          ({ id, signals }) => consent[id] === 'in' && (signals.includes(name) || signals.includes(signalGroup(name))),
        );
        const limits = isContact(name) || signalGroup(name) === 'statements';
        if ('draft' in admission && !limits) expect(serving.map(({ id }) => id)).to.include(admission.draft.purpose);
        if (!made.some(([, state]) => state === 'in')) expect('draft' in admission).to.equal(false);
      },
    ),
    trial,
  );

const MOMENTS: readonly string[] = ['until', 'expires', 'due'];

function movedRow(row: Event, by: number): Event {
  const moved = MOMENTS.flatMap((key): readonly (readonly [string, number])[] => {
    const { [key]: moment } = row.params;
    return typeof moment === 'number' ? [[key, moment + by]] : [];
  });
  const params: JsonObject = { ...row.params, ...Object.fromEntries(moved) };
  return { ...row, at: row.at + by, params };
}

const movedText = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString();

function movedCatalog(raw: Catalog, by: number): Catalog {
  const { offers, incidents } = raw;
  return {
    ...raw,
    offers: offers.map((offer) => ({
      ...offer,
      ...(offer.validThrough === undefined ? {} : { validThrough: movedText(offer.validThrough, by) }),
    })),
    ...(incidents ? { incidents: incidents.map((each) => ({ ...each, from: movedText(each.from, by) })) } : {}),
  };
}

function movedAsk({ signals, earlier, ...ask }: Ask, by: number): Ask {
  const { moment, placesAt } = signals ?? {};
  return {
    ...ask,
    ...(earlier ? { earlier: earlier.map((each) => ({ ...each, at: each.at + by })) } : {}),
    ...(signals
      ? {
          signals: {
            ...signals,
            ...(moment ? { moment: { ...moment, at: moment.at + by } } : {}),
            ...(placesAt === undefined ? {} : { placesAt: placesAt + by }),
          },
        }
      : {}),
  };
}

function moved(scene: Scene, by: number): Scene {
  const raw = movedCatalog(scene.raw, by);
  return {
    ...scene,
    raw,
    catalog: readAndCompile(raw),
    log: scene.log.map((row) => movedRow(row, by)),
    now: { ...scene.now, at: scene.now.at + by },
    ask: movedAsk(scene.ask, by),
  };
}

function movedBack(trace: DecisionTrace, by: number): DecisionTrace {
  const { silence } = trace.decision;
  const until = silence?.until === undefined ? {} : { until: silence.until - by };
  return {
    ...trace,
    decision: {
      ...trace.decision,
      at: trace.decision.at - by,
      ...(silence ? { silence: { ...silence, ...until } } : {}),
    },
  };
}

/** I-22: whole weeks earlier everything is decided alike, where no holiday and no change of the clock lies between. */
export const weeksChangeNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.integer({ min: 1, max: 60 }), (scene, weeks) => {
      // The holidays that a norm names begin in July 2026.
      fc.pre(scene.now.at < Date.UTC(2026, 5, 1));
      const by = -weeks * 7 * DAY_MS;
      expectSameBytes(movedBack(decideAt(moved(scene, by), engine), by), decideAt(scene, engine));
    }),
    trial,
  );

/** Broken engines, each of which one of the laws must catch. */
export const INVARIANCE_FAULTS = {
  readsAccidents: {
    ...ENGINE,
    fold: (events, config) =>
      foldLog(
        [...events].map((row) => (row.origin === 'incidental' ? { ...row, origin: 'observed' as const } : row)),
        config,
      ),
  } satisfies Engine,
  ranksByTheRelation: {
    ...ENGINE,
    decide: (input) => {
      const trace = decide(input);
      const [silence, ...others] = trace.shortlist;
      const { promises, suggestions } = input.folded;
      if (!silence || promises.size + suggestions.size === 0) return trace;
      return { ...trace, shortlist: [silence, ...[...others].reverse()] };
    },
  } satisfies Engine,
  hasAGoodWeek: {
    ...ENGINE,
    decide: (input) =>
      Math.floor(input.at / (7 * DAY_MS)) % 2 === 0
        ? decide(input)
        : decide({ ...input, model: { ...input.model, tactMargin: input.model.tactMargin + 40 } }),
  } satisfies Engine,
};

/** A gate that takes "not asked yet" for a yes. */
export const takesSilenceForConsent: Gate = (own, { purposes, consent }) => {
  const open = Object.fromEntries(
    Object.entries(consent).map(([id, state]) => [id, state === 'out' ? state : 'in'] as const),
  );
  return admitOwn(own, { purposes, consent: open });
};
