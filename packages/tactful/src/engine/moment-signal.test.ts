import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { HOUR_MS, MINUTE_MS } from './clock.js';
import { exp, ln } from './dmath.js';
import { MOMENT_PRIOR, momentEffect, NO_SIGNALS, signalAttributes, signalsAt, type Signals } from './moment-signal.js';

/** Noon of the twelfth of May 2026 in Amsterdam. */
const NOON = { at: Date.UTC(2026, 4, 12, 10), offset: 120 };
const later = (ms: number): typeof NOON => ({ ...NOON, at: NOON.at + ms });
const SAID: Signals = {
  moment: { value: 'transit', at: NOON.at },
  weather: { value: { sky: 'clear', celsius: 28 }, ...NOON },
  places: ['door-north'],
  placesAt: NOON.at,
};

describe('signalsAt', () => {
  it('[L50] holds a moment and places for 30 minutes, half-open', () => {
    expect(signalsAt(SAID, later(30 * MINUTE_MS - 1))).to.deep.equal(SAID);
    expect(signalsAt(SAID, later(30 * MINUTE_MS))).to.deep.equal({ weather: SAID.weather, places: [] });
  });

  it('[L50] holds weather until local midnight', () => {
    expect(signalsAt(SAID, later(12 * HOUR_MS - 1)).weather).to.deep.equal(SAID.weather);
    expect(signalsAt(SAID, later(12 * HOUR_MS))).to.deep.equal(NO_SIGNALS);
  });

  it('[L50] takes nothing from the future, and nothing comes back once it has passed', () => {
    expect(signalsAt(SAID, later(-1))).to.deep.equal(NO_SIGNALS);
    hold(
      fc.property(fc.nat(48 * HOUR_MS), fc.nat(48 * HOUR_MS), (first, second) => {
        const left = signalsAt(SAID, later(first));
        const after = signalsAt(left, later(first + second));
        expect(after).to.deep.equal(signalsAt(SAID, later(first + second)));
      }),
    );
  });
});

describe('signalAttributes', () => {
  it('[L51] gives conditions the moment, the weather and the places, and what was not said as null or empty', () => {
    expect(signalAttributes(SAID)).to.deep.equal({
      moment: 'transit',
      weather: { sky: 'clear', celsius: 28 },
      places: ['door-north'],
    });
    expect(signalAttributes(NO_SIGNALS)).to.deep.equal({ moment: null, weather: {}, places: [] });
  });
});

describe('momentEffect', () => {
  it('[L52] is bounded by ln of the odds ratio of 4.3 % and 2.1 %: 0.7394', () => {
    const ratio = ln(0.043 / 0.957) - ln(0.021 / 0.979);
    expect(ratio).to.be.closeTo(0.7394, 5e-5);
    expect(MOMENT_PRIOR).to.deep.equal({ mean: 0.35, sd: 0.35, least: 0, most: 0.74 });
    expect(MOMENT_PRIOR.most).to.be.closeTo(ratio, 1e-3);
  });

  it('[L52] is the mean of the prior, cut off at both ends, by summing it up', () => {
    const { mean, sd, least, most } = MOMENT_PRIOR;
    const steps = 20_000;
    const width = (most - least) / steps;
    let mass = 0;
    let moment = 0;
    for (let step = 0; step < steps; step++) {
      const x = least + (step + 0.5) * width;
      const z = (x - mean) / sd;
      const density = exp(-(z * z) / 2);
      mass += density;
      moment += density * x;
    }
    expect(momentEffect(SAID)).to.be.closeTo(moment / mass, 1e-7);
  });

  it('[L52] is nothing when the shopper is busy or said nothing', () => {
    expect(momentEffect({ moment: { value: 'busy', at: 0 }, places: [] })).to.equal(0);
    expect(momentEffect(NO_SIGNALS)).to.equal(0);
    expect(momentEffect({ moment: { value: 'idle', at: 0 }, places: [] })).to.be.within(0, MOMENT_PRIOR.most);
  });
});
