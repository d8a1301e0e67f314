import { expect } from 'chai';
import { admitTracked, type Event, type GateContext } from './event.js';
import { defaultPurposes, type Purpose } from './purpose.js';
import { mayRead, neededSignals, USES, usesOf } from './uses.js';

const [DEFAULT] = defaultPurposes();
const purposes = (change: Partial<Purpose>): readonly Purpose[] => (DEFAULT ? [{ ...DEFAULT, ...change }] : []);
const row = (change: Partial<Event>): Event => ({
  id: 'a:0',
  at: 0,
  offset: 0,
  name: 'view_item',
  origin: 'observed',
  purpose: 'personalization',
  params: {},
  v: 1,
  ...change,
});

describe('K4: strategy first', () => {
  const service: GateContext = {
    purposes: purposes({ signals: ['relation', 'task_started'], uses: ['service'] }),
    consent: { personalization: 'in' },
  };

  it('[L14] K4: what no purpose needs is refused, and counted as refused', () => {
    const day = ['view_item', 'search', 'purchase', 'complaint_opened', 'view_item', 'complaint_resolved'];
    const counts = { kept: 0, 'not-needed': 0 };
    for (const name of day) {
      const admission = admitTracked({ name, params: {} }, service);
      if ('draft' in admission) counts.kept++;
      else if (admission.refusal.reason === 'not-needed') counts['not-needed']++;
    }
    expect(counts).to.deep.equal({ kept: 2, 'not-needed': 4 });
  });

  it('[L14] the default purpose needs what it lists', () => {
    const [[uses, listed, needed] = []] = defaultPurposes().map((purpose) => [
      usesOf(purpose),
      purpose.signals,
      neededSignals(purpose),
    ]);
    expect(uses).to.deep.equal(['affinity', 'offers', 'caps']);
    expect(needed).to.include.members([...(listed ?? [])]);
  });

  it('[L14] the signals a purpose needs are those its uses read; unknown uses read nothing', () => {
    const needed = (...uses: readonly string[]): readonly string[] => purposes({ uses }).flatMap(neededSignals);
    expect(needed('replenish')).to.deep.equal(['purchases']);
    expect(needed('service', 'replenish')).to.deep.equal(['purchases', 'relation', 'task_started', 'task_ended']);
    expect(needed('sell the data')).to.deep.equal([]);
  });
});

describe('K10: same data, two uses', () => {
  const log = [
    row({}),
    row({ name: 'purchase' }),
    row({ name: 'search' }),
    row({ name: 'complaint_opened', origin: 'relation' }),
  ];
  const read = (use: (typeof USES)[number], uses: readonly string[]): readonly string[] =>
    log.filter((event) => mayRead(event, use, purposes({ uses }))).map(({ name }) => name);

  it('[L15] K10: one log, two sets of purposes, two readings', () => {
    expect(read('affinity', ['affinity', 'caps'])).to.deep.equal(['view_item', 'purchase', 'search']);
    expect(read('affinity', ['service', 'caps'])).to.deep.equal([]);
    expect(read('service', ['affinity', 'caps'])).to.deep.equal([]);
    expect(read('service', ['service', 'caps'])).to.deep.equal(['complaint_opened']);
  });

  it('[L15] each use reads only the signals of its manifest', () => {
    expect(read('replenish', [...USES])).to.deep.equal(['purchase']);
    expect(read('up-sell', [...USES])).to.deep.equal(['view_item', 'purchase']);
    expect(read('churn-care', [...USES])).to.deep.equal(['view_item', 'purchase', 'complaint_opened']);
  });

  it('[L15] data of the relation never becomes a taste or a ground to sell, be it an order', () => {
    const order = row({ name: 'purchase', origin: 'relation' });
    const readers = USES.filter((use) => mayRead(order, use, purposes({ uses: USES })));
    expect(readers).to.deep.equal(['caps', 'churn-care']);
  });

  it('[L15] a row of a purpose that is no longer declared is read for nothing, but a "no" still binds', () => {
    const none = purposes({ id: 'another', uses: USES });
    expect(USES.filter((use) => mayRead(row({}), use, none))).to.deep.equal([]);
    const no = row({ name: 'never_stated', origin: 'declared' });
    expect(USES.filter((use) => mayRead(no, use, none))).to.deep.equal(['caps']);
  });

  it('[L17] R7: an incidental row is readable for no use, whatever its name and purpose', () => {
    for (const name of ['purchase', 'view_item', 'offer_shown', 'never_stated', 'complaint_opened'] as const) {
      const event = row({ name, origin: 'incidental' });
      expect(
        USES.filter((use) => mayRead(event, use, purposes({ uses: USES }))),
        name,
      ).to.deep.equal([]);
    }
  });
});
