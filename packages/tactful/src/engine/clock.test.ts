import { expect } from 'chai';
import { DAY_MS, durationMs, HOUR_MS, localDay, MINUTE_MS, SECOND_MS } from './clock.js';

describe('clock', () => {
  it('[P1] durations have a fixed length: weeks, days, hours, minutes, seconds', () => {
    expect(durationMs('P7D')).to.equal(7 * DAY_MS);
    expect(durationMs('P1W')).to.equal(7 * DAY_MS);
    expect(durationMs('PT30M')).to.equal(30 * MINUTE_MS);
    expect(durationMs('P1DT2H3M4S')).to.equal(DAY_MS + 2 * HOUR_MS + 3 * MINUTE_MS + 4 * SECOND_MS);
  });

  it('[P1] what has no fixed length, or is none, is refused', () => {
    for (const text of ['P1M', 'P1Y', 'P', 'PT', 'P1DT', '7D', 'P-1D', 'P1.5D', '', 'undefined']) {
      expect(durationMs(text), text).to.equal(undefined);
    }
  });

  it('[P1] the local day turns at local midnight, east and west of UTC', () => {
    const midnight = 20_000 * DAY_MS;
    expect(localDay({ at: midnight - 1, offset: 0 })).to.equal(19_999);
    expect(localDay({ at: midnight, offset: 0 })).to.equal(20_000);
    expect(localDay({ at: midnight - 2 * HOUR_MS, offset: 120 })).to.equal(20_000);
    expect(localDay({ at: midnight + 2 * HOUR_MS, offset: -180 })).to.equal(19_999);
  });
});
