import { type Event } from '../src/engine/index.js';
import type { DecisionTrace } from '../src/engine/decision.js';
import type { Recall } from '../src/engine/second-look.js';
import { inputOf, type Setting } from './garden-shop.js';

/** What a decision in the shop was made from, as it is remembered later. */
export function recallOf(
  rows: readonly Event[],
  { traces = [], ...setting }: Setting & { readonly traces?: readonly DecisionTrace[] } = {},
): Recall {
  const { catalog, purposes, policy, model, config, consent } = inputOf(rows, setting);
  return {
    shop: { catalog, purposes, policy, model, config },
    memory: { rows, ledger: [], consent, history: [], traces },
  };
}
