import { obey, UNDERSTOOD, type Order } from './worker-orders.js';

// The library's own worker, as it is shipped, with a bell beside it by which it can be kept busy or ended.

const bell = new BroadcastChannel(new URL(location.href).searchParams.get('bell') ?? '');
bell.addEventListener('message', ({ data }: MessageEvent<Order | typeof UNDERSTOOD>) => {
  if (data === UNDERSTOOD) return;
  obey(data, () => {
    bell.postMessage(UNDERSTOOD);
  });
});

// by a name that no bundler follows: the file lies beside this one
const shipped = './worker.js';
await import(shipped);
