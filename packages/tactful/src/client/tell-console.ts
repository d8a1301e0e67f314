import type { Decision } from '../worker/protocol.js';
import type { Emitter } from './emitter.js';
import type { TactfulEvents } from './tactful.js';

function lineOf({ placement, offers, silence }: Decision): string {
  if (silence) return `${placement}: silent, ${silence.reason}`;
  return `${placement}: ${offers.map(({ offerId, reasons }) => [offerId, ...reasons].join(' ')).join(', ')}`;
}

/**
 * Tells the console of every decision with its reasons from now on, and of what is wrong in the catalogue and the model.
 *
 * For whoever builds the page: a decision speaks of the shopper, whose console it is.
 */
export function tellConsole(events: Emitter<TactfulEvents>, problems: readonly string[]): void {
  for (const problem of problems) console.warn(`tactful: ${problem}`);
  events.on('decision', (decision) => {
    console.debug(`tactful: ${lineOf(decision)}`, decision);
  });
}
