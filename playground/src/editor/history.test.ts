import { expect } from 'chai';
import { beginHistory, closeStep, MOST_STEPS, recordStep, redoStep, undoStep, withNow } from './history.js';

describe('[G45] undo and redo', () => {
  it('go back over every step and forward again', () => {
    let history = beginHistory(0);
    for (const value of [1, 2, 3]) history = recordStep(history, value, { what: `to ${String(value)}` });
    const back = undoStep(undoStep(history));
    expect([back.now, back.past.at(-1)?.what, back.future[0]?.what]).to.deep.equal([1, 'to 1', 'to 2']);
    expect(redoStep(redoStep(back))).to.deep.equal(history);
    expect(undoStep(beginHistory(0)).now).to.equal(0);
    expect(redoStep(history)).to.equal(history);
  });

  it('take typing in one field for one step, until it is left', () => {
    let history = beginHistory('');
    for (const value of ['h', 'ho', 'hose']) history = recordStep(history, value, { what: 'title', key: 'title' });
    expect(history.past.length).to.equal(1);
    history = recordStep(closeStep(history), 'hoses', { what: 'title', key: 'title' });
    expect(undoStep(history).now).to.equal('hose');
    expect(undoStep(undoStep(history)).now).to.equal('');
    expect(recordStep(history, 'x', { what: 'text', key: 'text' }).past.length).to.equal(3);
  });

  it('forget what was undone once something else is done, and what is too long ago', () => {
    const undone = undoStep(recordStep(beginHistory(0), 1, { what: 'a' }));
    expect(recordStep(undone, 2, { what: 'b' }).future).to.deep.equal([]);
    let history = beginHistory(0);
    for (let value = 1; value <= MOST_STEPS + 5; value += 1) history = recordStep(history, value, { what: 'a' });
    expect(history.past.length).to.equal(MOST_STEPS);
    expect(history.past[0]?.value).to.equal(5);
  });

  it('do not count what changes nothing, nor looking at another offer', () => {
    const history = recordStep(beginHistory(0), 1, { what: 'a' });
    expect(recordStep(history, 1, { what: 'b' })).to.equal(history);
    expect(withNow(history, 5).past).to.deep.equal(history.past);
  });
});
