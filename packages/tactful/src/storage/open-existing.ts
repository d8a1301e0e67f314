import { within } from './store-exists.js';
import { openIn, placeOf } from './store-place.js';

/** A connection to a database that is already there, wherever it lies, else `undefined`. Makes and deletes nothing. */
export function openExisting(name: string, deadlineMs: number): Promise<IDBDatabase | undefined> {
  // Opening what is not there makes it for a moment: only what is listed is opened.
  return within(
    placeOf(name).then((place) => place && openIn(place, name)),
    deadlineMs,
  );
}
