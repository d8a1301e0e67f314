import type { SecondLook } from './account.js';
import { counterfactuals } from './counterfactual.js';
import { verdictFor } from './loser-verdict.js';
import type { SilenceReason } from './reason.js';
import { replayDecision, type Memory, type Replayable, type RunningShop } from './replay-decision.js';

/** With what a decision is made again. */
export interface Recall {
  readonly shop: RunningShop;
  readonly memory: Memory;
}

/** Silences that came from around the engine: it would not come to them again. */
const OUTSIDE: ReadonlySet<SilenceReason> = new Set(['NOT_READY', 'DEADLINE', 'CONTROL_GROUP']);

/**
 * What only deciding again can tell: what would have made the difference and, given an offer, what became of it.
 *
 * Where the second decision is not the first, nothing is claimed. Up to 32 decisions and 17 folds of the log: for who asks.
 */
export function secondLook(
  trace: Replayable,
  { recall, offerId }: { readonly recall: Recall; readonly offerId?: string | undefined },
): SecondLook {
  const { silence } = trace.decision;
  if (silence && OUTSIDE.has(silence.reason)) return { compared: 'outside', instead: [] };
  const replay = replayDecision(trace, recall);
  if (!replay) return { compared: 'differs', instead: [] };
  const verdict = offerId === undefined ? undefined : verdictFor(replay.input, offerId);
  return { compared: 'same', instead: counterfactuals(replay), ...(verdict ? { verdict } : {}) };
}
