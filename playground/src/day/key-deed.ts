import type { DayAction } from './day-state.js';

/** A key as it was pressed, and what it was pressed on. */
export interface KeyPress {
  readonly key: string;
  /** Ctrl, Alt or Meta was held, or a text is being composed: then it is somebody else's. */
  readonly modified: boolean;
  /** The element that has the focus takes keys itself: `field` all of them, `control` space. */
  readonly on: 'field' | 'control' | 'page';
  /** The page runs from right to left, and so do the arrows. */
  readonly rtl: boolean;
}

const KEYS: ReadonlyMap<string, DayAction> = new Map<string, DayAction>([
  ['1', { do: 'vote', vote: 'speak' }],
  ['2', { do: 'vote', vote: 'hush' }],
  ['3', { do: 'vote', vote: 'pass' }],
  [' ', { do: 'on' }],
  ['t', { do: 'world' }],
  ['ArrowRight', { do: 'next' }],
  ['ArrowLeft', { do: 'back' }],
]);

function mirrored(name: string): string {
  if (name === 'ArrowRight') return 'ArrowLeft';
  return name === 'ArrowLeft' ? 'ArrowRight' : name;
}

/** What a key does on the page; nothing for a key that is somebody else's. */
export function keyDeed({ key, modified, on, rtl }: KeyPress): DayAction | undefined {
  if (modified || on === 'field' || (on === 'control' && key === ' ')) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return KEYS.get(rtl ? mirrored(name) : name);
}
