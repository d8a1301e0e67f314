/** Adds to the list of a key. */
export function addTo<Key, Of>(groups: Map<Key, [Of, ...Of[]]>, key: Key, each: Of): void {
  const known = groups.get(key);
  if (known) known.push(each);
  else groups.set(key, [each]);
}

/** Lists of what shares a key, both in the order in which they are met. */
export function groupedBy<Key, Of>(all: readonly Of[], keyOf: (each: Of) => Key): ReadonlyMap<Key, [Of, ...Of[]]> {
  const groups = new Map<Key, [Of, ...Of[]]>();
  for (const each of all) addTo(groups, keyOf(each), each);
  return groups;
}
