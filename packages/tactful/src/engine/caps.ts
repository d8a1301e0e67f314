import { DAY_MS, durationMs, VISIT_GAP_MS } from './clock.js';
import type { CapWindow, CompiledOffer } from './compile-catalog.js';
import type { Contact } from './fold-contacts.js';
import type { Cap, Policy } from './policy.js';

/** Which budget is spent, and when it has room again. */
export interface Spent {
  readonly scope: 'all' | 'offer';
  readonly until: number;
}

const FOREVER_MS = 36_500 * DAY_MS;

/** The caps of a policy with their windows in milliseconds. */
export function windowsOf(caps: readonly Cap[]): readonly CapWindow[] {
  return caps.map(({ cap, period }) => ({ cap, ms: durationMs(period) ?? FOREVER_MS }));
}

/** Contacts in the half-open window (at - ms, at]: exactly `ms` later the oldest no longer counts. */
function within(
  contacts: readonly Contact[],
  window: { readonly at: number; readonly ms: number },
): readonly Contact[] {
  return contacts.filter(({ at }) => at > window.at - window.ms);
}

/** When windows that are all spent have room again; `undefined` while none is spent. */
export function spentUntil(
  contacts: readonly Contact[],
  caps: { readonly windows: readonly CapWindow[]; readonly at: number },
): number | undefined {
  let latest: number | undefined;
  for (const { cap, ms } of caps.windows) {
    const counted = within(contacts, { at: caps.at, ms });
    if (counted.length < cap) continue;
    const times = counted.map(({ at }) => at).sort((a, b) => b - a);
    const freed = cap === 0 ? Infinity : (times[cap - 1] ?? caps.at) + ms;
    latest = Math.max(latest ?? -Infinity, freed);
  }
  return latest;
}

/** Whether one more promotional contact would pass what the policy allows over everything. */
export function overallSpent(
  contacts: readonly Contact[],
  limits: { readonly policy: Policy; readonly at: number; readonly visitStartedAt: number },
): Spent | undefined {
  const { policy, at } = limits;
  const promotional = contacts.filter((contact) => contact.promotional);
  const sinceVisit = promotional.filter((contact) => contact.at >= limits.visitStartedAt);
  if (sinceVisit.length >= policy.inbound.perVisit) return { scope: 'all', until: at + VISIT_GAP_MS };
  const until = spentUntil(promotional, { windows: windowsOf(policy.inbound.caps), at });
  return until === undefined ? undefined : { scope: 'all', until };
}

/**
 * Whether this offer has been shown as often as the policy or the offer itself allows.
 *
 * An explicit invitation lifts the site's own cap, never the offer's.
 */
export function offerSpent(
  contacts: readonly Contact[],
  limits: { readonly policy: Policy; readonly at: number; readonly offer: CompiledOffer; readonly invited: boolean },
): Spent | undefined {
  const windows = [...(limits.invited ? [] : windowsOf(limits.policy.sameOffer)), ...limits.offer.caps];
  const until = spentUntil(contacts, { windows, at: limits.at });
  return until === undefined ? undefined : { scope: 'offer', until };
}
