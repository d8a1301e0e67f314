import { admitOwn, admitTracked, type ConsentStates, type EventDraft, type Receipt } from '../../src/engine/event.js';
import type { Now, Purpose } from '../../src/engine/index.js';
import { newLogWriter } from '../../src/client/log-writer.js';
import { newReplica, openMemoryStore, type Store } from '../../src/storage/index.js';
import { createHost } from '../../src/worker/host.js';
import type { CallName, Calls, Host, Outcome, Started, StartRequest } from '../../src/worker/protocol.js';
import type { OpenDisk } from '../../src/worker/session.js';
import type { Disk } from './reliability-disk.js';

/** A device with the one thing in it that a planted fault replaces. */
export interface Planted {
  readonly store?: (store: Store) => Store;
  readonly host?: (host: Host) => Host;
  /** What a page hears of its own row. */
  readonly receipt?: (receipt: Receipt) => Receipt;
}

/** One tab: its own worker, its own pen, its own belief of consent and epoch. */
export interface Tab {
  readonly replica: string;
  readonly consent: () => ConsentStates;
  readonly epoch: () => number;
  /** Never rejects and never waits for a worker that is dead. */
  readonly call: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<Outcome<ReturnType<Calls[Name]>>>;
  readonly track: (name: string, params: unknown) => Promise<Receipt>;
  readonly say: (own: Pick<EventDraft, 'name' | 'params'>) => Promise<Receipt>;
  readonly choose: (states: ConsentStates) => Promise<Outcome<Started>>;
  /** Whether it was told what is so now. */
  readonly refresh: () => Promise<boolean>;
  readonly counts: ReturnType<typeof newLogWriter>['counts'];
  /** Its worker dies where it stands: nothing that it had not handed to the disk gets there; another one starts. */
  readonly crash: () => Promise<void>;
  readonly close: () => void;
}

/** What the store of a device is told to do at its n-th operation from now. */
export interface Failing {
  readonly operation: number;
  /** Before it is done, or after, so that only the answer is lost. */
  readonly when: 'before' | 'after';
  readonly error: string;
  /** Every operation after it as well. */
  readonly forever?: boolean;
}

/** A device: one disk, a clock that is set by hand, tabs that come and go, bells that are heard when they are delivered. */
export interface Device {
  readonly disk: Disk;
  readonly tabs: readonly Tab[];
  readonly now: () => Now;
  readonly setClock: (at: number) => void;
  readonly openTab: () => Promise<Tab>;
  readonly closeTab: (tab: Tab) => void;
  readonly fail: (failing: Failing) => void;
  /** Before every operation of a store this is waited for: where order matters a scheduler stands here. */
  readonly pause: (before: (() => Promise<void>) | undefined) => void;
  /** Tells the other tabs that something was written; they hear it when it is delivered. */
  readonly ring: (by: Tab) => void;
  readonly waiting: () => readonly Tab[];
  readonly deliver: (which: number) => Promise<void>;
  readonly opened: () => number;
  readonly end: () => Promise<void>;
}

/** What every page of the device is configured with. */
export type Shop = Pick<StartRequest, 'catalog' | 'policy' | 'model'> & { readonly purposes: readonly Purpose[] };

interface Control {
  readonly alive: () => boolean;
  readonly device: { failing: Failing | undefined; pause: (() => Promise<void>) | undefined };
}

type Act = (...given: readonly unknown[]) => unknown;

const NEVER = new Promise<never>(() => undefined);

/** Every action of a store by its name, whatever that store is made of. */
const ACTIONS = (Object.keys(openMemoryStore('00')) as (keyof Store)[]).filter(
  (name): name is Exclude<keyof Store, 'mode' | 'close'> => name !== 'mode' && name !== 'close',
);

/** What is to fail from here on. */
function afterwards(failing: Failing | undefined): Failing | undefined {
  if (failing?.operation === 0) return failing.forever === true ? failing : undefined;
  return failing && { ...failing, operation: failing.operation - 1 };
}

/** The store as a host of this device gets it: it can fail once, be held up, and end with its worker. */
function underControl(store: Store, { alive, device }: Control): Store {
  const guard =
    (act: Act) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      await device.pause?.();
      if (!alive()) return NEVER;
      const failing = device.failing;
      const hit = failing?.operation === 0;
      device.failing = afterwards(failing);
      if (hit && failing.when === 'before') throw new DOMException('planted', failing.error);
      const result = await act(...given);
      if (hit) throw new DOMException('planted', failing.error);
      return result;
    };
  const controlled = ACTIONS.map((name) => [name, guard((...given) => (store[name] as Act)(...given))] as const);
  return Object.defineProperty(
    {
      ...openMemoryStore('00'),
      ...Object.fromEntries(controlled),
      close: () => {
        store.close();
      },
    },
    'mode',
    {
      // It may change while the store is open.
      get: () => store.mode,
    },
  );
}

interface Worker {
  readonly call: Tab['call'];
  readonly kill: () => void;
}

const LOST = { ok: false, error: { code: 'WORKER_LOST', message: 'worker: gone' } } as const;

interface Means {
  readonly open: OpenDisk;
  readonly disk: Disk;
  readonly planted: Planted;
  readonly device: Control['device'];
}

function startWorker({ open, disk, planted, device }: Means): Worker {
  let living = true;
  let tellDead: ((lost: typeof LOST) => void) | undefined;
  const death = new Promise<typeof LOST>((resolve) => {
    tellDead = resolve;
  });
  const control: Control = { alive: () => living, device };
  const openDisk: OpenDisk = async (...asked) => {
    const store = underControl(await open(...asked), control);
    return planted.store?.(store) ?? store;
  };
  const host = createHost(() => import('../../src/worker/later.js'), { openDisk, isThere: disk.exists });
  const used = planted.host?.(host) ?? host;
  return {
    call: (name, argument) => Promise.race([used.call(name, argument), death]),
    kill: () => {
      living = false;
      tellDead?.(LOST);
    },
  };
}

interface Surroundings {
  readonly shop: Shop;
  readonly planted: Planted;
  readonly disk: Disk;
  readonly now: () => Now;
  readonly open: OpenDisk;
  readonly control: Control['device'];
}

async function openTab({ shop, planted, disk, now, open, control }: Surroundings): Promise<Tab> {
  const replica = newReplica();
  let consent: ConsentStates = {};
  let epoch = 1;
  const means: Means = { open, disk, planted, device: control };
  let worker = startWorker(means);
  const call: Tab['call'] = (name, argument) => worker.call(name, argument);
  const log = newLogWriter({
    replica,
    clock: now,
    epoch: () => epoch,
    pass: async (hint) => {
      const outcome = await call('hint', hint);
      return outcome.ok ? outcome.value : 0;
    },
  });
  const believe = async (outcome: Outcome<Started>): Promise<Outcome<Started>> => {
    if (!outcome.ok) return outcome;
    consent = outcome.value.status.consent;
    epoch = outcome.value.epoch;
    if (outcome.value.stored) await log.openPen(`tactful:${disk.scope}`).catch(() => undefined);
    else log.closePen();
    return outcome;
  };
  const start = async (): Promise<void> => {
    const stored = await disk.exists();
    const { scope } = disk;
    const request = { ...shop, scope, storage: 'persistent', stored, now: now() } as const;
    // A worker that could not start is started again, as the page does it.
    for (let time = 0; time < 3; time++) if ((await believe(await call('start', request))).ok) return;
  };
  await start();
  const gate = (): Parameters<typeof admitOwn>[1] => ({ purposes: shop.purposes, consent });
  const received = async (written: Promise<Receipt>): Promise<Receipt> =>
    planted.receipt?.(await written) ?? (await written);
  return {
    replica,
    consent: () => consent,
    epoch: () => epoch,
    call,
    track: (name, params) => received(log.write(() => admitTracked({ name, params }, gate()))),
    say: (own) => received(log.write(() => admitOwn(own, gate()))),
    choose: async (states) =>
      believe(await call('setConsent', { states, now: now(), mechanism: 'law', rememberRefusal: true })),
    refresh: async () => (await believe(await call('refresh', { now: now(), look: true }))).ok,
    counts: log.counts,
    crash: async () => {
      worker.kill();
      worker = startWorker(means);
      await start();
    },
    close: () => {
      log.closePen();
      void worker.call('close', {});
    },
  };
}

/** A device without tabs, at a moment. */
export function newDevice(
  disk: Disk,
  how: { readonly shop: Shop; readonly planted: Planted; readonly at: number },
): Device {
  const { shop, planted } = how;
  const control: Control['device'] = { failing: undefined, pause: undefined };
  const tabs: Tab[] = [];
  const bells: Tab[] = [];
  let { at } = how;
  let ticks = 0;
  let opened = 0;
  // No two rows of a device are of one moment: which of them came first is never a matter of ids.
  const now = (): Now => ({ at: at + ticks++, offset: 120 });
  const open: OpenDisk = (...asked) => {
    opened++;
    return disk.open(...asked);
  };
  return {
    disk,
    tabs,
    now,
    setClock: (moment) => {
      at = moment;
      ticks = 0;
    },
    openTab: async () => {
      const tab = await openTab({ shop, planted, disk, now, open, control });
      tabs.push(tab);
      return tab;
    },
    closeTab: (tab) => {
      tab.close();
      tabs.splice(tabs.indexOf(tab), 1);
    },
    fail: (failing) => {
      control.failing = failing;
    },
    pause: (before) => {
      control.pause = before;
    },
    ring: (by) => {
      for (const tab of tabs) if (tab !== by && !bells.includes(tab)) bells.push(tab);
    },
    waiting: () => bells,
    deliver: async (which) => {
      const [tab] = bells.splice(which % bells.length, 1);
      // A tab whose store failed just then has not heard it.
      if (tab && tabs.includes(tab) && !(await tab.refresh())) bells.push(tab);
    },
    opened: () => opened,
    end: async () => {
      control.failing = undefined;
      control.pause = undefined;
      for (const tab of tabs.splice(0)) tab.close();
      await disk.end();
    },
  };
}
