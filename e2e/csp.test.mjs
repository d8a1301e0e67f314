// Pages that forbid most things, and pages that are hostile or hold the library twice.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { shop, twoVersions, versionsAtRest, wish } from './csp-page.mjs';
import { OWN_FILES, TYPED } from './csp-policies.mjs';
import { engines, launch, newPage, serve } from './launch.mjs';

const TIMEOUT = 120_000;

const CATALOG = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [
    {
      id: 'hose-offer',
      class: 'suggest',
      category: ['garden', 'watering'],
      price: 2495,
      product: 'hose-25',
      placements: ['home'],
      content: { en: { title: 'Garden hose, 25 m', action: { label: 'Look', url: '/p/hose-25' } } },
    },
  ],
};

const NO_VIOLATIONS = [];

/**
 * What a page is served with, by name; where its worker runs, what is reported, and what stands in the slot. Each gives the
 * same decision. `framed` pages lie in a frame of another page; `storage` is where the rows are.
 */
const HOSTS = {
  'only its own files': { policy: OWN_FILES, worker: 'url' },
  'its own files, no Blob and no inline style': {
    policy: `${OWN_FILES}; style-src-attr 'none'; script-src-attr 'none'; base-uri 'none'; form-action 'none'; object-src 'none'`,
    worker: 'url',
  },
  'no worker at all': {
    policy: OWN_FILES.replace("worker-src 'self'", "worker-src 'none'"),
    worker: 'main',
    // the two ways that were tried: the file, then the Blob
    violations: ['worker-src /dist/worker.js', 'worker-src blob'],
  },
  'trusted types': { policy: `${TYPED}; trusted-types lit-html tactful`, worker: 'url' },
  'trusted types, for two copies': {
    policy: `${TYPED}; trusted-types lit-html tactful 'allow-duplicates'`,
    worker: 'url',
  },
  'trusted types without our policy': {
    policy: `${TYPED}; trusted-types lit-html`,
    worker: 'main',
    violations: ['trusted-types trusted-types-policy'],
    onlyWhere: 'trustedTypes',
  },
  'an origin of its own (COOP and COEP)': {
    policy: OWN_FILES,
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    },
    worker: 'url',
  },
  'no permissions': {
    policy: OWN_FILES,
    headers: {
      'permissions-policy':
        'geolocation=(), camera=(), microphone=(), storage-access=(), idle-detection=(), sync-xhr=(), unload=()',
    },
    worker: 'url',
  },
  'a frame': { policy: OWN_FILES, framed: '', worker: 'url' },
  'a frame in a sandbox, of the same origin': {
    policy: OWN_FILES,
    framed: 'allow-scripts allow-same-origin',
    worker: 'url',
  },
  'a frame in a sandbox, of no origin': {
    policy: OWN_FILES.replaceAll("'self'", "'self' http://127.0.0.1:*"),
    headers: { 'access-control-allow-origin': '*' },
    framed: 'allow-scripts',
    worker: 'main',
    storage: 'memory',
    // its file is of another origin than none, and is not tried
    violations: ['worker-src blob'],
  },
};

const SLOT = '<tactful-offer placement="home" block-size="12rem"><p>New this week</p></tactful-offer>';

const PAGE = (query) => `<!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">
<script src="/before.js"></script>${query.includes('hostile') ? '<script src="/hostile.js"></script>' : ''}
<script type="module" src="/page.js?${query}"></script></head>
<body><h1>A shop</h1>${query.includes('slotless') ? '' : SLOT}</body></html>`;

const OUTER = (sandbox, address) =>
  `<!doctype html><title>Outside</title><iframe ${sandbox ? `sandbox="${sandbox}"` : ''} src="${address}"></iframe>`;

const BEFORE = `globalThis.readiness = new Promise((resolve) => { globalThis.isReady = resolve; });
globalThis.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  violations.push(effectiveDirective + ' ' + blockedURI.replace(location.origin, '')));
globalThis.faults = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));`;

// A page whose own scripts have changed what every program relies on, before the library is loaded.
const HOSTILE = `Array.prototype.extra = 'extra';
Array.prototype.flatMap = () => { throw new Error('flatMap'); };
Array.prototype.includes = () => true;
Object.prototype.hostile = 'hostile';
const { parse } = JSON;
JSON.parse = (text) => { parse(text); return { format: 'hostile' }; };
Date.now = () => 0;
Math.random = () => 0;
Promise.prototype.finally = function () { return this; };
String.prototype.trim = () => 'hostile';`;

const SCRIPT = `globalThis.wish = ${String(wish)};
globalThis.shop = ${String(shop)};
globalThis.versionsAtRest = ${String(versionsAtRest)};
const from = new URLSearchParams(new URL(import.meta.url).search).get('copy') ?? 'dist';
const { createTactful } = await import('/' + from + '/standalone.js');
const clock = () => ({ at: 1_780_000_000_000, offset: 0 });
const make = () => createTactful({ catalog: '/catalog.json', clock, worker: '/' + from + '/worker.js', consent: { personalization: 'in' } });
globalThis.make = make;
globalThis.tactful = make();
await tactful.ready;
isReady();`;

const { version: VERSION } = JSON.parse(readFileSync('packages/tactful/package.json', 'utf8'));
const OTHER_VERSION = '0.0.9-elsewhere';

/** A file of the same build as another version of it, under another address: whoever loads both has two of everything. */
function otherFile(pathname) {
  const [, name] = /^\/other\/([\w-]+\.js)$/.exec(pathname) ?? [];
  if (name === undefined) return undefined;
  const text = readFileSync(`packages/tactful/dist/${name}`, 'utf8');
  return ['text/javascript', text.replaceAll(VERSION, OTHER_VERSION)];
}

const FILES = {
  '/before.js': ['text/javascript', BEFORE],
  '/hostile.js': ['text/javascript', HOSTILE],
  '/page.js': ['text/javascript', SCRIPT],
  '/catalog.json': ['application/json', JSON.stringify(CATALOG)],
};

describe('pages that forbid most things', { timeout: TIMEOUT }, () => {
  let site;
  let hosts;
  before(async () => {
    hosts = Object.entries(HOSTS).map(([name, host], index) => ({ name, ...host, address: `/host-${index}` }));
    site = await serve('packages/tactful', {
      respond: ({ url }, response) => {
        const { pathname, search } = new URL(url, 'http://localhost');
        const [, index, outer] = /^\/host-(\d+)(\/outer)?$/.exec(pathname) ?? [];
        const host = hosts[index];
        if (outer) {
          response.writeHead(200, { 'content-type': 'text/html' }).end(OUTER(host.framed, host.address));
          return true;
        }
        response.setHeader('access-control-allow-origin', '*');
        if (host) {
          const headers = { 'content-type': 'text/html', 'content-security-policy': host.policy, ...host.headers };
          response.writeHead(200, headers).end(PAGE(search.slice(1)));
          return true;
        }
        response.setHeader('cross-origin-resource-policy', 'cross-origin');
        response.setHeader('cross-origin-embedder-policy', 'require-corp');
        const [type, body] = FILES[pathname] ?? otherFile(pathname) ?? [];
        if (body !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
        return body !== undefined;
      },
    });
  });
  after(() => site.close());

  /** Opens a page in a context and does something in it. */
  async function inPage(context, host, work) {
    const tab = await newPage(context);
    try {
      await tab.goto(
        `${site.url}${host.address.slice(1)}${host.framed === undefined ? '' : '/outer'}${host.query ?? ''}`,
      );
      const page = host.framed === undefined ? tab : await (await tab.waitForSelector('iframe')).contentFrame();
      // waited for in the page: puppeteer's own waiting does not stand a changed Object.prototype
      await page.evaluate(() => globalThis.readiness);
      return await work(page);
    } finally {
      await tab.close();
    }
  }

  /** The same as a visitor of their own. */
  async function asVisitor(browser, host, work) {
    const context = await browser.createBrowserContext();
    try {
      return await inPage(context, host, work);
    } finally {
      await context.close();
    }
  }

  for (const engine of engines()) {
    describe(`in ${engine}`, () => {
      let browser;
      before(async () => {
        browser = await launch(engine);
      });
      after(() => browser?.close());

      for (const name of Object.keys(HOSTS)) {
        it(`[R65] ${name}: the same decision, and no report but those that are named (${engine})`, async (t) => {
          const host = hosts.find((one) => one.name === name);
          await asVisitor(browser, host, async (page) => {
            if (host.onlyWhere && !(await page.evaluate((what) => what in globalThis, host.onlyWhere))) {
              t.skip(`${engine} has no ${host.onlyWhere}`);
              return;
            }
            const found = await page.evaluate(shop);
            const { violations, faults } = await page.evaluate(() => ({ violations, faults }));
            assert.deepEqual(
              { ...found, violations, faults },
              {
                said: 'hose-offer',
                shown: 'Garden hose, 25 m',
                kept: true,
                worker: host.worker,
                storage: host.storage ?? 'persistent',
                violations: host.violations ?? NO_VIOLATIONS,
                faults: [],
              },
            );
          });
        });
      }

      it(`[R65] planted fault: a page that breaks its own policy is noticed (${engine})`, async () => {
        await asVisitor(browser, hosts[0], async (page) => {
          const violations = await page.evaluate(async () => {
            const reported = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve));
            document.body.append(Object.assign(document.createElement('script'), { textContent: '0' }));
            await reported;
            return globalThis.violations;
          });
          assert.deepEqual(violations, ['script-src-elem inline']);
        });
      });

      for (const name of ['only its own files', 'trusted types, for two copies'])
        it(`[R66] two versions of the library on a page keep each event once, in one store: ${name} (${engine})`, async () => {
          const host = hosts.find((one) => one.name === name);
          await asVisitor(browser, host, async (page) => {
            assert.deepEqual(await page.evaluate(twoVersions, '/other/standalone.js'), {
              kept: 20,
              ids: 20,
              logs: [
                [20, 20],
                [20, 20],
              ],
              versions: [OTHER_VERSION, VERSION],
              shown: 'Garden hose, 25 m',
              slots: 1,
              workers: ['url', 'url'],
              violations: [],
              faults: [],
            });
          });
        });

      it(`[R67] on a page with changed prototypes the worker decides as ever, and the page is unharmed (${engine})`, async () => {
        const context = await browser.createBrowserContext();
        // without a slot, which decides as well, sooner or later: that would count against the caps
        const decided = (query, look) => inPage(context, { ...hosts[0], query: `?slotless${query}` }, look);
        try {
          const { said } = await decided('', (page) => page.evaluate(() => globalThis.wish()));
          await decided('&hostile', async (page) => {
            assert.equal((await page.evaluate(() => globalThis.wish())).said, said);
            assert.equal(await page.evaluate(() => tactful.health().status.worker), 'url');
            assert.deepEqual(await page.evaluate(() => globalThis.faults), []);
            assert.equal(await page.evaluate(() => [1].includes(7)), true, 'the page was not hostile');
          });
        } finally {
          await context.close();
        }
      });
    });
  }
});
