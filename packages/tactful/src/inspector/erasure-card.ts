import { signalGroup, type SignalGroup } from '../engine/index.js';
import { cleanText } from './clean-text.js';
import type { LensReceipt, LensSource, Look, StoreReport } from './lens-source.js';

/** What an erasure removed, when and how thoroughly, for the shopper to keep; and what must not come back. */
export interface ErasureCard {
  readonly site: string;
  readonly scope: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly removed: number;
  /** How many of the removed rows there were of each kind, the most first. */
  readonly kinds: readonly { readonly group: SignalGroup; readonly rows: number }[];
  readonly decisions: number;
  readonly verified: boolean;
  readonly grade: 'reachable' | 'file';
  /** Ids of the rows that were there. They say nothing of what was in them, and are not saved. */
  readonly erased: ReadonlySet<string>;
}

/** The store of a scope in a look; nothing where there is none, or where the look did not succeed. */
export function storeIn(look: Look | undefined, scope: string): StoreReport | undefined {
  return look && 'snapshot' in look ? look.snapshot.stores.find((store) => store.scope === scope) : undefined;
}

function kindsOf(events: StoreReport['events']): ErasureCard['kinds'] {
  const counts = new Map<SignalGroup, number>();
  for (const { name } of events) counts.set(signalGroup(name), (counts.get(signalGroup(name)) ?? 0) + 1);
  return [...counts].map(([group, rows]) => ({ group, rows })).sort((a, b) => b.rows - a.rows);
}

/** The card of an erasure, from what was seen before and what it said of itself. */
export function erasureCard(
  before: Look | undefined,
  about: { readonly scope: string; readonly receipt: LensReceipt },
): ErasureCard {
  const { scope, receipt } = about;
  const store = storeIn(before, scope);
  const events = store?.events ?? [];
  return {
    site: before && 'snapshot' in before ? cleanText(before.snapshot.site) : '',
    scope,
    at: receipt.at,
    offset: 0 - new Date(receipt.at).getTimezoneOffset(),
    removed: receipt.removed,
    kinds: kindsOf(events),
    decisions: store?.decisions.length ?? 0,
    verified: receipt.verified,
    // a receipt may come from another page: what it does not say clearly is the lesser grade
    grade: receipt.grade === 'file' ? 'file' : 'reachable',
    erased: new Set(events.map(({ id }) => id)),
  };
}

/** Erases a scope through a source, and says what it was. Rejects when it could not be done. */
export async function eraseWithCard(source: LensSource, scope: string): Promise<ErasureCard> {
  const before = await source.look();
  const receipt = await source.command({ op: 'erase', scope });
  return erasureCard(before, { scope, receipt });
}
