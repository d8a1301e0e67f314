import type { ConsentRecord, ConsentStates } from '../worker/protocol.js';
import type { Configuration } from './read-options.js';

/**
 * Whether the browser says that the shopper objects to being followed (Global Privacy Control).
 *
 * Anything but a plain "no" counts as yes: a value of another kind, and a getter that throws.
 */
export function objects(): boolean {
  try {
    const said = (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl;
    return said !== undefined && said !== null && said !== false;
  } catch {
    return true;
  }
}

/** What of a choice counts. Under the browser's signal nothing is raised by a bare call: nobody knows that a hand was in it. */
export function heeded(
  states: ConsentStates,
  { mechanism, objected }: { readonly mechanism: string; readonly objected: boolean },
): ConsentStates {
  if (!objected || mechanism !== 'call') return states;
  return Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'in'));
}

/** Whether the last word on a purpose was given by hand in spite of the browser's signal. */
function inSpite(history: readonly ConsentRecord[] | undefined, id: string): boolean {
  const last = history?.filter(({ purpose }) => purpose === id).pop();
  return last?.state === 'in' && last.gpc === true;
}

/**
 * What a page that begins has to change in what the store says of consent; in doubt, the stricter of the two.
 *
 * Under Global Privacy Control the page's own `in` raises nothing, and what was agreed to before the signal came is
 * withdrawn; only what the shopper agreed to by hand in spite of it stays. Without the history nothing is known to.
 */
export function openingConsent(
  { purposes, consent: said }: Pick<Configuration, 'purposes' | 'consent'>,
  { consent, history }: { readonly consent: ConsentStates; readonly history?: readonly ConsentRecord[] | undefined },
): ConsentStates {
  const objected = objects();
  const changes: Record<string, 'in' | 'out'> = {};
  for (const { id } of purposes) {
    const known = consent[id] ?? 'pending';
    if (said[id] === 'out' && known !== 'out') changes[id] = 'out';
    else if (said[id] === 'in' && known === 'pending' && !objected) changes[id] = 'in';
    else if (known === 'in' && objected && !inSpite(history, id)) changes[id] = 'out';
  }
  return changes;
}
