import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, serve, STRICT_HEADERS } from './launch.mjs';
import { foreignIn, netLogArgs, requestedIn } from './net-log.mjs';

const SHOP = 'playground/dist';
const TIMEOUT = 120_000;

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

/** A short visit: agree, look at three products in a department, come back to the front page, in a second tab too. */
async function visit(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('tactful-consent >>> [part=agree]').click();
  const department = await page.locator('>>> a[href^="#/department/"]').waitHandle();
  const list = await department.evaluate((link) => link.href);
  for (const index of [0, 1, 2]) {
    await page.goto(list);
    await page.waitForSelector('>>> a[href^="#/product/"]');
    const links = await page.$$('>>> a[href^="#/product/"]');
    const products = [...new Set(await Promise.all(links.map((link) => link.evaluate(({ href }) => href))))];
    await page.goto(products[index] ?? products[0]);
  }
  await page.goto(`${url}#/`);
  await page.reload();
  await page.waitForSelector('>>> tactful-offer');
  const second = await browser.newPage();
  await second.goto(url);
  await second.waitForSelector('>>> tactful-offer');
}

describe('[zero egress] what the browser asks for during a visit', { timeout: TIMEOUT }, () => {
  let folder;
  let count = 0;

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tactful-net-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Does something in a browser that can reach the loopback only; gives its network log and the origin it was served from. */
  async function logged(serving, body) {
    const file = path.join(folder, `log-${(count += 1)}.json`);
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

  it('is its own files, and nothing else', async () => {
    const { file, origin } = await logged({ headers: STRICT_HEADERS }, visit);
    assert.deepEqual(foreignIn(file, { origin }), []);
    const own = requestedIn(file).map(({ target }) => target);
    assert.ok(
      own.includes(`${origin}/assets/main.js`) &&
        own.includes(`${origin}/assets/worker.js`) &&
        own.includes(`${origin}/assets/worker-later.js`),
      own.join('\n'),
    );
  });

  it('would show a beacon, a request, an image and a worker that call elsewhere', async () => {
    const { file, origin } = await logged({ respond: withBeacon }, async (browser, url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector('html[data-sent]');
    });
    assert.deepEqual(foreignIn(file, { origin }).sort(), [
      'https://beacon.example/b',
      'https://fetch.example/f',
      'https://image.example/i.png',
      'https://worker.example/w',
    ]);
  });
});
