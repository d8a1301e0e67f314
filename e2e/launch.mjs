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

/** Opens a page and keeps what it complains about: errors nobody caught, and what it writes to the console as errors. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  if (url !== undefined) await page.goto(url);
  return { page, complaints };
}
