import { expect } from 'chai';
import fc from 'fast-check';
import { isAsk, isFound, isRang, isReceipt } from './messages.js';

describe('messages', () => {
  it('[X5] takes what the panel sends, and nothing like it', () => {
    expect(isAsk({ ask: 'look' })).to.equal(true);
    expect(isAsk({ ask: 'command', command: { op: 'forget', scope: 'default', ids: ['a:0'] } })).to.equal(true);
    expect(isAsk({ ask: 'command', command: { op: 'erase', scope: 'default' } })).to.equal(true);
    expect(isAsk({ ask: 'command', command: { op: 'forget', scope: 'default', ids: [1] } })).to.equal(false);
    const declare = { op: 'declare', scope: 'default', action: { do: 'declare', statement: {} } };
    expect(isAsk({ ask: 'command', command: declare })).to.equal(true);
    expect(isAsk({ ask: 'command', command: { ...declare, action: 'declare' } })).to.equal(false);
    expect(isAsk({ ask: 'command', command: { op: 'export', scope: 'default' } })).to.equal(false);
    expect(isAsk({ ask: 'command', command: { op: 'erase' } })).to.equal(false);
    const receipt = { removed: 0, at: 1, verified: true, grade: 'reachable' };
    expect(isReceipt({ ...receipt, said: { added: 'a:0' } })).to.equal(true);
    expect(isReceipt({ ...receipt, said: { refused: 'no-consent' } })).to.equal(true);
    expect(isReceipt({ ...receipt, said: { refused: 'constructor' } })).to.equal(false);
  });

  it('[X5] anything else is no message at all', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect([isAsk(value), isRang(value), isFound(value), isReceipt(value)]).to.deep.equal([
          false,
          false,
          false,
          false,
        ]);
      }),
    );
  });
});
