import { contactOf } from './fold-contacts.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { breaks, GRANT_CONDITIONS, type Grant } from './grant.js';
import { textOf } from './item.js';
import { quietAfter } from './quiet.js';

/** Permissions that were given in return for something, and how that was kept. */
export interface GrantState {
  /** By the promise that bought them. */
  readonly grants: ReadonlyMap<string, Grant>;
  /** The quiet time as of the last row: a fold of its own, since no part reads another. */
  readonly grantsQuiet: Said<number> | undefined;
}

type State = Mutable<GrantState>;

function grant(state: State, { event: { params, id, at } }: FoldRow): void {
  const promise = textOf(params['promise_id']) ?? id;
  const condition = GRANT_CONDITIONS.find((each) => each === params['condition']);
  if (!condition || state.grants.has(promise)) return;
  const [channel, purpose] = [textOf(params['permission']), textOf(params['purpose'])];
  state.grants.set(promise, { condition, at, channel, purpose, breach: undefined });
}

/** The latest breach counts: given again, a permission can be lost again. */
function measure(state: State, row: FoldRow, offerId: string): void {
  if (state.grants.size === 0) return;
  const { at, id, name } = row.event;
  const { direction = 'inbound', promotional } = contactOf(row, offerId);
  const inQuiet = state.grantsQuiet !== undefined && at < state.grantsQuiet.value;
  const seen = { inQuiet, direction, promotional, complained: name === 'offer_complained' };
  for (const [promise, given] of state.grants)
    if (breaks(given.condition, seen)) state.grants.set(promise, { ...given, breach: { at, id } });
}

/** Promises with a condition that the log itself can measure, against everything that was shown since. */
export const GRANTS: FoldPart<GrantState> = {
  empty: () => ({ grants: new Map(), grantsQuiet: undefined }),
  add: (state, row) => {
    const { event } = row;
    state.grantsQuiet = quietAfter(state.grantsQuiet, event);
    const offerId = textOf(event.params['offer_id']);
    if (event.name === 'promise_made') grant(state, row);
    else if (offerId !== undefined && (event.name === 'offer_shown' || event.name === 'offer_complained'))
      measure(state, row, offerId);
  },
};
