import {
  calmly,
  readPageMaterial,
  readStoreContents,
  reportPage,
  reportStore,
  type LensCommand,
  type LensReceipt,
  type LensSource,
  type Look,
  type StoreContents,
} from 'tactful/inspector';
import { api } from './api.js';
import { injectContent } from './inject-content.js';
import { isFound, isRang, isReceipt, type Ask, type Found } from './messages.js';
import { ownerOf } from './owner-of.js';
import { pageTab } from './page-tab.js';
import { readDataLayer } from './read-data-layer.js';
import { whyNot } from './why-not.js';

/** Asks the script in the tab, placing it there when it is not there yet. Rejects where no look is allowed. */
async function ask(tabId: number, asked: Ask): Promise<unknown> {
  try {
    return await api.tabs.sendMessage(tabId, asked);
  } catch {
    // Nobody there: a new page, or the first look.
    await injectContent(tabId);
    return api.tabs.sendMessage(tabId, asked);
  }
}

/** The device's clock, but never behind the log: a shop with a clock of its own is read as of its own last row. */
function nowFor(stores: readonly StoreContents[]): { readonly at: number; readonly offset: number } {
  const latest = stores
    .flatMap(({ events, decisions }) => [...events, ...decisions])
    .reduce((at, row) => Math.max(at, row.at), 0);
  return { at: Math.max(Date.now(), latest), offset: 0 - new Date().getTimezoneOffset() };
}

function snapshotOf(found: Found, about: { readonly dataLayer: readonly unknown[] }): Look {
  const stores = found.stores.flatMap((store) => readStoreContents(store) ?? []);
  const now = nowFor(stores);
  const material = readPageMaterial({ ...found.page, dataLayer: about.dataLayer });
  return {
    snapshot: {
      site: found.host,
      takenAt: now.at,
      stores: stores.map((store) => reportStore(store, now)),
      unreadable: found.unreadable,
      page: reportPage(material, { site: found.host.replace(/:\d+$/, ''), now, ownerOf }),
    },
  };
}

/** The lens's source in the extension: looks at the tab beside the panel, by the script it places there. */
export function extensionSource(query: URLSearchParams): LensSource {
  const look = async (): Promise<Look> => {
    const tab = await pageTab(query);
    if (tab?.id === undefined) return { trouble: 'not-a-page' };
    try {
      const found = await ask(tab.id, { ask: 'look' });
      return isFound(found) ? snapshotOf(found, { dataLayer: await readDataLayer(tab.id) }) : { trouble: 'unreadable' };
    } catch {
      // The browser refused: in words by the panel. The tab is asked for again, since it may have gone on meanwhile.
      return { trouble: await whyNot((await pageTab(query)) ?? tab) };
    }
  };
  const command = async (order: LensCommand): Promise<LensReceipt> => {
    const tab = await pageTab(query);
    const receipt = tab?.id === undefined ? undefined : await ask(tab.id, { ask: 'command', command: order });
    if (!isReceipt(receipt)) throw new Error(`command: ${order.op} was not carried out`);
    return receipt;
  };
  const subscribe = (changed: () => void): (() => void) => {
    const { ring, stop } = calmly(changed);
    const onMessage = (message: unknown, { id }: chrome.runtime.MessageSender): undefined => {
      if (id === api.runtime.id && isRang(message)) ring();
    };
    const onUpdated = (_: number, { status }: { readonly status?: string }): void => {
      if (status === 'complete') ring();
    };
    api.runtime.onMessage.addListener(onMessage);
    api.tabs.onActivated.addListener(ring);
    api.tabs.onUpdated.addListener(onUpdated);
    // A click on the icon while the panel is open: what was closed to it may be open now.
    api.storage.onChanged.addListener(ring);
    return () => {
      stop();
      api.runtime.onMessage.removeListener(onMessage);
      api.tabs.onActivated.removeListener(ring);
      api.tabs.onUpdated.removeListener(onUpdated);
      api.storage.onChanged.removeListener(ring);
    };
  };
  return { look, command, subscribe };
}
