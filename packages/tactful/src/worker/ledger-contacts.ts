import type { Contact, Now } from '../engine/index.js';
import { RESERVATION_MS, type LedgerRecord } from '../storage/index.js';

function contactsOf({ id, offerId, at, promotional, also = [], channel, direction }: LedgerRecord): readonly Contact[] {
  const how = { decisionId: id, at, ...(channel ? { channel } : {}), ...(direction ? { direction } : {}) };
  return [{ offerId, promotional }, ...also].map((shown) => ({ ...how, ...shown }));
}

/** Exposures that count: shown ones, and reserved ones that may still be painted. */
export function contactsIn(ledger: readonly LedgerRecord[], { at: now }: Pick<Now, 'at'>): readonly Contact[] {
  const counts = ({ state, at }: LedgerRecord): boolean =>
    state === 'shown' || (state === 'reserved' && at > now - RESERVATION_MS);
  return ledger.filter(counts).flatMap(contactsOf);
}

const keyOf = ({ decisionId, offerId }: Contact): string => `${decisionId} ${offerId}`;

/** Every contact once, at the later of its two times: the row carries the clock of its tab, which may have been set back. */
export function mergeContacts(logged: readonly Contact[], ledger: readonly Contact[]): readonly Contact[] {
  const reserved = new Map(ledger.map((contact) => [keyOf(contact), contact]));
  const known = new Set(logged.map(keyOf));
  return [
    ...logged.map((contact) => ({ ...contact, at: Math.max(contact.at, reserved.get(keyOf(contact))?.at ?? 0) })),
    ...ledger.filter((contact) => !known.has(keyOf(contact))),
  ];
}
