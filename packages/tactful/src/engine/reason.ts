/** Silences after which the shop's own content in the slot stands. */
export const LEAVE_DEFAULT_REASONS = [
  'NO_CONSENT',
  'NO_PERMISSION',
  'CAPPED',
  'COOLDOWN',
  'SATIATED',
  'WORN_OUT',
  'NEVER_LIST',
  'NOT_WIN_WIN',
  'NOTHING_ELIGIBLE',
  'NOTHING_FITS',
  'SAVED_FOR_LATER',
  'WAIT_FOR_YOU',
  'CONTROL_GROUP',
  'BETTER_SILENT',
  'LAW',
  'QUIET_HOURS',
  'DEADLINE',
  'NOT_READY',
] as const;

/** Silences in which even the shop's own content in the slot would be wrong: the slot rests. */
export const LEAVE_EMPTY_REASONS = [
  'PAUSED',
  'QUIET_TIME',
  'TASK_FOCUS',
  'JUST_BOUGHT',
  'SUPPORT_FIRST',
  'OPEN_COMPLAINT',
  'RECOVERY',
  'VULNERABLE',
  'MINOR',
  'INCIDENT',
] as const;

/** Why nothing was said. Stable API: a code is never renamed and never reused. */
export type SilenceReason = (typeof LEAVE_DEFAULT_REASONS)[number] | (typeof LEAVE_EMPTY_REASONS)[number];

/** Every silence reason, those that leave the default first. The order is for lists and tables, not a ranking. */
export const SILENCE_REASONS: readonly SilenceReason[] = [...LEAVE_DEFAULT_REASONS, ...LEAVE_EMPTY_REASONS];

/** Every reason for which an offer can be chosen. */
export const CHOICE_REASONS = [
  'YOU_ASKED',
  'YOU_SAID',
  'YOUR_GOAL',
  'YOU_OFTEN',
  'DUE_AGAIN',
  'GOES_WITH',
  'NEW_FOR_YOU',
  'SAVES_MONEY',
  'HELP_FIRST',
  'PICK_UP',
  'RHYTHM_BREAK',
  'TRYING_SOMETHING',
] as const;

/** Why an offer was chosen. Stable API. */
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** Verdicts that only a single offer can get; every silence reason can be a verdict too. */
export const OFFER_ONLY_VERDICTS = [
  'NOT_YET',
  'EXPIRED',
  'CONDITION',
  'OWNED',
  'CONTRACT',
  'WRONG_CHANNEL',
  'WRONG_PLACEMENT',
  'NO_PURPOSE',
  'NOT_RELEVANT',
  'OUTSCORED',
] as const;

/** Why an offer was not the one. Stable API. */
export type OfferVerdict = SilenceReason | (typeof OFFER_ONLY_VERDICTS)[number];

/** Every code that has words: silences, verdicts and choices. */
export type ReasonCode = OfferVerdict | ChoiceReason;

/** Every code that has words, in the order of the lists above. */
export const REASON_CODES: readonly ReasonCode[] = [...SILENCE_REASONS, ...CHOICE_REASONS, ...OFFER_ONLY_VERDICTS];

/** How deep a silence goes: the shop's own content stands (`default`), or the slot rests in its reserved calm state (`empty`). */
export type Leave = 'default' | 'empty';

const EMPTY: ReadonlySet<SilenceReason> = new Set(LEAVE_EMPTY_REASONS);

/** The depth of a silence. It depends on the reason alone, never on the offer, the placement or the site. */
export function leaveOf(reason: SilenceReason): Leave {
  return EMPTY.has(reason) ? 'empty' : 'default';
}

/**
 * What ends a silence: an act of the shopper (`consent`, `permission`, `mode`, `never`, `visit`, `quiet`, `task`, `intent`, `complaint`, `life`),
 * only time (`wait`), or nothing that is in the shopper's hands (`none`: the site, the law or the facts must change).
 */
export type Ending =
  | 'consent'
  | 'permission'
  | 'mode'
  | 'never'
  | 'visit'
  | 'quiet'
  | 'task'
  | 'intent'
  | 'complaint'
  | 'life'
  | 'wait'
  | 'none';

/** The first thing that ends each silence. An act of the shopper comes before time: a cap ends by itself too, but they need not wait. */
export const ENDED_BY: Readonly<Record<SilenceReason, Ending>> = {
  NO_CONSENT: 'consent',
  NO_PERMISSION: 'permission',
  CAPPED: 'mode',
  COOLDOWN: 'mode',
  SATIATED: 'wait',
  WORN_OUT: 'wait',
  NEVER_LIST: 'never',
  NOT_WIN_WIN: 'none',
  NOTHING_ELIGIBLE: 'none',
  NOTHING_FITS: 'none',
  SAVED_FOR_LATER: 'wait',
  WAIT_FOR_YOU: 'visit',
  CONTROL_GROUP: 'none',
  BETTER_SILENT: 'none',
  LAW: 'none',
  QUIET_HOURS: 'wait',
  DEADLINE: 'wait',
  NOT_READY: 'wait',
  PAUSED: 'mode',
  QUIET_TIME: 'quiet',
  TASK_FOCUS: 'task',
  JUST_BOUGHT: 'wait',
  SUPPORT_FIRST: 'intent',
  OPEN_COMPLAINT: 'complaint',
  RECOVERY: 'mode',
  VULNERABLE: 'life',
  MINOR: 'none',
  INCIDENT: 'none',
};

/** Whether an act of the shopper lifts this silence, so that a decision can name it in `endedBy`. */
export function shopperCanEnd(reason: SilenceReason): boolean {
  const ending = ENDED_BY[reason];
  return ending !== 'wait' && ending !== 'none';
}
