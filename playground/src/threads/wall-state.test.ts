import { expect } from 'chai';
import fc from 'fast-check';
import { MOST_STEPS, openWall, reduceWall, stepsOf, type WallAction, type WallState } from './wall-state.js';
import { WALKS } from './walks.js';

const LOOK = { deed: 'look', at: 3, about: ['hose-20m'] } as const;

const actions: fc.Arbitrary<WallAction> = fc.oneof(
  fc.record({ do: fc.constant('walk' as const), walk: fc.constantFrom('own' as const, ...WALKS) }),
  fc.constant({ do: 'click', step: LOOK } as const),
  fc.record({ do: fc.constantFrom('drop' as const, 'put-back' as const), note: fc.integer({ min: -1, max: 12 }) }),
  fc.record({
    do: fc.constant('turn' as const),
    card: fc.constantFrom('a', 'b', 'c'),
    open: fc.constantFrom([], ['a'], ['a', 'b']),
  }),
  fc.constantFrom(
    { do: 'hang' } as const,
    { do: 'undo' } as const,
    { do: 'turn-all' } as const,
    { do: 'hide-all' } as const,
    { do: 'more' } as const,
    { do: 'answers' } as const,
  ),
);

const after = (...done: readonly WallAction[]): WallState => done.reduce(reduceWall, openWall('gardener'));

describe('[G30] the state of a wall', () => {
  it('holds each dropped note once, and only notes that are there, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 60 }), (done) => {
        const state = after(...done);
        expect(new Set(state.gone).size).to.equal(state.gone.length);
        expect(state.gone.filter((note) => note < 1 || note > stepsOf(state).length)).to.deep.equal([]);
        expect(state.own.length).to.be.at.most(MOST_STEPS);
        if (state.walk !== 'own') expect(state).to.include({ hung: true });
      }),
    );
  });

  it('is as before after a drop and its undo', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (done, note) => {
        const state = after(...done);
        const dropped = reduceWall(state, { do: 'drop', note });
        if (dropped === state) return;
        expect(reduceWall(dropped, { do: 'undo' })).to.deep.equal(state);
        expect(reduceWall(dropped, { do: 'put-back', note })).to.deep.equal(state);
      }),
    );
  });

  it('takes clicks only on the open shelf, and no more than an address can carry', () => {
    const click = { do: 'click', step: LOOK } as const;
    expect(after(click).own).to.deep.equal([]);
    const own = Array<WallAction>(MOST_STEPS + 5)
      .fill(click)
      .reduce(reduceWall, openWall('own'));
    expect(own.own).to.have.length(MOST_STEPS);
    const hung = reduceWall(reduceWall(openWall('own'), click), { do: 'hang' });
    expect(reduceWall(hung, click)).to.equal(hung);
  });

  it('turns one card over and back, also when all lie open', () => {
    const one = after({ do: 'turn', card: 'a', open: [] });
    expect(one.turned).to.deep.equal(['a']);
    expect(reduceWall(one, { do: 'turn', card: 'a', open: ['a'] }).turned).to.deep.equal([]);
    const all = after({ do: 'turn-all' });
    expect(reduceWall(all, { do: 'turn', card: 'b', open: ['a', 'b'] }).turned).to.deep.equal(['a']);
  });

  it('begins anew with another walk', () => {
    expect(after({ do: 'drop', note: 2 }, { do: 'answers' }, { do: 'walk', walk: 'gift' })).to.deep.equal(
      openWall('gift'),
    );
  });
});
