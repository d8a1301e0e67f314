import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { HOUR_MS, MINUTE_MS, type Now } from './clock.js';
import type { Event } from './event.js';
import { midnight, placeRows, quietRow, visitStart, type PresenceRow, type Stay } from './presence.js';

/** 10:20 in the morning of the twelfth of May 2026, in Kolkata, where whole hours are half hours elsewhere. */
const NOW = { at: Date.UTC(2026, 4, 12, 4, 50), offset: 330 };
const HOUR = NOW.at - 20 * MINUTE_MS;
const INSIDE: Stay = { afterglow: 24 * HOUR_MS, since: NOW.at, inside: true };
const LEFT: Stay = { ...INSIDE, inside: false };

let counter = 0;
function row(name: Event['name'], at: number, params: Event['params'] = {}): Event {
  return { id: `a:${String(counter++)}`, at, offset: 330, name, origin: 'declared', purpose: 'p', params, v: 1 };
}

const later = (ms: number): Now => ({ ...NOW, at: NOW.at + ms });
const asRow = ({ name, at, params }: PresenceRow, now: Now): Event => row(name, at ?? now.at, params);

describe('quietRow', () => {
  it('[L54] is quiet until the afterglow has passed, at whole hours only, with an hour on top inside', () => {
    expect(quietRow(LEFT, { rows: [], now: NOW })).to.deep.equal({
      name: 'quiet_set',
      at: HOUR,
      params: { until: HOUR + 25 * HOUR_MS },
    });
    expect(quietRow(INSIDE, { rows: [], now: NOW })?.params).to.deep.equal({ until: HOUR + 26 * HOUR_MS });
    const sharp = { ...NOW, at: HOUR };
    expect(quietRow(LEFT, { rows: [], now: sharp })?.params).to.deep.equal({ until: HOUR + 24 * HOUR_MS });
  });

  it('[L54] whoever signals within an hour is never without quiet, and writes a row an hour at most', () => {
    hold(
      fc.property(
        fc.array(fc.integer({ min: 1, max: HOUR_MS }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(2, 12, 24),
        (waits, hours) => {
          const rows: Event[] = [];
          const stay: Stay = { ...INSIDE, afterglow: hours * HOUR_MS };
          let now: Now = NOW;
          const signal = (inside: boolean): void => {
            const made = quietRow({ ...stay, inside }, { rows, now });
            if (made) rows.push(asRow(made, now));
          };
          signal(true);
          for (const wait of waits) {
            now = { ...now, at: now.at + wait };
            const until = Math.max(...rows.map(({ params }) => Number(params['until'])));
            // what stood until this signal covers the whole wait, and the afterglow after it but for the last hour
            expect(until).to.be.at.least(now.at + stay.afterglow - HOUR_MS);
            signal(true);
          }
          signal(false);
          const until = Math.max(...rows.map(({ params }) => Number(params['until'])));
          expect(until).to.be.at.least(now.at + stay.afterglow);
          expect(until).to.be.at.most(now.at + stay.afterglow + 2 * HOUR_MS);
          expect(rows.length).to.be.at.most(2 + (now.at - NOW.at) / HOUR_MS);
          for (const { at, params } of rows) {
            expect([at, Number(params['until'])].map((time) => (time + 330 * MINUTE_MS) % HOUR_MS)).to.deep.equal([
              0, 0,
            ]);
          }
        },
      ),
    );
  });

  it('[L54] never shortens a longer quiet that the shopper asked for', () => {
    const rows = [row('quiet_set', NOW.at - 1, { until: NOW.at + 100 * HOUR_MS })];
    expect(quietRow(INSIDE, { rows, now: NOW })).to.equal(undefined);
  });

  it('[L55] leaves ended what the shopper ended during the stay, and keeps quiet on the next', () => {
    const rows = [row('quiet_set', HOUR, { until: NOW.at + 30 * HOUR_MS }), row('quiet_ended', NOW.at + 1)];
    const now = later(10 * MINUTE_MS);
    expect(quietRow(INSIDE, { rows, now })).to.equal(undefined);
    expect(quietRow({ ...INSIDE, inside: false }, { rows, now })).to.equal(undefined);
    const again = quietRow({ ...INSIDE, since: now.at }, { rows, now });
    expect(again).to.deep.equal({ name: 'quiet_set', at: NOW.at + 2, params: { until: HOUR + 26 * HOUR_MS } });
  });

  it('[L55] on a page that did not see the stay begin, what was ended in this visit stays ended', () => {
    const unseen: Stay = { ...INSIDE, since: undefined };
    const rows = [row('quiet_ended', NOW.at - 10 * MINUTE_MS)];
    expect(quietRow(unseen, { rows, now: NOW })).to.equal(undefined);
    expect(quietRow(unseen, { rows, now: later(25 * MINUTE_MS) })?.name).to.equal('quiet_set');
  });
});

describe('placeRows', () => {
  const names = (rows: readonly PresenceRow[]): readonly string[] =>
    rows.map(({ name, params }) => `${name} ${'place' in params ? params.place : ''}`);

  it('[L56] writes that a place was entered and left, once each a visit', () => {
    const rows: Event[] = [];
    const step = (inside: readonly string[], at: number, before?: readonly string[]): readonly string[] => {
      const now = later(at * MINUTE_MS);
      const made = placeRows(before ? { inside, before } : { inside }, { rows, now });
      rows.push(...made.map((each) => asRow(each, now)));
      return names(made);
    };
    expect(step(['utrecht'], 0)).to.deep.equal(['place_entered utrecht']);
    expect(step(['utrecht'], 1, ['utrecht'])).to.deep.equal([]);
    expect(step([], 2, ['utrecht'])).to.deep.equal(['place_left utrecht']);
    expect(step(['utrecht'], 3, [])).to.deep.equal([]);
    expect(step([], 4, ['utrecht'])).to.deep.equal([]);
    expect(step(['utrecht'], 33, [])).to.deep.equal(['place_entered utrecht']);
  });

  it('[L56] on a new page the visit itself says what was entered and not left', () => {
    const rows = [
      row('place_entered', NOW.at - 2, { place: 'utrecht' }),
      row('place_entered', NOW.at - 1, { place: 'door' }),
    ];
    expect(names(placeRows({ inside: ['door'] }, { rows, now: NOW }))).to.deep.equal(['place_left utrecht']);
  });

  it('[L57] a visit begins anew after 30 minutes or at local midnight', () => {
    expect(midnight(NOW)).to.equal(NOW.at - (10 * 60 + 20) * MINUTE_MS);
    expect(visitStart({ rows: [row('page_view', NOW.at - 29 * MINUTE_MS)], now: NOW })).to.equal(
      NOW.at - 29 * MINUTE_MS,
    );
    expect(visitStart({ rows: [row('page_view', NOW.at - 30 * MINUTE_MS)], now: NOW })).to.equal(NOW.at);
    const night = { ...NOW, at: midnight(NOW) };
    expect(visitStart({ rows: [row('page_view', night.at - 1)], now: night })).to.equal(night.at);
  });
});
