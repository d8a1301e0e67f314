import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { fatigueAt, type Fatigue } from './fatigue.js';

const shown = (channel: string | undefined, days = 0): Told => ({
  name: 'offer_shown',
  at: days * DAY_MS,
  params: { offer_id: 'hose', ...(channel === undefined ? {} : { channel }) },
});
const tired = (told: readonly Told[], days = 0): Fatigue => fatigueAt(foldOf(logOf(told)), NOW.at + days * DAY_MS);

describe('fatigue', () => {
  it('[P49] three pushes on three days leave 2.7260590203 on the third', () => {
    const pushes = [0, 1, 2].map((day) => shown('notification', day));
    expect(tired(pushes, 2).outbound).to.be.closeTo(2.7260590203, 5e-11);
    expect(tired(pushes, 2).inbound).to.equal(0);
  });

  const WEIGHTS: readonly (readonly [string | undefined, keyof Fatigue, number])[] = [
    ['slot', 'inbound', 0.2],
    ['screen', 'inbound', 0.2],
    ['banner', 'inbound', 0.6],
    ['email', 'outbound', 0.7],
    ['notification', 'outbound', 1],
    ['sms', 'outbound', 1.5],
    ['call', 'outbound', 3],
    [undefined, 'inbound', 0.2],
    ['pigeon', 'inbound', 0.2],
  ];
  for (const [channel, side, weight] of WEIGHTS) {
    it(`[P49] ${channel ?? 'a row without a channel'} tires by ${weight}, ${side}`, () => {
      expect(tired([shown(channel)])).to.deep.equal({ inbound: 0, outbound: 0, [side]: weight });
      expect(tired([shown(channel)], side === 'inbound' ? 1 : 7)[side]).to.equal(weight / 2);
    });
  }
});
