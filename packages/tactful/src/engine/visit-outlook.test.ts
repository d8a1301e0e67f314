import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Event } from './event.js';
import { foldLog } from './fold.js';
import { DEFAULT_MODEL } from './model.js';
import { visitWithin } from './replenishment.js';
import { localHour, visitChances, visitOutlook, type VisitOutlook } from './visit-outlook.js';

/** Ten in the morning in Amsterdam. */
const NOW = { at: Date.UTC(2025, 4, 7, 8), offset: 120 };
const NO_SHOP = compileCatalog({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] }, DEFAULT_MODEL);
const FLAT = Array.from({ length: 24 }, () => 1 / 24);
const READ = { catalog: NO_SHOP, model: DEFAULT_MODEL, now: NOW };

/** A visit, so long before or after now. */
const visit = (ms: number, more: Partial<Event> = {}): Event => ({
  id: `a:${String(NOW.at + ms)}`,
  at: NOW.at + ms,
  offset: NOW.offset,
  name: 'view_item',
  origin: 'observed',
  purpose: 'personalization',
  params: {},
  v: 1,
  ...more,
});

/** The outlook after these rows. */
function outlookOf(...rows: readonly Event[]): VisitOutlook {
  const folded = foldLog(rows, { catalog: NO_SHOP, model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
  return visitOutlook({ ...READ, folded }, rows);
}

describe('visit outlook', () => {
  it('[D85] before the first visit everybody’s gap is believed, and a flat day', () => {
    const nobody = { belief: { a: 1.5, b: 14, k: 1.5 }, elapsed: 0 };
    expect(outlookOf()).to.deep.equal({ ...nobody, hours: FLAT });
    expect(outlookOf(visit(0, { origin: 'relation', name: 'promise_made' })).hours).to.deep.equal(FLAT);
  });

  it('[D85] the hours of the day are shrunk to a flat one: one visit at ten beside eight imaginary ones', () => {
    const { hours } = outlookOf(visit(0), visit(HOUR_MS / 4));
    expect(hours[10]).to.be.closeTo((1 + 1 / 3) / 9, 1e-15);
    expect(hours[11]).to.be.closeTo(1 / 3 / 9, 1e-15);
    expect([0, 120, -720].map((offset) => localHour({ at: Date.UTC(2025, 4, 7, 23), offset }))).to.deep.equal([
      23, 1, 11,
    ]);
  });

  it('[D85] half a year halves what a visit weighs, and each hour is local to its visit', () => {
    const { hours, elapsed } = outlookOf(visit(-180 * DAY_MS, { offset: 0 }), visit(0));
    // At eight in London weight 1/2, at ten in Amsterdam 1, and 8 over the day.
    expect(hours[8]).to.be.closeTo((0.5 + 1 / 3) / 9.5, 1e-15);
    expect(hours[10]).to.be.closeTo((1 + 1 / 3) / 9.5, 1e-15);
    expect(elapsed).to.equal(0);
  });

  it('[D86] an hour has the digits of the survival: S(t) = (20 / (20 + t))^3, ten days on', () => {
    const visits = { belief: { a: 3, b: 20, k: 1 }, elapsed: 10, hours: FLAT };
    const chances = visitChances(visits, { now: NOW, days: 14 });
    expect(chances[0]).to.be.closeTo((1 - (30 / 31) ** 3) / 24, 1e-14);
    expect(chances[24 * 13]).to.be.closeTo(((30 / 43) ** 3 - (30 / 44) ** 3) / 24, 1e-14);
  });

  it('[D86] a gap too long for a number gives no chance, not a wrong one', () => {
    const chances = visitChances({ belief: { a: 500, b: 1, k: 1 }, elapsed: 1e9, hours: FLAT }, { now: NOW, days: 2 });
    expect(new Set(chances)).to.deep.equal(new Set([0]));
  });

  it('[D86] law: all hours together are the probability of a visit within those days', () => {
    const beliefs = fc.record({
      a: fc.integer({ min: 1, max: 60 }),
      b: fc.integer({ min: 1, max: 400 }),
      k: fc.constantFrom(1, 1.5, 3.7, 16),
    });
    hold(
      fc.property(
        beliefs,
        fc.nat(60),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(1440),
        (belief, elapsed, days, minutes) => {
          const within = visitWithin(belief, { elapsed, within: days });
          if (!('value' in within)) return;
          const now = { at: NOW.at + minutes * 60_000, offset: minutes - 700 };
          const weights = Array.from({ length: 24 }, (_, hour) => ((hour * 7 + minutes) % 24) / 276);
          const chances = visitChances({ belief, elapsed, hours: weights }, { now, days });
          expect(chances.length).to.equal(24 * days);
          expect(Math.min(...chances)).to.be.at.least(0);
          expect(chances.reduce((sum, each) => sum + each, 0)).to.be.closeTo(within.value, 1e-9);
        },
      ),
    );
  });
});
