import type { Event } from './event.js';
import type { Purpose } from './purpose.js';
import { mayRead } from './uses.js';

/** Offers read nothing that is known of the relation, or by accident (science 1.6). */
const ORIGINS: ReadonlySet<string> = new Set(['observed', 'declared', 'context', 'site']);

/**
 * Tells of rows whether taste may be learned from them: their origin and the uses of their purpose decide.
 *
 * The answer is the same for all rows of one name, origin and purpose, so it is worked out once for each.
 */
export function tasteReader(purposes: readonly Purpose[] | undefined): (event: Event) => boolean {
  if (purposes === undefined) return ({ origin }) => ORIGINS.has(origin);
  const known = new Map<string, boolean>();
  return (event) => {
    const key = `${event.name} ${event.origin} ${event.purpose}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const tells = ORIGINS.has(event.origin) && mayRead(event, 'affinity', purposes);
    known.set(key, tells);
    return tells;
  };
}
