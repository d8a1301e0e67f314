import { fitInWorker, type FitWorkerOptions } from './fit-in-worker.js';
import type { FitJob, PopulationFit } from './fit-population.js';
import { progressBar } from './progress-bar.js';

/** Where progress is shown, and how somebody stops the work. */
export interface Terminal {
  /** Whether it can take a line back: otherwise nothing is shown, and a log holds what went wrong alone. */
  readonly redraws: boolean;
  readonly write: (text: string) => void;
  /** Calls back when the user interrupts (Ctrl-C); returns what ends that. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

const ERASE_LINE = '\r\u001b[K';

/** A fit in a worker thread, with a bar that fills on a terminal, until it is done or interrupted. */
export async function fitInTerminal(
  job: FitJob,
  { terminal, entry }: { readonly terminal: Terminal } & Pick<FitWorkerOptions, 'entry'>,
): Promise<PopulationFit> {
  const customers = job.cohort.customers.length;
  const label = `fitting ${customers.toLocaleString('en')} ${customers === 1 ? 'customer' : 'customers'}`;
  const stopping = new AbortController();
  const endListening = terminal.onInterrupt(() => stopping.abort());
  try {
    return await fitInWorker(job, {
      signal: stopping.signal,
      onProgress: (progress) => terminal.redraws && terminal.write(`\r${progressBar(progress, label)}`),
      ...(entry === undefined ? {} : { entry }),
    });
  } finally {
    endListening();
    if (terminal.redraws) terminal.write(ERASE_LINE);
  }
}
