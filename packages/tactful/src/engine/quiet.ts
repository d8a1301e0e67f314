import type { Event } from './event.js';
import type { Said } from './fold-statements.js';

/** The quiet time after one more row: the longest one stands, until the shopper ends it. */
export function quietAfter(known: Said<number> | undefined, { name, params, at, id }: Event): Said<number> | undefined {
  if (name === 'quiet_ended') return undefined;
  const { until } = params;
  const longer = name === 'quiet_set' && typeof until === 'number' && until > (known?.value ?? -Infinity);
  return longer ? { value: until, at, id } : known;
}
