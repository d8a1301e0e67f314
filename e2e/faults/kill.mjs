// A browser killed, or a page crashed, while the page tracks, decides and reserves; then what is on disk against what was
// acknowledged. So many visits share a profile folder: the last ones find everything the first ones wrote.
import { setTimeout as wait } from 'node:timers/promises';
import { newPage } from '../launch.mjs';
import { lapSeeds, randomFrom } from './frame.mjs';
import { isGone, killBrowser, launchOn, pageProcesses } from './processes.mjs';
import { itemName, judge, newAccount, note } from './kill-account.mjs';
import { openStage, withFolder } from './stage.mjs';
import { interestIn, START, talkativeShop } from './talkative-shop.mjs';

export const name = 'kill';
export const engines = ['chromium', 'firefox'];
export const sizes = {
  short: { chromium: { cycles: 20 }, firefox: { cycles: 5 } },
  long: { chromium: { cycles: 500 }, firefox: { cycles: 100 } },
};

/** So many visits share a profile folder. */
const LAP = 20;
/** How often one offer may be shown. */
const CAP = 20;
const OFFERS = ['hose', 'seeds', 'spade'];
const SHOP = talkativeShop(OFFERS, { lifetime: CAP });
const BEGIN_MS = 20_000;

/** In the page, until it dies: tracks, decides and reserves as the seed says, and tells what it was promised. */
async function act({ shop, start, begun, interest, seed, nameOf, early }) {
  const { createTactful, told } = globalThis;
  const itemNamed = new Function(`const { imul } = Math; return ${nameOf}`)();
  let state = seed;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  // The clock goes on from visit to visit: a reservation that nobody painted ends after ten minutes.
  const clock = () => ({ at: start.at + Date.now() - begun, offset: start.offset });
  const tactful = createTactful({ ...shop, clock });
  await tactful.ready;
  void told({ kind: 'storage', storage: tactful.health().status.storage });
  const seen = (await tactful.log()).map(({ id }) => id);
  void told({ kind: 'log', count: seen.length, distinct: new Set(seen).size });
  let made = 0;
  const track = async (event, { items } = interest[made % interest.length][1]) => {
    const id = `${seed}-${made++}`;
    const item = { ...items[0], item_id: id, item_name: itemNamed(id) };
    const receipt = await tactful.track(event, { currency: 'EUR', value: 1, transaction_id: id, items: [item] });
    void told({ kind: 'track', receipt });
  };
  // On the first visit: something to speak of.
  if (seen.length === 0) await Promise.all(interest.map((each) => track(...each)));
  const decide = async () => {
    const { id, offers } = await tactful.decide('home', { deadlineMs: 60_000 });
    void told({ kind: 'decide', id, offers: offers.map(({ offerId }) => offerId) });
    for (const { offerId } of offers) {
      void told({ kind: 'own', receipt: await tactful.respond(id, offerId, 'shown') });
    }
  };
  const purchase = () => track('purchase');
  const look = () => track('view_item');
  const burst = () => Promise.all(Array.from({ length: 12 }, look));
  void told({ kind: 'begun' });
  // Another script of the shop is in the store meanwhile: what is written then waits.
  const hold = async (ms) => {
    const opening = (await globalThis.storePlace()).open('tactful:default');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction('events', 'readwrite').objectStore('events');
    const until = performance.now() + ms;
    const stay = () => {
      if (performance.now() < until) store.get('nothing').onsuccess = stay;
    };
    stay();
    opening.result.close();
  };
  const steps = [burst, decide, decide, purchase, look, look, () => hold(40)];
  if (early) {
    // The defence taken away: told "complete" when the transaction has only begun.
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      set(complete) {
        queueMicrotask(complete);
      },
    });
    await hold(2000);
    await burst();
  }
  for (;;) {
    const done = steps[Math.floor(random() * steps.length)]();
    if (random() < 0.6) await done;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The page dies, its browser lives on. */
async function crashPage(browser, page) {
  if (await isChromium(browser)) {
    const session = await page.createCDPSession();
    const crashed = new Promise((resolve) => page.once('error', resolve));
    session.send('Page.crash').catch(() => undefined); // never answered: who would is gone
    await crashed;
    await page.close();
  } else {
    for (const pid of pageProcesses(browser.process().pid)) process.kill(pid, 'SIGKILL');
    await wait(100);
    await killBrowser(browser); // it shows the crash, and nothing else any more
  }
}

const isChromium = async (browser) => (await browser.version()).startsWith('Chrome');

async function openTelling(browser, { url, hear }) {
  const page = await newPage(browser);
  await page.exposeFunction('told', hear);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.loaded);
  return page;
}

/** Looks at what the visits before left, then acts and dies. Gives what was found. */
async function visit(browser, { url, account, seed, pause, after, way, early }) {
  let begun;
  let began = false;
  const beginning = new Promise((resolve) => (begun = resolve));
  const hear = (told) => {
    note(account, told);
    began ||= told.kind === after;
    if (began && (!early || told.kind === 'track')) begun();
  };
  const page = await openTelling(browser, { url, hear });
  const found = judge(await page.evaluate(() => globalThis.readStore()), account, CAP);
  const acting = page.evaluate(act, {
    shop: SHOP,
    start: START,
    begun: account.begun,
    interest: interestIn(OFFERS),
    seed,
    nameOf: String(itemName),
    early,
  });
  const failed = acting.catch((error) => error); // the page dies in it
  const late = wait(BEGIN_MS).then(() => new Error('the page did not begin'));
  const outcome = await Promise.race([beginning, failed, late]);
  if (outcome instanceof Error) throw outcome;
  await wait(pause);
  if (way === 'crash') await crashPage(browser, page);
  else await killBrowser(browser);
  return found;
}

const worst = (before, found) =>
  Object.fromEntries(Object.entries(found).map(([what, count]) => [what, Math.max(before[what] ?? 0, count)]));

/** So many cycles on one profile folder, and a last look. */
async function lap(engine, { url, seed, cycles, early = false }) {
  const random = randomFrom(seed);
  const account = newAccount();
  let faults = {};
  let browser;
  await withFolder(async (userDataDir) => {
    const running = async () => {
      if (!browser || isGone(browser)) browser = await launchOn(userDataDir, engine);
      return browser;
    };
    try {
      for (let cycle = 0; cycle < cycles; cycle++) {
        const way = random() < 0.4 && !early ? 'crash' : 'kill';
        const pause = early ? 0 : random() * 300;
        // However slow the machine is, every other one lives until it has asked for an offer.
        const after = cycle % 2 === 0 && !early ? 'decide' : 'begun';
        const visited = { url, account, seed: Math.floor(random() * 2 ** 31), pause, after, way, early };
        faults = worst(faults, await visit(await running(), visited));
      }
      const page = await openTelling(await running(), { url, hear: () => undefined });
      faults = worst(faults, judge(await page.evaluate(() => globalThis.readStore()), account, CAP));
    } finally {
      if (browser) await killBrowser(browser);
    }
  });
  const unequal = account.seen.filter(({ count, distinct }) => count !== distinct).length;
  const refused = [...account.refused.values()].reduce((sum, count) => sum + count, 0);
  const { rows, ...wrong } = faults;
  return {
    cycles,
    diskless: account.diskless,
    acknowledged: account.rows.size,
    reserved: account.reservations.size,
    rows,
    refused,
    unequal,
    ...wrong,
  };
}

const sum = (all) =>
  all.reduce(
    (total, one) => Object.fromEntries(Object.entries(one).map(([what, count]) => [what, (total[what] ?? 0) + count])),
    {},
  );

const nothing = (what, figure) => ({ what, figure, wanted: 0, ok: figure === 0 });

function figuresOf(total, wanted) {
  const {
    cycles,
    acknowledged,
    reserved,
    lost,
    unreserved,
    torn,
    doubled,
    unequal,
    gaps,
    overshot,
    refused,
    diskless,
  } = total;
  return [
    { what: 'cycles shown', figure: cycles, wanted, ok: cycles >= wanted },
    { what: 'acknowledged rows', figure: acknowledged, wanted: 'some', ok: acknowledged > 0 },
    // a few visits may all be killed before they were told of one
    {
      what: 'reservations told',
      figure: reserved,
      wanted: cycles < LAP ? 'any' : 'some',
      ok: cycles < LAP || reserved > 0,
    },
    nothing('acknowledged and lost', lost),
    nothing('reservations lost', unreserved),
    nothing('torn', torn),
    nothing('doubled', doubled + unequal),
    nothing('writers with a gap', gaps),
    nothing('offers over their cap', overshot),
    nothing('rows refused', refused),
    nothing('visits that found no disk', diskless),
  ];
}

const lapsOf = (cycles, seed) =>
  lapSeeds(name, { seed, laps: Math.ceil(cycles / LAP) }).map((lapSeed, index) => ({
    seed: lapSeed,
    cycles: Math.min(LAP, cycles - index * LAP),
  }));

const WRONG = ['lost', 'unreserved', 'torn', 'doubled', 'unequal', 'gaps', 'overshot'];

export async function run({ engine, size, seed, progress, kept, failing }) {
  const server = await openStage();
  const laps = [];
  try {
    for (const [index, each] of lapsOf(size.cycles, seed).entries()) {
      const shown = kept.get(`lap ${index}`) ?? (await lap(engine, { url: server.url, ...each }));
      kept.set(`lap ${index}`, shown);
      if (WRONG.some((what) => shown[what] > 0)) failing(each.seed);
      laps.push(shown);
      progress(sum(laps).cycles, size.cycles, 'cycles');
    }
  } finally {
    await server.close();
  }
  return { figures: figuresOf(sum(laps), size.cycles) };
}

export async function control({ engine, seed }) {
  const server = await openStage();
  try {
    const { lost } = await lap(engine, { url: server.url, seed, cycles: 2, early: true });
    return { figures: [nothing('acknowledged and lost', lost)] };
  } finally {
    await server.close();
  }
}
