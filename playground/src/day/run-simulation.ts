import { simulate, type Simulation, type SimulationRequest, type SimulationWatch } from '@tactful/simulator';
import type { FromWorker, ToWorker } from './run-protocol.js';

/** Whatever can let shoppers live half a year. */
export type Runner = (request: SimulationRequest, watch: SimulationWatch) => Promise<Simulation>;

function openWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./day-worker.js', import.meta.url), { type: 'module' });
  } catch {
    return undefined; // a page from a folder of files may start none
  }
}

/** `undefined` when the worker could not even start. */
function runIn(worker: Worker, request: SimulationRequest, watch: SimulationWatch): Promise<Simulation | undefined> {
  const { onProgress, signal } = watch;
  return new Promise<Simulation | undefined>((resolve, reject) => {
    let started = false;
    worker.onerror = () => {
      if (started) reject(new Error('the worker stopped'));
      else resolve(undefined);
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      started = true;
      if (data.kind === 'progress') onProgress?.(data.done, data.of);
      else if (data.kind === 'done') resolve(data.simulation);
      else reject(new Error(data.why));
    };
    signal?.addEventListener('abort', () => {
      reject(new Error('cancelled'));
    });
    const message: ToWorker = { request };
    worker.postMessage(message);
  }).finally(() => {
    worker.terminate();
  });
}

/**
 * Simulates in a worker of its own, which ends with the simulation or when that is aborted. Where no worker starts it runs
 * in the page, which then answers a little late meanwhile.
 */
export const runSimulation: Runner = async (request, watch) => {
  const worker = openWorker();
  const simulation = worker && (await runIn(worker, request, watch));
  return simulation ?? simulate(request, watch);
};
