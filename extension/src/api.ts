// Firefox has `browser`, Chromium has `chrome`; both answer with promises.
declare const browser: typeof chrome | undefined;

/** The browser's own interface for extensions, whichever browser it is. */
export const api: typeof chrome = typeof browser === 'undefined' ? chrome : browser;

/** Firefox's sidebar, which Chromium does not have. */
interface SidebarAction {
  readonly open: () => Promise<void>;
}

function hasSidebar(from: object): from is { readonly sidebarAction: SidebarAction } {
  return 'sidebarAction' in from;
}

/** Opens the panel beside the page. Only in answer to a click, in the same task. */
export async function openPanel(tabId: number): Promise<void> {
  await (hasSidebar(api) ? api.sidebarAction.open() : api.sidePanel.open({ tabId }));
}
