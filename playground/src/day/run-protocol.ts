import type { Simulation, SimulationRequest } from '@tactful/simulator';

/** What the page asks of its worker: one simulation, once. */
export interface ToWorker {
  readonly request: SimulationRequest;
}

/** What the worker tells: how far it is, as often as it likes, and then one of the others. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly simulation: Simulation }
  | { readonly kind: 'failed'; readonly why: string };
