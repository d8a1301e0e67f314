import { within } from './store-exists.js';
import { openIn, placeOf } from './store-place.js';

/** A connection to a database that is already there, wherever it lies, else `undefined`: no empty one is left behind. */
export function openExisting(name: string, deadlineMs: number): Promise<IDBDatabase | undefined> {
  // Opening what is not there makes it for a moment, and taking that back could take a store that was just made.
  return within(
    placeOf(name).then((place) => place && openIn(place, name)),
    deadlineMs,
  );
}
