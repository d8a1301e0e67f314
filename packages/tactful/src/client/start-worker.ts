import {
  GONE_MESSAGE,
  READY_MESSAGE,
  type CallName,
  type Host,
  type Outcome,
  type Started,
  type StartRequest,
  type Status,
} from '../worker/protocol.js';
import { inIdleSlices } from './idle-slices.js';
import { scriptAddress } from './script-address.js';
import { lineTo } from './worker-line.js';

/** Who wants to hear what a host says without being asked. */
export interface Ears {
  /** The other side is gone, and why: its calls would never settle. */
  readonly lost: (cause: string) => void;
  /** The store it served is gone: deleted by another tab, or with the site's data. */
  readonly gone: () => void;
}

/** A host to call, wherever it runs. Mode and trouble may change until the first call, the start, is answered. */
export interface StartedHost {
  readonly mode: Status['worker'];
  readonly host: Host;
  /** Resolves while the other side lives. A worker that was ended says nothing at all: only this tells. */
  readonly beat: () => Promise<unknown>;
  /** What the other side says by itself. */
  readonly listen: (ears: Ears) => void;
  readonly stop: () => void;
  /** Why not the file, where it was not. */
  readonly trouble?: string | undefined;
}

/** One of the places in which a host runs. */
interface Place extends StartedHost {
  /** Where its second file is, if it has to be fetched. */
  readonly later?: string;
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

function placeIn(worker: Worker, more: Pick<Place, 'mode' | 'later' | 'trouble'>): Place {
  let stopListening = (): void => undefined;
  return {
    ...more,
    host: { call: (name, argument) => lineTo(worker).call(name, argument) },
    beat: async () => lineTo(worker).beat(),
    listen: ({ lost, gone }) => {
      const hear = ({ type }: Event): void => {
        lost(type);
      };
      const hearSaid = ({ data }: MessageEvent<unknown>): void => {
        if (data === GONE_MESSAGE) gone();
      };
      worker.addEventListener('error', hear);
      worker.addEventListener('messageerror', hear);
      worker.addEventListener('message', hearSaid);
      stopListening = () => {
        worker.removeEventListener('error', hear);
        worker.removeEventListener('messageerror', hear);
        worker.removeEventListener('message', hearSaid);
      };
    },
    stop: () => {
      stopListening();
      worker.terminate();
    },
  };
}

const newWorker = (address: string): Worker => new Worker(scriptAddress(address), { type: 'module', name: 'tactful' });

/** Who puts the files somewhere else puts them beside each other; a bundler finds each by its own address. */
async function fromFile(address: string | undefined): Promise<Place> {
  const worker = newWorker(address ?? new URL('./worker.js', import.meta.url).href);
  // An address that has nothing beside it, as a Blob's, is of a worker that brings its own.
  const beside = address !== undefined && URL.canParse('worker-later.js', address);
  const later = beside ? new URL('worker-later.js', address) : new URL('./worker-later.js', import.meta.url);
  return placeIn(await whenReady(worker), { mode: 'url', later: later.href });
}

async function fromBlob(): Promise<Place> {
  const { default: code } = await import('inline-worker:../worker/entry-whole.js');
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    const worker = newWorker(address);
    return placeIn(await whenReady(worker), { mode: 'blob', trouble: 'the worker files did not start' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same code on this thread, a call an idle slice; for where no worker starts, or none lasts. */
export async function startHere(trouble: string): Promise<StartedHost> {
  const { createHost } = await import('../worker/host.js');
  let tellGone = (): void => undefined;
  const gone = (): void => {
    tellGone();
  };
  const host = createHost(() => import('../worker/later.js'), { gone });
  return {
    mode: 'main',
    host: inIdleSlices(host),
    beat: () => Promise.resolve(),
    listen: (ears) => {
      tellGone = ears.gone;
    },
    // No thread ends here; whoever is done with it closes its store first.
    stop: () => undefined,
    trouble,
  };
}

async function firstOf(places: (() => Promise<Place>)[]): Promise<Place> {
  for (let start = places.shift(); start; start = places.shift()) {
    try {
      return await start();
    } catch {
      // Why it failed does not matter: the next way is tried, and health() says which one serves.
    }
  }
  return startHere('no worker could start');
}

/**
 * The worker from its files, else from a Blob, else the same code on this thread.
 *
 * Bundlers, content security policies and other origins each forbid one of these; none forbids all. A worker whose second
 * file does not come is left for the next way when it is started.
 */
export async function startWorker(address: string | undefined): Promise<StartedHost> {
  const places = [() => fromFile(address), fromBlob];
  let place = await firstOf(places);
  let ears: Ears = { lost: () => undefined, gone: () => undefined };
  let begun: Promise<unknown> = Promise.resolve();
  const begin = async (request: StartRequest): Promise<Outcome<Started>> => {
    const { mode, host, later } = place;
    const outcome = await host.call('start', later === undefined ? request : { ...request, later });
    if (mode === 'main' || !outcome.ok || !outcome.value.alone) return outcome;
    place.stop();
    place = await firstOf(places);
    place.listen(ears);
    return begin(request);
  };
  const call = async (name: CallName, argument: unknown): Promise<Outcome<unknown>> => {
    if (name === 'start') return (begun = begin(argument as StartRequest));
    await begun;
    return place.host.call(name, argument as never);
  };
  return {
    get mode() {
      return place.mode;
    },
    get trouble() {
      return place.trouble;
    },
    host: { call: call as Host['call'] },
    beat: () => place.beat(),
    listen: (heard) => {
      ears = heard;
      place.listen(heard);
    },
    stop: () => {
      place.stop();
    },
  };
}
