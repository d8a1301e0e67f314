import { expect } from 'chai';
import { DAY_MS } from './clock.js';
import { askAgain, precedence, pseudoEvidence, type AskAgain, type Precedence } from './stated-preference.js';

const YEAR = 365 * DAY_MS;
const mass = (value: number, age = 0): number => pseudoEvidence({ value, at: 0 }, age);

describe('a stated preference', () => {
  it('[P67] weighs 8 for more, 16 for much more, 8 against for less, and halves in a year', () => {
    expect([1, 2, -1, 0].map((level) => mass(level))).to.deep.equal([8, 16, -8, 0]);
    expect([1, 2, -1].map((level) => mass(level, YEAR))).to.deep.equal([4, 8, -4]);
    expect(pseudoEvidence(undefined, 0)).to.equal(0);
  });

  it('[P67] never does not fade', () => {
    expect(mass(-2, 40 * YEAR)).to.equal(mass(-2));
  });

  it('[P68] what wins, by what was said and what behaviour shows', () => {
    const table = [1, 0, -1, -2].map((level): readonly Precedence[] => [3, 0, -3].map((z) => precedence(z, level)));
    expect(table).to.deep.equal([
      ['use', 'use_stated', 'use_stated'],
      ['use', 'base_rate', 'soft_avoid'],
      ['show_only', 'obey', 'obey'],
      ['veto', 'veto', 'veto'],
    ]);
    expect(precedence(3, 2)).to.equal('use');
  });

  it('[P68] two deviations are not clear yet, and what is no number is nothing', () => {
    expect([2, -2, NaN].map((z) => precedence(z, 0))).to.deep.equal(['base_rate', 'base_rate', 'base_rate']);
    expect(precedence(2.001, 0)).to.equal('use');
    expect(precedence(-Infinity, 0)).to.equal('soft_avoid');
  });

  describe('is asked about again', () => {
    const ask = (
      level: number,
      days: number,
      about: { readonly z?: number; readonly askedOn?: number } = {},
    ): AskAgain | undefined =>
      askAgain(
        { value: level, at: 0 },
        {
          at: days * DAY_MS,
          revealedZ: about.z ?? 0,
          ...(about.askedOn === undefined ? {} : { askedAt: about.askedOn * DAY_MS }),
        },
      );

    it('[P67] when less than half of it is left', () => {
      expect([ask(1, 365), ask(1, 366), ask(-1, 366)]).to.deep.equal([undefined, 'faded', 'faded']);
    });

    it('[P68] when behaviour has said the opposite for 90 days', () => {
      expect([ask(2, 89, { z: -3 }), ask(2, 90, { z: -3 }), ask(2, 90, { z: -1 })]).to.deep.equal([
        undefined,
        'contradicted',
        undefined,
      ]);
      // behaviour never asks to open what was closed
      expect(ask(-1, 90, { z: 9 })).to.equal(undefined);
    });

    it('[P67] once, and never about never', () => {
      expect(ask(1, 400, { askedOn: 390 })).to.equal(undefined);
      expect(ask(1, 400, { askedOn: -1 })).to.equal('faded');
      expect(ask(-2, 4000)).to.equal(undefined);
      expect(ask(0, 4000)).to.equal(undefined);
    });
  });
});
