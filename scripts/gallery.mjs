import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { goTo, settled, STATES } from './gallery-states.mjs';
import { main } from './run.mjs';
import { serve, STRICT_HEADERS } from './serve.mjs';

const SHOP = 'playground/dist';
const OUT = '.build/gallery';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const WIDE = { width: 1600, height: 1000 };

/** How a page is looked at; each look is a folder. `pane` opens the lens beside the shop. */
const LOOKS = {
  desktop: { viewport: DESKTOP },
  phone: { viewport: PHONE },
  dark: { viewport: DESKTOP, scheme: 'dark' },
  'dark-phone': { viewport: PHONE, scheme: 'dark' },
  rtl: { viewport: DESKTOP, direction: 'rtl' },
  dutch: { viewport: DESKTOP, lang: 'nl' },
  'dutch-phone': { viewport: PHONE, lang: 'nl' },
  lens: { viewport: WIDE, pane: true },
  'lens-dark': { viewport: WIDE, pane: true, scheme: 'dark' },
  'lens-phone': { viewport: PHONE, pane: true },
};

// a window as high as the page, so that what is fixed to its foot lies at the foot of the picture
async function growToPage(page, viewport) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ ...viewport, height: Math.max(height, viewport.height) });
  await settled(page);
}

/** A page of its own in a browser context of its own: each state starts as a first visitor. */
async function shoot(browser, { url, file, look: how, state }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.setViewport(how.viewport);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: how.scheme ?? 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.evaluateOnNewDocument(
      (lang, pane) => {
        localStorage.setItem('hamer-halm:lang', lang);
        localStorage.setItem('hamer-halm:pane', pane);
      },
      how.lang ?? 'en',
      how.pane ? 'open' : 'closed',
    );
    await page.goto(`${url}?e2e${state.query ?? ''}#/`);
    await page.waitForFunction(() => globalThis.tactfulShop !== undefined);
    await settled(page);
    if (how.direction) await page.evaluate((dir) => (document.documentElement.dir = dir), how.direction);
    for (const step of state.before ?? []) await step(page);
    if (!state.keep) await goTo(page, state.hash);
    for (const step of state.after ?? []) await step(page);
    await settled(page);
    if (!how.pane) await growToPage(page, how.viewport);
    await page.screenshot({ path: file });
  } finally {
    await context.close();
  }
}

// npm run gallery [-- --look NAME ...] [--state NAME ...] [--folder DIR] [--out DIR]
await main(async () => {
  const { values } = parseArgs({
    options: {
      look: { type: 'string', multiple: true, default: Object.keys(LOOKS) },
      state: { type: 'string', multiple: true, default: Object.keys(STATES) },
      folder: { type: 'string', default: SHOP },
      out: { type: 'string', default: OUT },
    },
  });
  const { url, close } = await serve(values.folder, { headers: STRICT_HEADERS });
  const browser = await puppeteer.launch({
    executablePath: browserPath('chromium'),
    headless: true,
    args: CHROMIUM_ARGS,
  });
  let failed = 0;
  try {
    for (const name of values.look) {
      const folder = path.join(values.out, name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const state of values.state) {
        try {
          await shoot(browser, {
            url,
            file: path.join(folder, `${state}.png`),
            look: LOOKS[name],
            state: STATES[state],
          });
        } catch (error) {
          failed += 1;
          console.error(`${name}/${state}: ${error.message}`);
        }
      }
    }
  } finally {
    await browser.close();
    await close();
  }
  console.log(`${values.look.length * values.state.length - failed} pictures in ${values.out}`);
  if (failed > 0) throw new Error(`${failed} pictures failed`);
});
