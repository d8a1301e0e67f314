import { DAY_MS } from './clock.js';
import { NORMS_NL } from './norms-nl.js';
import { STRICT_NORM } from './norms-strict.js';
import { parseMoment } from './parse-moment.js';
import type { Policy } from './policy.js';
import { meetPolicies } from './policy-meet.js';
import type { Channel } from './statement.js';

/** Who is addressed: many laws protect a consumer more than a business. */
export type Recipient = 'consumer' | 'business';

/**
 * What the law and the manners of a country ask, as data. A summary, not advice.
 *
 * Where it comes from stands in {@link NORM_SOURCES}, apart, so that a page need not load it.
 */
export interface NormPack {
  /** ISO 3166, or `strict` for the one that is used where no other is fit. */
  readonly country: string;
  readonly recipient: Recipient;
  /** The day on which it was compared with its sources, `2026-07-01`; it is trusted for 18 months. */
  readonly asOf: string;
  /** What nobody reviewed is data to look at: the strict pack is used instead. */
  readonly reviewed: boolean;
  /** Channels for which the recipient must have said yes before. */
  readonly consent: readonly Channel[];
  /** Of those, the ones open to customers for similar products of the shop's own, until they object. */
  readonly customers: readonly Channel[];
  /** Nothing lifts this. */
  readonly law: Partial<Policy>;
  /** Of this, an invitation lifts what is about how often (see `effectivePolicy`). */
  readonly norm: Partial<Policy>;
}

/** Laws change: after about 18 months a pack is no longer taken at its word. Elicited. */
const TRUSTED_MS: number = 548 * DAY_MS;

/** The packs that were worked out. */
export const REVIEWED_NORMS: readonly NormPack[] = NORMS_NL;

/** Both packs: what either forbids. */
function meetNorms(a: NormPack, b: NormPack): NormPack {
  return {
    ...a,
    consent: [...new Set([...a.consent, ...b.consent])],
    customers: a.customers.filter((channel) => b.customers.includes(channel)),
    law: meetPolicies(a.law, b.law),
    norm: meetPolicies(a.norm, b.norm),
  };
}

/**
 * The norm for a recipient in a country at a moment (epoch milliseconds).
 *
 * Unknown and not reviewed: the strict one. Too old: the strict one and its own as well, so that time never loosens.
 *
 * @example
 * ```ts
 * normFor({ country: 'NL', recipient: 'consumer', at: now.at }).norm.deviation; // 'off'
 * ```
 */
export function normFor(asked: {
  readonly country?: string | undefined;
  readonly recipient?: Recipient | undefined;
  readonly at: number;
  readonly packs?: readonly NormPack[];
}): NormPack {
  const { country, recipient = 'consumer', at, packs = REVIEWED_NORMS } = asked;
  const found = packs.find((pack) => pack.reviewed && pack.country === country && pack.recipient === recipient);
  if (!found) return STRICT_NORM;
  const until = (parseMoment(found.asOf) ?? -Infinity) + TRUSTED_MS;
  return at < until ? found : meetNorms(STRICT_NORM, found);
}

/**
 * Whether the law of a pack lets a message through a channel, given what the recipient said and whether they bought here.
 *
 * A "no" closes whatever the law would open. Permission is asked for anyway (`mayUse`), so this never opens anything.
 */
export function lawAllows(
  { consent, customers }: Pick<NormPack, 'consent' | 'customers'>,
  asked: { readonly channel: Channel; readonly said: boolean | undefined; readonly isCustomer: boolean },
): boolean {
  const { channel, said, isCustomer } = asked;
  return said ?? (!consent.includes(channel) || (isCustomer && customers.includes(channel)));
}
