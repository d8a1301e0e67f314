import puppeteer from 'puppeteer-core';
import { browserPath, CHROMIUM_ARGS, wantedBrowsers } from '../scripts/browsers.mjs';

export { serve, STRICT_HEADERS } from '../scripts/serve.mjs';

/** The engines that end-to-end tests run in: Chromium and Firefox, where BROWSERS names them. */
export const engines = () => wantedBrowsers().filter((name) => name !== 'webkit');

/**
 * Starts a browser without a window, with a new profile. `args` are added to the usual ones; other options are
 * puppeteer's.
 */
export const launch = (name = 'chromium', { args = [], ...options } = {}) =>
  puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: browserPath(name),
    headless: true,
    args: [...(name === 'firefox' ? [] : CHROMIUM_ARGS), ...args],
    ...options,
  });

/**
 * Opens a page in a browser, or in a context of one. Firefox may put another frame in the place of a new window's while it
 * says that the window is there, and then reports that the first is gone: it is asked once more.
 */
export const newPage = (place) =>
  place.newPage().catch((error) => {
    if (/DiscardedBrowsingContextError/.test(error.message)) return place.newPage();
    throw error;
  });

/** Opens a page and keeps what it complains about: errors nobody caught, and what it writes to the console as errors. */
export async function openPage(browser, url) {
  const page = await newPage(browser);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  if (url !== undefined) await page.goto(url);
  return { page, complaints };
}

/** In a page: where the store of a scope lies, as `docs/store.md` says; `undefined` where there is none. */
export async function storePlace(scope = 'default') {
  const has = async (place) => (await place.databases()).some(({ name }) => name === `tactful:${scope}`);
  if (await has(indexedDB)) return indexedDB;
  const buckets = navigator.storageBuckets;
  if (!(await buckets?.keys())?.includes(`tactful-${scope}`)) return undefined;
  const place = (await buckets.open(`tactful-${scope}`)).indexedDB;
  return (await has(place)) ? place : undefined;
}
