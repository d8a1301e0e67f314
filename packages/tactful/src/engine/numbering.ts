/** Things by number, in the order in which they were met. */
export interface Numbering<Of> {
  readonly all: readonly Of[];
  /** The number of a key; what it stands for is made when it is met first. */
  readonly of: (key: string, made: () => Of) => number;
}

/** Numbers things by their key. */
export function numbering<Of>(): Numbering<Of> {
  const all: Of[] = [];
  const known = new Map<string, number>();
  return {
    all,
    of: (key, made) => {
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, all.length);
      return all.push(made()) - 1;
    },
  };
}
