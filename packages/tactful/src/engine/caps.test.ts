import { expect } from 'chai';
import { NOW, offer, shopOf } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { offerSpent, overallSpent, type Spent } from './caps.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Contact } from './fold-contacts.js';
import { DEFAULT_MODEL, DEFAULT_POLICY, type Policy } from './policy.js';

const shownAt = (...ages: readonly number[]): readonly Contact[] =>
  ages.map((age) => ({ decisionId: `d${String(age)}`, offerId: 'hose', at: NOW.at - age, promotional: true }));

function overall(contacts: readonly Contact[], inbound: Partial<Policy['inbound']> = {}): Spent | undefined {
  const policy = { ...DEFAULT_POLICY, inbound: { perVisit: 99, caps: [], ...inbound } };
  return overallSpent(contacts, { policy, at: NOW.at, visitStartedAt: NOW.at - HOUR_MS });
}

function own(
  contacts: readonly Contact[],
  how: { readonly frequency?: Offer['frequency']; readonly invited?: boolean } = {},
): Spent | undefined {
  const { frequency, invited = false } = how;
  const { offers } = compileCatalog(
    shopOf(offer({ id: 'hose', class: 'suggest', ...(frequency ? { frequency } : {}) })),
    DEFAULT_MODEL,
  );
  const [compiled] = offers;
  return compiled && offerSpent(contacts, { policy: DEFAULT_POLICY, at: NOW.at, offer: compiled, invited });
}

describe('caps', () => {
  const WEEK = [{ cap: 2, period: 'P7D' }];

  it('[D1] exactly a window later the oldest no longer counts', () => {
    expect(overall(shownAt(7 * DAY_MS, 1), { caps: WEEK })).to.equal(undefined);
    expect(overall(shownAt(7 * DAY_MS - 1, 1), { caps: WEEK })).to.deep.equal({ scope: 'all', until: NOW.at + 1 });
  });

  it('[D1] one more is allowed while fewer than the cap were shown', () => {
    expect(overall(shownAt(1), { caps: WEEK })).to.equal(undefined);
    expect(overall(shownAt(1, 2), { caps: WEEK })?.until).to.equal(NOW.at - 2 + 7 * DAY_MS);
  });

  it('[D1] of several spent windows the last to open decides, an overdraft drains first', () => {
    const caps = [
      { cap: 1, period: 'PT1H' },
      { cap: 2, period: 'P1D' },
    ];
    expect(overall(shownAt(MINUTE_MS, HOUR_MS), { caps })?.until).to.equal(NOW.at - HOUR_MS + DAY_MS);
    expect(overall(shownAt(1, 2, 3), { caps: WEEK })?.until).to.equal(NOW.at - 2 + 7 * DAY_MS);
  });

  it('[D1] a visit has a cap of its own, from its first moment', () => {
    expect(overall(shownAt(HOUR_MS, 1), { perVisit: 2 })?.until).to.equal(NOW.at + 30 * MINUTE_MS);
    expect(overall(shownAt(HOUR_MS + 1, 1), { perVisit: 2 })).to.equal(undefined);
  });

  it('[D1] only promotion counts against promotion', () => {
    expect(
      overall(
        shownAt(1, 2).map((contact) => ({ ...contact, promotional: false })),
        { caps: WEEK },
      ),
    ).to.equal(undefined);
  });

  it('[D1] a cap of nothing forbids', () => {
    expect(overall([], { perVisit: 0 })?.scope).to.equal('all');
    expect(overall([], { caps: [{ cap: 0, period: 'P1D' }] })?.until).to.equal(Infinity);
    expect(own([], { frequency: { lifetime: 0 } })?.scope).to.equal('offer');
  });

  it('[D1] one offer is shown three times a week at most', () => {
    expect(own(shownAt(1, 2))).to.equal(undefined);
    expect(own(shownAt(1, 2, 3))).to.deep.equal({ scope: 'offer', until: NOW.at - 3 + 7 * DAY_MS });
  });

  it('[D1] an invitation lifts what the site holds back, never the cap of the offer itself', () => {
    expect(own(shownAt(1, 2, 3), { invited: true })).to.equal(undefined);
    expect(
      own(shownAt(1, 2, 3), { invited: true, frequency: { custom: [{ cap: 3, period: 'P1D' }] } })?.until,
    ).to.equal(NOW.at - 3 + DAY_MS);
    expect(own(shownAt(9_000 * DAY_MS), { invited: true, frequency: { lifetime: 1 } })?.until).to.equal(Infinity);
  });
});
