import { expect } from 'chai';
import { parseMoment } from './parse-moment.js';

describe('parseMoment', () => {
  it('[L1] reads ISO 8601 dates and moments, UTC where no zone is named', () => {
    expect(parseMoment('1970-01-01')).to.equal(0);
    expect(parseMoment('2025-05-07T08:00:00Z')).to.equal(1_746_604_800_000);
    expect(parseMoment('2025-05-07T10:00+02:00')).to.equal(1_746_604_800_000);
    expect(parseMoment('2025-05-07T03:30:00.250-04:30')).to.equal(1_746_604_800_000);
    expect(parseMoment('2024-02-29')).to.equal(1_709_164_800_000);
    expect(parseMoment('2000-03-01')).to.equal(951_868_800_000);
  });

  it('[L1] refuses days that do not exist and everything else', () => {
    for (const text of [
      '2025-02-29',
      '2100-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '2025-01-00',
      '1969-12-31',
    ]) {
      expect(parseMoment(text), text).to.equal(undefined);
    }
    for (const text of [
      '2025-05-07T24:00',
      '2025-05-07T10:60',
      '2025-05-07 10:00',
      'tomorrow',
      '',
      7,
      null,
      undefined,
    ]) {
      expect(parseMoment(text), String(text)).to.equal(undefined);
    }
  });
});
