import { expect } from 'chai';
import fc from 'fast-check';
import {
  compileCatalog,
  DAY_MS,
  decide,
  DEFAULT_MODEL,
  growingFold,
  HOUR_MS,
  MINUTE_MS,
  type Cap,
  type Channel,
  type Event,
  type Offer,
  type OfferGroup,
  type Policy,
} from '../../src/engine/index.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { brokenBy, visitOf, type Shown } from './naive-history.js';
import { modeOf } from './naive-reading.js';
import { decideWith, pick, policyOf, rowsOf, type Draft, type Scene } from './scenes.js';

const CHANNELS: readonly Channel[] = ['slot', 'slot', 'banner', 'email', 'call'];
const CLASSES = ['suggest', 'suggest', 'complement', 'help'] as const;
const raw = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  norms: { country: 'NL', recipient: 'business' },
  offers: CLASSES.map((offerClass, n): Offer => ({
    id: `h${String(n)}`,
    class: offerClass,
    category: [pick(['garden', 'tools'], n)],
    price: 4995,
    channels: [...new Set(CHANNELS)],
    ...(n === 0 ? { frequency: { lifetime: 5, custom: [{ cap: 2, period: 'P2D' }] } } : { group: 'g' }),
    content: { en: { title: 'Something' } },
  })),
} as const;
const groups: readonly OfferGroup[] = [{ id: 'g', frequency: { custom: [{ cap: 2, period: 'P7D' }] } }];
const SHOP = compileCatalog({ ...raw, groups }, DEFAULT_MODEL);
/** Whatever may speak here does: only what was counted holds it back. */
const TALKATIVE = { ...DEFAULT_MODEL, tactMargin: -1e6 };
const LIKED: readonly Draft[] = [
  // Their contract bears two messages a month, so that a site can bear fewer.
  ['relationship_stated', { type: 'partner' }],
  ...['garden', 'tools'].map((value): Draft => ['preference_stated', { facet: 'category', value, level: 2 }]),
  ...(['banner', 'email', 'call'] as const).map((channel): Draft => ['permission_set', { channel, allowed: true }]),
];
const JUMPS: readonly number[] = [
  MINUTE_MS,
  MINUTE_MS,
  5 * HOUR_MS,
  DAY_MS,
  3 * DAY_MS,
  8 * DAY_MS,
  -HOUR_MS,
  -3 * DAY_MS,
];
const BEGIN = 20_215 * DAY_MS + 12 * HOUR_MS;

interface Chance {
  readonly jump: number;
  readonly channel: Channel;
  /** Mostly nothing. */
  readonly said: 'nothing' | 'show_me' | 'normal';
}

const chances: fc.Arbitrary<readonly Chance[]> = fc.array(
  fc.record({
    jump: fc.constantFrom(...JUMPS),
    channel: fc.constantFrom(...CHANNELS),
    said: fc.constantFrom<Chance['said']>('nothing', 'nothing', 'nothing', 'nothing', 'show_me', 'normal'),
  }),
  { minLength: 2, maxLength: 7, size: 'max' },
);

/** Tight enough that each kind of cap is the one that is met first: the norm of the catalogue has a month's of its own. */
function tightPolicy(seed: number): Policy {
  const { outbound, interrupt, ...policy } = policyOf(seed);
  return {
    ...policy,
    interrupt: { ...interrupt, perVisit: Math.min(interrupt.perVisit, 1) },
    outbound: { caps: [...outbound.caps, { cap: 1 + (seed % 3), period: 'P30D' }] },
    quietHours: [],
  };
}

/** One page that asks at every chance, by a clock that jumps, and shows what it gets: it never breaks a cap. */
function live(tried: readonly Chance[], by: { readonly engine: Engine; readonly seed: number }): void {
  const policy = tightPolicy(by.seed);
  const drafts: Event[] = rowsOf(LIKED, { at: BEGIN - 9 * DAY_MS, tab: 'a' }).slice();
  const history: Shown[] = [];
  let [clock, seenAt, askedAt] = [BEGIN, -Infinity, -Infinity];
  const fold = by.engine.grow({ catalog: SHOP, model: TALKATIVE, wearHalfLifeDays: policy.wear.halfLifeDays });
  fold.add(drafts);
  const write = (draft: Draft): void => {
    const rows = rowsOf([draft], { at: clock, tab: 'a' }).map((row) => ({
      ...row,
      id: `a:${String(drafts.length + 1)}`,
    }));
    drafts.push(...rows);
    fold.add(rows);
  };
  for (const { jump, channel, said } of tried) {
    clock += jump;
    seenAt = Math.max(seenAt, clock);
    write(said === 'nothing' ? ['page_view', {}] : ['mode_set', { mode: said }]);
    if (said !== 'nothing') askedAt = clock;
    const scene: Scene = {
      log: drafts,
      now: { at: clock, offset: 120 },
      raw,
      catalog: SHOP,
      policy,
      model: TALKATIVE,
      consent: { personalization: 'in' },
      ask: { channel, placement: 'home', most: 1 },
    };
    const { decision } = decideWith(fold.read(), scene, by.engine);
    const [chosen] = decision.offers;
    const compiled = chosen && SHOP.byId.get(chosen.offerId);
    if (!compiled) continue;
    const { offer, promotional } = compiled;
    const { direction } = decision;
    // An invitation that a clock gone back put before something that was shown may be lost: then less is said, never more.
    const invited = modeOf(drafts) === 'show_me' && askedAt > -Infinity;
    const visitAt = visitOf([...drafts, { at: seenAt, offset: 120 }]);
    history.push({ offer, promotional, channel, direction, invited, seenAt, visitAt });
    expect(brokenBy(history, { policy, groups })).to.deep.equal([]);
    write(['offer_shown', { offer_id: offer.id, decision_id: `d${String(history.length)}`, channel, direction }]);
  }
}

/** I-6: of what was truly shown over a history no window holds more than its cap, by whatever channel and whatever the clock did. */
export const capsHoldOverTrueHistories: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(chances, fc.noBias(fc.nat(0x3fffffff)), (tried, seed) => live(tried, { engine, seed })),
    trial,
  );

const isNoMonth = ({ period }: Cap): boolean => period !== 'P30D';
const UNGROUPED = compileCatalog(raw, DEFAULT_MODEL);

/** Broken engines, each of which the law must catch. */
export const HISTORY_FAULTS = {
  interruptsEveryVisit: {
    ...ENGINE,
    decide: (input) => {
      const { interrupt, ...policy } = input.policy;
      return decide({ ...input, policy: { ...policy, interrupt: { ...interrupt, perVisit: Infinity } } });
    },
  } satisfies Engine,
  seesNoGroup: { ...ENGINE, decide: (input) => decide({ ...input, catalog: UNGROUPED }) } satisfies Engine,
  countsNoMonth: {
    ...ENGINE,
    decide: (input) => {
      const { outbound, ...policy } = input.policy;
      return decide({ ...input, policy: { ...policy, outbound: { caps: outbound.caps.filter(isNoMonth) } } });
    },
  } satisfies Engine,
  forgetsTheLastContact: {
    ...ENGINE,
    decide: (input) => decide({ ...input, contacts: input.contacts.slice(0, -1) }),
  } satisfies Engine,
  believesTheClock: {
    ...ENGINE,
    grow: (config) => {
      const fold = growingFold(config);
      const own = new Map<string, number>();
      return {
        add: (rows) => {
          for (const row of rows) own.set(row.id, row.at);
          fold.add(rows);
        },
        read: () => {
          const folded = fold.read();
          const contacts = folded.contacts.map((contact) => ({
            ...contact,
            at: own.get(contact.id ?? '') ?? contact.at,
          }));
          return { ...folded, contacts };
        },
      };
    },
  } satisfies Engine,
};
