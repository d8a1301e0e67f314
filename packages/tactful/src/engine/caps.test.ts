import { expect } from 'chai';
import { NOW, offer, shopOf } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { offerSpent, overallSpent, type OverallLimits, type Spent } from './caps.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Contact } from './fold-contacts.js';
import { DEFAULT_MODEL, DEFAULT_POLICY, type Policy } from './policy.js';
import type { Channel } from './statement.js';

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

  const out = (channel: Channel, age = 1): Contact => ({
    decisionId: channel,
    offerId: 'hose',
    at: NOW.at - age,
    promotional: false,
    channel,
  });
  const asked = (contacts: readonly Contact[], about: Partial<OverallLimits>): number | undefined =>
    overallSpent(contacts, { policy: DEFAULT_POLICY, at: NOW.at, visitStartedAt: NOW.at - HOUR_MS, ...about })?.until;

  it('[D28] what goes out counts whatever it is, and only against what goes out', () => {
    expect(asked([out('email')], { channel: 'sms', promotional: false })).to.equal(NOW.at - 1 + 7 * DAY_MS);
    expect(asked([out('email', 8 * DAY_MS)], { channel: 'sms' })).to.equal(undefined);
    expect(asked([out('email', 8 * DAY_MS), out('call', 9 * DAY_MS)], { channel: 'sms' })).to.equal(
      NOW.at + 21 * DAY_MS,
    );
    expect(asked([out('email')], {})).to.equal(undefined);
  });

  it('[D28] nothing interrupts by default; where a site allows it, as often as it says', () => {
    const policy = { ...DEFAULT_POLICY, interrupt: { perVisit: 1, caps: [{ cap: 2, period: 'P7D' }] } };
    expect(asked([], { channel: 'banner', promotional: false })).to.equal(Infinity);
    expect(asked([], { channel: 'banner', policy })).to.equal(undefined);
    expect(asked([out('banner')], { channel: 'banner', policy })).to.equal(NOW.at + 30 * MINUTE_MS);
    expect(asked([out('banner', DAY_MS), out('banner', 2 * DAY_MS)], { channel: 'banner', policy })).to.equal(
      NOW.at + 5 * DAY_MS,
    );
    expect(asked([], { direction: 'interrupt', policy: DEFAULT_POLICY })).to.equal(Infinity);
  });

  it('[D28] a channel, and everything together, can have caps of their own', () => {
    const week = [{ cap: 1, period: 'P7D' }];
    const calls = { ...DEFAULT_POLICY, outbound: { caps: [] }, byChannel: { call: week } };
    expect(asked([out('call')], { channel: 'call', policy: calls })).to.equal(NOW.at - 1 + 7 * DAY_MS);
    expect(asked([out('call')], { channel: 'sms', policy: calls })).to.equal(undefined);
    const all = { ...DEFAULT_POLICY, outbound: { caps: [] }, everything: week };
    const sold = { ...out('email'), promotional: true };
    expect(asked([sold], { policy: all })).to.equal(NOW.at - 1 + 7 * DAY_MS);
    expect(asked([sold], { policy: all, promotional: false })).to.equal(undefined);
    expect(asked([out('email')], { policy: all })).to.equal(undefined);
  });

  it('[D28] a slot counts neither against what interrupts nor against what goes out, and those not against a slot', () => {
    const once = { perVisit: 1, caps: [{ cap: 1, period: 'P7D' }] };
    const policy = { ...DEFAULT_POLICY, inbound: once, interrupt: once, outbound: once };
    const sold = (channel: Channel): Contact => ({ ...out(channel), promotional: true });
    expect(asked([sold('slot')], { policy, channel: 'banner', promotional: false })).to.equal(undefined);
    expect(asked([sold('slot')], { policy, channel: 'email' })).to.equal(undefined);
    expect(asked([sold('email')], { policy })).to.equal(undefined);
    expect(asked([out('banner'), out('email')], { policy, promotional: false })).to.equal(undefined);
    expect(asked([sold('banner')], { policy }), 'what covers the page is on it').to.be.above(NOW.at);
    expect(asked([out('banner')], { policy })).to.equal(undefined);
  });

  it('[D1] a period that cannot be read has no end', () => {
    expect(overall(shownAt(9_000 * DAY_MS), { caps: [{ cap: 1, period: 'a while' }] })?.scope).to.equal('all');
  });
});
