import { expect } from 'chai';
import { afterglowMs } from './afterglow.js';
import { DAY_MS, HOUR_MS } from './clock.js';

const hours = (place: Parameters<typeof afterglowMs>[0]): number | undefined => {
  const ms = afterglowMs(place);
  return ms === undefined ? undefined : ms / HOUR_MS;
};

describe('afterglowMs', () => {
  it('[L53] is what the kind of place asks for, and a day where it is not known', () => {
    const byKind = (kind: string): number | undefined => hours({ class: 'quiet', kind });
    expect(['cemetery', 'crematorium', 'funeral_home', 'court', 'police', 'shelter'].map(byKind)).to.deep.equal(
      Array.from({ length: 6 }, () => 24),
    );
    expect(['hospice', 'hospital'].map(byKind)).to.deep.equal([12, 12]);
    expect(byKind('worship')).to.equal(2);
    expect(byKind('constructor')).to.equal(24);
    expect(hours({ class: 'quiet' })).to.equal(24);
  });

  it('[L53] can be lengthened by the catalog, up to 90 days, and never shortened', () => {
    expect(hours({ class: 'quiet', kind: 'worship', afterglow: 'PT6H' })).to.equal(6);
    expect(hours({ class: 'quiet', kind: 'cemetery', afterglow: 'PT1H' })).to.equal(24);
    expect(hours({ class: 'quiet', kind: 'cemetery', afterglow: 'soon' })).to.equal(24);
    expect(afterglowMs({ class: 'quiet', afterglow: 'P999999W' })).to.equal(90 * DAY_MS);
  });

  it('[L53] is nothing for a place that is not quiet', () => {
    expect(
      ['shop', 'door', 'rival'].map((each) => hours({ class: each, kind: 'cemetery', afterglow: 'P1D' })),
    ).to.deep.equal([undefined, undefined, undefined]);
  });
});
