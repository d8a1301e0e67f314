import { api } from './api.js';

/** Places the looking glass into a tab. Placing it twice does no harm. Rejects where no look is allowed. */
export async function injectContent(tabId: number): Promise<void> {
  await api.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
}
