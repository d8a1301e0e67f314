import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { mayUse } from './channel.js';
import type { Channel } from './statement.js';

const LATER = 1000;
const may = (channel: Channel, ...told: readonly Told[]): boolean =>
  mayUse(foldOf(logOf(told)), { channel, at: NOW.at + LATER });
const set = (channel: string, allowed: boolean, at = 0): Told => ({
  name: 'permission_set',
  at,
  params: { channel, allowed },
});
const ALL: readonly Channel[] = ['slot', 'banner', 'notification', 'email', 'sms', 'call', 'screen'];
const usable = (...told: readonly Told[]): readonly Channel[] => ALL.filter((channel) => may(channel, ...told));

describe('channels', () => {
  it('[P51] without a word only those where the shopper comes themselves', () => {
    expect(usable()).to.deep.equal(['slot', 'banner', 'screen']);
  });

  it('[P51] the last word on a channel stands', () => {
    expect(may('email', set('email', true))).to.equal(true);
    expect(may('email', set('email', true), set('email', false, 1))).to.equal(false);
    expect(may('email', set('email', true, 1), set('email', false))).to.equal(true);
    expect(may('slot', set('slot', false))).to.equal(false);
  });

  it('[P51] muting closes one, opting out all that call upon the shopper, and each can be opened again', () => {
    const open = [set('email', true), set('call', true)];
    const muted: Told = { name: 'channel_muted', at: 1, params: { channel: 'email' } };
    expect(usable(...open, muted)).to.deep.equal(['slot', 'banner', 'call', 'screen']);
    const out: Told = { name: 'opted_out', at: 1 };
    expect(usable(...open, out)).to.deep.equal(['slot', 'banner', 'screen']);
    expect(usable(...open, out, set('sms', true, 2))).to.deep.equal(['slot', 'banner', 'sms', 'screen']);
  });

  it('[P51] what is no permission changes nothing', () => {
    expect(usable({ name: 'permission_set', params: { channel: 'email', allowed: 'yes' } })).to.deep.equal(usable());
    expect(usable({ name: 'channel_muted' })).to.deep.equal(usable());
  });

  it('[P51] R12: a broken promise ends the permission it bought, until the shopper gives it again', () => {
    const promised: Told = {
      name: 'promise_made',
      at: 1,
      params: { promise_id: 'p', permission: 'email', due: NOW.at + 10 },
    };
    const given = [set('email', true), set('sms', true), promised];
    expect(may('email', ...given)).to.equal(false);
    expect(may('sms', ...given)).to.equal(true);
    expect(may('email', ...given, { name: 'promise_kept', at: 9, params: { promise_id: 'p' } })).to.equal(true);
    expect(may('email', ...given, set('email', true, 11))).to.equal(true);
  });
});
