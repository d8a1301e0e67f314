import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import type { Task } from './fold-tasks.js';
import type { JsonObject } from './json.js';
import { openTasks, taskInFocus } from './task.js';

const started = (id: string, at: number, more: JsonObject = {}): Told => ({
  name: 'task_started',
  at,
  params: { task_id: id, ...more },
});
const ended = (id: string, at: number): Told => ({ name: 'task_ended', at, params: { task_id: id } });
const open = (told: readonly Told[], at = 0): readonly Task[] => openTasks(foldOf(logOf(told)), NOW.at + at);
const focus = (told: readonly Told[], at: number): string | undefined =>
  taskInFocus(foldOf(logOf(told)), { ...NOW, at: NOW.at + at })?.id;
const ids = (tasks: readonly Task[]): readonly string[] => tasks.map(({ id }) => id);

describe('K11: pick up', () => {
  it('[P54] K11: a photo album that was begun is still there months later, with its title and rows', () => {
    const told = [started('album', 0, { title: 'Summer 2025' })];
    const [task] = open(told, 100 * DAY_MS);
    expect(task).to.deep.include({ id: 'album', title: 'Summer 2025', startedAt: NOW.at, ids: ['a:1'] });
  });

  it('[P54] K11: working on it in another tab resumes it and keeps what was not said anew', () => {
    const other = logOf([started('album', DAY_MS)]).map((row) => ({ ...row, id: 'b:1' }));
    const log = [...logOf([started('album', 0, { title: 'Summer 2025' })]), ...other];
    const [task, ...more] = openTasks(foldOf(log), NOW.at + DAY_MS);
    expect(task).to.deep.include({ title: 'Summer 2025', startedAt: NOW.at, at: NOW.at + DAY_MS, ids: ['a:1', 'b:1'] });
    expect(more).to.deep.equal([]);
  });

  it('[P54] K11: it is over when it is ended, whichever tab ended it, or when it expires', () => {
    expect(open([started('album', 0), ended('album', 1)], 2)).to.deep.equal([]);
    expect(ids(open([started('album', 0), ended('album', 1), started('album', 2)], 2))).to.deep.equal(['album']);
    const told = [started('album', 0, { expires: NOW.at + DAY_MS })];
    expect([DAY_MS - 1, DAY_MS].map((at) => open(told, at).length)).to.deep.equal([1, 0]);
    expect(open([started('album', 0, { expires: '2025-05-08' })], DAY_MS)).to.deep.equal([]);
  });

  it('[P54] K11: the last worked on comes first', () => {
    expect(ids(open([started('a', 2), started('c', 1), started('b', 1)], 3))).to.deep.equal(['a', 'b', 'c']);
  });

  it('[P54] K11: it is task focus in the visit in which it is worked on, and only then', () => {
    const told = [started('album', 0), { name: 'page_view', at: HOUR_MS } as const];
    expect(focus(told.slice(0, 1), 1000)).to.equal('album');
    expect(focus(told.slice(0, 1), HOUR_MS)).to.equal(undefined);
    expect(focus(told, HOUR_MS)).to.equal(undefined);
    expect(focus([...told, started('album', HOUR_MS + 1)], HOUR_MS + 2)).to.equal('album');
    expect(focus([started('album', 0), ended('album', 1)], 2)).to.equal(undefined);
  });

  it('[P54] K11: check-out has its own rule, and a task without an id is none', () => {
    expect(open([started('checkout', 0), { name: 'task_started', at: 1 }], 2)).to.deep.equal([]);
  });
});
