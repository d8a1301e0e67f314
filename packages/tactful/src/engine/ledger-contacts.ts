import type { Direction } from './decision.js';
import type { Contact } from './fold-contacts.js';
import type { Channel } from './statement.js';

/** An exposure as it is written down before it is painted. */
export interface Exposure {
  /** That of its decision. */
  readonly id: string;
  readonly offerId: string;
  readonly at: number;
  readonly promotional: boolean;
  readonly channel?: Channel;
  readonly direction?: Direction;
  readonly also?: readonly { readonly offerId: string; readonly promotional: boolean }[];
  readonly state: 'reserved' | 'shown' | 'released';
}

/** How long what was reserved may still be painted. */
const RESERVED_MS: number = 10 * 60 * 1000;

function contactsOf({ id, offerId, at, promotional, also = [], channel, direction }: Exposure): readonly Contact[] {
  const how = { decisionId: id, at, ...(channel ? { channel } : {}), ...(direction ? { direction } : {}) };
  return [{ offerId, promotional }, ...also].map((shown) => ({ ...how, ...shown }));
}

const keyOf = ({ decisionId, offerId }: Contact): string => `${decisionId} ${offerId}`;

/**
 * The contacts that counted when a decision was made: those of the log, at the later of their two times, and those that
 * were reserved and have left no row.
 */
export function contactsBefore(
  { id, at }: { readonly id: string; readonly at: number },
  { logged, ledger }: { readonly logged: readonly Contact[]; readonly ledger: readonly Exposure[] },
): readonly Contact[] {
  const counts = (exposure: Exposure): boolean =>
    exposure.id !== id &&
    exposure.at <= at &&
    (exposure.state === 'shown' || (exposure.state === 'reserved' && exposure.at > at - RESERVED_MS));
  const held = ledger.filter(counts).flatMap(contactsOf);
  const reserved = new Map(held.map((contact) => [keyOf(contact), contact]));
  const known = new Set(logged.map(keyOf));
  return [
    ...logged.map((contact) => ({ ...contact, at: Math.max(contact.at, reserved.get(keyOf(contact))?.at ?? 0) })),
    ...held.filter((contact) => !known.has(keyOf(contact))),
  ];
}
