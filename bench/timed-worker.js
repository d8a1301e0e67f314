// The built worker, unchanged, with a stopwatch around it: it tells how many milliseconds went by from the arrival of each
// request for a decision until the answer was handed over.

const DECISION = '"decide"';
const decided = new BroadcastChannel('decided');
const arrived = new Map();
const post = globalThis.postMessage.bind(globalThis);

globalThis.addEventListener('message', ({ data }) => {
  if (JSON.stringify(data).includes(DECISION)) arrived.set(data.id, performance.now());
});
globalThis.postMessage = (told, transfer) => {
  post(told, transfer);
  const since = arrived.get(told?.id);
  if (since !== undefined) decided.postMessage(performance.now() - since);
};

const built = './worker.js';
await import(built);
