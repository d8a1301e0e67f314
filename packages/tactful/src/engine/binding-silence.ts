import type { Silence } from './decision.js';
import type { Excluded } from './excluded.js';
import { GATE_ORDER } from './exclusion.js';
import type { Judged } from './judge.js';
import { endOf, type Permission, type Refused } from './permission.js';
import { leaveOf, type OfferVerdict, type SilenceReason } from './reason.js';
import { quietReason } from './silence-utility.js';

/** A silence with the rows that it rests on. */
export interface Bound {
  readonly silence: Silence;
  readonly cause: readonly string[];
}

/** The first rule that says no, from the law inwards to the moment. */
export function firstRefusal({ refused }: Permission): Refused | undefined {
  return refused[0];
}

const SAID_AS_IT_IS: ReadonlySet<OfferVerdict> = new Set([
  'NEVER_LIST',
  'COOLDOWN',
  'CAPPED',
  'SATIATED',
  'WORN_OUT',
  'LAW',
  'VULNERABLE',
]);

/** What the shopper can lift is said to be so; where the catalogue itself holds the offer back, nothing of it is theirs. */
const THEIRS: ReadonlySet<OfferVerdict> = new Set(['NEVER_LIST', 'COOLDOWN', 'CAPPED']);

function reasonFor(furthest: Excluded | undefined): SilenceReason {
  const { verdict, endedBy } = furthest ?? {};
  // Up to there the catalogue speaks, not the shopper.
  if (verdict === undefined || GATE_ORDER.indexOf(verdict) <= GATE_ORDER.indexOf('OWNED')) return 'NOTHING_ELIGIBLE';
  if (THEIRS.has(verdict) && !endedBy) return 'NOTHING_ELIGIBLE';
  return SAID_AS_IT_IS.has(verdict) ? (verdict as SilenceReason) : 'NOTHING_FITS';
}

/** The offer that came furthest says what bound the silence: the score, the win-win gate, or a rule. */
export function bindingSilence({ best, lopsided, furthest }: Judged, permission: Permission): Bound {
  const refused = firstRefusal(permission);
  if (refused) return refused;
  const [first] = best;
  const scored = first
    ? quietReason(first.score.utility, first.beside)
    : lopsided.length > 0
      ? 'NOT_WIN_WIN'
      : undefined;
  const reason = scored ?? reasonFor(furthest);
  const { cause = [], until, endedBy } = scored === undefined && furthest ? furthest : {};
  const ending = reason === 'WAIT_FOR_YOU' ? ({ do: 'visit' } as const) : endedBy;
  return {
    silence: {
      reason,
      leave: leaveOf(reason),
      ...endOf(until),
      ...(ending ? { endedBy: ending } : {}),
    },
    cause,
  };
}
