import { expect } from 'chai';
import fc from 'fast-check';
import type { QuestionVerdict } from './question.js';
import { valueOfAsking, worthAsking, type Asking } from './value-of-asking.js';

const HALF = { probability: 0.5, ifYes: 100, ifNo: -100 };
const ask = (verdict: QuestionVerdict = { may: true }, question = HALF): Asking =>
  worthAsking(question, { verdict, inbound: true });

describe('the value of asking', () => {
  it('[P72] is what is lost by guessing: .5 for even chances of 1 and -1, nothing for what is known', () => {
    expect(valueOfAsking({ probability: 0.5, ifYes: 1, ifNo: -1 })).to.equal(0.5);
    expect([0, 1].map((probability) => valueOfAsking({ ...HALF, probability }))).to.deep.equal([0, 0]);
    expect(valueOfAsking({ probability: 0.25, ifYes: 8, ifNo: -4 })).to.equal(2);
    expect(valueOfAsking({ probability: 0.75, ifYes: 8, ifNo: -4 })).to.equal(1);
  });

  it('[P72] an answer that changes nothing is worth nothing, and nothing is ever NaN', () => {
    expect(valueOfAsking({ ...HALF, ifNo: 3 })).to.equal(0);
    expect(valueOfAsking({ ...HALF, ifYes: -3 })).to.equal(0);
    for (const probability of [NaN, -1, 2, Infinity]) expect(valueOfAsking({ ...HALF, probability })).to.equal(0);
    expect(valueOfAsking({ ...HALF, ifYes: NaN })).to.equal(0);
  });

  it('[P72] law: never negative, and never more than either outcome', () => {
    const amount = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(fc.nat(100), amount, amount, (percent, ifYes, ifNo) => {
        const worth = valueOfAsking({ probability: percent / 100, ifYes, ifNo });
        expect(worth).to.be.at.least(0);
        expect(worth).to.be.at.most(Math.max(0, ifYes));
        expect(worth).to.be.at.most(Math.max(0, -ifNo));
      }),
    );
  });

  it('[P72] asking costs five cents: at five nothing is asked, above it is', () => {
    const [five, more] = [10, 10.1].map((ifYes) => ask({ may: true }, { probability: 0.5, ifYes, ifNo: -11 }));
    expect(five).to.deep.equal({ ask: false, worth: 5, because: 'not_worth_it' });
    expect(more).to.include({ ask: true, because: 'worth_it' });
  });

  it('[P72] only who comes in is asked, and only what may be asked and is not known', () => {
    expect(worthAsking(HALF, { verdict: { may: true }, inbound: false }).because).to.equal('not_inbound');
    expect(ask({ may: false, reason: 'support' })).to.deep.equal({ ask: false, worth: 50, because: 'support' });
    expect(ask({ may: false, reason: 'one_in_14_days', until: 7 }).because).to.equal('one_in_14_days');
    expect(ask({ known: 'yes', id: 'a:1', until: 7 }).because).to.equal('known');
    expect(ask().ask).to.equal(true);
  });
});
