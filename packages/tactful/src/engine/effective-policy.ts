import { OFFER_CLASSES } from './catalog.js';
import { mayUse } from './channel.js';
import type { Contract } from './conduct.js';
import type { Folded } from './folded.js';
import type { NormPack } from './norm-pack.js';
import { CHANNELS } from './channels.js';
import type { Policy } from './policy.js';
import { meetPolicies } from './policy-meet.js';
import { sectorPolicy } from './sector-bans.js';

/** Everybody who may tighten what the site wants. */
export interface PolicyBounds {
  readonly site: Policy;
  readonly norm: NormPack;
  readonly sector?: string | undefined;
  readonly contract?: Contract | undefined;
  /** What the shopper wants, see {@link shopperPolicy}. */
  readonly shopper?: Partial<Policy>;
}

/** A "no" outlasts everything that the log keeps. Elicited. */
const NO_SECOND_TRY = 'P730D';

/** The contract of a relationship as a policy: what has a number or a class in it; the other bans stand as words. */
export function contractPolicy({ outboundPer30d, bans, strikesToRecovery }: Contract): Partial<Policy> {
  return {
    outbound: { caps: [{ cap: outboundPer30d, period: 'P30D' }] },
    bans,
    strikesToRecovery,
    ...(bans.includes('question') ? { classes: OFFER_CLASSES.filter((each) => each !== 'question') } : {}),
    ...(bans.includes('novelty_push') ? { exploration: 0 } : {}),
    ...(bans.includes('second_try') ? { cooldown: { sameOffer: NO_SECOND_TRY, sameCategory: 'PT0S' } } : {}),
  };
}

/** What the dial at "quiet" leaves: what was asked for and what was stated, on pages that they open. */
const QUIET: Partial<Policy> = {
  interrupt: { perVisit: 0, caps: [] },
  outbound: { caps: [{ cap: 0, period: 'P1D' }] },
  relevance: { minEvidence: Number.MAX_VALUE, minFit: Number.MAX_VALUE },
  deviation: 'off',
  exploration: 0,
};

/** What the shopper wants at a moment (epoch milliseconds), as a policy: the dial, and the channels that they left open. */
export function shopperPolicy(
  folded: Pick<Folded, 'mode' | 'channels' | 'promises' | 'grants'>,
  { at }: { readonly at: number },
): Partial<Policy> {
  const channels = CHANNELS.filter((channel) => mayUse(folded, { channel, at }));
  return { channels, ...(folded.mode?.value === 'quiet' ? QUIET : {}) };
}

/** How often and how soon again on a page that the shopper opened, all of it open. */
const UNCOUNTED: Pick<Policy, 'inbound' | 'everything' | 'sameOffer' | 'cooldown'> = {
  inbound: { perVisit: Number.MAX_SAFE_INTEGER, caps: [] },
  everything: [],
  sameOffer: [],
  cooldown: { sameOffer: 'PT0S', sameCategory: 'PT0S' },
};

/**
 * The policy that keeps all of them: law, sector, norm, site, contract and shopper (science 8.4). The site only tightens.
 *
 * @example
 * ```ts
 * effectivePolicy({ site: policy, norm: normFor({ country: 'NL', at }), sector: 'alcohol' }).interrupt.perVisit; // 0
 * ```
 */
export function effectivePolicy({ site, norm, sector, contract, shopper }: PolicyBounds): Policy {
  const asked = [...(contract ? [contractPolicy(contract)] : []), ...(shopper ? [shopper] : [])];
  return [norm.norm, sectorPolicy(sector), ...asked, norm.law].reduce(meetPolicies<Policy>, site);
}

/**
 * The policy for one answer to an explicit invitation ("show me", the page of offers).
 *
 * It lifts the contract, and how often norm and site want to speak on a page that the shopper opened; never law, sector,
 * quiet, channels, bans, or what the shopper closed.
 */
export function invitedPolicy(bounds: PolicyBounds): Policy {
  const { site, norm } = bounds;
  return effectivePolicy({
    ...bounds,
    contract: undefined,
    site: { ...site, ...UNCOUNTED },
    norm: { ...norm, norm: { ...norm.norm, ...UNCOUNTED } },
  });
}

const NO_LIMIT = { perVisit: Number.MAX_SAFE_INTEGER, caps: [] };

/**
 * What nothing lifts, neither an invitation nor a wish: how often law and sector let anyone speak, through what and when.
 *
 * What law and sector leave open is the site's but for its counting, so that this is a whole policy.
 */
export function lawPolicy({ site, norm, sector }: PolicyBounds): Policy {
  const uncounted = { ...site, ...UNCOUNTED, interrupt: NO_LIMIT, outbound: NO_LIMIT, byChannel: {} };
  return [sectorPolicy(sector), norm.law].reduce(meetPolicies<Policy>, uncounted);
}
