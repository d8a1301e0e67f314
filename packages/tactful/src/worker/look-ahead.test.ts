import { expect } from 'chai';
import type { Event, EventName, JsonObject, Offer } from '../engine/index.js';
import { defaultPurposes } from '../engine/index.js';
import { asJson } from '../engine/json.js';
import { createHost } from './host.js';
import type { CallName, Calls } from './protocol.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ten in the morning in Amsterdam. */
const NOW = { at: Date.UTC(2025, 4, 7, 8), offset: 120 };
const offer = (about: Partial<Offer> & Pick<Offer, 'id' | 'class'>): Offer => ({
  content: { en: { title: 'Filters for your coffee machine' } },
  ...about,
});
const FILTERS = offer({
  id: 'filters',
  class: 'suggest',
  category: ['coffee'],
  price: 2495,
  margin: 2000,
  product: 'f-1',
  channels: ['slot', 'email'],
});
type Call = <Name extends CallName>(
  name: Name,
  argument: Parameters<Calls[Name]>[0],
) => Promise<ReturnType<Calls[Name]>>;

let rows = 0;
const row = (name: EventName, at: number, params: JsonObject = {}): Event => ({
  id: `a:${String(++rows)}`,
  at,
  offset: NOW.offset,
  name,
  origin: name === 'view_item' ? 'observed' : 'declared',
  purpose: 'personalization',
  params,
  v: 1,
});

/** Looked at coffee, every day for a week, at seven in the evening; likes it. */
function coffeeDrinker(): readonly Event[] {
  const items = [{ item_id: 'f-1', item_category: 'coffee', price: 2495 }];
  const evenings = [7, 6, 5, 4, 3, 2, 1].map((days) => NOW.at + 9 * HOUR_MS - days * DAY_MS);
  return [
    ...evenings.map((at) => row('view_item', at, { items })),
    row('preference_stated', NOW.at - 2 * HOUR_MS, { facet: 'category', value: 'coffee', level: 2 }),
  ];
}

/** A worker with these rows; consent is given. */
async function workerWith(log: readonly Event[], offers: readonly Offer[] = [FILTERS]): Promise<Call> {
  const host = createHost(() => import('./later.js'));
  const call: Call = async (name, argument) => {
    const outcome = await host.call(name, argument);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };
  await call('start', {
    scope: 'moments',
    storage: 'memory',
    stored: false,
    now: NOW,
    catalog: {
      inline: asJson({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers }),
    },
    purposes: defaultPurposes(),
    policy: {},
    model: {},
  });
  const states = { personalization: 'in' } as const;
  await call('setConsent', { states, now: NOW, mechanism: 'call', rememberRefusal: true });
  await call('hint', { rows: log, stored: false });
  return call;
}

describe('the worker looks ahead', () => {
  it('[W20] M6: what a decision would say at a moment to come, without keeping or reserving it', async () => {
    const call = await workerWith(coffeeDrinker());
    const tomorrow = { ...NOW, at: NOW.at + DAY_MS };
    const { decision, shortlist } = await call('prospect', { channel: 'slot', now: tomorrow });
    expect(decision.offers.map(({ offerId }) => offerId)).to.deep.equal(['filters']);
    expect([decision.at, shortlist.some(({ verdict }) => verdict === 'CHOSEN')]).to.deep.equal([tomorrow.at, true]);
    expect(await call('decisions', { limit: 50 })).to.deep.equal([]);
  });

  it('[W20] a placement is no hindrance to what is painted nowhere', async () => {
    const call = await workerWith(coffeeDrinker(), [{ ...FILTERS, placements: ['home'] }]);
    const { decision } = await call('prospect', { channel: 'slot', now: NOW });
    expect(decision.silence).to.equal(undefined);
  });

  it('[W20] a quiet time is the silence of all its moments, and of none after it', async () => {
    const until = NOW.at + 3 * DAY_MS;
    const call = await workerWith([...coffeeDrinker(), row('quiet_set', NOW.at - 1, { until })]);
    const reasonAt = async (at: number): Promise<string | undefined> =>
      (await call('prospect', { channel: 'slot', now: { ...NOW, at } })).decision.silence?.reason;
    expect([await reasonAt(NOW.at), await reasonAt(until - 1), await reasonAt(until)]).to.deep.equal([
      'QUIET_TIME',
      'QUIET_TIME',
      undefined,
    ]);
  });

  it('[W20] C2: through a channel that nobody allowed nothing is said', async () => {
    const call = await workerWith(coffeeDrinker());
    const { decision } = await call('prospect', { channel: 'email', now: NOW });
    expect(decision.silence?.reason).to.equal('NO_PERMISSION');
  });

  it('[W21] whether anything can be had is read from the catalog as it is now', async () => {
    const gone = { ...FILTERS, product: { sku: 'f-1', availability: 'https://schema.org/OutOfStock' } };
    const about = { facet: 'product', value: 'f-1' } as const;
    expect(await (await workerWith([]))('available', { about, now: NOW })).to.equal(true);
    expect(await (await workerWith([], [gone]))('available', { about, now: NOW })).to.equal(false);
  });

  it('[W22] M12: a hand-over is made from the permission, the words agreed to, the quiet hours and the end of the offer', async () => {
    const allowed = row('permission_set', NOW.at - 1, { channel: 'email', allowed: true, text: 'Mail me' });
    const call = await workerWith(
      [...coffeeDrinker(), allowed],
      [{ ...FILTERS, validThrough: '2025-05-20T00:00:00Z' }],
    );
    const { decision } = await call('prospect', { channel: 'slot', now: NOW });
    const offers = [{ offerId: 'filters', content: {}, reasons: [], probability: 1 }];
    const by = { ...decision, channel: 'email', direction: 'outbound', offers } as const;
    const { folded, hours, ...rest } = await call('outbound', { decision: by, now: NOW });
    expect(folded.channels.get('email')?.id).to.equal(allowed.id);
    expect(hours.length).to.be.at.least(1);
    expect(rest).to.deep.equal({ through: Date.UTC(2025, 4, 20), now: NOW, text: 'Mail me' });
  });
});
