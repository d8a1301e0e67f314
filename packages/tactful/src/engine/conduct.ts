/** What a relationship may be glad of: classes of offers, and ways of dealing. A closed list. */
export const FAVOURS = [
  'replenish',
  'question',
  'inform',
  'inspire',
  'help',
  'human',
  'quiet',
  'early_access',
  'report_back',
  'novelty',
  'proactive_status',
] as const;

/** One of {@link FAVOURS}. */
export type Favour = (typeof FAVOURS)[number];

/** What a relationship may forbid. A closed list. */
export const BANS = [
  'countdown',
  'fake_scarcity',
  'price_uplift',
  'small_talk',
  'novelty_push',
  'games',
  'ignoring_suggestion',
  'replenishment_nag',
  'are_you_sure',
  'question',
  'self_service_deflection',
  'second_try',
] as const;

/** One of {@link BANS}. */
export type Ban = (typeof BANS)[number];

/** What no relationship bears, so that every contract forbids it. */
export const ALWAYS_BANNED: readonly Ban[] = ['countdown', 'fake_scarcity', 'price_uplift'];

/**
 * What is done after a failure, in rising order of care: put right in a light tone; put right with one line; put right,
 * explained and followed up; an apology at once and a person.
 */
export const FAILURE_RESPONSES = ['light', 'brief', 'explained', 'personal'] as const;

/** One of {@link FAILURE_RESPONSES}. */
export type FailureResponse = (typeof FAILURE_RESPONSES)[number];

/** How to behave in a relationship of one type: the norms of exchange and of care (Aggarwal 2004), elicited. */
export interface Contract {
  /** Messages outside the site in 30 days, at most. */
  readonly outboundPer30d: number;
  readonly favours: readonly Favour[];
  readonly bans: readonly Ban[];
  /** So many strikes, and only service remains. */
  readonly strikesToRecovery: number;
  readonly failureResponse: FailureResponse;
}

function strictest(a: Contract, b: Contract): Contract {
  const care = (contract: Contract): number => FAILURE_RESPONSES.indexOf(contract.failureResponse);
  return {
    outboundPer30d: Math.min(a.outboundPer30d, b.outboundPer30d),
    favours: FAVOURS.filter((favour) => a.favours.includes(favour) && b.favours.includes(favour)),
    bans: BANS.filter((ban) => a.bans.includes(ban) || b.bans.includes(ban)),
    strikesToRecovery: Math.min(a.strikesToRecovery, b.strikesToRecovery),
    failureResponse: care(a) > care(b) ? a.failureResponse : b.failureResponse,
  };
}

/**
 * One contract that keeps all of them: the strictest of each field, every ban, and only what all are glad of.
 *
 * A meet: neither the order of the contracts nor saying one twice matters, and one more never allows more. Favours and
 * bans come in the order of their lists.
 *
 * @example
 * ```ts
 * meetContracts([essentials, surpriseMe]).bans.includes('novelty_push'); // true: one of them forbids it
 * ```
 */
export function meetContracts([first, ...others]: readonly [Contract, ...Contract[]]): Contract {
  return others.reduce(strictest, strictest(first, first));
}
