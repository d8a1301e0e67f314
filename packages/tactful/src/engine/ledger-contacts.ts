import type { Now } from './clock.js';
import type { Direction } from './decision.js';
import type { Contact } from './fold-contacts.js';
import { groupedBy } from './grouped-by.js';
import type { Channel } from './statement.js';

/** An exposure that counts against caps from before it is painted. */
export interface Exposure {
  /** That of its decision. */
  readonly id: string;
  readonly offerId: string;
  readonly at: number;
  readonly promotional: boolean;
  /** A slot where it is missing. */
  readonly channel?: Channel;
  /** What goes with the channel where it is missing. */
  readonly direction?: Direction;
  /** What stands below the first offer of a slate. */
  readonly also?: readonly { readonly offerId: string; readonly promotional: boolean }[];
  readonly state: 'reserved' | 'shown' | 'released';
}

/** A reservation that nobody painted counts for so long. */
const RESERVATION_MS: number = 10 * 60 * 1000;

function contactsOf({ id, offerId, at, promotional, also = [], channel, direction }: Exposure): readonly Contact[] {
  const how = { decisionId: id, at, ...(channel ? { channel } : {}), ...(direction ? { direction } : {}) };
  return [{ offerId, promotional }, ...also].map((shown) => ({ ...how, ...shown }));
}

/** Exposures that count: shown ones, and reserved ones that may still be painted. */
export function contactsIn(ledger: readonly Exposure[], { at: now }: Pick<Now, 'at'>): readonly Contact[] {
  const counts = ({ state, at }: Exposure): boolean =>
    state === 'shown' || (state === 'reserved' && at > now - RESERVATION_MS);
  return ledger.filter(counts).flatMap(contactsOf);
}

/** Every contact once, at the later of its two times: the row carries the clock of its tab, which may have been set back. */
export function mergeContacts(logged: readonly Contact[], ledger: readonly Contact[]): readonly Contact[] {
  const reserved = groupedBy(ledger, ({ decisionId }) => decisionId);
  const known = new Set<Contact>();
  const atLast = (contact: Contact): Contact => {
    const same = reserved.get(contact.decisionId)?.find(({ offerId }) => offerId === contact.offerId);
    if (!same) return contact;
    known.add(same);
    return { ...contact, at: Math.max(contact.at, same.at) };
  };
  return [...logged.map(atLast), ...ledger.filter((contact) => !known.has(contact))];
}

/** The contacts that counted when a decision was made: those of the log, and of the ledger what was in it then. */
export function contactsBefore(
  { id, at }: { readonly id: string; readonly at: number },
  { logged, ledger }: { readonly logged: readonly Contact[]; readonly ledger: readonly Exposure[] },
): readonly Contact[] {
  const before = ledger.filter((exposure) => exposure.id !== id && exposure.at <= at);
  return mergeContacts(logged, contactsIn(before, { at }));
}
