// Offers with hostile content, in every field, on pages with three policies: nothing runs, nothing is asked for, no element
// comes into being. The worker's answer is changed on its way to the page, so that nothing but the element stands between;
// the same texts go through the catalogue as well.
import { OWN_FILES, TYPED } from '../csp-policies.mjs';
import { launch, newPage, serve } from '../launch.mjs';
import { BENIGN_OFFER, FIELDS, hostileOffers, payloads } from '../payloads.mjs';
import { built } from './frame.mjs';

export const name = 'payloads';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { payloads: 60, atOnce: 60 }, long: { payloads: 500, atOnce: 60 } };

const POLICIES = { none: undefined, strict: OWN_FILES, typed: `${TYPED}; trusted-types lit-html tactful default` };

const CATALOG = { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] };

const SCRIPT = `import { createTactful } from '/dist/standalone.js';
import '/element.js';
globalThis.createTactful = createTactful;
globalThis.tactful = createTactful({ catalog: ${JSON.stringify(CATALOG)}, storage: 'memory', worker: '/planted/worker.js', consent: { personalization: 'in' } });
await tactful.ready;
isReady();`;

const BEFORE = `globalThis.readiness = new Promise((resolve) => { globalThis.isReady = resolve; });
globalThis.ran = 0;
globalThis.pwn = () => { globalThis.ran += 1; };
// where types are required this page's own policy lets through the worker that plants the texts, and nothing else
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (/\\/(planted|dist)\\/worker\\.js/.test(address) ? address : null),
});`;

// Whatever the worker decides becomes an offer with the content that the name of the placement holds.
const ANSWERS = `const hostile = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.placement === 'string' && Array.isArray(value.offers) && value.placement.startsWith('{')) {
    const { silence, ...decision } = value;
    return { ...decision, offers: [{ offerId: 'x', reasons: ['YOU_OFTEN'], probability: 1, ...JSON.parse(value.placement) }] };
  }
  for (const key of Object.keys(value)) value[key] = hostile(value[key]);
  return value;
};
const post = self.postMessage.bind(self);
self.postMessage = (message, ...more) => post(hostile(message), ...more);`;

// What the element would be if it made markup of texts: the defence taken away.
const CARELESS = `customElements.define('careless-offer', class extends HTMLElement {
  async connectedCallback() {
    const { offers: [offer] } = await tactful.decide(this.getAttribute('placement'), { deadlineMs: 10000 });
    const [said] = Object.values(offer.content);
    const { title, text, action, image } = said;
    this.attachShadow({ mode: 'open' }).innerHTML =
      '<p part="title">' + title + '</p><p>' + text + '</p><img src="' + (image ?? 'data:,') + '"><a href="' + action.url + '">' + action.label + '</a>';
  }
});`;

const file = (type, body) => ({ type: `text/${type}`, body });
const FILES = {
  '/before.js': file('javascript', BEFORE),
  '/page.js': file('javascript', SCRIPT),
  '/planted/before.js': file('javascript', ANSWERS),
  '/planted/worker.js': file('javascript', `import './before.js';\nimport '/dist/worker.js';`),
  '/planted/worker-later.js': file('javascript', `export * from '/dist/worker-later.js';`),
};

const HTML = `<!doctype html><html lang="en"><head><title>Payloads</title><link rel="icon" href="data:,">
<script src="/before.js"></script><script type="module" src="/page.js"></script></head><body><main></main></body></html>`;

/** Serves a page for each policy; counts what is asked for that is no file of it. */
async function openSite(element) {
  const asked = { count: 0 };
  const site = await serve(built(), {
    respond: ({ url }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const policy = /^\/page-(\w+)$/.exec(pathname)?.[1];
      if (policy !== undefined) {
        const headers = POLICIES[policy] === undefined ? {} : { 'content-security-policy': POLICIES[policy] };
        response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(HTML);
        return true;
      }
      const known = pathname === '/element.js' ? file('javascript', element) : FILES[pathname];
      if (known) response.writeHead(200, { 'content-type': known.type }).end(known.body);
      else if (!pathname.startsWith('/dist/')) asked.count += 1;
      return known !== undefined;
    },
  });
  return { ...site, asked };
}

/** Shows offers, presses what can be pressed, and takes them away; how many were shown, and elements more than `most`. */
async function showOffers({ tag, contents, most }) {
  const main = document.querySelector('main');
  const leaves = (event) => {
    const link = event.composedPath().find((one) => one.localName === 'a');
    if (/^https?:$/.test(link?.protocol)) event.preventDefault();
  };
  addEventListener('click', leaves, true);
  const elements = contents.map((content) => {
    const element = document.createElement(tag);
    element.setAttribute('placement', content);
    return element;
  });
  const before = document.getElementsByTagName('*').length;
  main.append(...elements);
  const isShown = (element) =>
    element.shadowRoot?.querySelector('[part=title]') !== null && element.shadowRoot !== null;
  const end = performance.now() + 15_000;
  while (!elements.every(isShown) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    // one that was answered too late asks again
    if (performance.now() > end - 12_000) for (const one of elements) if (!isShown(one)) await one.refresh?.();
  }
  const shown = elements.filter(isShown).length;
  const counts = elements.map(({ shadowRoot }) => shadowRoot?.querySelectorAll('*').length ?? 0);
  const inPage = document.getElementsByTagName('*').length - before - elements.length;
  for (const { shadowRoot } of elements) for (const link of shadowRoot?.querySelectorAll('a') ?? []) link.click();
  await new Promise((resolve) => setTimeout(resolve, 50));
  main.replaceChildren();
  removeEventListener('click', leaves, true);
  const over = counts.map((count) => Math.max(0, count - (most ?? Infinity)));
  return { shown, largest: Math.max(...counts), extra: over.reduce((sum, one) => sum + one, inPage) };
}

const isMain = (status) => status.worker === 'main';

/** The texts as a shop's own catalogue: what is not dropped is compiled and decided over. */
async function readCatalogs({ offers }) {
  const clean = JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
  const catalog = { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: JSON.parse(offers) };
  const { createTactful } = globalThis;
  const other = createTactful({
    catalog,
    scope: 'hostile',
    storage: 'memory',
    worker: '/dist/worker.js',
    consent: { personalization: 'in' },
  });
  await other.ready;
  await other.decide('home', { deadlineMs: 10_000 });
  other.close();
  return clean === JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
}

const asOffer = (said, index) => ({
  id: `offer-${index}`,
  class: 'suggest',
  category: ['garden', 'all'],
  price: 100,
  placements: ['home'],
  ...said,
});

const batches = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

async function showAll(page, { tag, said, atOnce }) {
  const { largest: most } = await page.evaluate(showOffers, { tag, contents: [JSON.stringify(BENIGN_OFFER)] });
  const total = { shown: 0, extra: 0 };
  // as text: not every puppeteer hands over an object with a key such as `constructor`
  for (const contents of batches(
    said.map((one) => JSON.stringify(one)),
    atOnce,
  )) {
    const { shown, extra } = await page.evaluate(showOffers, { tag, contents, most });
    total.shown += shown;
    total.extra += extra;
  }
  return total;
}

/** What the offers did to a page; one that was led away by them has left, which is all that can be said of it. */
async function seenOn(page, asked) {
  const address = page.url();
  try {
    const { shown, extra } = await showAll(page, asked);
    const { ran, status } = await page.evaluate(() => ({
      ran: globalThis.ran,
      status: globalThis.tactful.health().status,
    }));
    return { shown, extra, ran, status, left: page.url() === address ? 0 : 1 };
  } catch (error) {
    if (page.url() === address) throw error;
    return { shown: 0, extra: 0, ran: 0, left: 1 };
  }
}

async function withPolicy({ browser, site, policy, tag, size }) {
  const page = await newPage(browser);
  const said = hostileOffers(payloads(size.payloads));
  site.asked.count = 0;
  await page.goto(`${site.url}page-${policy}`);
  await page.evaluate(() => globalThis.readiness);
  const unharmed =
    tag === 'tactful-offer' && (await page.evaluate(readCatalogs, { offers: JSON.stringify(said.map(asOffer)) }));
  const { shown, extra, ran, left, status } = await seenOn(page, { tag, said, atOnce: size.atOnce });
  await page.close();
  if (status && isMain(status)) throw new Error(`${policy}: the worker that plants the texts did not run`);
  return { of: said.length, shown, executions: ran + left, requests: site.asked.count, elements: extra, unharmed };
}

async function counted({ engine, size, kept, progress, tag, element, policies }) {
  const site = await openSite(element);
  const browser = await launch(engine, { protocolTimeout: 600_000 });
  const results = [];
  try {
    for (const policy of policies) {
      const known = kept?.get(policy);
      const result = known ?? (await withPolicy({ browser, site, policy, tag, size }));
      kept?.set(policy, result);
      results.push(result);
      progress(results.length, policies.length, 'policies');
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return results;
}

const sum = (results, what) => results.reduce((total, result) => total + result[what], 0);

const none = (results, what) => ({
  what,
  figure: String(sum(results, what)),
  wanted: '0',
  ok: sum(results, what) === 0,
});

export async function run({ engine, size, progress, kept }) {
  const policies = Object.keys(POLICIES);
  const results = await counted({ engine, size, kept, progress, tag: 'tactful-offer', element: '', policies });
  const [of, shown] = [sum(results, 'of'), sum(results, 'shown')];
  return {
    figures: [
      ...['executions', 'requests', 'elements'].map((what) => none(results, what)),
      {
        what: `hostile offers shown (${size.payloads} texts, ${FIELDS.length} fields, ${policies.length} policies)`,
        figure: `${shown} of ${of}`,
        wanted: 'all',
        ok: shown === of,
      },
      {
        what: 'catalogues of them that left the page as it was',
        figure: `${results.filter(({ unharmed }) => unharmed).length} of ${policies.length}`,
        wanted: 'all',
        ok: results.every(({ unharmed }) => unharmed),
      },
    ],
  };
}

/** An element that makes markup of the texts, on a page without a policy; a few of them are enough. */
export async function control({ engine, progress }) {
  const asked = { engine, size: sizes.short, progress, tag: 'careless-offer', element: CARELESS, policies: ['none'] };
  const results = await counted(asked);
  return { figures: ['executions', 'requests', 'elements'].map((what) => none(results, what)) };
}
