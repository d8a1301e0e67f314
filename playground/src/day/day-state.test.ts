import { expect } from 'chai';
import {
  ballotAt,
  classVotes,
  DAY_PLACES,
  isOpen,
  MORNING,
  reduceDay,
  type DayAction,
  type DayState,
} from './day-state.js';

const after = (state: DayState, ...actions: readonly DayAction[]): DayState => actions.reduce(reduceDay, state);
const SPEAK: DayAction = { do: 'vote', vote: 'speak' };
const HUSH: DayAction = { do: 'vote', vote: 'hush' };

describe('[G50] a day as one state', () => {
  it('[G50] votes go to the card that one stands at, until the shops have answered', () => {
    const voted = after(MORNING, SPEAK, HUSH, HUSH);
    expect(ballotAt(voted, 'train')).to.deep.equal(['speak', 'hush', 'hush']);
    const open = after(voted, { do: 'reveal' });
    expect(isOpen(open, 'train')).to.equal(true);
    expect(after(open, SPEAK, { do: 'undo' })).to.deep.equal(open);
  });

  it('[G50] undo takes back the last vote; on nothing it changes nothing', () => {
    expect(after(MORNING, SPEAK, HUSH, { do: 'undo' })).to.deep.equal(after(MORNING, SPEAK));
    expect(after(MORNING, SPEAK, { do: 'undo' }, { do: 'undo' })).to.deep.equal(MORNING);
  });

  it('[G50] on reveals first and goes on then, through all nine cards to the end and no further', () => {
    let state = MORNING;
    for (const place of DAY_PLACES.slice(0, -1)) {
      expect(state.at).to.equal(place);
      state = after(state, { do: 'on' }, { do: 'on' });
    }
    expect(state.at).to.equal('end');
    expect(state.open).to.have.length(9);
    expect(after(state, { do: 'on' }, { do: 'next' }, SPEAK)).to.deep.equal(state);
    expect(after(MORNING, { do: 'back' })).to.deep.equal(MORNING);
  });

  it('[G50] voting again closes the card and empties its ballot', () => {
    expect(after(MORNING, SPEAK, { do: 'reveal' }, { do: 'again' })).to.deep.equal(MORNING);
  });

  it('[G50] a new morning keeps seed and world; the world flips there and back', () => {
    const far = after(MORNING, { do: 'seed', seed: 7 }, { do: 'world' }, SPEAK, { do: 'on' }, { do: 'go', to: 'sofa' });
    expect(after(far, { do: 'restart' })).to.deep.equal({ ...MORNING, seed: 7, world: 'nullAnnoyance' });
    expect(after(far, { do: 'world' }).world).to.equal('essays');
  });

  it('[G50] the class does what most of it said at the cards where somebody voted', () => {
    const state = after(MORNING, SPEAK, { do: 'next' }, HUSH, { do: 'go', to: 'sofa' }, SPEAK, SPEAK, HUSH);
    expect(classVotes(state)).to.deep.equal({ train: 'speak', door: 'hush', sofa: 'speak' });
  });
});
