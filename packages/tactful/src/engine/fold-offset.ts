import { DAY_MS, type Now } from './clock.js';
import type { FoldPart } from './fold-part.js';

/** Where the shopper's local time stands, and where it stood before. */
export interface OffsetState {
  /** Of the newest row, with the last change; offsets in minutes east of UTC. */
  readonly zone: { readonly offset: number; readonly previous?: number; readonly changedAt: number } | undefined;
}

/** The offset of the newest row, and the one before it. */
export const OFFSET: FoldPart<OffsetState> = {
  empty: () => ({ zone: undefined }),
  add: (state, { event: { at, offset } }) => {
    const { zone } = state;
    if (zone?.offset === offset) return;
    state.zone = { offset, changedAt: at, ...(zone ? { previous: zone.offset } : {}) };
  },
};

/** From where local time stood within the last 24 hours, if it stood elsewhere; `undefined` if it did not. */
export function previousOffset({ zone }: OffsetState, { at, offset }: Now): number | undefined {
  if (zone === undefined) return undefined;
  if (zone.offset !== offset) return zone.offset;
  return at < zone.changedAt + DAY_MS ? zone.previous : undefined;
}
