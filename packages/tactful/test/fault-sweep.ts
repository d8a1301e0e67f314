import { databaseName, newReplica, openPersistentStore, type Store } from '../src/storage/index.js';
import { STORE_NAMES } from '../src/storage/format.js';
import { removePlaces } from '../src/storage/make-place.js';
import { openExisting } from '../src/storage/open-existing.js';
import { outcomeOf } from './outcome-of.js';
import { FAULTS, plantFault, type Fault, type Planted } from './failing-indexeddb.js';
import { agree, configuration, decision, exposure, row, withdraw } from './store-contract.js';

// The sweep: the same short life of a store, with its k-th call to the browser's storage failing, for every k, every error,
// once and for ever. After every step the disk must be as it was before that step or as it should be after it.

/** What is at rest, as far as the sweep looks: everything but words. */
interface State {
  readonly epoch: number;
  readonly consent: string | undefined;
  readonly rows: readonly string[];
  readonly ledger: readonly string[];
  readonly kept: readonly string[];
  readonly erasures: readonly string[];
}

const NOTHING: State = { epoch: 0, consent: undefined, rows: [], ledger: [], kept: [], erasures: [] };

/** One step of the life: what it does, and what becomes of the disk where it is done. */
interface Step {
  readonly title: string;
  readonly act: (store: Store) => Promise<unknown>;
  readonly after: (before: State) => State;
  /** It makes less known: said to be done only where the disk says so as well. */
  readonly lessens?: true;
}

const emptied = (before: State, consent: string | undefined): State => ({
  ...NOTHING,
  epoch: before.epoch + 1,
  consent,
});
const may = (before: State, then: (before: State) => State): State => (before.consent === 'in' ? then(before) : before);
const added = (all: readonly string[], ...more: readonly string[]): readonly string[] =>
  [...new Set([...all, ...more])].sort();

const append = (...ids: readonly string[]): Step => ({
  title: `append ${ids.join(' ')}`,
  act: async (store) => {
    const { epoch } = await store.readMeta();
    return store.appendRows(
      ids.map((id) => row(id)),
      epoch,
    );
  },
  after: (before) => may(before, (state) => ({ ...state, rows: added(state.rows, ...ids) })),
});

const grant: Step = {
  title: 'grant',
  act: agree,
  after: (before) => ({ ...before, epoch: before.epoch === 0 ? 1 : before.epoch, consent: 'in' }),
};

const LIFE: readonly Step[] = [
  grant,
  append('a:0', 'a:1'),
  append('a:2'),
  {
    title: 'reserve',
    act: async (store) => {
      const { epoch } = await store.readMeta();
      const result = await store.reserve({ record: exposure('d1', epoch), fits: (ledger) => ledger.length === 0 });
      if (!result.reserved) throw new Error('no room, though nothing else was reserved');
    },
    after: (before) => may(before, (state) => ({ ...state, ledger: ['d1 reserved'] })),
  },
  {
    title: 'settle',
    act: (store) => store.settle('d1', 'shown'),
    after: (before) => (before.ledger.length > 0 ? { ...before, ledger: ['d1 shown'] } : before),
  },
  {
    title: 'save a decision',
    act: async (store) => {
      const { epoch } = await store.readMeta();
      return store.saveDecision(decision('d1', { epoch }));
    },
    after: (before) => may(before, (state) => ({ ...state, kept: added(state.kept, 'd1') })),
  },
  {
    title: 'save a configuration',
    act: (store) => store.saveConfig(configuration()),
    after: (before) => may(before, (state) => ({ ...state, kept: added(state.kept, 'h') })),
  },
  {
    title: 'forget',
    lessens: true,
    act: (store) => store.removeRows(new Set(['a:0']), { erasure: { id: 'e', at: 1, ids: ['a:0'] } }),
    after: (before) => ({
      ...before,
      rows: before.rows.filter((id) => id !== 'a:0'),
      erasures: before.consent === 'in' ? ['e'] : before.erasures,
    }),
  },
  {
    title: 'read',
    act: async (store) => {
      await store.readSegments(new Set());
      await store.readLedger();
      await store.readDecisions();
    },
    after: (before) => before,
  },
  {
    title: 'erase',
    lessens: true,
    act: (store) => store.empty({ rules: [row('n:0', 'never_stated')], consent: {}, history: [] }),
    after: (before) => ({ ...emptied(before, undefined), rows: ['n:0'] }),
  },
  append('b:0'),
  grant,
  append('b:1'),
  { title: 'withdraw', lessens: true, act: withdraw, after: (before) => emptied(before, 'out') },
  append('c:0'),
];

/** What is at rest, read anew. */
export async function readAll(scope: string): Promise<State> {
  const database = await openExisting(databaseName(scope), 5000);
  if (!database) return NOTHING;
  try {
    const transaction = database.transaction(STORE_NAMES, 'readonly');
    const all = (name: (typeof STORE_NAMES)[number]): Promise<readonly Readonly<Record<string, unknown>>[]> =>
      new Promise((resolve, reject) => {
        const request = transaction.objectStore(name).getAll();
        request.onsuccess = () => {
          resolve(request.result as readonly Readonly<Record<string, unknown>>[]);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('no error'));
        };
      });
    const [metas, events, ledger, decisions, configs, erasures] = await Promise.all([
      all('meta'),
      all('events'),
      all('ledger'),
      all('decisions'),
      all('configs'),
      all('erasures'),
    ]);
    const meta = metas[0] as { readonly epoch: number; readonly consent: Readonly<Record<string, string>> } | undefined;
    return {
      epoch: meta?.epoch ?? 0,
      consent: meta?.consent['personalization'],
      rows: events.map(({ id, epoch }) => `${String(id)}${epoch === meta?.epoch ? '' : ' stale'}`).sort(),
      ledger: ledger.map(({ id, state }) => `${String(id)} ${String(state)}`),
      kept: [...decisions.map(({ id }) => String(id)), ...configs.map(({ hash }) => String(hash))].sort(),
      erasures: erasures.map(({ id }) => String(id)),
    };
  } finally {
    database.close();
  }
}

const same = (a: State, b: State): boolean => JSON.stringify(a) === JSON.stringify(b);
/** What makes less known may be done twice, where the first answer was lost: the epoch is then one further. */
const isDone = (now: State, wanted: State, { lessens }: Step): boolean =>
  same(now, lessens === true && now.epoch === wanted.epoch + 1 ? { ...wanted, epoch: now.epoch } : wanted);

/** A door to the disk, so that a defence can be taken away to see the sweep fail. */
export type OpenForSweep = (scope: string, how: Parameters<typeof openPersistentStore>[1]) => Promise<Store>;

/** One life with one fault. Returns what went wrong, in words. */
export type LifeOfSweep = (scope: string, planted: Planted) => Promise<readonly string[]>;

async function live(scope: string, planted: Planted, open: OpenForSweep): Promise<readonly string[]> {
  const wrong: string[] = [];
  let clock = 0;
  // Longer than a busy machine needs for what does not hang.
  const patience = { actionMs: 600, openMs: 600 };
  const opening = open(scope, { salt: '00', closed: () => undefined, patience, now: () => clock });
  const opened = await outcomeOf(() => opening);
  if (opened === 'hung') return ['open: hung'];
  // Nobody agreed to anything yet, and nobody else is there: then the page goes on in memory.
  if (opened === 'refused') return wrong;
  const store = await opening;
  let before = await planted.aside(() => readAll(scope));
  for (const step of LIFE) {
    clock += 4000;
    const outcome = await outcomeOf(() => step.act(store));
    const now = await planted.aside(() => readAll(scope));
    const wanted = step.after(before);
    const reached = outcome === 'done' && (store.mode === 'persistent' || step.lessens === true);
    if (outcome === 'hung') wrong.push(`${step.title}: hung`);
    if (!isDone(now, wanted, step) && (reached || !same(now, before)))
      wrong.push(`${step.title} (${outcome}, ${store.mode}): ${JSON.stringify({ before, now, wanted })}`);
    before = now;
  }
  store.close();
  return wrong;
}

/** What a sweep found. */
export interface Sweep {
  /** Faults that came to be. */
  readonly points: number;
  /** Calls to the browser's storage that the life makes without a fault. */
  readonly calls: number;
  readonly hangs: number;
  /** Rejections that nobody heard, each with the point at which it was. */
  readonly unhandled: readonly string[];
  readonly wrong: readonly string[];
}

/** Which points to try, and over which door. */
export interface SweepOptions {
  /** Every so many-th point. */
  readonly every?: number;
  readonly from?: number;
  readonly open?: OpenForSweep;
  /** What is lived through; by default that of a store, over `open`. */
  readonly life?: LifeOfSweep;
  readonly told?: true;
  readonly progress?: (done: number, of: number) => void;
  readonly errors?: readonly Fault['name'][];
}

/** Tries every point of the sweep, or every so many-th. */
export async function sweepFaults(options: SweepOptions = {}): Promise<Sweep> {
  const { every = 1, from = 0, open = openPersistentStore, progress, errors = FAULTS, told } = options;
  const life: LifeOfSweep = options.life ?? ((scope, planted) => live(scope, planted, open));
  const unhandled: string[] = [];
  let where = 'no fault';
  const hear = (event: PromiseRejectionEvent): void => {
    unhandled.push(`${where}: ${String(event.reason)}`);
    event.preventDefault();
  };
  addEventListener('unhandledrejection', hear);
  const tryOne = async (fault?: Fault): Promise<{ calls: number; fired: boolean; wrong: readonly string[] }> => {
    const scope = `sweep-${newReplica()}`;
    const planted = plantFault(fault);
    try {
      const wrong = await life(scope, planted);
      return { calls: planted.calls(), fired: planted.fired(), wrong };
    } finally {
      planted.end();
      await removePlaces(databaseName(scope));
    }
  };
  try {
    const plain = await tryOne();
    const faults = Array.from({ length: plain.calls }, (_, index) => index + 1).flatMap((call) =>
      errors.flatMap((name) => [false, true].map((forever): Fault => ({ call, name, forever, ...(told && { told }) }))),
    );
    const chosen = faults.filter((_, index) => index % every === from % every);
    const wrong = plain.wrong.map((what) => `${where}: ${what}`);
    let points = 0;
    for (const [index, fault] of chosen.entries()) {
      where = `call ${String(fault.call)}, ${fault.name} ${fault.forever ? 'for ever' : 'once'}`;
      const found = await tryOne(fault);
      if (found.fired) points++;
      wrong.push(...found.wrong.map((what) => `${where}: ${what}`));
      progress?.(index + 1, chosen.length);
    }
    // What was let go of a moment ago may still be told.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return {
      points,
      calls: plain.calls,
      hangs: wrong.filter((what) => what.endsWith('hung')).length,
      unhandled,
      wrong,
    };
  } finally {
    removeEventListener('unhandledrejection', hear);
  }
}

/** A store that says it is kept before it is: what the sweep must catch. */
export const openHasty: OpenForSweep = async (scope, how) => {
  const store = await openPersistentStore(scope, how);
  return new Proxy(store, {
    get: (target, name) => {
      const action: unknown = Reflect.get(target, name);
      if (name !== 'appendRows') return action;
      return (...sent: Parameters<Store['appendRows']>) => {
        target.appendRows(...sent).catch(() => undefined);
        return Promise.resolve(sent[0].length);
      };
    },
  });
};
