import { expect } from 'chai';
import {
  betaBelow,
  compileCatalog,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  exp,
  exp2,
  expectedPurchases,
  fingerprint,
  foldLog,
  HOUR_MS,
  hypergeometric,
  ln,
  lnGamma,
  normalDistribution,
  originOf,
  profileView,
  type Event,
  type EventName,
  type Json,
  type JsonObject,
} from '../../src/engine/index.js';
import { GARDEN_SHOP, NOW, offer } from '../garden-shop.js';

const NAMES: readonly EventName[] = [
  'view_item',
  'select_item',
  'add_to_cart',
  'add_to_wishlist',
  'purchase',
  'search',
  'offer_shown',
  'offer_seen',
  'offer_dismissed',
  'offer_accepted',
  'preference_stated',
  'page_view',
  'remove_from_cart',
  'mode_set',
];
const PATHS: readonly (readonly [string, string])[] = [
  ['garden', 'watering'],
  ['tools', 'drilling'],
  ['tools', 'sawing'],
  ['paint', 'walls'],
];
const MODES = ['show_me', 'normal', 'quiet'];

/** The numerical recipes generator: the same numbers everywhere, and no package between. */
function* numbers(seed: number): Generator<(below: number) => number, never, undefined> {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(state / 2 ** 16) % below;
  };
  for (;;) yield next;
}

function paramsOf(next: (below: number) => number): JsonObject {
  const [department = '', category = ''] = PATHS[next(PATHS.length)] ?? [];
  const item = {
    item_id: `p${String(next(9))}`,
    item_category: department,
    item_category2: category,
    item_brand: ['Sprig', 'Boor', 'Kwast'][next(3)] ?? '',
    price: 495 + next(9000),
  };
  return {
    items: [item],
    engagement_time_msec: next(20_000),
    search_term: category,
    offer_id: GARDEN_SHOP.offers[next(5)]?.id ?? '',
    decision_id: `d${String(next(1000))}`,
    facet: 'category',
    value: department,
    level: next(3) - 1 || 2,
    mode: MODES[next(3)] ?? '',
  };
}

/** Four hundred rows of half a year. */
function longLog(): readonly Event[] {
  const [next] = numbers(7);
  if (!next) throw new Error('no numbers');
  let at = NOW.at - 4400 * HOUR_MS;
  return Array.from({ length: 400 }, (_, n) => {
    at += next(22 * 60) * 60_000;
    const name = NAMES[next(NAMES.length)] ?? 'page_view';
    return {
      id: `a:${String(n)}`,
      at,
      offset: 120,
      name,
      origin: originOf(name),
      purpose: 'personalization',
      params: paramsOf(next),
      v: 1,
    };
  });
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

// One constant for Node, Chromium, Firefox and WebKit. It changes when the rules, the shipped numbers or the shape of
// a trace change, and then everywhere alike; that one engine alone disagrees is what it is here to tell.
const EVERYWHERE = '50b81fd831807284';

describe('the same bytes in every engine', () => {
  it('[P16] a log of half a year gives one profile and one row of decisions', () => {
    const log = longLog();
    const catalog = compileCatalog(
      { ...GARDEN_SHOP, offers: [...GARDEN_SHOP.offers, offer({ id: 'tap', class: 'help', category: ['garden'] })] },
      DEFAULT_MODEL,
    );
    const told: Json[] = [];
    for (let rows = 20; rows <= log.length; rows += 20) {
      const seen = log.slice(0, rows);
      const folded = foldLog(seen, {
        catalog,
        model: DEFAULT_MODEL,
        wearHalfLifeDays: DEFAULT_POLICY.wear.halfLifeDays,
      });
      const now = { at: folded.latestAt + 40 * 60_000 + rows, offset: 120 };
      const trace = decide({
        id: `d${String(rows)}`,
        placement: 'home',
        ...now,
        folded,
        contacts: folded.contacts,
        catalog,
        purposes: defaultPurposes(),
        consent: { personalization: 'in' },
        policy: DEFAULT_POLICY,
        model: DEFAULT_MODEL,
        config: 'fixed',
      });
      told.push(
        asJson(trace),
        asJson(profileView({ folded, catalog, model: DEFAULT_MODEL, policy: DEFAULT_POLICY, now })),
      );
    }
    const outcomes = told.map((each) => JSON.stringify(each)).join('');
    expect(outcomes).to.contain('"CHOSEN"').and.to.contain('"silence":{').and.to.contain('"rule":"affinity"');
    expect(fingerprint(told)).to.equal(EVERYWHERE);
  });

  it('[P16] the mathematics below it gives one row of bits', () => {
    const values: number[] = [];
    for (let n = -400; n <= 400; n++) values.push(exp2(n / 13), exp(n / 29), ln(1 + (n + 401) / 7));
    expect(fingerprint(values)).to.equal('cdf1c7ffd96e68eb');
  });

  it('[P16] so do the gamma, beta, hypergeometric and normal functions, and expected purchases', () => {
    const values: number[] = [];
    for (let n = 1; n <= 300; n++) {
      const [wide, share] = [(n * n) / 13, n / 301];
      values.push(lnGamma(wide), normalDistribution((n - 225) / 6));
      values.push(betaBelow(share, [n, 40]), betaBelow(share / 9, [wide / 20, 0.5]));
      values.push(hypergeometric(share, [-0.2, 1 + share, 0.6 + n]), hypergeometric(share, [0.7, 2.5, 3.2]));
      for (const kind of ['bg', 'mbg'] as const) {
        const model = { kind, r: 0.3 + share, alpha: 5, a: share, b: 2 - share, spanWeeks: 52 };
        const found = expectedPurchases(model, { repeats: n % 9, lastAt: n % 9, age: 20, weeks: n / 3 });
        values.push('value' in found ? found.value : NaN);
      }
    }
    expect(values.every(Number.isFinite)).to.equal(true);
    expect(fingerprint(values)).to.equal('48e2866066b83284');
  });
});
