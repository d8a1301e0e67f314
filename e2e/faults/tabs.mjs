// Many tabs that write at once, and many that decide at once under one cap.
import { onStage, openPage, plantedWorker, range } from './stage.mjs';
import { interestIn, START, talkativeShop } from './talkative-shop.mjs';

export const name = 'tabs';
export const engines = ['chromium', 'firefox'];
export const sizes = {
  short: { tabs: 8, events: 200, rounds: 10, decisions: 100 },
  long: { tabs: 20, events: 1000, rounds: 50, decisions: 200 },
};

const CAP = 10;
/** So many rounds of decisions share a browser. */
const LAP = 10;
/** So many events a tab writes before it answers. */
const PIECE = 200;
const HOUR_MS = 60 * 60 * 1000;
const OFFERS = ['hose'];
const SHOP = talkativeShop(OFFERS, { custom: [{ cap: CAP, period: 'PT1H' }] });

// The fault: what was one transaction over `meta` and `ledger` only looks, and what it puts goes into one of its own.
const SPLIT = plantedWorker(
  'split',
  `const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (names, mode, ...more) {
  const reserves = mode === 'readwrite' && [...names].join() === 'meta,ledger';
  return transaction.call(this, names, reserves ? 'readonly' : mode, ...more);
};
const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (value) {
  if (this.transaction.mode !== 'readonly') return put.call(this, value);
  return put.call(transaction.call(this.transaction.db, this.name, 'readwrite').objectStore(this.name), value);
};`,
);

async function begin({ shop, start, worker }) {
  globalThis.now = { ...start };
  globalThis.tactful = globalThis.createTactful({
    ...shop,
    clock: () => globalThis.now,
    ...(worker ? { worker } : {}),
  });
  await tactful.ready;
}

/** Writes so many events, some at a time, and gives the ids that were acknowledged, and why others were not. */
async function write({ tab, from: first, events }) {
  const kept = [];
  const refused = [];
  const track = async (count) => {
    const receipt = await tactful.track('view_item', { items: [{ item_id: `${tab}-${count}` }] });
    if (receipt.kept) kept.push(receipt.id);
    else refused.push(receipt.reason);
  };
  for (let from = 0; from < events; from += 20) {
    await Promise.all(Array.from({ length: Math.min(20, events - from) }, (_, index) => track(first + from + index)));
  }
  return { kept, refused };
}

/** In pieces: a driver waits only so long for an answer of a page. */
async function writePieces(page, { tab, events }) {
  const told = { kept: [], refused: [] };
  for (let from = 0; from < events; from += PIECE) {
    const piece = await page.evaluate(write, { tab, from, events: Math.min(PIECE, events - from) });
    told.kept.push(...piece.kept);
    told.refused.push(...piece.refused);
  }
  return told;
}

/** Asks so many times at one moment; how often there was an offer. */
async function ask({ at, count }) {
  globalThis.now = { ...globalThis.now, at };
  const asked = Array.from({ length: count }, () => tactful.decide('home', { deadlineMs: 120_000 }));
  const decisions = await Promise.all(asked);
  const reasons = decisions.flatMap(({ silence }) => silence?.reason ?? []);
  return { offers: decisions.filter(({ offers }) => offers.length > 0).length, reasons };
}

const openTabs = async ({ browser, url }, { count, worker }) => {
  const pages = [];
  while (pages.length < count) pages.push(await openPage(browser, url));
  const [first, ...others] = pages;
  const options = { shop: SHOP, start: START, worker };
  await first.evaluate(begin, options);
  await Promise.all(others.map((page) => page.evaluate(begin, options)));
  return pages;
};

const counterOf = (id) => Number(id.slice(id.indexOf(':') + 1));

/** Whether every event is there once, under the ids that were acknowledged and without a gap in what each tab counted. */
function exactness({ events, meta }, acknowledged) {
  const ids = events.filter(({ epoch }) => epoch === meta.epoch).flatMap(({ rows }) => rows.map(({ id }) => id));
  const there = new Set(ids);
  const gaps = acknowledged.filter((kept) => kept.some((id) => counterOf(id) >= kept.length));
  return {
    there: there.size,
    doubled: ids.length - there.size,
    lost: acknowledged.flat().filter((id) => !there.has(id)).length,
    gaps: gaps.length,
  };
}

async function writeTogether(stage, { tabs, events }) {
  const pages = await openTabs(stage, { count: tabs });
  const told = await Promise.all(pages.map((page, tab) => writePieces(page, { tab, events })));
  const found = exactness(
    await pages[0].evaluate(() => globalThis.readStore()),
    told.map(({ kept }) => kept),
  );
  const refused = told.flatMap((each) => each.refused);
  return { ...found, refused: refused.length, reasons: [...new Set(refused)] };
}

/** Rounds of an hour each: every tab asks at once, and all of them together may have `CAP` offers. */
async function decideTogether(stage, { tabs, rounds, decisions, worker, progress, enough = Infinity }) {
  const pages = await openTabs(stage, { count: tabs, worker });
  for (const [event, params] of interestIn(OFFERS)) {
    await pages[0].evaluate((...sent) => tactful.track(...sent), event, params);
  }
  let overshoot = 0;
  let unused = 0;
  for (const round of range(rounds)) {
    const at = START.at + (round + 1) * 2 * HOUR_MS;
    const told = await Promise.all(pages.map((page) => page.evaluate(ask, { at, count: Math.ceil(decisions / tabs) })));
    const offers = told.reduce((sum, each) => sum + each.offers, 0);
    overshoot += Math.max(0, offers - CAP);
    unused += Math.max(0, CAP - offers);
    progress(round + 1, rounds, 'rounds of decisions');
    if (overshoot >= enough) break;
  }
  return { decisions: rounds * Math.ceil(decisions / tabs) * tabs, overshoot, unused };
}

const nothing = (what, figure) => ({ what, figure, wanted: 0, ok: figure === 0 });

function writtenFigures({ tabs, events }, { there, doubled, lost, gaps, refused, reasons }) {
  const wanted = tabs * events;
  const why = refused === 0 ? '' : ` (${refused} not kept, and said so: ${reasons.join(', ')})`;
  return [
    { what: `events of ${tabs} tabs`, figure: `${there}${why}`, wanted, ok: there === wanted },
    nothing('lost', lost),
    nothing('doubled', doubled),
    nothing('tabs with a gap', gaps),
  ];
}

const decidedFigures = ({ decisions, overshoot, unused }) => [
  nothing(`overshoot of a cap in ${decisions} decisions`, overshoot),
  nothing('left unused of the cap', unused),
];

const sum = (all, what) => all.reduce((total, one) => total + one[what], 0);

export async function run({ engine, size, progress, kept }) {
  const written = kept.get('written') ?? (await onStage({ engine }, (stage) => writeTogether(stage, size)));
  kept.set('written', written);
  const laps = [];
  for (const lap of range(Math.ceil(size.rounds / LAP))) {
    const asked = { ...size, rounds: Math.min(LAP, size.rounds - lap * LAP) };
    const told = (round) => progress(lap * LAP + round, size.rounds, 'rounds of decisions');
    const key = `lap ${lap}`;
    const decided =
      kept.get(key) ?? (await onStage({ engine }, (stage) => decideTogether(stage, { ...asked, progress: told })));
    kept.set(key, decided);
    laps.push(decided);
  }
  const [decisions, overshoot, unused] = ['decisions', 'overshoot', 'unused'].map((what) => sum(laps, what));
  return { figures: [...writtenFigures(size, written), ...decidedFigures({ decisions, overshoot, unused })] };
}

export async function control({ engine, size, progress }) {
  const worker = '/split/worker.js';
  const asked = { tabs: Math.min(8, size.tabs), rounds: 20, decisions: 100, worker, progress, enough: 1 };
  const decided = await onStage({ engine, files: SPLIT }, (stage) => decideTogether(stage, asked));
  return { figures: [decidedFigures(decided)[0]] };
}
