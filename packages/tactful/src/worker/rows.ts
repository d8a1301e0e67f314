import type { Event } from '../engine/index.js';
import type { Store } from '../storage/index.js';

/** The rows of the log that this worker has read, and whether there may be more. */
export interface Rows {
  /** In the order in which they came. */
  readonly all: () => readonly Event[];
  readonly byId: (id: string) => Event | undefined;
  /** The mark of what was said last when they were read. */
  readonly said: () => string | undefined;
  /** Grows whenever a row went: what was made of the rows must then be made anew. */
  readonly generation: () => number;
  /** Reads what is new and lets go of what is gone; returns the rows that came. */
  readonly drain: (store: Store) => Promise<readonly Event[]>;
  /** A row that the page says it has committed: no need to look for it. */
  readonly add: (rows: readonly Event[]) => void;
  readonly clear: () => void;
}

/** An empty set of rows. */
export function newRows(): Rows {
  const segments = new Map<string, readonly Event[]>();
  const byId = new Map<string, Event>();
  let said: string | undefined;
  let arrived: Event[] = [];
  let generation = 0;
  const add = (key: string, rows: readonly Event[]): readonly Event[] => {
    if (segments.has(key)) return [];
    segments.set(key, rows);
    for (const row of rows) {
      if (!byId.has(row.id)) arrived.push(row);
      byId.set(row.id, row);
    }
    return rows;
  };
  const drop = (key: string): void => {
    for (const row of segments.get(key) ?? []) byId.delete(row.id);
    segments.delete(key);
    arrived = [...byId.values()];
    generation++;
  };
  return {
    all: () => arrived,
    byId: (id) => byId.get(id),
    said: () => said,
    generation: () => generation,
    drain: async (store) => {
      const begun = generation;
      const read = await store.readSegments(new Set(segments.keys()));
      // The store went while it was read: nothing of it is told any more.
      if (generation !== begun) return [];
      for (const key of [...segments.keys()]) if (!read.keys.has(key)) drop(key);
      said = read.said;
      return read.added.flatMap(({ id, rows }) => add(id, rows));
    },
    add: (rows) => {
      for (const row of rows) add(row.id, [row]);
    },
    clear: () => {
      // At once: row by row the list would be copied for each of them.
      segments.clear();
      byId.clear();
      arrived = [];
      generation++;
    },
  };
}
