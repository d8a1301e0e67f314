import { DAY_MS, durationMs, VISIT_GAP_MS } from './clock.js';
import type { CapWindow, CompiledOffer } from './compile-catalog.js';
import type { Direction } from './decision.js';
import { directionOf } from './channels.js';
import type { Contact } from './fold-contacts.js';
import type { Cap, Policy } from './policy.js';
import type { Channel } from './statement.js';

/** Which budget is spent, and when it has room again. */
export interface Spent {
  readonly scope: 'all' | 'offer';
  readonly until: number;
}

/** What is about to be said, against what a policy allows over everything. */
export interface OverallLimits {
  readonly policy: Policy;
  /** Epoch milliseconds: the later of the clock and the newest row. */
  readonly at: number;
  readonly visitStartedAt: number;
  /** `slot` where it is missing. */
  readonly channel?: Channel;
  /** What goes with the channel where it is missing. */
  readonly direction?: Direction;
  /** Whether it tries to sell; `true` where it is missing. */
  readonly promotional?: boolean;
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
    if (contacts.length < cap) continue;
    const counted = within(contacts, { at: caps.at, ms });
    if (counted.length < cap) continue;
    const times = counted.map(({ at }) => at).sort((a, b) => b - a);
    const freed = cap === 0 ? Infinity : (times[cap - 1] ?? caps.at) + ms;
    latest = Math.max(latest ?? -Infinity, freed);
  }
  return latest;
}

/** The contacts that one budget counts, how many a visit bears, and its windows. */
interface Budget {
  readonly counts: (contact: Contact) => boolean;
  readonly perVisit?: number;
  readonly caps: readonly Cap[];
}

const channelOf = ({ channel = 'slot' }: Contact): Channel => channel;
const directionIn = (contact: Contact): Direction => contact.direction ?? directionOf(channelOf(contact));

/** Every budget that what is about to be said draws on. */
function budgetsFor({ policy, channel = 'slot', ...limits }: OverallLimits): readonly Budget[] {
  const { direction = directionOf(channel), promotional = true } = limits;
  const { inbound, interrupt, outbound, everything, byChannel } = policy;
  const isOutbound = direction === 'outbound';
  return [
    { counts: (contact) => channelOf(contact) === channel, caps: byChannel[channel] ?? [] },
    ...(direction === 'interrupt'
      ? [{ counts: (contact: Contact) => directionIn(contact) === 'interrupt', ...interrupt }]
      : []),
    ...(isOutbound ? [{ counts: (contact: Contact) => directionIn(contact) === 'outbound', ...outbound }] : []),
    ...(promotional ? [{ counts: (contact: Contact) => contact.promotional, caps: everything }] : []),
    ...(promotional && !isOutbound
      ? [{ counts: (contact: Contact) => contact.promotional && directionIn(contact) !== 'outbound', ...inbound }]
      : []),
  ];
}

/**
 * Whether one more contact would pass what the policy allows over everything, its direction and its channel.
 *
 * On a page that the shopper opened only promotion counts, and only against promotion; what interrupts, and what goes out,
 * counts whatever it is.
 */
export function overallSpent(contacts: readonly Contact[], limits: OverallLimits): Spent | undefined {
  const { at, visitStartedAt } = limits;
  let latest = -Infinity;
  for (const { counts, perVisit = Infinity, caps } of budgetsFor(limits)) {
    const counted = contacts.filter(counts);
    const inVisit = counted.filter((contact) => contact.at >= visitStartedAt).length;
    // Where not even one is allowed no visit will be another.
    if (inVisit >= perVisit) latest = Math.max(latest, perVisit < 1 ? Infinity : at + VISIT_GAP_MS);
    latest = Math.max(latest, spentUntil(counted, { windows: windowsOf(caps), at }) ?? -Infinity);
  }
  return latest === -Infinity ? undefined : { scope: 'all', until: latest };
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
