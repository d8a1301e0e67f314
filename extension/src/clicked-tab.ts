import { api } from './api.js';

/** The tab on which the icon was clicked last. */
export interface ClickedTab {
  readonly tabId: number;
  /** Absent where the browser does not even tell the address: its own pages. */
  readonly url?: string;
}

const KEY = 'clicked';

function isClickedTab(value: unknown): value is ClickedTab {
  return typeof value === 'object' && value !== null && 'tabId' in value && typeof value.tabId === 'number';
}

/** Remembers a click for as long as the browser runs: a background script forgets everything between two clicks. */
export async function rememberClick(clicked: ClickedTab): Promise<void> {
  await api.storage.session.set({ [KEY]: clicked });
}

/** The last click, if there was one. */
export async function lastClick(): Promise<ClickedTab | undefined> {
  const { [KEY]: clicked } = await api.storage.session.get(KEY);
  return isClickedTab(clicked) ? clicked : undefined;
}

/** Forgets a click when its tab goes on to another page. */
export async function forgetClick(tabId: number): Promise<void> {
  if ((await lastClick())?.tabId === tabId) await api.storage.session.remove(KEY);
}
