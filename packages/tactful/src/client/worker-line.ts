import { wrap, type Remote } from 'comlink';
import type { Served } from '../worker/protocol.js';

/** The side of a worker that its page speaks to. */
export type Speaker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

let lines = 0;

/**
 * A line to a worker, for one call.
 *
 * comlink draws the id of a call from the page's own `Math.random`: where that says the same twice, as in a test that has
 * to look the same each time, an answer goes to whoever asked last. Lines are numbered here instead. A line that nobody
 * holds any more is quiet about it, where comlink would end the other side (GoogleChromeLabs/comlink#692).
 */
export function lineTo(worker: Speaker): Served {
  const id = `line-${String(lines++)}`;
  let answer: (event: MessageEvent) => void;
  // comlink's mapped types lose the generic signature; what crosses is the same protocol.
  const remote: Remote<Served> = wrap<Served>({
    postMessage: (message: { readonly id: string; readonly type: string }, transfer: Transferable[] = []) => {
      if (message.type === 'RELEASE') return;
      const hear = (event: MessageEvent<{ readonly id?: unknown } | undefined>): void => {
        if (event.data?.id !== id) return;
        worker.removeEventListener('message', hear);
        answer(new MessageEvent('message', { data: { ...event.data, id: message.id } }));
      };
      worker.postMessage({ ...message, id }, transfer);
      worker.addEventListener('message', hear);
    },
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => {
      answer = listener as typeof answer;
    },
    removeEventListener: () => undefined,
  });
  return remote as Served;
}
