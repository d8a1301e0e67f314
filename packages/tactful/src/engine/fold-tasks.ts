import type { FoldPart } from './fold-part.js';
import { textOf } from './item.js';
import { momentOf } from './moment-of.js';

/** Work that the shopper has begun and not ended. */
export interface Task {
  readonly id: string;
  readonly title: string | undefined;
  readonly startedAt: number;
  /** When it was last worked on, and in which visit. */
  readonly at: number;
  readonly visit: number;
  /** Until when it can be picked up (epoch milliseconds); `undefined`: until it is ended. */
  readonly expires: number | undefined;
  readonly ids: readonly string[];
}

/** Unfinished work by its id, whichever tab it was begun in. */
export interface TaskState {
  readonly tasks: ReadonlyMap<string, Task>;
}

/** Check-out has a rule of its own, and ends by buying. */
const CHECKOUT = 'checkout';

/** Starting a task again is working on it: it keeps what is not said anew. */
export const TASKS: FoldPart<TaskState> = {
  empty: () => ({ tasks: new Map() }),
  add: (state, { event, visit }) => {
    const { name, params, at, id: row } = event;
    const id = textOf(params['task_id']);
    if (id === undefined || id === CHECKOUT) return;
    if (name === 'task_ended') state.tasks.delete(id);
    if (name !== 'task_started') return;
    const known = state.tasks.get(id);
    // Only the fold holds tasks while they grow; everybody else reads them.
    const ids = (known?.ids ?? []) as string[];
    ids.push(row);
    state.tasks.set(id, {
      id,
      title: textOf(params['title']) ?? known?.title,
      startedAt: known?.startedAt ?? at,
      at,
      visit: visit.count,
      expires: momentOf(params['expires']) ?? known?.expires,
      ids,
    });
  },
};
