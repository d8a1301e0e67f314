import type { CallName, Calls, Started, StartRequest, Status } from '../worker/protocol.js';
import { keepWorker, PATIENCE, type Keeping, type Means } from './keep-worker.js';
import { TactfulError } from './tactful-error.js';

/** Calls to the worker that always end: with an answer, a deadline, or the news that it is gone. */
export interface Connection {
  /** Resolves when a worker is up, however long that takes. */
  readonly up: () => Promise<unknown>;
  readonly start: (request: StartRequest) => Promise<Started>;
  /** Settles with the work, its deadline (5 s unless told) or the end of this connection, whichever is first. */
  readonly inTime: <Value>(limit: Limit, work: () => Promise<Value>) => Promise<Value>;
  /**
   * A call made while a worker is begun anew waits for it, within its own deadline. What the shopper takes back is asked
   * for once more when the worker went before it answered.
   */
  readonly call: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
    deadlineMs?: number,
  ) => Promise<ReturnType<Calls[Name]>>;
  /** Where the calls are answered; what is hoped for while it starts. */
  readonly mode: () => Status['worker'];
  readonly trouble: () => string | undefined;
  /** How often a worker was lost and the next one begun. */
  readonly restarts: () => number;
  readonly close: () => void;
}

/** Who waits, and how long at most. */
export interface Limit {
  readonly name: string;
  readonly deadlineMs?: number | undefined;
}

const CALL_DEADLINE_MS = 5000;
/** Doing these twice is doing them once, and not doing them would let a shop go on against the shopper's word. */
const INSISTED: ReadonlySet<CallName> = new Set(['setConsent', 'forget', 'erase']);

/** Whatever failed as an error of ours; told by name, since nothing else of an error crosses threads. */
function asOurs(error: unknown, name: string): TactfulError {
  if (error instanceof TactfulError) return error;
  const what = error instanceof Error ? error.name : 'unknown failure';
  return new TactfulError({ code: 'INTERNAL', message: `${name}: ${what}` });
}

const closedError = (name: string): TactfulError => new TactfulError({ code: 'CLOSED', message: `${name}: closed` });

/** Starts a worker at once and answers calls as soon as it is up. A message without an answer would wait for ever. */
export function connect(keeping: Keeping, means: Means = {}): Connection {
  const worker = keepWorker(keeping, means);
  const waiting = new Set<(reason: TactfulError) => void>();
  let closed = false;
  const inTime: Connection['inTime'] = ({ name, deadlineMs = CALL_DEADLINE_MS }, work) =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(closedError(name));
        return;
      }
      const end = (act: () => void): void => {
        clearTimeout(timer);
        waiting.delete(fail);
        act();
      };
      const fail = (reason: unknown): void => {
        end(() => {
          reject(asOurs(reason, name));
        });
      };
      const timer = setTimeout(() => {
        fail(new TactfulError({ code: 'DEADLINE_PASSED', message: `${name}: no answer in ${String(deadlineMs)} ms` }));
      }, deadlineMs);
      waiting.add(fail);
      work().then((value) => {
        end(() => {
          resolve(value);
        });
      }, fail);
    });
  const ask: typeof worker.ask = async (name, argument) => {
    try {
      return await worker.ask(name, argument);
    } catch (error) {
      if (INSISTED.has(name) && error instanceof TactfulError && error.code === 'WORKER_LOST')
        return worker.ask(name, argument);
      throw error;
    }
  };
  const { startMs } = { ...PATIENCE, ...means.patience };
  return {
    up: worker.up,
    start: (request) => inTime({ name: 'start', deadlineMs: startMs }, () => worker.start(request)),
    inTime,
    call: (name, argument, deadlineMs) => inTime({ name, deadlineMs }, () => ask(name, argument)),
    mode: worker.mode,
    trouble: worker.trouble,
    restarts: worker.restarts,
    close: () => {
      closed = true;
      worker.end();
      for (const fail of [...waiting]) fail(closedError('tactful'));
    },
  };
}
