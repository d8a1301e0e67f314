import { api, openPanel } from './api.js';
import { forgetClick, rememberClick } from './clicked-tab.js';
import { injectContent } from './inject-content.js';

// Opening the panel on a click of the icon by `openPanelOnActionClick` would grant no look at the tab: only an answer to
// `onClicked` does. Everything is registered in the first task, and nothing is kept here: this script may end at any time.

async function answerClick(tabId: number, url: string | undefined): Promise<void> {
  // First, while the click still counts as one.
  const opened = openPanel(tabId);
  await rememberClick({ tabId, ...(url === undefined ? {} : { url }) });
  await injectContent(tabId);
  await opened;
}

api.action.onClicked.addListener(({ id, url }) => {
  if (id === undefined) return;
  answerClick(id, url).catch((error: unknown) => {
    // A page that nobody may look at: the panel says so in words.
    console.debug('tactful', error);
  });
});

api.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'loading') void forgetClick(tabId);
});
