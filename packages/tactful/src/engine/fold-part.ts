import type { CompiledCatalog } from './compile-catalog.js';
import type { Event } from './event.js';
import type { Item } from './item.js';
import type { Model } from './policy.js';
import type { Purpose } from './purpose.js';
import type { Visit } from './visit.js';
import type { VisitMark } from './visit-mark.js';

/** What a fold needs to know besides the rows. */
export interface FoldConfig {
  readonly catalog: CompiledCatalog;
  readonly model: Model;
  readonly wearHalfLifeDays: number;
  /** Why rows are held: each is read only for what its purpose is used for. Without them every row is read for everything. */
  readonly purposes?: readonly Purpose[];
}

/** A row with what the fold knows about it, worked out once for all parts. */
export interface FoldRow {
  readonly event: Event;
  readonly items: readonly Item[];
  /** The visit it belongs to. */
  readonly visit: Visit;
  readonly startsVisit: boolean;
  /** Whose visit the shopper said it was, in whichever row of the visit; `undefined`: their own. */
  readonly mark: VisitMark | undefined;
  /** Whether it may be read for taste: of an origin and for a purpose that allow it. */
  readonly tells: boolean;
  /** A purchase that a later row takes back. */
  readonly refunded: boolean;
  readonly config: FoldConfig;
}

/** A state as its own part of the fold writes it: its maps and lists can grow. */
export type Mutable<State> = {
  -readonly [Key in keyof State]: State[Key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : State[Key] extends ReadonlySet<infer E>
      ? Set<E>
      : State[Key] extends readonly (infer E)[]
        ? E[]
        : State[Key];
};

/**
 * One part of the profile: what it holds before any row, and what the next row in canonical order does to it.
 *
 * Adding a row takes O(1) in the length of the log, so that a profile can grow row by row.
 */
export interface FoldPart<State> {
  readonly empty: () => Mutable<State>;
  readonly add: (state: Mutable<State>, row: FoldRow) => void;
}
