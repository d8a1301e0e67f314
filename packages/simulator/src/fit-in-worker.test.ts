import { expect } from 'chai';
import { fitInTerminal } from './fit-in-terminal.js';
import { fitInWorker } from './fit-in-worker.js';
import type { FitJob } from './fit-population.js';

const job: FitJob = { cohort: { customers: [], spanWeeks: 1, laterWeeks: 0 }, kind: 'mbg' };

/** A worker that runs a line of its own in place of a fit. */
const worker = (line: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${line}`)}`,
  );
const tell = (message: string): string => `parentPort.postMessage(${message});`;

async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no failure';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a fit in a worker', () => {
  it('[S23] tells its progress, then its answer', async () => {
    const seen: unknown[] = [];
    const entry = worker(
      tell("{ kind: 'progress', progress: { done: 1, of: 2 } }") + tell("{ kind: 'done', fit: workerData.kind }"),
    );
    const fit: unknown = await fitInWorker(job, { entry, onProgress: (progress) => void seen.push(progress) });
    expect([fit, seen]).to.deep.equal(['mbg', [{ done: 1, of: 2 }]]);
  });

  it('[S23] a failure, a crash and an end without an answer are each one line', async () => {
    const ends = async (line: string): Promise<string> => failure(fitInWorker(job, { entry: worker(line) }));
    expect(await ends(tell("{ kind: 'failed', why: 'nothing to fit' }"))).to.equal('nothing to fit');
    expect(await ends("throw new Error('broken');")).to.equal('broken');
    expect(await ends('process.exit(0);')).to.equal('the fit ended without an answer');
  });

  it('[S23] an interrupt ends a fit that would run for ever, before or while it runs', async () => {
    const entry = worker(`${tell("{ kind: 'progress', progress: { done: 1, of: 2 } }")} for (;;);`);
    const stopping = new AbortController();
    const running = fitInWorker(job, { entry, signal: stopping.signal, onProgress: () => stopping.abort() });
    expect(await failure(running)).to.equal('stopped; nothing was written');
    expect(await failure(fitInWorker(job, { entry, signal: AbortSignal.abort() }))).to.match(/^stopped/);
  });

  it('[S23] a terminal gets a bar and its line back; anything else nothing; interrupts are heard only meanwhile', async () => {
    const entry = worker(tell("{ kind: 'progress', progress: { done: 1, of: 2 } }") + tell("{ kind: 'done', fit: 1 }"));
    const shown = async (redraws: boolean): Promise<readonly string[]> => {
      const written: string[] = [];
      const write = (text: string): void => void written.push(text);
      const onInterrupt = () => () => void written.push('deaf');
      await fitInTerminal(job, { terminal: { redraws, write, onInterrupt }, entry });
      return written;
    };
    expect(await shown(true)).to.deep.equal([
      `\r[${'='.repeat(15)}${' '.repeat(15)}] fitting 0 customers 1/2`,
      'deaf',
      '\r\u001b[K',
    ]);
    expect(await shown(false)).to.deep.equal(['deaf']);
    const interrupted = fitInTerminal(job, {
      terminal: {
        redraws: false,
        write: () => undefined,
        onInterrupt(stop) {
          stop();
          return () => undefined;
        },
      },
      entry: worker('for (;;);'),
    });
    expect(await failure(interrupted)).to.match(/^stopped/);
  });
});
