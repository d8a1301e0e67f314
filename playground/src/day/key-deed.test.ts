import { expect } from 'chai';
import { keyDeed, type KeyPress } from './key-deed.js';

const press = (key: string, how: Partial<KeyPress> = {}): unknown =>
  keyDeed({ key, modified: false, on: 'page', rtl: false, ...how });

describe('[G53] keys', () => {
  it('[G53] 1, 2 and 3 vote, space goes on, arrows move, T flips the world', () => {
    expect(['1', '2', '3', ' ', 'ArrowRight', 'ArrowLeft', 't', 'T'].map((key) => press(key))).to.deep.equal([
      { do: 'vote', vote: 'speak' },
      { do: 'vote', vote: 'hush' },
      { do: 'vote', vote: 'pass' },
      { do: 'on' },
      { do: 'next' },
      { do: 'back' },
      { do: 'world' },
      { do: 'world' },
    ]);
    expect(press('ArrowRight', { rtl: true })).to.deep.equal({ do: 'back' });
  });

  it('[G53] nothing is taken from a field, from a shortcut or, of space, from a button', () => {
    for (const key of ['1', ' ', 't', 'ArrowLeft']) {
      expect(press(key, { on: 'field' }), key).to.equal(undefined);
      expect(press(key, { modified: true }), key).to.equal(undefined);
    }
    expect(press(' ', { on: 'control' })).to.equal(undefined);
    expect(press('1', { on: 'control' })).to.deep.equal({ do: 'vote', vote: 'speak' });
    for (const key of ['Enter', 'Tab', 'Escape', 'x', 'toString']) expect(press(key), key).to.equal(undefined);
  });
});
