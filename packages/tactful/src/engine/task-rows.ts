import { factRow, type ProfileRows } from './profile-row.js';
import { openTasks } from './task.js';

/** Unfinished work that can still be picked up, by its title; the facet is its id. */
export const taskRows: ProfileRows = ({ folded, now }) =>
  openTasks(folded, now.at).map(({ id, title, ids }) =>
    factRow({
      rule: 'task',
      facet: id,
      value: title ?? id,
      provenance: 'declared',
      evidence: [...ids],
      corrections: [
        { do: 'task', id, state: 'ended' },
        { do: 'forget', ids: [...ids] },
      ],
    }),
  );
