import { expect } from 'chai';
import fc from 'fast-check';
import { addAnchored, DAY_MS, decayFactor, readAnchored, type Anchored } from '../../src/engine/index.js';
import { hold, type Law } from './law.js';

/** The decay of evidence. */
export interface Decay {
  readonly factor: typeof decayFactor;
  readonly add: typeof addAnchored;
  readonly read: typeof readAnchored;
}

/** The decay as it is shipped. */
export const DECAY: Decay = { factor: decayFactor, add: addAnchored, read: readAnchored };

const ages = fc.nat(700 * DAY_MS);
const halfLives = fc.constantFrom(1.5, 7, 30, 60, 217);
const sums = fc.record({ value: fc.nat(100_000).map((n) => n / 1000), at: ages });
const isClose = (found: number, wanted: number, share: number): void => {
  expect(Math.abs(found - wanted)).to.be.at.most(Math.abs(wanted) * share + Number.MIN_VALUE);
};

/** Waiting twice is waiting once for as long as both. */
export const decayComposes: Law<Decay> = ({ read, factor }, trial) =>
  hold(
    fc.property(sums, ages, ages, halfLives, (sum, first, second, halfLifeDays) => {
      const later = sum.at + first;
      const between: Anchored = { value: read(sum, { at: later, halfLifeDays }), at: later };
      isClose(
        read(between, { at: later + second, halfLifeDays }),
        read(sum, { at: later + second, halfLifeDays }),
        1e-13,
      );
      isClose(factor(first + second, halfLifeDays), factor(first, halfLifeDays) * factor(second, halfLifeDays), 1e-13);
    }),
    trial,
  );

/** What is older never weighs more, and nothing weighs more than when it was new. */
export const decayFalls: Law<Decay> = ({ factor }, trial) =>
  hold(
    fc.property(ages, fc.integer({ min: 1000, max: 100 * DAY_MS }), halfLives, (age, more, halfLifeDays) => {
      expect(factor(age, halfLifeDays)).to.be.at.most(1);
      expect(factor(age, halfLifeDays)).to.be.above(0);
      expect(factor(age + more, halfLifeDays)).to.be.below(factor(age, halfLifeDays));
    }),
    trial,
  );

/** After one more half-life half is left. */
export const halfLifeHalves: Law<Decay> = ({ factor }, trial) =>
  hold(
    fc.property(ages, halfLives, (age, halfLifeDays) => {
      isClose(factor(age + halfLifeDays * DAY_MS, halfLifeDays), factor(age, halfLifeDays) / 2, 1e-13);
    }),
    trial,
  );

/** Two sums are added in either order, to the same bits. */
export const addingCommutes: Law<Decay> = ({ add }, trial) =>
  hold(
    fc.property(sums, sums, halfLives, (a, b, halfLifeDays) => {
      expect(add([a, b], halfLifeDays)).to.deep.equal(add([b, a], halfLifeDays));
    }),
    trial,
  );

const withFactor = (factor: Decay['factor']): Decay => ({
  ...DECAY,
  factor,
  read: (sum, { at, halfLifeDays }) => sum.value * factor(at - sum.at, halfLifeDays),
});

/** Broken decays, each of which one of the laws must catch. */
export const DECAY_FAULTS = {
  isLinear: withFactor((age, days) => 1 - age / (1400 * days * DAY_MS)),
  growsAgain: withFactor((age, days) => decayFactor(age % (100 * DAY_MS), days)),
  usesE: withFactor((age, days) => Math.exp(-age / (days * DAY_MS))),
  keepsTheFirstMoment: {
    ...DECAY,
    add: ([a, b], days): Anchored => ({
      value: a.value + b.value * decayFactor(Math.abs(a.at - b.at), days),
      at: a.at,
    }),
  } satisfies Decay,
};
