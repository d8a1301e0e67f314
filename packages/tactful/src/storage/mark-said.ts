import type { SaidMark } from './said-mark.js';

// Apart from who writes rows: a page's pen puts its mark itself, and every page downloads it.

/** What a mark says, where there is one. */
export const saidIn = (mark: unknown): string | undefined => (mark as Partial<SaidMark> | undefined)?.id;

/** Says in a transaction over `meta`, by a random id, that something was said. */
export async function markSaid(
  transaction: { readonly objectStore: (name: 'meta') => { readonly put: (mark: never) => Promise<unknown> } },
  id: string,
): Promise<void> {
  // The store is typed by its first record.
  await transaction.objectStore('meta').put({ key: 'said', id } satisfies SaidMark as never);
}
