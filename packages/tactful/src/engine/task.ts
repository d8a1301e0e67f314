import type { Now } from './clock.js';
import type { Task, TaskState } from './fold-tasks.js';
import { visitAt, type Visit } from './visit.js';

/** Unfinished work that can still be picked up, the last worked on first. */
export function openTasks({ tasks }: TaskState, at: number): readonly Task[] {
  return [...tasks.values()]
    .filter(({ expires }) => expires === undefined || at < expires)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/** The work that the shopper is busy with: open, and worked on in the visit that goes on. */
export function taskInFocus(folded: TaskState & { readonly visit: Visit }, now: Now): Task | undefined {
  const { count } = visitAt(folded.visit, now);
  return openTasks(folded, now.at).find(({ visit }) => visit === count);
}
