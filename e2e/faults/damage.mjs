import { KINDS, logSizes, originFolder, turnBack } from './damage-kinds.mjs';
import { inBrowser, serveShop } from './rest.mjs';
import { openPage, withFolder } from './stage.mjs';

// Files of the store are hurt between two visits. The second visit must know it or be like a first one, must settle every
// promise, and must never find a consent that was not given or was taken back.

export const name = 'damage';
export const engines = ['chromium', 'firefox'];
export const sizes = { short: { rounds: 1, each: 1 }, long: { rounds: 4, each: 2 } };

const ROWS = 20;
const DEADLINE_MS = 5000;
/** The control gives up on what never comes sooner. */
const CONTROL_DEADLINE_MS = 1000;
const TURNED_BACK = 'the log turned back to before the withdrawal';

/** In the page: agrees and tracks, and stays for a moment; some take it back again. */
async function shop(rows) {
  const kept = [];
  await globalThis.tactful.consent.set({ personalization: 'in' });
  for (let nth = 0; nth < rows; nth++) {
    const receipt = await globalThis.tactful.track('view_item', { items: [{ item_id: `product-${nth}` }] });
    if (receipt.kept) kept.push(`product-${nth}`);
  }
  // what is lost within a moment of being written is not promised to be noticed
  await new Promise((resolve) => setTimeout(resolve, 800));
  return kept;
}

const withdraw = () => globalThis.tactful.consent.set({ personalization: 'out' });

/** In the page: what it finds, how long every public promise takes, and whether the page is as it was. */
async function lookAround(deadline) {
  const { tactful } = globalThis;
  const settle = async (promise) => {
    const began = performance.now();
    const outcome = await Promise.race([
      promise.then(
        (value) => ({ value }),
        (error) => ({ error: `${error.name}: ${error.code ?? error.message}` }),
      ),
      new Promise((resolve) => setTimeout(resolve, deadline + 500, { hung: true })),
    ]);
    return { ...outcome, ms: performance.now() - began };
  };
  const results = { ready: await settle(tactful.ready) };
  const consent = tactful.consent.get().personalization;
  const log = await settle(tactful.log({ names: ['view_item'] }));
  const health = tactful.health();
  // Before anything is agreed to again: what was not agreed to is not kept.
  const uninvited = await settle(tactful.track('view_item', { items: [{ item_id: 'uninvited' }] }));
  const calls = {
    track: () => tactful.track('view_item', { items: [{ item_id: 'another' }] }),
    sense: () => tactful.sense({ moment: 'idle' }),
    decide: () => tactful.decide('home'),
    respond: () => tactful.respond('none', 'none', 'shown'),
    declare: () => tactful.declare({ kind: 'mode', mode: 'normal' }),
    tellMe: () => tactful.tellMe({ about: { product: 'hose-25' }, when: { below: 1995 } }),
    task: () => tactful.task('form', { state: 'started', title: 'A form' }),
    tasks: () => tactful.tasks(),
    nextGoodMoment: () => tactful.nextGoodMoment(),
    profile: () => tactful.profile(),
    log: () => tactful.log(),
    decisions: () => tactful.decisions(),
    ask: () => tactful.ask('none'),
    answer: () => tactful.answer('none', 'yes'),
    explain: () => tactful.explain('none'),
    forget: () => tactful.forget({ ids: ['none:0'] }),
    export: () => tactful.export(),
    consent: () => tactful.consent.set({ personalization: 'in' }),
    'track again': () => tactful.track('view_item', { items: [{ item_id: 'anew' }] }),
    erase: () => tactful.erase(),
  };
  for (const [call, start] of Object.entries(calls)) results[call] = await settle(Promise.resolve().then(start));
  const slow = Object.entries({ ...results, log, uninvited }).filter(([, { hung, ms }]) => hung || ms > deadline);
  return {
    consent,
    rows: (log.value ?? []).map(({ params }) => params.items[0].item_id),
    unread: log.error,
    told: health.degraded.storage ?? health.lastLoss?.name,
    uninvited: uninvited.value?.kept === true,
    serves: results['track again'].value?.kept === true,
    slow: slow.map(([call]) => call),
    slowest: Math.max(...Object.values(results).map(({ ms }) => ms)),
    complaints: globalThis.complaints,
    reports: globalThis.reports,
  };
}

/** What a visit after the damage is: told, like a first one, whole, or something else without a word. */
function verdictOf(before, after) {
  const raised = after.consent === 'in' && before.consent !== 'in';
  const kept = after.rows.filter((row) => row !== 'uninvited');
  const missing = before.rows.length - kept.length;
  if (raised || (after.uninvited && before.consent !== 'in')) return 'raised';
  if (after.told !== undefined) return 'told';
  if (kept.length === 0 && after.consent === 'pending') return 'first visit';
  if (missing === 0 && after.consent === before.consent) return 'whole';
  return before.consent === 'out' && kept.length === 0 ? 'restrictive' : 'silent';
}

/** Each kind is done to a shopper who agreed and to one who withdrew; where `each` is 1 to one of them, in turn. */
function shopsOf(engine, each) {
  const kinds = Object.entries(KINDS[engine]).flatMap(([kind, hurt], nth) =>
    [nth % 2 === 0, nth % 2 !== 0].slice(0, each).map((withdrawn) => ({ kind, hurt, withdrawn })),
  );
  if (engine !== 'chromium') return kinds;
  return [...kinds, { kind: TURNED_BACK, hurt: (_, sizes) => turnBack(sizes), withdrawn: true }];
}

/** Every shop is an origin of its own, so that one run of the browser serves all kinds. */
async function round({ engine, chosen, address = '/', steps, deadline = DEADLINE_MS }) {
  const shops = await Promise.all(chosen.map(async (one) => ({ ...one, server: await serveShop() })));
  const urlOf = ({ server }) => new URL(address, server.url).href;
  try {
    return await withFolder(async (profile) => {
      const folderOf = ({ server }) => originFolder(engine, { profile, port: new URL(server.url).port });
      const before = new Map();
      await inBrowser(engine, { profile }, async (browser) => {
        for (const one of shops) {
          const page = await openPage(browser, urlOf(one));
          const rows = await page.evaluate(steps.shop, ROWS);
          const sizes = logSizes(folderOf(one));
          if (one.withdrawn) await page.evaluate(steps.withdraw);
          before.set(one, { consent: one.withdrawn ? 'out' : 'in', rows: one.withdrawn ? [] : rows, sizes });
          await page.close();
        }
      });
      for (const one of shops) one.hurt(folderOf(one), before.get(one).sizes);
      return inBrowser(engine, { profile }, async (browser) => {
        const found = [];
        for (const one of shops) {
          const page = await openPage(browser, urlOf(one));
          const after = await page.evaluate(steps.lookAround, deadline);
          await page.close();
          found.push({
            kind: one.kind,
            withdrawn: one.withdrawn,
            verdict: verdictOf(before.get(one), after),
            ...after,
          });
        }
        return found;
      });
    });
  } finally {
    await Promise.all(shops.map(({ server }) => server.close()));
  }
}

const list = (found) => found.map(({ kind, withdrawn }) => `${kind}${withdrawn ? ' (withdrawn)' : ''}`).join(', ');

function figuresOf(found) {
  const of = (...verdicts) => found.filter(({ verdict }) => verdicts.includes(verdict));
  const silent = of('silent');
  const raised = of('raised');
  const hung = found.filter(({ slow }) => slow.length > 0);
  const hurt = found.filter(({ complaints }) => complaints.length > 0);
  const reported = found.filter(({ reports = [] }) => reports.length > 0);
  const shut = found.filter(({ serves }) => !serves);
  const kinds = new Set(found.map(({ kind }) => kind)).size;
  const counts = ['told', 'first visit', 'restrictive', 'whole'].map((verdict) => `${verdict} ${of(verdict).length}`);
  const none = (what, those) => ({
    what,
    figure: those.length === 0 ? '0' : `${those.length}: ${list(those)}`,
    wanted: '0',
    ok: those.length === 0,
  });
  return [
    { what: 'kinds of damage', figure: kinds, wanted: '>= 8', ok: kinds >= 8 },
    {
      what: 'told, or like a first visit',
      figure: `${found.length - silent.length - raised.length} of ${found.length} (${counts.join(', ')})`,
      wanted: 'all',
      ok: silent.length + raised.length === 0,
    },
    none('rows gone without a word', silent),
    none('consent raised', raised),
    none(`with a promise open after ${DEADLINE_MS / 1000} s`, hung),
    none(
      'errors in the page',
      hurt.map(({ kind, complaints }) => ({ kind: `${kind} (${complaints.join('; ')})` })),
    ),
    {
      what: 'where the browser itself reported a value to the page that it could not read',
      figure: reported.length,
      wanted: 'any',
      ok: true,
    },
    none('that cannot be used again', shut),
  ];
}

const steps = { shop, withdraw, lookAround };

// What the obvious implementation does: rows on disk, the choice beside them, and whatever is found is taken for the truth.
const trusting = {
  shop: async (rows) => {
    const open = indexedDB.open('trusting', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('rows');
    await new Promise((resolve) => (open.onsuccess = resolve));
    globalThis.put = (key, value) => {
      const transaction = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put(value, key);
      return new Promise((resolve) => (transaction.oncomplete = resolve));
    };
    const kept = Array.from({ length: rows }, (_, nth) => `product-${nth}`);
    await globalThis.put('consent', 'in');
    for (const row of kept) await globalThis.put(row, row);
    return kept;
  },
  withdraw: () => globalThis.put('consent', 'out'),
  lookAround: async (deadline) => {
    const open = indexedDB.open('trusting', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('rows');
    // No one listens to anything but success.
    const read = new Promise((resolve) => {
      open.onsuccess = () => {
        const rows = open.result.transaction('rows').objectStore('rows');
        const consent = rows.get('consent');
        const keys = rows.getAllKeys();
        keys.onsuccess = () => resolve({ consent: consent.result ?? 'in', keys: keys.result });
      };
    });
    const late = new Promise((resolve) => setTimeout(resolve, deadline));
    const found = await Promise.race([read, late]);
    const rows = found?.keys.filter((key) => key !== 'consent') ?? [];
    return {
      consent: found?.consent ?? 'pending',
      rows,
      uninvited: false,
      serves: found !== undefined,
      slow: found ? [] : ['read'],
      complaints: [],
    };
  },
};

/** Hurts every kind in its own shop, `rounds` times. */
export async function run({ engine, size, progress, kept }) {
  const found = [...(kept.get('found') ?? [])];
  const chosen = shopsOf(engine, size.each);
  while (found.length < size.rounds * chosen.length) {
    found.push(...(await round({ engine, chosen, steps })));
    kept.set('found', found);
    progress(found.length / chosen.length, size.rounds, 'rounds of damage');
  }
  return { figures: figuresOf(found) };
}

/** The same with a reader that trusts what it finds, for the last kinds. */
export async function control({ engine }) {
  const chosen = shopsOf(engine, 1).slice(-4);
  const found = await round({ engine, chosen, address: '/bare', steps: trusting, deadline: CONTROL_DEADLINE_MS });
  return { figures: figuresOf(found) };
}
