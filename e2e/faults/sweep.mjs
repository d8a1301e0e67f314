import { createServer } from 'node:http';
import { build } from 'esbuild';
import { inBrowser } from './rest.mjs';

// Every call that the store makes to the browser's storage fails once, and for ever, with each of eight errors. What was
// said to be kept is kept, what was not is wholly there or not at all, and every action ends.

export const name = 'sweep';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { every: 89 }, long: { every: 1 } };

const LEAST_POINTS = 1500;
const AT_ONCE = 97;
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
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction(() => 'sweep' in globalThis);
    const evaluated = page.evaluate(
      ({ every, from, hasty, errors }) =>
        globalThis.sweep.sweepFaults({
          every,
          from,
          ...(errors ? { errors } : {}),
          ...(hasty ? { open: globalThis.sweep.openHasty } : {}),
        }),
      { every, from, hasty, errors },
    );
    return await evaluated;
  } finally {
    await page.close();
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
  { what: 'rejections that nobody heard', figure: unhandled, wanted: '0', ok: unhandled === 0 },
];

const added = (sum, found) => ({
  points: sum.points + found.points,
  hangs: sum.hangs + found.hangs,
  unhandled: sum.unhandled + found.unhandled,
  wrong: [...sum.wrong, ...found.wrong],
});
const NONE = { points: 0, hangs: 0, unhandled: 0, wrong: [] };

export async function run({ engine, size, progress, kept }) {
  const whole = size.every === 1;
  const parts = whole ? Array.from({ length: AT_ONCE }, (_, from) => from) : [0];
  const every = whole ? AT_ONCE : size.every;
  let sum = NONE;
  await served((url) =>
    inBrowser(engine, {}, async (browser) => {
      for (const [index, from] of parts.entries()) {
        const key = `${engine} ${every} ${from}`;
        const found = kept?.get(key) ?? (await sweepIn(browser, { url, every, from }));
        kept?.set(key, found);
        sum = added(sum, found);
        progress(index + 1, parts.length, `parts of the sweep, ${sum.points} points`);
      }
    }),
  );
  return { figures: figuresOf(sum, whole ? LEAST_POINTS : 10) };
}

/** The same with a store that answers before its transaction is complete. */
export async function control({ engine, progress }) {
  const found = await served((url) =>
    inBrowser(engine, {}, (browser) =>
      sweepIn(browser, { url, every: 17, from: 0, hasty: true, errors: ['QuotaExceededError'] }),
    ),
  );
  progress(1, 1, 'control');
  return { figures: figuresOf(found, 1) };
}
