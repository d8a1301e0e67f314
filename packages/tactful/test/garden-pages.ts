import { createTactful, type Tactful, type TactfulOptions } from '../src/client/index.js';
import { newReplica } from '../src/storage/index.js';
import { gardenCatalog } from './garden-catalog.js';

// For tests of the library on a page: instances that are put away again.

/** Noon at the shop. */
export const NOON = { at: Date.UTC(2026, 4, 12, 10), offset: 120 };

const open: Tactful[] = [];

// A millisecond further each time it is read.
function clockAt(moment: typeof NOON): () => typeof NOON {
  let ticks = 0;
  return () => ({ at: moment.at + ticks++, offset: moment.offset });
}

/** An instance of the garden shop, in a scope of its own unless one is given. */
export function create(options: Partial<TactfulOptions> = {}): Tactful {
  const tactful = createTactful({
    catalog: gardenCatalog,
    scope: `t-${newReplica()}`,
    clock: clockAt(NOON),
    ...options,
  });
  open.push(tactful);
  return tactful;
}

/** The same, agreed to. */
export async function agreed(options: Partial<TactfulOptions> = {}): Promise<Tactful> {
  const tactful = create(options);
  await tactful.consent.set({ personalization: 'in' });
  return tactful;
}

/** Erases and closes what was opened since the last time. */
export async function putAway(): Promise<void> {
  for (const tactful of open.splice(0)) {
    await tactful.erase({ keep: 'nothing' }).catch(() => undefined);
    tactful.close();
  }
}
