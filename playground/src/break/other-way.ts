import type { FromOther, ToOther } from './other-protocol.js';
import type { Click } from './tab-protocol.js';
import type { Order } from './worker-orders.js';

/** Time enough for a slow device, so that nothing is lost here but by the attack. */
const PATIENCE_MS = 8000;
/** Once the worker was told to end, nobody is waited for any longer than this. */
const GONE_MS = 300;

/** The page's end of the other way: it hands over and goes on. */
export interface OtherWay {
  readonly click: (click: Click) => void;
  /** Resolves when understood; also when nobody answers in time. */
  readonly order: (order: Order) => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly found: () => Promise<readonly string[]>;
  readonly erase: () => Promise<void>;
}

/** Starts the worker of the other way. */
export function openOtherWay(): OtherWay {
  const worker = new Worker(new URL('./other-worker.js', import.meta.url), { type: 'module' });
  let patienceMs = PATIENCE_MS;
  const tell = (message: ToOther): void => {
    worker.postMessage(message);
  };
  const heard = (said: FromOther['said']): Promise<FromOther | undefined> =>
    new Promise((resolve) => {
      const end = (answer: FromOther | undefined): void => {
        clearTimeout(timer);
        worker.removeEventListener('message', hear);
        resolve(answer);
      };
      const hear = ({ data }: MessageEvent<FromOther>): void => {
        if (data.said === said) end(data);
      };
      const timer = setTimeout(() => {
        end(undefined);
      }, patienceMs);
      worker.addEventListener('message', hear);
    });
  return {
    click: (click) => {
      tell({ click });
    },
    order: async (order) => {
      const understood = heard('understood');
      tell({ order });
      await understood;
      if (order.do === 'die') patienceMs = GONE_MS;
    },
    settle: async () => {
      const written = heard('written');
      tell({ ask: 'written' });
      await written;
    },
    found: async () => {
      const answer = heard('found');
      tell({ ask: 'found' });
      const found = await answer;
      if (found?.said !== 'found') throw new Error('the other way: no answer');
      return found.items;
    },
    erase: async () => {
      const erased = heard('erased');
      tell({ ask: 'erase' });
      await erased;
    },
  };
}
