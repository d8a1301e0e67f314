import { READY_MESSAGE, type Answer, type Host, type Question } from './protocol.js';

/** Answers the calls of the page that started this worker. */
export function serve(host: Host): void {
  const answer = async ({ id, name, argument }: Question): Promise<void> => {
    const told: Answer = { id, outcome: await host.call(name, argument as never) };
    try {
      globalThis.postMessage(told);
    } catch {
      // What cannot be cloned is a fault of ours; unanswered, it would look like a worker that hangs.
      const error = { code: 'INTERNAL', message: `${name}: cannot be sent` } as const;
      globalThis.postMessage({ id, outcome: { ok: false, error } } satisfies Answer);
    }
  };
  globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));
  // The page waits for this word: a worker that a policy blocked says nothing, not even an error.
  globalThis.postMessage(READY_MESSAGE);
}
