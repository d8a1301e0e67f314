import { Worker } from 'node:worker_threads';
import type { FitJob, FitProgress, PopulationFit } from './fit-population.js';

/** What the worker says: progress any number of times, then one of the others. */
export type FitMessage =
  | { readonly kind: 'progress'; readonly progress: FitProgress }
  | { readonly kind: 'done'; readonly fit: PopulationFit }
  | { readonly kind: 'failed'; readonly why: string };

/** How the worker is run. */
export interface FitWorkerOptions {
  readonly onProgress?: (progress: FitProgress) => void;
  /** Ends the worker at once; the promise rejects. */
  readonly signal?: AbortSignal;
  /** The file of the worker, beside this one by default. */
  readonly entry?: URL;
}

/**
 * A fit in a thread of its own. Rejects with one line when it fails, is stopped, or ends without an answer.
 */
export function fitInWorker(job: FitJob, options: FitWorkerOptions = {}): Promise<PopulationFit> {
  const { onProgress = () => undefined, signal, entry = new URL('./fit-worker.js', import.meta.url) } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: job });
    const end = (): void => {
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
    };
    const fail = (why: string): void => {
      end();
      reject(new Error(why));
    };
    const stop = (): void => fail('stopped; nothing was written');
    worker.on('message', (message: FitMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'failed') fail(message.why);
      else {
        end();
        resolve(message.fit);
      }
    });
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', () => fail('the fit ended without an answer'));
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
  });
}
