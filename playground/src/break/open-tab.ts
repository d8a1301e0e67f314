import { TAB_READY, type Tab } from './tab-protocol.js';

/** A second page of the shop, in a frame. */
export interface OpenTab {
  readonly tab: Tab;
  /** Has its page left in this task, with all that runs in it, and takes the frame away once it is empty. */
  readonly close: () => void;
}

const DEADLINE_MS = 15_000;

const isTab = (found: unknown): found is Tab => typeof found === 'object' && found !== null && 'click' in found;

/** Opens the second page in `stage`, and waits until the library on it is ready. Rejects when it does not come. */
export function openTab(stage: Element, title: string): Promise<OpenTab> {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.src = 'break/tab.html';
  const close = (): void => {
    // As a browser does it: by way of the browser. A frame that a script tears out goes before its last row is on the way.
    frame.addEventListener('load', () => {
      frame.remove();
    });
    frame.contentWindow?.location.replace('about:blank');
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      close();
      reject(new Error('the second page did not come'));
    }, DEADLINE_MS);
    frame.addEventListener(TAB_READY, () => {
      clearTimeout(timer);
      const found: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'breakTab');
      if (isTab(found)) resolve({ tab: found, close });
      else reject(new Error('the second page is not what it was'));
    });
    stage.append(frame);
  });
}
