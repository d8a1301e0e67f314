import { api } from './api.js';

/**
 * The tab that the panel is about: the one that is open beside it.
 *
 * A panel that is opened as a page of its own says which: `panel.html?tab=7`, or `?page=https://shop.example/` for a tab whose
 * address begins so, where the lens may see it.
 */
export async function pageTab(query: URLSearchParams): Promise<chrome.tabs.Tab | undefined> {
  const id = query.get('tab');
  if (id !== null) return api.tabs.get(Number(id)).catch(() => undefined); // a tab that was closed is none
  const address = query.get('page');
  if (address !== null) return (await api.tabs.query({})).find(({ url }) => url?.startsWith(address) === true);
  return (await api.tabs.query({ active: true, currentWindow: true }))[0];
}
