// A place in which a page of the extension runs: a frame of our own origin with rules as strict as the extension's. The
// extension's page is put into it piece by piece, so that `chrome` is there before its first script runs.

/** Resolves with the window of a frame once its document is there. */
export function loadedWindow(frame: HTMLIFrameElement): Promise<Window> {
  return new Promise((resolve, reject) => {
    frame.addEventListener(
      'load',
      () => {
        if (frame.contentWindow) resolve(frame.contentWindow);
        else reject(new Error('frame: left the page'));
      },
      { once: true },
    );
  });
}

/** Gives a window its `chrome`, in the place of the one that the real browser may have put there. */
export function giveChrome(page: Window, chrome: object): void {
  Object.defineProperty(page, 'chrome', { value: chrome, configurable: true, writable: true });
}

/** Runs a script in a window. Resolves when it has run. */
export function runScript(
  page: Window,
  script: { readonly address: string; readonly type: 'module' | 'classic' },
): Promise<void> {
  const element = page.document.createElement('script');
  if (script.type === 'module') element.type = 'module';
  element.src = script.address;
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => {
      element.remove();
      resolve();
    });
    element.addEventListener('error', () => {
      reject(new Error(`script: ${script.address}`));
    });
    page.document.head.append(element);
  });
}

/** Puts a page of the extension onto a stage: its styles and its body as they are, then its scripts. */
export async function stagePage(stage: Window, address: URL): Promise<void> {
  const text = await (await fetch(address)).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const { document } = stage;
  for (const link of page.querySelectorAll('link[rel=stylesheet]')) {
    const copy = document.createElement('link');
    copy.rel = 'stylesheet';
    copy.href = new URL(link.getAttribute('href') ?? '', address).href;
    document.head.append(copy);
  }
  document.body.append(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
  for (const script of page.querySelectorAll('script[src]')) {
    await runScript(stage, { address: new URL(script.getAttribute('src') ?? '', address).href, type: 'module' });
  }
}
