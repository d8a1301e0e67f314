import { standingAt } from './annoyance.js';
import { OFFER_CLASSES, type OfferClass } from './catalog.js';
import { mayUse } from './channel.js';
import { durationMs, LAST_MOMENT } from './clock.js';
import type { Silence } from './decision.js';
import { clearIntent, intentAt } from './fold-intent.js';
import { mourningUntil } from './life-event.js';
import { leaveOf, type SilenceReason } from './reason.js';
import type { Situation } from './situation.js';
import type { ShopperAction } from './statement.js';
import { taskInFocus } from './task.js';
import { mayReachOut, weFeeling } from './we-feeling.js';

/** Why not everybody may speak now, with the rows that say so and the classes that may speak all the same. */
export interface Refused {
  readonly silence: Silence;
  readonly cause: readonly string[];
  /** Mostly none. */
  readonly allows: readonly OfferClass[];
}

/** What may be said now. */
export interface Permission {
  /** Every rule that says no, in the order of the rules; empty where anybody may speak. */
  readonly refused: readonly Refused[];
  /** What no rule closes. */
  readonly classes: ReadonlySet<OfferClass>;
}

type Rule = (situation: Situation) => Refused | undefined;

/** Who has a complaint or comes for help is served, never sold to (science 7.1, 8.6). */
const SERVICE: readonly OfferClass[] = ['help', 'human', 'apology', 'remedy'];
/** While a strike stands that is not made good, selling yields: what asks nothing of the shopper may be said. */
const NOT_SELLING: readonly OfferClass[] = [...SERVICE, 'inform', 'replenish', 'thank', 'together'];
const THANKS: readonly OfferClass[] = ['thank'];

export const SHOW_ME: ShopperAction = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } };
const BACK_TO_NORMAL: ShopperAction = { do: 'declare', statement: { kind: 'mode', mode: 'normal' } };
const END_QUIET: ShopperAction = { do: 'declare', statement: { kind: 'quiet', until: null } };
const COME_TO_BUY: ShopperAction = { do: 'declare', statement: { kind: 'intent', intent: 'buy' } };

/** The end of a silence, where it has one that is a date. */
export const endOf = (until: number = Infinity): Pick<Silence, 'until'> => (until <= LAST_MOMENT ? { until } : {});

function refuse(
  reason: SilenceReason,
  more: Pick<Silence, 'endedBy'> & {
    readonly until?: number | undefined;
    readonly cause?: readonly string[];
    readonly allows?: readonly OfferClass[];
  } = {},
): Refused {
  const { cause = [], allows = [], until, ...rest } = more;
  return { silence: { reason, leave: leaveOf(reason), ...endOf(until), ...rest }, cause, allows };
}

const consent: Rule = ({ purposes, consent: states }) => {
  if (purposes.some(({ id }) => states[id] === 'in')) return undefined;
  return refuse('NO_CONSENT', { endedBy: { do: 'consent', purpose: purposes[0]?.id ?? 'personalization' } });
};

const minor: Rule = ({ audience }) => (audience === 'child-possible' ? refuse('MINOR') : undefined);

const paused: Rule = ({ folded: { mode } }) =>
  mode?.value === 'paused' ? refuse('PAUSED', { cause: [mode.id], endedBy: BACK_TO_NORMAL }) : undefined;

const quiet: Rule = ({ folded: { quiet: said }, at }) =>
  said !== undefined && at < said.value
    ? refuse('QUIET_TIME', { until: said.value, endedBy: END_QUIET, cause: [said.id] })
    : undefined;

const mourning: Rule = ({ folded, at }) => {
  const until = mourningUntil(folded, at);
  const ids = [...folded.life.values()].map(({ id }) => id);
  return until === undefined ? undefined : refuse('VULNERABLE', { until, cause: ids, endedBy: { do: 'forget', ids } });
};

/** What the law or the shop's own policy closes for everybody is nobody's to open here. */
const law: Rule = ({ closed }) => (closed === undefined ? undefined : refuse(closed));

const channelAllowed: Rule = ({ folded, channel, at }) =>
  mayUse(folded, { channel, at })
    ? undefined
    : refuse('NO_PERMISSION', { endedBy: { do: 'declare', statement: { kind: 'channel', channel, allowed: true } } });

/** Who has been let down is not called upon: the shop waits for them to come (science 5.5). */
const reachOut: Rule = ({ folded, direction, at }) =>
  direction !== 'outbound' || mayReachOut(weFeeling(folded, at))
    ? undefined
    : refuse('WAIT_FOR_YOU', { endedBy: { do: 'visit' } });

const quietHours: Rule = ({ quietUntil }) =>
  quietUntil === undefined ? undefined : refuse('QUIET_HOURS', { until: quietUntil });

const complaint: Rule = ({ folded }) => {
  const open = [...folded.complaints].find(([, { at }]) => at > folded.pardonedAt);
  if (!open) return undefined;
  const [complaintId, { id }] = open;
  return refuse('OPEN_COMPLAINT', { cause: [id], endedBy: { do: 'resolve', complaint: complaintId }, allows: SERVICE });
};

const recovery: Rule = ({ folded, at, policy }) => {
  const { standing, cause, until, endedBy } = standingAt(folded, { at, serviceFrom: policy.strikesToRecovery });
  if (standing === 'fine') return undefined;
  return refuse('RECOVERY', {
    cause,
    allows: standing === 'service_only' ? SERVICE : NOT_SELLING,
    until,
    ...(endedBy ? { endedBy: SHOW_ME } : {}),
  });
};

const incident: Rule = ({ incidents }) => {
  const [first] = incidents;
  if (!first) return undefined;
  const through = Math.max(...incidents.map((each) => each.through));
  return refuse('INCIDENT', { allows: [...SERVICE, 'inform'], until: through });
};

const support: Rule = ({ folded, at, offset }) => {
  const read = intentAt(folded, { at, offset });
  return clearIntent(read) === 'support'
    ? refuse('SUPPORT_FIRST', { cause: read.ids, endedBy: COME_TO_BUY, allows: SERVICE })
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
  return last && at < until ? refuse('JUST_BOUGHT', { until, cause: [last.id], allows: THANKS }) : undefined;
};

/** From the law inwards to the moment. Inbound caps speak of promotional offers only, so they are no rule here. */
const RULES: readonly Rule[] = [
  consent,
  minor,
  paused,
  quiet,
  mourning,
  law,
  channelAllowed,
  reachOut,
  quietHours,
  complaint,
  recovery,
  incident,
  support,
  checkout,
  task,
  justBought,
];

/**
 * May anyone speak now, and who?
 *
 * Each rule is a small pure function and can only take away: what is left is what all of them allow.
 */
export function permissionIn(situation: Situation): Permission {
  const refused = RULES.flatMap((rule) => rule(situation) ?? []);
  const classes = OFFER_CLASSES.filter((each) => refused.every(({ allows }) => allows.includes(each)));
  return { refused, classes: new Set(classes) };
}
