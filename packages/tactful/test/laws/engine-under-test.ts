import {
  decide,
  defaultPurposes,
  foldLog,
  growingFold,
  type DecideInput,
  type DecisionTrace,
  type Folded,
} from '../../src/engine/index.js';
import type { World } from '../arbitraries.js';

/** The functions that the laws are about; faults are planted in each. */
export interface Engine {
  readonly fold: typeof foldLog;
  readonly decide: typeof decide;
  readonly grow: typeof growingFold;
}

/** The engine as it is shipped. */
export const ENGINE: Engine = { fold: foldLog, decide, grow: growingFold };

/** The fold of a world's log. */
export function foldIn({ log, catalog, model, policy }: World, { fold }: Engine): Folded {
  return fold(log, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays });
}

/** What the decision in a world depends on, with a fold of its log. */
export function inputWith(folded: Folded, { now, catalog, policy, model, consent }: World): DecideInput {
  return {
    id: 'd1',
    placement: 'home',
    at: Math.max(now.at, folded.latestAt),
    offset: now.offset,
    folded,
    contacts: folded.contacts,
    catalog,
    purposes: defaultPurposes(),
    consent,
    policy,
    model,
    config: 'law',
  };
}

interface KnownFold extends Pick<World, 'log' | 'catalog' | 'model'> {
  readonly halfLifeDays: number;
  readonly folded: Folded;
}

let last: KnownFold | undefined;

/** The fold of a world's log; that of the shipped engine is not worked out again for the next decision on the same log. */
export function foldOnce(world: World, engine: Engine): Folded {
  if (engine.fold !== ENGINE.fold) return foldIn(world, engine);
  const { log, catalog, model, policy } = world;
  const { halfLifeDays } = policy.wear;
  const isLast =
    last?.log === log && last.catalog === catalog && last.model === model && last.halfLifeDays === halfLifeDays;
  if (last && isLast) return last.folded;
  const folded = foldIn(world, engine);
  last = { log, catalog, model, halfLifeDays, folded };
  return folded;
}

const traces = new WeakMap<World, DecisionTrace>();

/** The decision in a world; that of the shipped engine is worked out once. */
export function decideIn(world: World, engine: Engine): DecisionTrace {
  const known = engine === ENGINE ? traces.get(world) : undefined;
  if (known) return known;
  const trace = engine.decide(inputWith(foldOnce(world, engine), world));
  if (engine === ENGINE) traces.set(world, trace);
  return trace;
}
