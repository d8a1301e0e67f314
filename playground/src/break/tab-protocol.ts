/** The scope of the store that is attacked here: never the shop's own. */
export const LAB_SCOPE = 'try-to-break';
/** Where the other way keeps its clicks. */
export const OTHER_DATABASE = 'try-to-break-other-way';
/** What the second page sends to its frame once it can be used. */
export const TAB_READY = 'break-tab-ready';

/** One click on an invented product, at a time of the experiment's own clock. */
export interface Click {
  readonly item: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the library on the second page says of itself by `health()`. */
export interface TabHealth {
  readonly offered: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
  readonly worker: string;
}

/** Beacons to a stranger and how many the browser reported as blocked; and one to the shop's own address. */
export interface BeaconCount {
  readonly planted: number;
  readonly blocked: number;
  /** How many of the one to the shop's own address went out. */
  readonly own: number;
}

/** What the second page lets this one do. Every call acts on both ways of keeping a click. */
export interface Tab {
  /** Both ways, in this task. */
  readonly click: (click: Click) => void;
  /** Resolves when every click so far was kept or refused; of the other way, written or had time enough. */
  readonly settle: () => Promise<void>;
  /** Resolves once both workers have begun to be busy. */
  readonly busy: (ms: number) => Promise<void>;
  /** Resolves when both workers are gone. */
  readonly kill: () => Promise<void>;
  /** From now on no room is left, or there is again. */
  readonly fill: (full: boolean) => Promise<void>;
  /** How many milliseconds the library took to answer a question; `undefined` when it did not in this time. */
  readonly ask: (limitMs: number) => Promise<number | undefined>;
  readonly plant: () => Promise<BeaconCount>;
  readonly health: () => TabHealth;
  /** The items of the clicks that are there, by the library and by the other way. */
  readonly found: () => Promise<{ readonly ours: readonly string[]; readonly other: readonly string[] }>;
  /** Removes what both ways have kept. */
  readonly erase: () => Promise<void>;
}
