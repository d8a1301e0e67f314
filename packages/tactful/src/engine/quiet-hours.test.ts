import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { DEFAULT_POLICY, type QuietHours } from './policy.js';
import { quietHoursUntil, type QuietQuestion } from './quiet-hours.js';

/** Thursday 1 January 2026, midnight in UTC. */
const THURSDAY = 20_454 * DAY_MS;
const { quietHours: NIGHT } = DEFAULT_POLICY;

const until = (hours: readonly QuietHours[], hour: number, more: Partial<QuietQuestion> = {}): number | undefined => {
  const found = quietHoursUntil(hours, {
    at: THURSDAY + hour * HOUR_MS,
    offset: 0,
    direction: 'outbound',
    channel: 'email',
    ...more,
  });
  return found === undefined ? undefined : (found - THURSDAY) / HOUR_MS;
};

describe('quiet hours', () => {
  it('[D31] from nine in the evening to nine in the morning, to the minute', () => {
    expect(until(NIGHT, 20.99)).to.equal(undefined);
    expect(until(NIGHT, 21)).to.equal(33);
    expect(until(NIGHT, 2)).to.equal(9);
    expect(until(NIGHT, 8.99)).to.equal(9);
    expect(until(NIGHT, 9)).to.equal(undefined);
  });

  it('[D31] in local time', () => {
    expect(until(NIGHT, 19, { offset: 120 })).to.equal(31);
    expect(until(NIGHT, 1, { offset: -300 })).to.equal(undefined);
    expect(until(NIGHT, 2, { offset: -300 })).to.equal(14);
  });

  it('[D31] who comes to the shop is answered at any hour', () => {
    expect(until(NIGHT, 2, { direction: 'inbound', channel: 'slot' })).to.equal(undefined);
    expect(until(NIGHT, 2, { direction: 'requested', channel: 'screen' })).to.equal(undefined);
    expect(until(NIGHT, 2, { direction: 'interrupt', channel: 'banner' })).to.equal(9);
  });

  it('[D31] after a change of the local time the hours of both places are quiet', () => {
    expect(until(NIGHT, 20, { previousOffset: 60 })).to.equal(33);
    expect(until(NIGHT, 8.5, { offset: 60, previousOffset: 0 })).to.equal(9);
    expect(until(NIGHT, 8.5, { offset: 60 })).to.equal(undefined);
  });

  it('[D32] days, holidays and channels narrow them; what touches is one', () => {
    const calls: readonly QuietHours[] = [
      { from: '20:00', to: '10:00', channels: ['call'] },
      { from: '00:00', to: '24:00', days: [6, 7], channels: ['call'] },
      { from: '00:00', to: '24:00', dates: ['2026-01-01'], channels: ['call'] },
    ];
    const call = { channel: 'call' } as const;
    expect(until(calls, 12, call)).to.equal(24 + 10);
    expect(until(calls, 24 + 10, call)).to.equal(undefined);
    // From Friday evening to Monday at ten.
    expect(until(calls, 24 + 21, call)).to.equal(4 * 24 + 10);
    expect(until(calls, 12, { channel: 'sms' })).to.equal(undefined);
  });

  it('[D32] hours that cannot be read make quiet longer, and those that never end do not hang', () => {
    expect(until([{ from: '21:00', to: 'late' }], 22)).to.equal(24);
    expect(until([{ from: '', to: '' }], 12)).to.equal(Infinity);
  });

  it('[D31] it is quiet exactly in the minutes that one of the hours names, half-open', () => {
    const time = fc.nat(47).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
    const one = fc.record({ from: time, to: time, days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) });
    const offsets = fc.constantFrom(0, 60, -300, 345);
    hold(
      fc.property(
        fc.array(one, { maxLength: 3 }),
        fc.nat(7 * 24 * 12),
        offsets,
        offsets,
        (hours, step, offset, previousOffset) => {
          const at = THURSDAY + step * 5 * MINUTE_MS;
          const ask = (moment: number): number | undefined =>
            quietHoursUntil(hours, { at: moment, offset, previousOffset, direction: 'outbound', channel: 'sms' });
          const found = ask(at);
          const isQuiet = [offset, previousOffset].some((zone) => {
            const local = at + zone * MINUTE_MS;
            const minute = Math.floor((local % DAY_MS) / MINUTE_MS);
            const weekday = ((Math.floor(local / DAY_MS) + 3) % 7) + 1;
            const before = ((weekday + 5) % 7) + 1;
            return hours.some(({ from, to, days }) => {
              const [begin, end] = [from, to].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
              if (begin === undefined || end === undefined) return false;
              if (begin < end) return days.includes(weekday) && minute >= begin && minute < end;
              return (days.includes(weekday) && minute >= begin) || (days.includes(before) && minute < end);
            });
          });
          expect(found !== undefined).to.equal(isQuiet);
          if (found === undefined || found === Infinity) return;
          expect(ask(found - 1)).to.equal(found);
          expect(ask(found)).to.equal(undefined);
        },
      ),
    );
  });
});
