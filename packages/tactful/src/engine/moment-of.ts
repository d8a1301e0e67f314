import type { Json } from './json.js';
import { parseMoment } from './parse-moment.js';

/** A moment in a row, as epoch milliseconds or as text, in epoch milliseconds; `undefined` where it is none. */
export function momentOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : parseMoment(value);
}
