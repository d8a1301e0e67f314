import type { JsonObject } from './json.js';

const ITEM_KEYS = ['item_category', 'item_category2', 'item_category3', 'item_category4', 'item_category5'] as const;

/** Every prefix of a category path, widest first: `['garden', 'hoses']` gives `garden` and `garden/hoses`. */
export function categoryPrefixes(path: readonly string[]): readonly string[] {
  // A slash inside a name would be read as one more level.
  const parts = path.map((part) => part.replaceAll('/', '\u2215'));
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

/** How many levels the path of a prefix has: 2 for `garden/watering`. */
export function depthOf(prefix: string): number {
  let depth = 1;
  for (let slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', slash + 1)) depth++;
  return depth;
}

/** A path that was met, and those that go on from it. */
interface Met {
  readonly prefixes: readonly string[];
  readonly deeper: Map<string, Met>;
}

/**
 * {@link categoryPrefixes} that makes the list of a path once, so that all its items share it.
 *
 * What was read goes with the reader: one of its own for each log, or a path would outlive the rows that named it.
 */
export function prefixReader(): (path: readonly string[]) => readonly string[] {
  const nowhere: Met = { prefixes: [], deeper: new Map() };
  return (path) => {
    let met = nowhere;
    for (const part of path) {
      const known = met.deeper.get(part);
      const next = known ?? { prefixes: categoryPrefixes(path.slice(0, met.prefixes.length + 1)), deeper: new Map() };
      if (!known) met.deeper.set(part, next);
      met = next;
    }
    return met.prefixes;
  };
}

/** The category path of a GA4 item: `item_category` to `item_category5`, up to the first that is missing. */
export function itemCategories(item: JsonObject): readonly string[] {
  const path: string[] = [];
  for (const key of ITEM_KEYS) {
    const value = item[key];
    if (typeof value !== 'string' || value === '') break;
    path.push(value);
  }
  return path;
}
