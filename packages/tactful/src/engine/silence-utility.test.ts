import { expect } from 'chai';
import fc from 'fast-check';
import { DEFAULT_MODEL as model } from './model.js';
import { quietReason, silenceUtility } from './silence-utility.js';

describe('the utility of silence', () => {
  const sells = { model, promotional: true } as const;
  const advises = { model, promotional: false } as const;

  it('[D67] it is the tact margin, and what the contact is worth keeping or waiting for', () => {
    expect(silenceUtility(sells).utility).to.equal(2);
    expect(silenceUtility({ ...sells, slot: 4 }).utility).to.equal(6);
    expect(silenceUtility({ ...sells, slot: 4, wait: 5 }).utility).to.equal(7);
    expect(silenceUtility({ ...sells, slot: 4, wait: 5 }).contributions).to.deep.equal([
      { term: 'tact', value: 2 },
      { term: 'wait', value: 5 },
    ]);
  });

  it('[D67] contacts that sell are few: what sells nothing, or was asked for, takes none of them', () => {
    expect(silenceUtility({ ...advises, slot: 4 }).utility).to.equal(2);
    expect(silenceUtility({ ...sells, slot: 4, requested: true }).utility).to.equal(2);
  });

  it('[D67] C6: neglect makes room for what sells nothing or was asked for, never for a promotion', () => {
    expect(silenceUtility({ ...advises, neglect: 2.5 }).utility).to.equal(-0.5);
    expect(silenceUtility({ ...sells, neglect: 2.5, requested: true }).utility).to.equal(-0.5);
    expect(silenceUtility({ ...sells, neglect: 2.5 }).utility).to.equal(2);
  });

  it('[D67] a silence says what it was for, and a tie is silence', () => {
    const read = { ...sells, slot: 4, wait: 0 };
    expect([1, 2, 3, 6, 6.1].map((utility) => quietReason(utility, read))).to.deep.equal([
      'BETTER_SILENT',
      'BETTER_SILENT',
      'SAVED_FOR_LATER',
      'SAVED_FOR_LATER',
      undefined,
    ]);
    expect(quietReason(3, { ...sells, slot: 4, wait: 5 })).to.equal('WAIT_FOR_YOU');
  });

  it('[D67] what is not there has no term', () => {
    expect(silenceUtility(sells).contributions).to.deep.equal([{ term: 'tact', value: 2 }]);
    expect(silenceUtility({ ...sells, slot: 4 }).contributions).to.deep.equal([
      { term: 'tact', value: 2 },
      { term: 'slot', value: 4 },
    ]);
  });

  it('[D67] kept for a better chance is what waiting is worth no more than', () => {
    expect(quietReason(3, { ...sells, slot: 4, wait: 4 })).to.equal('SAVED_FOR_LATER');
  });

  it('[D67] law: the terms sum to it, to the last bit', () => {
    const amount = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (slot, wait, neglect, promotional) => {
        const { utility, contributions } = silenceUtility({ model, promotional, slot, wait, neglect });
        expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
      }),
    );
  });
});
