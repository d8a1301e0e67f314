import type { Direction } from './decision.js';
import type { GrantState } from './fold-grants.js';
import type { EndedPermission } from './promise.js';

/**
 * In return for what a permission can be given (mission C14): never to be disturbed in a quiet time or in a way one has to
 * complain about; to be spoken to only on pages that one opens; not to be sold to. A closed list.
 */
export const GRANT_CONDITIONS = ['undisturbed', 'inbound_only', 'no_selling'] as const;

/** One of {@link GRANT_CONDITIONS}. */
export type GrantCondition = (typeof GRANT_CONDITIONS)[number];

/** A permission and what it was given for. */
export interface Grant {
  readonly condition: GrantCondition;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly channel: string | undefined;
  readonly purpose: string | undefined;
  /** The last time that the condition was not kept, and the row that says so. */
  readonly breach: { readonly at: number; readonly id: string } | undefined;
}

/** What the log says of something that was shown. */
export interface Shown {
  readonly inQuiet: boolean;
  readonly direction: Direction;
  readonly promotional: boolean;
  /** It is the complaint about it. */
  readonly complained: boolean;
}

/** Whether something that was shown breaks a condition. */
export function breaks(condition: GrantCondition, { inQuiet, direction, promotional, complained }: Shown): boolean {
  if (condition === 'undisturbed') return inQuiet || complained;
  if (complained) return false;
  return condition === 'no_selling' ? promotional : direction === 'interrupt' || direction === 'outbound';
}

/** A permission that ended because its condition was not kept, with the row that says so. */
export interface BrokenGrant extends EndedPermission {
  readonly condition: GrantCondition;
  readonly cause: string;
}

/**
 * The permissions that a breach of their condition took with it, measured by the log and by nobody's judgement.
 *
 * Like what a broken promise ends (`permissionsEndedBy`): what the shopper grants after `at` stands again.
 *
 * @example
 * ```ts
 * grantsEndedBy(folded); // [{ promise: 'p1', kind: 'purpose', id: 'place', at: 17..., condition: 'undisturbed', cause: 'a:7' }]
 * ```
 */
export function grantsEndedBy({ grants }: Pick<GrantState, 'grants'>): readonly BrokenGrant[] {
  return [...grants].flatMap(([promise, { condition, channel, purpose, breach }]) => {
    if (!breach) return [];
    const ended = { promise, condition, at: breach.at, cause: breach.id };
    return [
      ...(channel === undefined ? [] : [{ ...ended, kind: 'channel' as const, id: channel }]),
      ...(purpose === undefined ? [] : [{ ...ended, kind: 'purpose' as const, id: purpose }]),
    ];
  });
}
