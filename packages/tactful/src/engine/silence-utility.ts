import type { Contribution } from './decision.js';
import type { Model } from './model.js';
import type { SilenceReason } from './reason.js';

/** What silence is worth beside an offer, in minor units; all are 0 where they say nothing. */
export interface SilenceRead {
  readonly model: Pick<Model, 'tactMargin'>;
  /** Whether the offer beside it sells. */
  readonly promotional: boolean;
  /** What the contact is worth keeping for: it is promotions that are few. */
  readonly slot?: number;
  /** What waiting for them is worth, of an outbound contact. */
  readonly wait?: number;
  /** What being ignored costs: it makes no room for what sells, unless that was asked for. */
  readonly neglect?: number;
  readonly requested?: boolean;
}

/** The utility of silence, with its account: the terms sum to it exactly. */
export interface SilenceUtility {
  readonly utility: number;
  readonly contributions: readonly Contribution[];
}

/** What silence is worth beside an offer of this kind (science 7.6, decision record 10). */
export function silenceUtility(read: SilenceRead): SilenceUtility {
  const { model, promotional, slot = 0, wait = 0, neglect = 0, requested = false } = read;
  const price = promotional && !requested ? slot : 0;
  const ignored = promotional && !requested ? 0 : neglect;
  const dearer = Math.max(price, wait);
  return {
    utility: model.tactMargin + dearer - ignored,
    contributions: [
      { term: 'tact', value: model.tactMargin },
      ...(dearer > 0 ? [{ term: wait > price ? 'wait' : 'slot', value: dearer } as const] : []),
      ...(ignored > 0 ? [{ term: 'neglect', value: -ignored } as const] : []),
    ],
  };
}

/** Why an offer of this utility is not said; `undefined` where it beats silence. A tie is silence. */
export function quietReason(utility: number, read: SilenceRead): SilenceReason | undefined {
  if (utility > silenceUtility(read).utility) return undefined;
  const { slot = 0, wait = 0, ...rest } = read;
  if (utility <= silenceUtility({ ...rest, slot: 0, wait: 0 }).utility) return 'BETTER_SILENT';
  return wait > slot ? 'WAIT_FOR_YOU' : 'SAVED_FOR_LATER';
}
