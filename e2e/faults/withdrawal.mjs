// A withdrawal or an erasure against what other tabs write and reserve at that moment.
import { lapSeeds, randomFrom } from './frame.mjs';
import { onStage, openPage, plantedWorker, range } from './stage.mjs';
import { interestIn, START, talkativeShop } from './talkative-shop.mjs';

export const name = 'withdrawal';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { races: 50, tabs: 3 }, long: { races: 1000, tabs: 4 } };

/** So many races share a browser. */
const LAP = 50;
const OFFERS = ['hose'];
const SHOP = talkativeShop(OFFERS, { lifetime: 1e6 });

// The fault: whoever empties the store leaves the epoch as it was.
const SAME_EPOCH = plantedWorker(
  'same-epoch',
  `const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (value) {
  return put.call(this, value?.key === 'meta' ? { ...value, epoch: 1 } : value);
};`,
);

async function begin({ shop, start, worker }) {
  const begun = Date.now();
  const clock = () => ({ at: start.at + Date.now() - begun, offset: start.offset });
  const options = { ...shop, consent: 'prompt', clock, ...(worker ? { worker } : {}) };
  globalThis.tactful = globalThis.createTactful(options);
  await tactful.ready;
}

/** Asks again what a busy machine had no answer to within the library's own deadline, as a person does. */
const asking = () => {
  globalThis.answered = async (call) => {
    for (let tries = 3; ; tries--) {
      try {
        return await call();
      } catch (error) {
        const why = `${call}: ${error.name} ${error.code} ${error.message}`;
        if (tries === 0 || !/no answer in/.test(error.message)) throw new Error(why, { cause: error });
      }
    }
  };
};

/** The shopper agrees in this tab, and looks at enough that there is something to say. */
async function agree(interest) {
  await globalThis.answered(() => tactful.consent.set({ personalization: 'in' }));
  await Promise.all(interest.map(([event, params]) => tactful.track(event, params)));
}

/** Waits until this tab has heard of the choice; a bell may be late. */
async function hear(state) {
  for (let tries = 0; tries < 100 && tactful.consent.get().personalization !== state; tries++) {
    await globalThis.passed(20);
  }
  return tactful.consent.get().personalization;
}

/** Writes and reserves until it is told to stop; everything it asked has settled then. */
async function press({ seed, ms }) {
  const until = performance.now() + ms;
  const pending = [];
  for (let step = seed % 7; performance.now() < until; step++) {
    const decides = step % 4 === 0;
    const item = { item_id: `late-${seed}-${step}`, item_category: 'garden' };
    pending.push(decides ? tactful.decide('home') : tactful.track('view_item', { items: [item] }));
    await (step % 3 === 2 ? pending.at(-1) : globalThis.passed(step % 3));
  }
  const settled = await Promise.all(pending);
  return settled.filter(({ kept, offers }) => kept === true || offers?.length > 0).length;
}

/** Withdraws or erases, and looks from then on at what a reader can find; the most of it. */
async function take({ way, after, ms }) {
  const until = performance.now() + ms;
  await globalThis.passed(after);
  await globalThis.answered(() =>
    way === 'withdraw'
      ? tactful.consent.set({ personalization: 'out' })
      : tactful.erase({ keep: way === 'erase all' ? 'nothing' : 'rules' }),
  );
  let { readable } = await globalThis.countReadable();
  while (performance.now() < until) readable = Math.max(readable, (await globalThis.countReadable()).readable);
  return readable;
}

const counting = () => {
  // Of all tabs but one a browser lets a timer ring once a second: no race would be run there.
  globalThis.passed = async (ms) => {
    const until = performance.now() + ms;
    do {
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      });
      port1.close();
    } while (performance.now() < until);
  };
  globalThis.countReadable = async () => {
    const { meta, events, decisions, ledger } = await globalThis.readStore();
    const current = [...events, ...decisions, ...ledger].filter(({ epoch }) => epoch === meta?.epoch);
    const old = [...events, ...decisions, ...ledger].filter(({ epoch }) => epoch !== meta?.epoch);
    return { readable: current.length, old: old.length };
  };
};

const WAYS = ['withdraw', 'erase', 'erase all'];

/** Rows that this tab's library tells of; nothing where it does not answer. */
const countLogged = () =>
  globalThis
    .answered(() => tactful.log())
    .then(
      (rows) => rows.length,
      () => undefined,
    );

async function race({ first, others }, { random, interest, way }) {
  await first.evaluate(agree, interest);
  await Promise.all(others.map((page) => page.evaluate(hear, 'in')));
  const ms = 80 + random() * 80;
  const pressing = others.map((page) => page.evaluate(press, { seed: Math.floor(random() * 1e6), ms }));
  const readable = await first.evaluate(take, { way, after: (random() * ms) / 2, ms });
  const written = (await Promise.all(pressing)).reduce((sum, count) => sum + count, 0);
  const later = await first.evaluate(() => globalThis.countReadable());
  const logged = await Promise.all([first, ...others].map((page) => page.evaluate(countLogged)));
  const unanswered = logged.filter((count) => count === undefined).length;
  const told = logged.reduce((all, count) => all + (count ?? 0), 0);
  return { written, readable, late: later.readable, logged: told, unanswered };
}

/** Agrees once more, so that a drain looks at the store: what lies there of an old epoch must be gone then. */
async function drained({ first }, interest) {
  await first.evaluate(agree, interest);
  await first.evaluate(countLogged);
  return (await first.evaluate(() => globalThis.countReadable())).old;
}

async function lap({ browser, url }, { tabs, races, seed, worker, ways = WAYS, enough = () => false }) {
  const random = randomFrom(seed);
  const interest = interestIn(OFFERS);
  const pages = [];
  while (pages.length < tabs) pages.push(await openPage(browser, url));
  await Promise.all(pages.map((page) => page.evaluate(begin, { shop: SHOP, start: START, worker })));
  await Promise.all(pages.map((page) => page.evaluate(counting)));
  await Promise.all(pages.map((page) => page.evaluate(asking)));
  const [first, ...others] = pages;
  const all = [];
  for (const index of range(races)) {
    const raced = await race({ first, others }, { random, interest, way: ways[index % ways.length] });
    all.push({ races: 1, ...raced, old: await drained({ first }, interest) });
    if (enough(all.at(-1))) break;
  }
  return sum(all);
}

const NONE = { races: 0, written: 0, readable: 0, late: 0, logged: 0, unanswered: 0, old: 0 };

const sum = (all) =>
  all.reduce(
    (before, one) => Object.fromEntries(Object.keys(NONE).map((what) => [what, before[what] + one[what]])),
    NONE,
  );

const nothing = (what, figure) => ({ what, figure, wanted: 0, ok: figure === 0 });

const figuresOf = ({ races, written, readable, late, logged, unanswered, old }) => [
  { what: 'races', figure: races, wanted: 'all', ok: races > 0 },
  { what: 'rows and reservations that raced', figure: written, wanted: 'some', ok: written > 0 },
  nothing('readable once the promise had resolved', readable),
  nothing('readable when every tab had settled', late),
  nothing('told by any tab afterwards', logged),
  nothing('calls without an answer', unanswered),
  nothing('of an old epoch at rest after the next drain', old),
];

const lapsOf = ({ races, tabs }, seed) =>
  lapSeeds(name, { seed, laps: Math.ceil(races / LAP) }).map((lapSeed, index) => ({
    tabs,
    seed: lapSeed,
    races: Math.min(LAP, races - index * LAP),
  }));

const isWrong = ({ readable, late, logged, unanswered, old }) => readable + late + logged + unanswered + old > 0;

export async function run({ engine, size, seed, progress, kept, failing }) {
  const laps = [];
  for (const [index, each] of lapsOf(size, seed).entries()) {
    const shown = kept.get(`lap ${index}`) ?? (await onStage({ engine }, (stage) => lap(stage, each)));
    kept.set(`lap ${index}`, shown);
    if (isWrong(shown)) failing(each.seed);
    laps.push(shown);
    progress(sum(laps).races, size.races, 'races');
  }
  return { figures: figuresOf(sum(laps)) };
}

export async function control({ engine, seed }) {
  // not in every race is something late: until it is seen
  const asked = { tabs: 3, races: 20, seed, worker: '/same-epoch/worker.js', ways: ['withdraw'], enough: isWrong };
  const shown = await onStage({ engine, files: SAME_EPOCH }, (stage) => lap(stage, asked));
  return { figures: figuresOf(shown).slice(2) };
}
