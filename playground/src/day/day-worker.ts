import { simulate } from '@tactful/simulator';
import type { FromWorker, ToWorker } from './run-protocol.js';

const tell = (message: FromWorker): void => {
  postMessage(message);
};

// the only one who can speak to a worker is the page that has started it
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const onProgress = (done: number, of: number): void => {
    tell({ kind: 'progress', done, of });
  };
  simulate(data.request, { onProgress }).then(
    (simulation) => {
      tell({ kind: 'done', simulation });
    },
    (error: unknown) => {
      tell({ kind: 'failed', why: String(error) });
    },
  );
});
