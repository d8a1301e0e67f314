import path from 'node:path';
import { launch, newPage } from './launch.mjs';

const dist = (target) => path.resolve('extension/dist', target);
const READY = 'html[data-ready]';

async function openReady(page, address, ready) {
  await page.goto(address, { waitUntil: 'load' });
  if (ready) await page.waitForSelector(READY);
}

/** The extension as it ships, in Chromium: the icon is clicked, the side panel opens. */
export async function chromiumExtension({ args = [] } = {}) {
  const browser = await launch('chromium', {
    pipe: true,
    enableExtensions: [dist('chromium')],
    args: ['--enable-unsafe-extension-debugging', ...args],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const [extension] = (await browser.extensions()).values();
  const page = (await browser.pages())[0] ?? (await newPage(browser));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  return {
    browser,
    page,
    origin,
    open: (address, { ready = true } = {}) => openReady(page, address, ready),
    look: async () => {
      await page.bringToFront();
      await extension.triggerAction(page);
      const panel = await browser.waitForTarget((target) => target.url() === `${origin}/panel.html`);
      return panel.asPage();
    },
    click: () => extension.triggerAction(page),
    close: () => browser.close(),
  };
}

const UUID = '2f6d0a5c-6a34-4c57-9c3e-6f1d1b7c0a11';

/** The extension's Firefox test build: no icon can be clicked there, so its panel is opened by its address. */
export async function firefoxExtension({ prefs = {} } = {}) {
  const browser = await launch('firefox', {
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'lens@tactful.example': UUID }),
      'intl.accept_languages': 'en-US',
      ...prefs,
    },
  });
  await browser.installExtension(dist('firefox-test'));
  const page = await newPage(browser);
  return {
    browser,
    page,
    origin: `moz-extension://${UUID}`,
    open: (address, { ready = true } = {}) => openReady(page, address, ready),
    look: async () => {
      const panel = await newPage(browser);
      const address = encodeURIComponent(page.url());
      // Firefox opens it but never says so: what counts is that the panel is there.
      await panel.goto(`moz-extension://${UUID}/panel.html?page=${address}`, { timeout: 3000 }).catch(() => undefined);
      await panel.waitForFunction(() => document.querySelector('tactful-lens') !== null);
      return panel;
    },
    close: () => browser.close(),
  };
}

/** The same panel in the pretend browser, a page like any other. */
export async function pretendBrowser({ home, engine = 'chromium' }) {
  const browser = await launch(engine);
  const page = await newPage(browser);
  const frame = async (name) => (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
  return {
    browser,
    page,
    open: async (address, { ready = true } = {}) => {
      const { pathname, search, hash } = new URL(address);
      await page.goto(`${home}?open=${encodeURIComponent(pathname + search + hash)}`);
      const shop = await frame('shop');
      if (ready) await shop.waitForSelector(READY);
    },
    look: async () => {
      await page.waitForSelector('pretend-browser[data-ready]');
      await page.locator('#icon').click();
      return frame('panel');
    },
    close: () => browser.close(),
  };
}
