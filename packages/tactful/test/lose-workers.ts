// For tests that lose workers: the real ones, seen as they are made.

/** The workers that were made since, those that were ended left out. */
export interface SeenWorkers {
  readonly alive: () => readonly Worker[];
  readonly made: () => number;
  /** Ends the youngest as the browser does when memory runs out: it says nothing. */
  readonly killLast: () => void;
  /** The youngest says that it failed. */
  readonly failLast: (sign: 'error' | 'messageerror') => void;
  readonly stop: () => void;
}

/** Sees every worker that is made until it is stopped. */
export function seeWorkers(): SeenWorkers {
  const Original = globalThis.Worker;
  const end = (worker: Worker): void => {
    Reflect.apply(Reflect.get(Original.prototype, 'terminate'), worker, []);
  };
  const alive = new Set<Worker>();
  let made = 0;
  class Seen extends Original {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      made++;
      alive.add(this);
    }
    override terminate(): void {
      alive.delete(this);
      super.terminate();
    }
  }
  globalThis.Worker = Seen;
  const last = (): Worker => {
    const found = [...alive].pop();
    if (!found) throw new Error('no worker');
    return found;
  };
  return {
    alive: () => [...alive],
    made: () => made,
    killLast: () => {
      end(last());
    },
    failLast: (sign) => {
      last().dispatchEvent(sign === 'error' ? new ErrorEvent(sign) : new MessageEvent(sign));
    },
    stop: () => {
      globalThis.Worker = Original;
    },
  };
}

/** The library's own worker, as a page would serve it, that spins for so long whenever `channel` hears how many ms. */
export function busyWorkerAddress(channel: string): string {
  const worker = new URL('../src/client/worker.js', import.meta.url).href;
  const code = `import ${JSON.stringify(worker)};
const bell = new BroadcastChannel(${JSON.stringify(channel)});
bell.onmessage = ({ data }) => {
  if (typeof data !== 'number') return;
  bell.postMessage('busy');
  const end = Date.now() + data;
  while (Date.now() < end);
};`;
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

/** Keeps such a worker busy; resolves as soon as it is. */
export async function keepBusy(channel: string, ms: number): Promise<void> {
  const bell = new BroadcastChannel(channel);
  await new Promise<void>((resolve) => {
    bell.onmessage = ({ data }) => {
      if (data === 'busy') resolve();
    };
    bell.postMessage(ms);
  });
  bell.close();
}
