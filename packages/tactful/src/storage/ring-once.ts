import { DOORBELL_CHANNEL, type Doorbell } from './format.js';

/** Tells other tabs and readers at rest that something was written, for whoever hears no bell. Silent where there are no channels. */
export function ringOnce(rev: number): void {
  if (typeof BroadcastChannel !== 'function') return;
  const bell = new BroadcastChannel(DOORBELL_CHANNEL);
  bell.postMessage({ v: 1, rev } satisfies Doorbell);
  bell.close();
}
