import { servesEveryPurpose, signalGroup } from './event-names.js';
import type { Event } from './event.js';
import type { Purpose } from './purpose.js';

/** What rows may be used for: a closed list. `caps` is all that can only keep silent: caps, permissions, complaints. */
export type Use = 'affinity' | 'offers' | 'caps' | 'cross-sell' | 'up-sell' | 'churn-care' | 'replenish' | 'service';

/** For each use the signals it reads (science 1.7). */
const MANIFEST: Readonly<Record<Use, readonly string[]>> = {
  affinity: ['views', 'purchases', 'searches', 'statements', 'answers'],
  offers: ['views', 'purchases', 'searches', 'statements', 'answers', 'place', 'moment'],
  caps: ['views', 'purchases', 'searches', 'statements', 'answers', 'place', 'moment', 'relation'],
  'cross-sell': ['views', 'purchases', 'searches', 'statements', 'answers'],
  'up-sell': ['views', 'purchases', 'statements', 'answers'],
  'churn-care': ['views', 'purchases', 'relation'],
  replenish: ['purchases'],
  service: ['relation', 'task_started', 'task_ended'],
};

/** Every {@link Use}, in the order of the documentation. */
export const USES: readonly Use[] = Object.keys(MANIFEST) as Use[];

/** The uses of a purpose that the engine knows, in the order of {@link USES}. Other words are used for nothing. */
export function usesOf(purpose: Purpose): readonly Use[] {
  return USES.filter((use) => purpose.uses.includes(use));
}

/** The signals that the uses of a purpose read. What it lists beyond them is read by nothing: not needed. */
export function neededSignals(purpose: Purpose): readonly string[] {
  return [...new Set(usesOf(purpose).flatMap((use) => MANIFEST[use]))];
}

/** Data of the relation guards and cares; it never becomes a taste or a ground to sell (science 1.6). */
const READ_RELATION: readonly Use[] = ['caps', 'churn-care', 'service'];

/**
 * Whether a row may be read for a use: its own purpose must have that use, and the use must need it.
 *
 * Incidental rows are read for nothing. What became of offers and the limits that the shopper set
 * are read for `caps` whatever the purposes say, so that a "no" binds even after its purpose is gone.
 *
 * @example
 * ```ts
 * mayRead(row, 'affinity', purposes);
 * ```
 */
export function mayRead(event: Event, use: Use, purposes: readonly Purpose[]): boolean {
  if (event.origin === 'incidental') return false;
  const limits = servesEveryPurpose(event.name);
  if (limits && use === 'caps') return true;
  if (!purposes.some(({ id, uses }) => id === event.purpose && uses.includes(use))) return false;
  if (event.origin === 'relation' && !READ_RELATION.includes(use)) return false;
  const needed = MANIFEST[use];
  return limits || needed.includes(event.name) || needed.includes(signalGroup(event.name));
}
