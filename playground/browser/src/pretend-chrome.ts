import { deliver, mailbox, type Sender } from './pretend-messages.js';
import { pretendEvent } from './pretend-event.js';

// As much of `chrome` as the extension uses, over one tab: the shop's frame. The extension's own files run on it unchanged.

const ID = 'pretend';
const TAB = 1;

/** What the window around it does for the pretend `chrome`. */
export interface PretendWindow {
  readonly lang: () => string;
  /** The document in the tab, while there is one. */
  readonly page: () => Window | undefined;
  /** Runs a file of the extension in the tab. */
  readonly run: (file: string) => Promise<void>;
  readonly openPanel: () => void;
}

/** The parts of `chrome` that each place gets, and what the window tells it. */
export interface PretendChrome {
  /** For the panel and for the background script. */
  readonly inside: object;
  /** For the script in the page: it can only send and receive messages. */
  readonly content: object;
  readonly click: () => void;
  /** The tab began to load another page, or has finished. */
  readonly loading: () => void;
  readonly loaded: () => void;
  /** The panel was closed: whoever listened in it is gone. */
  readonly panelClosed: () => void;
}

interface Tab {
  readonly id: number;
  readonly active: true;
  /** Only where a click allowed it. */
  readonly url?: string;
}

interface Script {
  readonly files?: readonly string[];
  /** Gets the page's window as its last argument: nothing may be evaluated here, so it cannot be moved into the page. */
  readonly func?: (page: Window) => unknown;
}

function sessionStore(changed: () => void): object {
  const kept = new Map<string, string>();
  return {
    get: (key: string) =>
      Promise.resolve(kept.has(key) ? { [key]: JSON.parse(kept.get(key) ?? 'null') as unknown } : {}),
    set: (entries: object) => {
      for (const [key, value] of Object.entries(entries)) kept.set(key, JSON.stringify(value));
      changed();
      return Promise.resolve();
    },
    remove: (key: string) => {
      kept.delete(key);
      changed();
      return Promise.resolve();
    },
  };
}

/** A `chrome` for one tab. Until the icon is clicked, the tab is as closed to the extension as `activeTab` makes it. */
export function pretendChrome(around: PretendWindow): PretendChrome {
  const toPage = mailbox();
  const toExtension = mailbox();
  const clicked = pretendEvent<(tab: Tab) => void>();
  const updated = pretendEvent<(id: number, change: { readonly status: string }) => void>();
  const activated = pretendEvent<() => void>();
  const stored = pretendEvent<() => void>();
  let allowed = false;

  const tab = (): Tab => ({ id: TAB, active: true, ...(allowed ? { url: around.page()?.location.href ?? '' } : {}) });
  const fromExtension: Sender = { id: ID };
  const fromPage: Sender = { id: ID, tab: { id: TAB } };
  const tell = (status: string): void => {
    for (const listener of updated.listeners()) listener(TAB, { status });
  };

  const executeScript = async ({ files = [], func }: Script): Promise<readonly { readonly result: unknown }[]> => {
    const page = around.page();
    if (!allowed || !page) throw new Error('Cannot access contents of the page.');
    for (const file of files) await around.run(file);
    return [{ result: func?.(page) }];
  };

  const shared = { id: ID, getURL: (file: string) => file };
  return {
    inside: {
      runtime: {
        ...shared,
        onMessage: toExtension,
        sendMessage: (message: unknown) => deliver(toExtension, message, fromExtension),
      },
      tabs: {
        query: () => Promise.resolve([tab()]),
        get: () => Promise.resolve(tab()),
        sendMessage: (_: number, message: unknown) => deliver(toPage, message, fromExtension),
        onUpdated: updated,
        onActivated: activated,
      },
      scripting: { executeScript },
      storage: {
        session: sessionStore(() => {
          for (const listener of stored.listeners()) listener();
        }),
        onChanged: stored,
      },
      action: { onClicked: clicked },
      i18n: { getUILanguage: around.lang },
      sidePanel: {
        open: () => {
          around.openPanel();
          return Promise.resolve();
        },
      },
    },
    content: {
      runtime: {
        ...shared,
        onMessage: toPage,
        sendMessage: (message: unknown) => deliver(toExtension, message, fromPage),
      },
    },
    click: () => {
      allowed = true;
      for (const listener of clicked.listeners()) listener(tab());
    },
    loading: () => {
      toPage.clear();
      tell('loading');
    },
    loaded: () => {
      tell('complete');
    },
    panelClosed: () => {
      for (const event of [toExtension, activated, updated, stored]) event.clear();
    },
  };
}
