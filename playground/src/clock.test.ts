import { expect } from 'chai';
import fc from 'fast-check';
import { localDate, parseShift, shifted, WEEK_MS } from './clock.js';

describe('[G7] the clock', () => {
  it('is the device’s, moved ahead by the shift', () => {
    const at = Date.UTC(2026, 9, 3, 12);
    expect(shifted(at, 0).at).to.equal(at);
    expect(shifted(at, WEEK_MS).at - at).to.equal(7 * 24 * 3_600_000);
    expect(shifted(at, 0).offset).to.equal(0 - new Date(at).getTimezoneOffset());
  });

  it('knows the local date on either side of midnight', () => {
    const at = Date.UTC(2026, 9, 3, 23, 30);
    expect(localDate({ at, offset: 0 })).to.equal('2026-10-03');
    expect(localDate({ at, offset: 60 })).to.equal('2026-10-04');
    expect(localDate({ at: at - 23.5 * 3_600_000, offset: -60 })).to.equal('2026-10-02');
  });

  it('takes only a whole shift ahead, and never so far that no date is left', () => {
    for (const text of [null, '', 'soon', '-1', '1.5', 'Infinity', '{}'])
      expect(parseShift(text), String(text)).to.equal(0);
    expect(parseShift(String(WEEK_MS))).to.equal(WEEK_MS);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(localDate(shifted(Date.UTC(2026, 0), parseShift(text)))).to.match(/^20\d\d-\d\d-\d\d$/);
      }),
    );
    expect(localDate(shifted(Date.UTC(2026, 0), parseShift('9007199254740991')))).to.equal('2035-12-20');
  });
});
