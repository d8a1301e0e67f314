import { expect } from 'chai';
import fc from 'fast-check';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import type { EventName } from './event-names.js';
import { neglectAt, neglectCost } from './neglect.js';

const mode = (dial: string, at = 0): Told => ({ name: 'mode_set', at, params: { mode: dial } });
const took = (name: EventName, days = 0): Told => ({ name, at: days * DAY_MS, params: { offer_id: 'hose' } });
const cost = (told: readonly Told[], days: number, gapDays?: number): number =>
  neglectAt(foldOf(logOf(told)), { at: NOW.at + days * DAY_MS, ...(gapDays === undefined ? {} : { gapDays }) });

describe('neglect', () => {
  it('[P56] costs nothing for one gap, half of the most after two, three quarters after three', () => {
    const found = [0, 60, 120, 180].map((days) => neglectCost(days, { gapDays: 60 }));
    expect(found).to.deep.equal([0, 0, 2.5, 3.75]);
    expect(neglectCost(90, { gapDays: 60 })).to.be.closeTo(1.4644660940672622, 1e-15);
    expect(neglectCost(14, { gapDays: 7, most: 8 })).to.equal(4);
  });

  it('[P56] law: it never falls with the days, and never passes the most', () => {
    const days = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(days, days, fc.double({ min: 0.01, max: 400, noNaN: true }), (some, more, gapDays) => {
        const before = neglectCost(some, { gapDays });
        expect(before).to.be.within(0, 5);
        expect(neglectCost(some + more, { gapDays })).to.be.at.least(before);
      }),
    );
  });
});

describe('C6: silence is also wrong', () => {
  it('[P56] C6: silence costs something only towards someone who welcomes contact', () => {
    expect(cost([], 500)).to.equal(0);
    expect(cost([mode('quiet')], 500)).to.equal(0);
    expect(cost([mode('show_me')], 120)).to.equal(2.5);
    expect(cost([mode('show_me'), mode('normal', 1)], 500)).to.equal(0);
  });

  it('[P56] C6: three welcome responses in a row are as good as a word, until one is not, or the dial says no', () => {
    const welcome = [took('offer_opened', 0), took('offer_accepted', 1), took('offer_accepted', 2)];
    expect(cost(welcome, 122)).to.equal(2.5);
    expect(cost(welcome.slice(1), 122)).to.equal(0);
    expect(cost([...welcome, took('offer_dismissed', 3)], 122)).to.equal(0);
    expect(cost([took('offer_complained', -1), ...welcome], 122)).to.equal(2.5);
    expect(cost([...welcome, mode('paused', 3)], 122)).to.equal(0);
  });

  it('[P56] C6: days count from the last welcome contact, in the rhythm of the shopper', () => {
    const told = [mode('show_me'), took('offer_accepted', 100)];
    expect(cost(told, 160)).to.equal(0);
    expect(cost(told, 220)).to.equal(2.5);
    expect(cost(told, 114, 7)).to.equal(2.5);
    expect(cost(told, 114, 0)).to.equal(0);
  });
});
