import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import type { Decision } from './decision.js';
import type { Said } from './fold-statements.js';
import { outboundIntent, type OutboundIntent, type OutboundReading } from './outbound-intent.js';
import { DEFAULT_POLICY } from './policy.js';
import { quietHoursUntil } from './quiet-hours.js';
import type { Channel } from './statement.js';

/** Ten in the morning in Amsterdam. */
const NOW = { at: Date.UTC(2025, 4, 7, 8), offset: 120 };
const content = { en: { title: 'Filters' } };
const said = <Value>(value: Value, at = NOW.at - DAY_MS): Said<Value> => ({ value, at, id: 'a:1' });
const folded = (more: Partial<OutboundReading['folded']> = {}): OutboundReading['folded'] => ({
  channels: new Map([['email', said(true)]]),
  promises: new Map(),
  grants: new Map(),
  quiet: undefined,
  ...more,
});
const decision = (more: Partial<Decision> = {}): { readonly decision: Decision } => ({
  decision: {
    id: 'd1',
    placement: 'mail',
    at: NOW.at,
    direction: 'outbound',
    channel: 'email',
    offers: [{ offerId: 'filters', content, reasons: ['DUE_AGAIN'], probability: 1 }],
    ...more,
  },
});
const intentOf = (reading: Partial<OutboundReading> = {}, more: Partial<Decision> = {}): OutboundIntent | undefined =>
  outboundIntent(decision(more), {
    folded: folded(),
    through: Infinity,
    now: NOW,
    hours: DEFAULT_POLICY.quietHours,
    ...reading,
  });

describe('outbound intent', () => {
  it('[D91] M12: what is handed over carries the permission, the quiet times, the end and the reasons', () => {
    expect(intentOf({ text: 'Mail me when it is due' })).to.deep.equal({
      decisionId: 'd1',
      offerId: 'filters',
      channel: 'email',
      content,
      reasons: ['DUE_AGAIN'],
      permission: { channel: 'email', id: 'a:1', at: NOW.at - DAY_MS, text: 'Mail me when it is due' },
      notBefore: NOW.at,
      quiet: { hours: [{ from: '21:00', to: '09:00' }], offset: 120 },
      expires: NOW.at + DAY_MS,
    });
  });

  it('[D91] C2: without a standing yes of the shopper, or with nothing to say, nothing is handed over', () => {
    const silence = { reason: 'CAPPED', leave: 'default' } as const;
    expect(intentOf({}, { offers: [], silence })).to.equal(undefined);
    for (const channels of [new Map(), new Map([['email', said(false)]]), new Map([['sms', said(true)]])])
      expect(intentOf({ folded: folded({ channels }) })).to.equal(undefined);
    for (const channel of ['slot', 'screen', 'banner'] as const)
      expect(intentOf({ folded: folded({ channels: new Map([[channel, said(true)]]) }) }, { channel })).to.equal(
        undefined,
      );
  });

  it('[D91] R12: a promise that was broken took its permission with it', () => {
    const promised = {
      made: 'a:2',
      at: 0,
      due: NOW.at - HOUR_MS,
      kept: undefined,
      channel: 'email',
      purpose: undefined,
    };
    const promises = new Map([['p1', promised]]) as unknown;
    expect(intentOf({ folded: folded({ promises: promises as OutboundReading['folded']['promises'] }) })).to.equal(
      undefined,
    );
  });

  it('[D92] dinner: not before the shopper’s quiet time and the quiet hours after it are over; a long one hands nothing over', () => {
    const at = (hours: number): OutboundIntent | undefined =>
      intentOf({ folded: folded({ quiet: said(NOW.at + hours * HOUR_MS) }) });
    expect(at(3)).to.deep.include({ notBefore: NOW.at + 3 * HOUR_MS });
    expect(at(3)?.quiet.until).to.equal(NOW.at + 3 * HOUR_MS);
    // Quiet until eleven at night is quiet until nine in the morning.
    expect(at(13)?.notBefore).to.equal(NOW.at + 23 * HOUR_MS);
    expect(at(24)).to.equal(undefined);
    expect(at(-1)?.quiet.until).to.equal(undefined);
  });

  it('[D92] it lapses after a day, or with the offer', () => {
    const through = NOW.at + 8 * HOUR_MS;
    expect(intentOf({ through })?.expires).to.equal(through);
    expect(intentOf({ through, now: { ...NOW, at: through } })).to.equal(undefined);
    expect(intentOf({ through: 0 })).to.equal(undefined);
    expect(intentOf({ now: { ...NOW, at: NOW.at + DAY_MS } })).to.equal(undefined);
  });

  it('[D92] law: what is handed over is not to be sent in quiet hours, and they are handed over with it', () => {
    const time = fc.nat(1439).map((minute) => new Date(minute * MINUTE_MS).toISOString().slice(11, 16));
    const channels = fc.constantFrom<readonly Channel[] | undefined>(undefined, ['email'], ['call']);
    const hours = fc.array(
      fc.tuple(time, time, channels).map(([from, to, only]) => ({ from, to, ...(only ? { channels: only } : {}) })),
      { maxLength: 3 },
    );
    hold(
      fc.property(hours, fc.nat(20), fc.integer({ min: -720, max: 720 }), (given, quietHours, offset) => {
        const quiet = said(NOW.at + quietHours * HOUR_MS);
        const found = intentOf({ folded: folded({ quiet }), hours: given, now: { ...NOW, offset } });
        if (found === undefined) return;
        const asked = { at: found.notBefore, offset, direction: 'outbound', channel: 'email' } as const;
        expect(quietHoursUntil(given, asked)).to.equal(undefined);
        expect(found.notBefore).to.be.within(Math.max(NOW.at, quiet.value), found.expires - 1);
        expect(found.quiet.hours).to.deep.equal(given.filter((each) => each.channels?.[0] !== 'call'));
      }),
    );
  });

  it('[D92] law: no intent for a channel without a yes, whatever was said of others', () => {
    const channels = fc.constantFrom<Channel>('slot', 'banner', 'notification', 'email', 'sms', 'call', 'screen');
    hold(
      fc.property(channels, fc.dictionary(channels, fc.boolean()), (channel, words) => {
        const all = new Map(Object.entries(words).map(([name, value]) => [name, said(value)]));
        const found = intentOf({ folded: folded({ channels: all }) }, { channel });
        const outbound = !['slot', 'banner', 'screen'].includes(channel);
        expect(found !== undefined).to.equal(outbound && all.get(channel)?.value === true);
      }),
    );
  });
});
