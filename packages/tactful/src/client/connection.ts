import type { CallName, Calls, Outcome, Status } from '../worker/protocol.js';
import { startWorker, type StartedHost } from './start-worker.js';
import { TactfulError } from './tactful-error.js';

// What is needed once the worker is started comes with its start.
export { readStatement } from '../engine/statement.js';
export { newDoorbell } from './doorbell.js';

/** Calls to the worker that always end: with an answer, a deadline, or the news that it is gone. */
export interface Connection {
  /** Resolves when a worker is up, however long that takes. */
  readonly up: () => Promise<unknown>;
  /** Where the calls are answered; what is hoped for while it starts. */
  readonly mode: () => Status['worker'];
  readonly trouble: () => string | undefined;
  readonly call: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
    deadlineMs?: number,
  ) => Promise<ReturnType<Calls[Name]>>;
  readonly close: () => void;
}

const CALL_DEADLINE_MS = 10_000;

function lostError(): TactfulError {
  return new TactfulError({ code: 'WORKER_LOST', message: 'worker: gone' });
}

/** Starts a worker at once and answers calls as soon as it is up. A message without an answer would wait for ever. */
export function connect(address: string | undefined): Connection {
  let began: StartedHost | undefined;
  let lost: string | undefined;
  let closed = false;
  const pending = new Set<(reason: TactfulError) => void>();
  const endAll = (reason: TactfulError): void => {
    for (const reject of pending) reject(reason);
    pending.clear();
  };
  const starting: Promise<StartedHost> = startWorker(address).then((started) => {
    began = started;
    started.onLost(() => {
      lost = 'the worker stopped';
      endAll(lostError());
    });
    if (closed) started.stop();
    return started;
  });
  const answer = async <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ): Promise<ReturnType<Calls[Name]>> => {
    const { host } = await starting;
    const outcome: Outcome<ReturnType<Calls[Name]>> = await host.call(name, argument);
    if (!outcome.ok) throw new TactfulError(outcome.error);
    return outcome.value;
  };
  return {
    up: () => starting,
    mode: () => began?.mode ?? 'url',
    trouble: () => lost ?? began?.trouble,
    call: (name, argument, deadlineMs = CALL_DEADLINE_MS) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new TactfulError({ code: 'CLOSED', message: `${name}: closed` }));
          return;
        }
        const end = (reason: TactfulError): void => {
          reject(reason);
        };
        const timer = setTimeout(() => {
          end(new TactfulError({ code: 'DEADLINE_PASSED', message: `${name}: no answer in ${String(deadlineMs)} ms` }));
        }, deadlineMs);
        pending.add(end);
        answer(name, argument)
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(timer);
            pending.delete(end);
          });
      }),
    close: () => {
      closed = true;
      endAll(new TactfulError({ code: 'CLOSED', message: 'tactful: closed' }));
      starting.then(
        ({ stop }) => {
          stop();
        },
        // A worker that never started has nothing to stop.
        () => undefined,
      );
    },
  };
}
