import { expect } from 'chai';
import fc from 'fast-check';
import { foldLog, profileView, type Event, type Folded } from '../../src/engine/index.js';
import { EVERY_KIND, shuffledBy, worlds, type Kind, type World } from '../arbitraries.js';
import { expectSameBytes, isNamedIn } from './bytes-of.js';
import { drawnOnce } from './drawn-once.js';
import { ENGINE, foldIn, foldOnce, inputWith, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';

type State = readonly unknown[];

/** The state, and for each eighth number of rows what is read from it too: profile and decision follow from the state alone. */
function stateOf(folded: Folded, world: World, engine: Engine): State {
  const { catalog, model, policy, now } = world;
  if (folded.rows % 8 !== 0) return [folded];
  return [folded, profileView({ folded, catalog, model, policy, now }), engine.decide(inputWith(folded, world))];
}

/** The state of a log that is folded anew. */
const everything = (world: World, engine: Engine): State => stateOf(foldIn(world, engine), world, engine);

/** The state to compare with, of a world that several laws look at. */
const expected = (world: World, engine: Engine): State => stateOf(foldOnce(world, engine), world, engine);

const WITH_INCIDENTAL: readonly Kind[] = [...EVERY_KIND, 'incidental', 'incidental'];
const everyKind = drawnOnce(worlds({ kinds: EVERY_KIND }));
const withIncidental = drawnOnce(worlds({ kinds: WITH_INCIDENTAL }));

/** Rows that arrive in another order give the same state, profile and decision, byte for byte. */
export const arrivalIsForgotten: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(everyKind, fc.nat(), (world, seed) => {
      const late = { ...world, log: shuffledBy(world.log, seed) };
      expectSameBytes(everything(late, engine), expected(world, engine));
    }),
    trial,
  );

/** A row that arrives again, from another tab or an import, changes nothing. */
export const arrivingTwiceIsArrivingOnce: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(everyKind, fc.nat(), (world, seed) => {
      const again = shuffledBy(world.log, seed).slice(0, 5);
      const twice = { ...world, log: [...again, ...world.log, ...again] };
      expectSameBytes(everything(twice, engine), expected(world, engine));
    }),
    trial,
  );

/** After a row is forgotten everything is as if it had never been: no conclusion, count or id of it remains. */
export const forgettingLeavesNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: EVERY_KIND, max: 30 }), fc.nat(), (world, n) => {
      fc.pre(world.log.length > 0);
      const gone = String(world.log[n % world.log.length]?.id);
      const rest = { ...world, log: world.log.filter(({ id }) => id !== gone) };
      const before = everything(rest, engine);
      everything(world, engine);
      const after = everything(rest, engine);
      expectSameBytes(after, before);
      expect(isNamedIn(after, gone), `${gone} in it`).to.equal(false);
    }),
    trial,
  );

/** A profile that grows row by row, as they arrive and are read in between, is the one made of the whole log. */
export const grownIsRecomputed: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(withIncidental, fc.nat(), (world, seed) => {
      const { catalog, model, policy } = world;
      const fold = engine.grow({ catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays });
      const late = new Set(shuffledBy(world.log, seed).slice(0, seed % 3));
      for (const row of world.log) if (!late.has(row)) fold.add([row]);
      fold.read();
      fold.add(late);
      expectSameBytes(fold.read(), foldOnce(world, engine));
    }),
    trial,
  );

/** What the business holds by accident of another service moves no decision. */
export const incidentalRowsAreReadByNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(withIncidental, (world) => {
      const without = { ...world, log: world.log.filter(({ origin }) => origin !== 'incidental') };
      expectSameBytes(everything(without, engine), expected(world, engine));
    }),
    trial,
  );

/** A growing fold that takes the order of arrival for that of time. */
const growsAsRowsArrive: Engine['grow'] = (config) => {
  const rows: Event[] = [];
  return {
    add: (more) => void rows.push(...more),
    read: () =>
      foldLog(
        rows.map((row, n) => ({ ...row, at: Math.max(row.at, rows[n - 1]?.at ?? 0) })),
        config,
      ),
  };
};

type Fold = Engine['fold'];
const withFold = (fold: Fold): Engine => ({ ...ENGINE, fold });
const rowsOf = (events: Iterable<Event>): readonly Event[] => [...events];

/** Broken folds, each of which one of the laws must catch. */
export const FOLD_FAULTS = {
  growsAsRowsArrive: { ...ENGINE, grow: growsAsRowsArrive },
  takesArrivalForTime: withFold((events, config) => {
    const rows = rowsOf(events);
    const times = rows.map(({ at }) => at).sort((a, b) => a - b);
    return foldLog(
      rows.map((row, n) => ({ ...row, at: times[n] ?? row.at })),
      config,
    );
  }),
  countsEveryArrival: withFold((events, config) =>
    foldLog(
      rowsOf(events).map((row, n) => ({ ...row, id: `n:${String(n)}` })),
      config,
    ),
  ),
  remembersWhatWasForgotten: ((): Engine => {
    const known = new Map<string, Event>();
    return withFold((events, config) => {
      for (const event of events) known.set(`${event.id} ${String(event.at)} ${event.name}`, event);
      return foldLog(known.values(), config);
    });
  })(),
  readsIncidentalRows: withFold((events, config) =>
    foldLog(
      rowsOf(events).map((row) => ({ ...row, origin: 'observed' as const })),
      config,
    ),
  ),
};
