import type { Promised } from './fold-relation.js';

/** How a promise stands: with `due` passed and not kept it is broken; kept late, it is kept. */
export type PromiseState = 'open' | 'kept' | 'broken';

const isOverdue = ({ due, kept }: Promised, at: number): boolean =>
  due !== undefined && at >= due && (kept === undefined || kept > due);

/** The moment a promise was broken, also when it was kept later; `undefined` while it was not. */
export function brokenAt(promised: Promised, at: number): number | undefined {
  return isOverdue(promised, at) ? promised.due : undefined;
}

/** How a promise stands at a moment (epoch milliseconds). Without a due moment it stays open until it is kept. */
export function promiseState(promised: Promised, at: number): PromiseState {
  if (promised.kept !== undefined && promised.kept <= at) return 'kept';
  return isOverdue(promised, at) ? 'broken' : 'open';
}

/** A permission that a broken promise took with it. */
export interface EndedPermission {
  readonly promise: string;
  readonly kind: 'channel' | 'purpose';
  /** The channel, or the id of the purpose. */
  readonly id: string;
  /** When it ended: what the shopper grants after this stands again. */
  readonly at: number;
}

/**
 * The permissions that ended because the promise that bought them was broken (mission R12), at a moment.
 *
 * To keep the promise late does not bring them back: only the shopper does.
 *
 * @example
 * ```ts
 * permissionsEndedBy(folded.promises, now.at); // [{ promise: 'p1', kind: 'channel', id: 'email', at: 17... }]
 * ```
 */
export function permissionsEndedBy(promises: ReadonlyMap<string, Promised>, at: number): readonly EndedPermission[] {
  return [...promises].flatMap(([promise, promised]): readonly EndedPermission[] => {
    const broken = brokenAt(promised, at);
    if (broken === undefined) return [];
    const { channel, purpose } = promised;
    return [
      ...(channel === undefined ? [] : [{ promise, kind: 'channel' as const, id: channel, at: broken }]),
      ...(purpose === undefined ? [] : [{ promise, kind: 'purpose' as const, id: purpose, at: broken }]),
    ];
  });
}
