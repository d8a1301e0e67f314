import { fillDisk } from './fill-disk.js';

/** What a worker of the second page can be told beside its work. */
export type Order = { readonly do: 'busy'; readonly ms: number } | { readonly do: 'die' | 'fill' | 'free' };

/** What it answers, as soon as it has understood. */
export const UNDERSTOOD = 'understood';

/** Obeys an order; `answer` is called first, since who is busy or gone answers nothing. */
export function obey(order: Order, answer: () => void): void {
  answer();
  if (order.do === 'busy') {
    const end = performance.now() + order.ms;
    while (performance.now() < end);
  }
  if (order.do === 'die') close();
  if (order.do === 'fill' || order.do === 'free') fillDisk(order.do === 'fill');
}
