import { wrap } from 'comlink';
import { READY_MESSAGE, type Host, type Status } from '../worker/protocol.js';

/** A host to call, wherever it runs. */
export interface StartedHost {
  readonly mode: Status['worker'];
  readonly host: Pick<Host, 'call'>;
  /** Calls back once if the other side is gone: its calls would never settle. */
  readonly onLost: (lost: () => void) => void;
  readonly stop: () => void;
  /** Why not the file, where it was not. */
  readonly trouble?: string;
}

const BOOT_DEADLINE_MS = 5000;

/** A blocked or missing file arrives as an `error` event without a word, not as an exception. */
function whenReady(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      settle();
      worker.terminate();
      reject(new Error('worker did not start'));
    };
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (data !== READY_MESSAGE) return;
      settle();
      resolve(worker);
    };
    const timer = setTimeout(fail, BOOT_DEADLINE_MS);
    const settle = (): void => {
      clearTimeout(timer);
      worker.removeEventListener('message', hear);
      worker.removeEventListener('error', fail);
    };
    worker.addEventListener('message', hear);
    worker.addEventListener('error', fail);
  });
}

function hostOf(worker: Worker, mode: 'url' | 'blob', trouble?: string): StartedHost {
  // comlink's mapped types lose the generic signature; what crosses is the same protocol.
  const host = wrap<Host>(worker) as Pick<Host, 'call'>;
  return {
    mode,
    host,
    onLost: (lost) => {
      worker.addEventListener('error', lost, { once: true });
      worker.addEventListener('messageerror', lost, { once: true });
    },
    stop: () => {
      worker.terminate();
    },
    ...(trouble === undefined ? {} : { trouble }),
  };
}

async function fromFile(address: string | undefined): Promise<StartedHost> {
  const worker =
    address === undefined
      ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'tactful' })
      : new Worker(address, { type: 'module', name: 'tactful' });
  return hostOf(await whenReady(worker), 'url');
}

async function fromBlob(): Promise<StartedHost> {
  const { default: code } = await import('inline-worker:../worker/entry.js');
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return hostOf(
      await whenReady(new Worker(address, { type: 'module', name: 'tactful' })),
      'blob',
      'the worker file did not start',
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function onThisThread(): Promise<StartedHost> {
  const { createHost } = await import('../worker/host.js');
  return {
    mode: 'main',
    host: createHost(),
    onLost: () => undefined,
    stop: () => undefined,
    trouble: 'no worker could start',
  };
}

/**
 * The worker from its file, else from a Blob, else the same code on this thread.
 *
 * Bundlers, content security policies and other origins each forbid one of these; none forbids all.
 */
export async function startWorker(address: string | undefined): Promise<StartedHost> {
  for (const start of [() => fromFile(address), fromBlob]) {
    try {
      return await start();
    } catch {
      // Why it failed does not matter: the next way is tried, and health() says which one serves.
    }
  }
  return onThisThread();
}
