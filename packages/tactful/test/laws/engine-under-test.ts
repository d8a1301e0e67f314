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

/** What the decision in a world depends on. */
export function inputIn(world: World, engine: Engine): DecideInput {
  const { now, catalog, policy, model, consent } = world;
  const folded = foldIn(world, engine);
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

/** The decision in a world. */
export const decideIn = (world: World, engine: Engine): DecisionTrace => engine.decide(inputIn(world, engine));
