import { durationMs } from './clock.js';
import type { DecideInput } from './decide.js';
import type { Silence } from './decision.js';
import { leaveOf, type SilenceReason } from './reason.js';
import type { ShopperAction } from './statement.js';
import { taskInFocus } from './task.js';

/** Why nobody may speak now, with the rows that say so. */
export interface Refused {
  readonly silence: Silence;
  readonly cause: readonly string[];
}

type Rule = (input: DecideInput) => Refused | undefined;

function refuse(
  reason: SilenceReason,
  more: { readonly until?: number; readonly endedBy?: ShopperAction; readonly cause?: readonly string[] } = {},
): Refused {
  const { cause = [], ...rest } = more;
  return { silence: { reason, leave: leaveOf(reason), ...rest }, cause };
}

const consent: Rule = ({ purposes, consent: states }) => {
  if (purposes.some(({ id }) => states[id] === 'in')) return undefined;
  return refuse('NO_CONSENT', { endedBy: { do: 'consent', purpose: purposes[0]?.id ?? 'personalization' } });
};

const paused: Rule = ({ folded }) =>
  folded.mode?.value === 'paused'
    ? refuse('PAUSED', {
        cause: [folded.mode.id],
        endedBy: { do: 'declare', statement: { kind: 'mode', mode: 'normal' } },
      })
    : undefined;

const quiet: Rule = ({ folded, at }) =>
  folded.quiet !== undefined && at < folded.quiet.value
    ? refuse('QUIET_TIME', {
        until: folded.quiet.value,
        endedBy: { do: 'declare', statement: { kind: 'quiet', until: null } },
      })
    : undefined;

const complaint: Rule = ({ folded }) => {
  const [open] = folded.complaints;
  return open
    ? refuse('OPEN_COMPLAINT', { cause: [open[1].id], endedBy: { do: 'resolve', complaint: open[0] } })
    : undefined;
};

const checkout: Rule = ({ folded, policy, at }) => {
  const { checkout: begun } = folded;
  const until = begun ? begun.at + (durationMs(policy.taskFocus) ?? 0) : -Infinity;
  return begun && at < until
    ? refuse('TASK_FOCUS', { until, cause: [begun.id], endedBy: { do: 'task', id: 'checkout', state: 'ended' } })
    : undefined;
};

const task: Rule = ({ folded, at, offset }) => {
  const open = taskInFocus(folded, { at, offset });
  return open && refuse('TASK_FOCUS', { cause: open.ids, endedBy: { do: 'task', id: open.id, state: 'ended' } });
};

const justBought: Rule = ({ folded, policy, at }) => {
  const last = folded.purchases[folded.purchases.length - 1];
  const until = last ? last.at + (durationMs(policy.hushAfterPurchase) ?? 0) : -Infinity;
  return last && at < until ? refuse('JUST_BOUGHT', { until, cause: [last.id] }) : undefined;
};

/** All inbound caps speak about promotional offers, so what is not promotional stays possible. */
const RULES: readonly Rule[] = [consent, paused, quiet, complaint, checkout, task, justBought];

/**
 * May anyone speak now? The first rule that says no, or `undefined`.
 *
 * Each rule is a small pure function; adding one can only add silence.
 */
export function refusePermission(input: DecideInput): Refused | undefined {
  for (const rule of RULES) {
    const refused = rule(input);
    if (refused) return refused;
  }
  return undefined;
}
