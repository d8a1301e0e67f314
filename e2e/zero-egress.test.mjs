import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, newPage, serve, STRICT_HEADERS } from './launch.mjs';
import { serveSites } from './lens-sites.mjs';
import { foreignIn, netLogArgs, requestedIn } from './net-log.mjs';
import { answerConsent, decided, goTo, lookAtThree, order, ready, visit } from './shop-visit.mjs';
import { walk } from './walk.mjs';
import { chromiumExtension } from './walk-drivers.mjs';

const SHOP = 'playground/dist';
const TIMEOUT = 120_000;
const START = Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000;
const WALK = { forget: 'garden hose', correction: 'Less of garden' };

const BEACON = `
  navigator.sendBeacon('https://beacon.example/b', 'x');
  fetch('https://fetch.example/f').catch(() => {});
  new Image().src = 'https://image.example/i.png';
  const code = "fetch('https://worker.example/w').catch(() => {}).finally(() => postMessage(1))";
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.onmessage = () => { document.documentElement.dataset.sent = ''; };
`;

const META_POLICY = /<meta[^>]*http-equiv="?content-security-policy[^>]*>/i;

/** The shop with a script that calls others, without the policies that would stop it. */
const withBeacon = (request, response) => {
  if (request.url === '/planted.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(BEACON);
    return true;
  }
  if (request.url !== '/') return false;
  const html = readFileSync(path.join(SHOP, 'index.html'), 'utf8');
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(html.replace(META_POLICY, '').replace('</head>', '<script type="module" src="planted.js"></script></head>'));
  return true;
};

const PAGES = ['#/offers', '#/data', '#/threads', '#/day', '#/editor', '#/search?q=hose'];

/** What a visitor can do: agree, look around, buy, look into the lens, go to every page, change their mind, erase; in two tabs. */
async function wholeVisit(browser, url) {
  const { page } = await visit(browser, { url });
  await answerConsent(page, 'agree');
  await lookAtThree(page);
  await decided(page, 'home', 'offer');
  await goTo(page, '#/product/hose-20m');
  await order(page);
  const { page: second } = await visit(browser, { url });
  await decided(second, 'home', 'JUST_BOUGHT');
  await page.bringToFront();
  for (const hash of PAGES) {
    await goTo(page, hash);
    await page.waitForSelector('main h1');
  }
  await page.goto(`${url}?e2e&tactful-lens#/`);
  await page.waitForSelector('tactful-lens');
  await ready(page);
  await page.evaluate(async () => {
    const { tactful } = globalThis.tactfulShop;
    await tactful.export();
    await tactful.consent.set({ personalization: 'out' });
    await tactful.erase({ keep: 'nothing' });
  });
}

describe('[R63] what the browser asks for during a visit', { timeout: TIMEOUT }, () => {
  let folder;
  let count = 0;

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tactful-net-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const nextLog = () => path.join(folder, `log-${(count += 1)}.json`);

  /** Does something in a browser that can reach the loopback only; gives its network log and the origin it was served from. */
  async function logged(serving, body) {
    const file = nextLog();
    const { url, close } = await serve(SHOP, serving);
    const browser = await launch('chromium', { args: netLogArgs(file) });
    try {
      await body(browser, url);
    } finally {
      await browser.close();
      await close();
    }
    return { file, origin: new URL(url).origin };
  }

  /** The same with the extension in it, on a page with tactful: its panel, its own worker and the tabs that it opens. */
  async function loggedExtension(body) {
    const file = nextLog();
    const sites = await serveSites();
    const driver = await chromiumExtension({ args: netLogArgs(file) });
    try {
      await body(driver, sites.url);
    } finally {
      await driver.close();
      await sites.close();
    }
    return { file, origin: new URL(sites.url).origin };
  }

  it('[R63] is its own files, and nothing else', async () => {
    const { file, origin } = await logged({ headers: STRICT_HEADERS }, wholeVisit);
    assert.deepEqual(foreignIn(file, { origin }), []);
    const own = requestedIn(file).map(({ target }) => target);
    for (const asset of ['main.js', 'worker.js', 'worker-later.js']) {
      assert.ok(own.includes(`${origin}/assets/${asset}`), `${asset} is not in\n${own.join('\n')}`);
    }
  });

  it('[R63] planted fault: would show a beacon, a request, an image and a worker that call elsewhere', async () => {
    const { file, origin } = await logged({ respond: withBeacon }, async (browser, url) => {
      const page = await newPage(browser);
      await page.goto(url);
      await page.waitForSelector('html[data-sent]');
    });
    assert.deepEqual(
      foreignIn(file, { origin })
        .filter((target) => !target.includes('~notfound'))
        .sort(),
      [
        'https://beacon.example/b',
        'https://fetch.example/f',
        'https://image.example/i.png',
        'https://worker.example/w',
      ],
    );
  });

  it('[R63] is nothing more with the extension in it, while it reads, corrects and forgets', async () => {
    const { file, origin } = await loggedExtension((driver, url) =>
      walk(driver, { address: `${url}fixtures/tactful.html?start=${START}`, ...WALK }),
    );
    assert.deepEqual(foreignIn(file, { origin }), []);
  });

  it("[R63] planted fault: would show a tab that the extension's own worker opens elsewhere", async () => {
    const { file, origin } = await loggedExtension(async ({ browser }) => {
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      await worker.evaluate(() => globalThis.chrome.tabs.create({ url: 'https://extension.example/x' }));
      await browser.waitForTarget(
        (one) => one.url().includes('extension.example') || one.url().startsWith('chrome-error'),
      );
    });
    assert.ok(foreignIn(file, { origin }).includes('https://extension.example/x'));
  });
});
