import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { channelResponse, preferredChannel } from './preferred-channel.js';
import type { Channel } from './statement.js';

const ALL: readonly Channel[] = ['call', 'sms', 'email', 'notification', 'banner', 'screen', 'slot'];
const row = (name: Told['name'], days: number, channel?: Channel): Told => ({
  name,
  at: days * DAY_MS,
  params: { offer_id: 'hose', decision_id: `d${String(days)}`, ...(channel ? { channel } : {}) },
});
const through = (channel: Channel, days: number, taken = true): readonly Told[] => [
  row('offer_shown', days, channel),
  row('offer_seen', days),
  ...(taken ? [row('offer_accepted', days)] : []),
];
const wish = (channel: Channel, allowed: boolean): Told => ({ name: 'permission_set', params: { channel, allowed } });
const best = (told: readonly Told[], allowed = ALL): Channel | undefined =>
  preferredChannel(allowed, { folded: foldOf(logOf(told)), at: NOW.at });

describe('C1: the preferred channel', () => {
  it('[D63] C1: without any data it is their own page, else the least intrusive that may be used', () => {
    expect(best([])).to.equal('slot');
    expect(best([], ['call', 'email', 'notification'])).to.equal('email');
    expect(best([], [])).to.equal(undefined);
  });

  it('[D63] C1: what the shopper said comes first, and a no is a no', () => {
    expect(best([wish('notification', true), wish('email', false)])).to.equal('notification');
    expect(best([wish('slot', false), wish('screen', false)])).to.equal('banner');
    expect(best([wish('call', true)], ['email', 'slot'])).to.equal('slot');
    expect(best([wish('email', true), ...through('call', -1)])).to.equal('email');
  });

  it('[D63] C1: else the one that is answered: Beta(1 + accepted, 9 + seen - accepted), halved in 90 days', () => {
    const read = (told: readonly Told[], channel: Channel): number =>
      channelResponse(foldOf(logOf(told)), { channel, at: NOW.at });
    expect(read([], 'email')).to.equal(0.1);
    expect(read(through('email', 0), 'email')).to.be.closeTo(2 / 11, 1e-15);
    expect(read(through('email', -90), 'email')).to.be.closeTo(1.5 / 10.5, 1e-12);
    expect(read(through('email', 0, false), 'email')).to.be.closeTo(1 / 11, 1e-15);
    expect(read(through('email', 0), 'slot')).to.equal(0.1);
    expect(best(through('notification', -1))).to.equal('notification');
  });

  it('[D63] C1: what became of an offer is laid to the last time that it was shown', () => {
    const told = [...through('email', -20, false), ...through('notification', -10)];
    expect(best(told, ['email', 'notification'])).to.equal('notification');
  });
});
