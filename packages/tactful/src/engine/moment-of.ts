import type { Json } from './json.js';
import { parseMoment } from './parse-moment.js';

/** What a Date can hold: beyond it there is no moment to tell anybody of. */
const LATEST_MS = 8.64e15;

/** A moment in a row, as epoch milliseconds or as text, in epoch milliseconds; `undefined` where it is none. */
export function momentOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? (Math.abs(value) <= LATEST_MS ? value : undefined) : parseMoment(value);
}
