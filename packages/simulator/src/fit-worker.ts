import { parentPort, workerData } from 'node:worker_threads';
import { fitPopulation, type FitJob } from './fit-population.js';
import type { FitMessage } from './fit-in-worker.js';

const tell = (message: FitMessage): void => parentPort?.postMessage(message);

try {
  // Only fitInWorker starts this file, with a job.
  const fit = fitPopulation(workerData as FitJob, (progress) => tell({ kind: 'progress', progress }));
  tell({ kind: 'done', fit });
} catch (error) {
  tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
}
