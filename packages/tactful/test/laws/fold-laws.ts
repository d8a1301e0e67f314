import { expect } from 'chai';
import fc from 'fast-check';
import { foldLog, profileView, type Event } from '../../src/engine/index.js';
import { EVERY_KIND, shuffledBy, worlds, type Kind, type World } from '../arbitraries.js';
import { bytesOf } from './bytes-of.js';
import { decideIn, ENGINE, foldIn, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';

/** The state, and for each eighth number of rows what is read from it too: profile and decision follow from the state alone. */
const everything = (world: World, engine: Engine): string => {
  const { catalog, model, policy, now } = world;
  const folded = foldIn(world, engine);
  if (folded.rows % 8 !== 0) return bytesOf(folded);
  return bytesOf([folded, profileView({ folded, catalog, model, policy, now }), decideIn(world, engine)]);
};

const WITH_INCIDENTAL: readonly Kind[] = [...EVERY_KIND, 'incidental', 'incidental'];

/** Rows that arrive in another order give the same state, profile and decision, byte for byte. */
export const arrivalIsForgotten: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: EVERY_KIND }), fc.nat(), (world, seed) => {
      const late = { ...world, log: shuffledBy(world.log, seed) };
      expect(everything(late, engine)).to.equal(everything(world, engine));
    }),
    trial,
  );

/** A row that arrives again, from another tab or an import, changes nothing. */
export const arrivingTwiceIsArrivingOnce: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: EVERY_KIND }), fc.nat(), (world, seed) => {
      const again = shuffledBy(world.log, seed).slice(0, 5);
      expect(everything({ ...world, log: [...again, ...world.log, ...again] }, engine)).to.equal(
        everything(world, engine),
      );
    }),
    trial,
  );

/** After a row is forgotten everything is as if it had never been: no conclusion, count or id of it remains. */
export const forgettingLeavesNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: EVERY_KIND, max: 30 }), fc.nat(), (world, n) => {
      fc.pre(world.log.length > 0);
      const gone = world.log[n % world.log.length]?.id;
      const rest = { ...world, log: world.log.filter(({ id }) => id !== gone) };
      const before = everything(rest, engine);
      everything(world, engine);
      const after = everything(rest, engine);
      expect(after).to.equal(before);
      expect(after).to.not.contain(`"${String(gone)}"`);
    }),
    trial,
  );

/** A profile that grows row by row, as they arrive and are read in between, is the one made of the whole log. */
export const grownIsRecomputed: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: WITH_INCIDENTAL }), fc.nat(), (world, seed) => {
      const { catalog, model, policy } = world;
      const fold = engine.grow({ catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays });
      const late = new Set(shuffledBy(world.log, seed).slice(0, seed % 3));
      for (const row of world.log) if (!late.has(row)) fold.add([row]);
      fold.read();
      fold.add(late);
      expect(bytesOf(fold.read())).to.equal(bytesOf(foldIn(world, engine)));
    }),
    trial,
  );

/** What the business holds by accident of another service moves no decision. */
export const incidentalRowsAreReadByNothing: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: WITH_INCIDENTAL }), (world) => {
      const without = { ...world, log: world.log.filter(({ origin }) => origin !== 'incidental') };
      expect(everything(world, engine)).to.equal(everything(without, engine));
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
