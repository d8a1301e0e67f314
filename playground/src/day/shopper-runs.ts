import { votesOfDay, type PolicyName, type Simulation } from '@tactful/simulator';
import { classVotes, type DayState } from './day-state.js';
import type { Runner } from './run-simulation.js';

/** How far the half year of a state is. */
export type HalfYear =
  | { readonly kind: 'idle' | 'failed' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly simulation: Simulation };

/** The policies that are compared; silence is what all are measured against. */
export const COMPARED: readonly PolicyName[] = ['silence', 'blast', 'naive', 'tactful', 'class'];
const IDLE: HalfYear = { kind: 'idle' };

/** Half years by state, each worked out once while the page stands. */
export interface ShopperRuns {
  readonly stateOf: (state: DayState) => HalfYear;
  /** Starts what is not known yet, and stops whatever else runs. What was stopped by hand waits for `again`. */
  readonly want: (state: DayState, how?: { readonly again: boolean }) => void;
  readonly stop: () => void;
}

const keyOf = (state: DayState): string =>
  JSON.stringify([state.seed, state.world, state.shoppers, votesOfDay(classVotes(state))]);

/** Keeps half years in memory and one of them running. `onChange` is called whenever {@link ShopperRuns.stateOf} may differ. */
export function newShopperRuns(run: Runner, onChange: () => void): ShopperRuns {
  const known = new Map<string, HalfYear>();
  let running: { readonly key: string; readonly control: AbortController } | undefined;

  const stop = (): void => {
    if (!running) return;
    running.control.abort();
    known.delete(running.key);
    running = undefined;
  };
  const start = (key: string, state: DayState): void => {
    const control = new AbortController();
    running = { key, control };
    const put = (now: HalfYear): void => {
      if (control.signal.aborted) return;
      known.set(key, now);
      if (now.kind !== 'running') running = undefined;
      onChange();
    };
    const { seed, world, shoppers } = state;
    put({ kind: 'running', done: 0, of: shoppers });
    const request = {
      world,
      policies: COMPARED,
      shoppers,
      seeds: 1,
      firstSeed: seed,
      votes: votesOfDay(classVotes(state)),
    };
    const onProgress = (done: number, of: number): void => {
      put({ kind: 'running', done, of });
    };
    run(request, { onProgress, signal: control.signal }).then(
      (simulation) => {
        put({ kind: 'done', simulation });
      },
      () => {
        put({ kind: 'failed' });
      },
    );
  };
  return {
    stateOf: (state) => known.get(keyOf(state)) ?? IDLE,
    want: (state, { again = false } = { again: false }) => {
      const key = keyOf(state);
      if (running?.key === key) return;
      stop();
      const now = known.get(key)?.kind;
      if (now === undefined || (again && now !== 'done')) start(key, state);
    },
    stop: () => {
      const key = running?.key;
      stop();
      if (key !== undefined) known.set(key, IDLE);
      onChange();
    },
  };
}
