/** A value with what it was before and what was undone. */
export interface History<Value> {
  readonly past: readonly Step<Value>[];
  readonly now: Value;
  readonly future: readonly Step<Value>[];
  /** What the last step changed: the next change of the same joins it. */
  readonly open: string | undefined;
}

/** A value to go back or forward to, and what the step between is called. */
export interface Step<Value> {
  readonly value: Value;
  readonly what: string;
}

/** Most steps that can be undone; the oldest are forgotten. */
export const MOST_STEPS = 200;

/** A history in which nothing has happened. */
export function beginHistory<Value>(now: Value): History<Value> {
  return { past: [], now, future: [], open: undefined };
}

/**
 * The history after a change. Changes of the same `key` that follow each other are one step, as typing is, until
 * {@link closeStep}; without a key each is its own.
 */
export function recordStep<Value>(
  history: History<Value>,
  value: Value,
  { what, key }: { readonly what: string; readonly key?: string },
): History<Value> {
  if (value === history.now) return history;
  const joins = key !== undefined && key === history.open && history.past.length > 0;
  const past = joins ? history.past : [...history.past, { value: history.now, what }].slice(-MOST_STEPS);
  return { past, now: value, future: [], open: key };
}

/** Ends the step that typing has open. */
export function closeStep<Value>(history: History<Value>): History<Value> {
  return history.open === undefined ? history : { ...history, open: undefined };
}

/** The value now is another one, and no step leads there: what was looked at, not what was changed. */
export function withNow<Value>(history: History<Value>, now: Value): History<Value> {
  return now === history.now ? history : { ...history, now, open: undefined };
}

/** One step back; the same history where there is none. */
export function undoStep<Value>(history: History<Value>): History<Value> {
  const step = history.past.at(-1);
  if (!step) return history;
  const future = [{ value: history.now, what: step.what }, ...history.future];
  return { past: history.past.slice(0, -1), now: step.value, future, open: undefined };
}

/** One step forward again; the same history where nothing was undone. */
export function redoStep<Value>(history: History<Value>): History<Value> {
  const [step, ...future] = history.future;
  if (!step) return history;
  return { past: [...history.past, { value: history.now, what: step.what }], now: step.value, future, open: undefined };
}
