import { readFileSync } from 'node:fs';
import { isTracked } from 'tactful/engine';
import { launch, openPage, serve } from '../e2e/launch.mjs';
import { browserPath } from '../scripts/browsers.mjs';
import { bigShop } from './big-shop.mjs';
import { shopperLog } from './shopper-log.mjs';
import { decideInWorker, loopAsLong, sortNaively } from './in-page.mjs';
import { ISOLATED, median, ms, quantile } from './stopwatch.mjs';

const OFFERS = 10_000;
const FEW = 1_000;
const ROWS = 1_000;
const WARM_UP = 50;
const DECISIONS = 400;
/** Pages one after another, each with a worker and a log of its own: one in a bad minute of the machine says little. */
const PAGES = 3;
const TARGET_MS = 5;

const IN_WORDS = new Intl.NumberFormat('en');
const WORKER = readFileSync(new URL('timed-worker.js', import.meta.url));

/** The built library, beside it the worker with its stopwatch, the catalogues and an empty page. */
function serveBench() {
  const files = new Map([
    ['/bench.html', ['text/html', '<!doctype html><title>bench</title><link rel="icon" href="data:,">']],
    ['/timed-worker.js', ['text/javascript', WORKER]],
    ...[OFFERS, FEW].map((offers) => [
      `/catalog-${offers}.json`,
      ['application/json', JSON.stringify(bigShop(offers))],
    ]),
  ]);
  return serve('packages/tactful/dist', {
    headers: ISOLATED,
    respond: (request, response) => {
      const [type, body] = files.get(request.url) ?? [];
      if (body === undefined) return false;
      response.writeHead(200, { ...ISOLATED, 'content-type': type }).end(body);
      return true;
    },
  });
}

/** What a page sends of the shopper's log: amounts in major units. */
function seen() {
  const sent = (value) => (value === undefined ? undefined : value / 100);
  return shopperLog(2 * ROWS)
    .filter(({ name }) => isTracked(name))
    .slice(0, ROWS)
    .map(({ at, name, params: { items, ...params } }) => ({
      at,
      name,
      params: {
        ...params,
        ...(items === undefined
          ? {}
          : { currency: 'EUR', items: items.map((item) => ({ ...item, price: sent(item.price) })) }),
        ...(params.value === undefined ? {} : { value: sent(params.value) }),
      },
    }));
}

/** The decisions of one catalogue, the first ones aside: while nothing is compiled yet. */
async function measured(page, { offers, storage }) {
  const told = await page.evaluate(decideInWorker, {
    offers,
    storage,
    rows: seen(),
    decisions: WARM_UP + DECISIONS,
  });
  const { inWorker, inPage } = told;
  return { ...told, first: inWorker[0], inWorker: inWorker.slice(WARM_UP), inPage: inPage.slice(WARM_UP) };
}

/** A quantile of each page: the middle of them to quote, and from where to where they go. */
function quantiles(pages, part) {
  const each = pages.map(({ inWorker }) => quantile(inWorker, part));
  return { middle: median(each), span: `${PAGES} pages: ${Math.min(...each).toFixed(2)} to ${ms(Math.max(...each))}` };
}

function lines({ pages, disk, few, naive, loop }) {
  const of = `${IN_WORDS.format(OFFERS)} offers`;
  const [{ middle }, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantiles(pages, part));
  const ratios = `${(p99.middle / quantile(naive, 0.99)).toFixed(2)} of a naive sort, ${(p99.middle / quantile(few.inWorker, 0.99)).toFixed(1)} of ${IN_WORDS.format(FEW)} offers`;
  const sum = (count) => pages.reduce((all, page) => all + page[count], 0);
  const judged = `${PAGES * DECISIONS} decisions, ${sum('spoke')} of all spoke, ${sum('judgedAll')} looked at every offer`;
  const onDisk = quantile(disk.inWorker, 0.99);
  return [
    { what: `${of}, p50`, figure: ms(middle), ratio: `${(middle / quantile(naive, 0.5)).toFixed(2)} of a naive sort` },
    { what: `${of}, p95`, figure: ms(p95.middle), ratio: judged },
    {
      what: `${of}, p99`,
      figure: ms(p99.middle),
      ratio: `${p99.span}; ${ratios}`,
      target: `${TARGET_MS} ms`,
      met: p99.middle <= TARGET_MS,
    },
    {
      what: `${of}, on disk, p50`,
      figure: ms(quantile(disk.inWorker, 0.5)),
      ratio: `${(quantile(disk.inWorker, 0.5) / middle).toFixed(1)} of that in memory`,
    },
    { what: `${of}, on disk, p99`, figure: ms(onDisk), ratio: `${(onDisk / p99.middle).toFixed(1)} of that in memory` },
    {
      what: 'the same, as the page sees it, p99',
      figure: ms(median(pages.map(({ inPage }) => quantile(inPage, 0.99)))),
    },
    { what: 'the first of a page', figure: ms(median(pages.map(({ first }) => first))) },
    { what: `${IN_WORDS.format(FEW)} offers, p99`, figure: ms(quantile(few.inWorker, 0.99)) },
    { what: 'a naive sort of the same, p99', figure: ms(quantile(naive, 0.99)) },
    {
      what: 'a loop as long as the middle, p99',
      figure: ms(quantile(loop, 0.99)),
      ratio: `${(quantile(loop, 0.99) / quantile(loop, 0.5)).toFixed(1)} of its own middle: what the machine adds`,
    },
  ];
}

/** Decisions with their stored account, timed inside the worker of a real browser. Needs what `npm run build` makes. */
export async function benchDecision() {
  if (browserPath('chromium') === undefined)
    return [{ what: 'a decision', figure: 'skipped', ratio: 'needs Chromium' }];
  const { url, close } = await serveBench();
  const browser = await launch('chromium', { protocolTimeout: 600_000 });
  try {
    const run = async (how) => {
      const { page, complaints } = await openPage(browser, `${url}bench.html`);
      const found = await how(page);
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
      await page.close();
      return found;
    };
    const pages = [];
    while (pages.length < PAGES) pages.push(await run((page) => measured(page, { offers: OFFERS, storage: 'memory' })));
    const { middle } = quantiles(pages, 0.5);
    const { times: loop } = await run((page) => page.evaluate(loopAsLong, { ms: middle, rounds: DECISIONS }));
    return lines({
      pages,
      loop,
      few: await run((page) => measured(page, { offers: FEW, storage: 'memory' })),
      disk: await run((page) => measured(page, { offers: OFFERS, storage: 'persistent' })),
      naive: await run((page) => page.evaluate(sortNaively, { offers: OFFERS, rows: seen(), rounds: 300 })),
    });
  } finally {
    await browser.close();
    await close();
  }
}
