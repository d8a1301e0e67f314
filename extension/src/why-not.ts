import type { LensTrouble } from 'tactful/inspector';
import { lastClick } from './clicked-tab.js';

const isWeb = (url: string): boolean => /^https?:/i.test(url);

/** Why a tab cannot be looked at, from what little the browser says about it. */
export async function whyNot({
  id,
  url,
  status,
}: Pick<chrome.tabs.Tab, 'id' | 'url' | 'status'>): Promise<LensTrouble> {
  // On its way to another page, where the next look will tell.
  if (status === 'loading') return 'click-icon';
  if (url !== undefined && url !== '') return isWeb(url) ? 'refused' : 'not-a-page';
  const clicked = await lastClick();
  // Clicked, and still not even the address: a page of the browser itself.
  return clicked?.tabId === id && clicked?.url === undefined ? 'refused' : 'click-icon';
}
