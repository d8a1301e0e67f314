import type { Tactful } from 'tactful';
import { forgetKept } from './kept.js';

// Erasing leaves an empty store that still knows the choice about consent; a first visitor has no store at all. Another
// tab that holds it closes it when asked; where that takes longer, the database goes when that tab does.
async function deleteStore(scope: string): Promise<void> {
  const { storageBuckets } = navigator as {
    readonly storageBuckets?: { readonly delete: (name: string) => Promise<void> };
  };
  await storageBuckets?.delete(`tactful-${scope}`);
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(`tactful:${scope}`);
    for (const name of ['success', 'error', 'blocked']) {
      request.addEventListener(name, () => {
        resolve();
      });
    }
  });
}

/** Makes this browser a first visitor again: tactful's memory, the choice about consent, the cart and the clock. */
export async function eraseVisitor(tactful: Tactful | undefined): Promise<void> {
  if (tactful) {
    await tactful.erase({ keep: 'nothing' });
    tactful.close();
    await deleteStore(tactful.scope);
  }
  forgetKept();
}
