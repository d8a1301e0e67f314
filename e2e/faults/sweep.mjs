import { createServer } from 'node:http';
import { build } from 'esbuild';
import { newPage } from '../launch.mjs';
import { inBrowser } from './rest.mjs';
import { range } from './stage.mjs';

// Every call that the store makes to the browser's storage fails once, and for ever, with each of eight errors. What was
// said to be kept is kept, what was not is wholly there or not at all, and every action ends.

export const name = 'sweep';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { every: 10 }, long: { every: 1 } };

const LEAST_POINTS = 1500;
/** A prime, so that each slice of the sweep has every error in turn: of so many points it has one. */
const SLICES = 97;
/** So many slices at once, each in a page: most of the time is spent on what is waited for and does not come. */
const AT_ONCE = 4;
const PAGE = '<!doctype html><title>sweep</title><script type="module" src="/sweep.js"></script>';

async function served(work) {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../packages/tactful/test/fault-sweep.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sweep',
    target: 'es2022',
    tsconfig: new URL('../../tsconfig.base.json', import.meta.url).pathname,
  });
  const server = createServer((request, response) => {
    const isScript = request.url === '/sweep.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? `${outputFiles[0].text};globalThis.sweep = sweep;` : PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
  }
}

async function sweepIn(browser, { url, every, from, hasty, errors }) {
  // a window of its own: where one page hides another, its timers are slow
  const context = await browser.createBrowserContext();
  try {
    const page = await newPage(context);
    await page.goto(url);
    await page.waitForFunction(() => 'sweep' in globalThis);
    return await page.evaluate(
      ({ every, from, hasty, errors }) =>
        globalThis.sweep.sweepFaults({
          every,
          from,
          ...(errors ? { errors } : {}),
          ...(hasty ? { open: globalThis.sweep.openHasty } : {}),
        }),
      { every, from, hasty, errors },
    );
  } finally {
    await context.close();
  }
}

const figuresOf = ({ points, wrong, hangs, unhandled }, least) => [
  { what: 'points at which storage failed', figure: points, wanted: `>= ${least}`, ok: points >= least },
  {
    what: 'outside of the promises',
    figure: wrong.length,
    wanted: '0',
    ok: wrong.length === 0,
    notes: wrong.slice(0, 5),
  },
  { what: 'actions that did not end in 5 s', figure: hangs, wanted: '0', ok: hangs === 0 },
  {
    what: 'rejections that nobody heard',
    figure: unhandled.length,
    wanted: '0',
    ok: unhandled.length === 0,
    notes: unhandled.slice(0, 5),
  },
];

const added = (sum, found) => ({
  points: sum.points + found.points,
  hangs: sum.hangs + found.hangs,
  unhandled: [...sum.unhandled, ...found.unhandled],
  wrong: [...sum.wrong, ...found.wrong],
});
const NONE = { points: 0, hangs: 0, unhandled: [], wrong: [] };

/** The slices of a sweep of every so many-th point. */
const slicesOf = (every) => range(Math.round(SLICES / every));

export async function run({ engine, size, progress, kept }) {
  const slices = slicesOf(size.every);
  const waiting = [...slices];
  const found = [];
  await served((url) =>
    inBrowser(engine, {}, async (browser) => {
      const sweepOn = async () => {
        for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
          const key = `${SLICES} ${from}`;
          const one = kept.get(key) ?? (await sweepIn(browser, { url, every: SLICES, from }));
          kept.set(key, one);
          found.push(one);
          progress(found.length, slices.length, `parts of the sweep, ${found.reduce(added, NONE).points} points`);
        }
      };
      await Promise.all(range(AT_ONCE).map(sweepOn));
    }),
  );
  return {
    figures: figuresOf(found.reduce(added, NONE), size.every === 1 ? LEAST_POINTS : LEAST_POINTS / size.every / 2),
  };
}

/** The same with a store that answers before its transaction is complete: one error at every call, for few are of its answers. */
export async function control({ engine, progress }) {
  // a fault that comes once and the one for ever stand by turns
  const asked = { every: 2 * AT_ONCE, hasty: true, errors: ['QuotaExceededError'] };
  const found = await served((url) =>
    inBrowser(engine, {}, (browser) =>
      Promise.all(range(AT_ONCE).map((from) => sweepIn(browser, { ...asked, url, from: 2 * from }))),
    ),
  );
  progress(1, 1, 'control');
  return { figures: figuresOf(found.reduce(added, NONE), 1) };
}
