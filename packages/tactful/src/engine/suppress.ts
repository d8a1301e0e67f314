import { durationMs } from './clock.js';
import type { OutcomeName } from './fold-contacts.js';

/**
 * What silences after it happened too often: after `count` times `outcome` within a period, nothing for another one.
 *
 * `scope` says of what both speak. Periods are ISO 8601.
 */
export interface Suppress {
  readonly after: { readonly outcome: OutcomeName | 'shown'; readonly count: number; readonly within: string };
  readonly for: string;
  readonly scope: 'offer' | 'group' | 'class' | 'all';
}

/**
 * Until when a rule silences, given the moments at which its outcome happened in its scope; `undefined` where it does not.
 *
 * Each moment that fills the half-open window ending with it starts the rest anew. Epoch milliseconds; a time of which
 * `within` or `for` is no duration never silences.
 */
export function suppressedUntil(
  times: readonly number[],
  { after, for: rest, at }: Pick<Suppress, 'after' | 'for'> & { readonly at: number },
): number | undefined {
  const [withinMs, restMs] = [durationMs(after.within) ?? 0, durationMs(rest) ?? 0];
  const sorted = [...times].sort((a, b) => a - b);
  const full = sorted.filter((time, n) => (sorted[n - after.count + 1] ?? -Infinity) > time - withinMs);
  const until = (full[full.length - 1] ?? -Infinity) + restMs;
  return at < until ? until : undefined;
}
