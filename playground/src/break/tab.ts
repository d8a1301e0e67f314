import { createTactful, type Tactful } from 'tactful';
import { fillDisk } from './fill-disk.js';
import { openOtherWay, type OtherWay } from './other-way.js';
import { plantBeacons } from './plant-beacons.js';
import { LAB_SCOPE, TAB_READY, type Tab } from './tab-protocol.js';
import { UNDERSTOOD, type Order } from './worker-orders.js';

// The second page of the experiment: the real library and, beside it, the other way. The page that holds it in a frame
// may do with it what happens to pages.

const PATIENCE_MS = 3000;
const CATALOG = { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] };

let time = Date.now();

function openLibrary(bell: string): Tactful {
  const worker = new URL('./lab-worker.js', import.meta.url);
  worker.searchParams.set('bell', bell);
  return createTactful({
    catalog: CATALOG,
    scope: LAB_SCOPE,
    consent: { personalization: 'in' },
    worker: worker.href,
    clock: () => ({ at: time, offset: 0 }),
  });
}

/** Gives the library's worker an order; resolves when it was understood, or when nobody answers in time. */
function newBell(name: string): (order: Order) => Promise<void> {
  const bell = new BroadcastChannel(name);
  return (order) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        bell.removeEventListener('message', hear);
        resolve();
      };
      const hear = ({ data }: MessageEvent<unknown>): void => {
        if (data === UNDERSTOOD) end();
      };
      const timer = setTimeout(end, PATIENCE_MS);
      bell.addEventListener('message', hear);
      bell.postMessage(order);
    });
}

const itemOf = (params: unknown): string => {
  const { items } = params as { readonly items?: readonly { readonly item_id?: string }[] };
  return items?.[0]?.item_id ?? '';
};

function tabOf(tactful: Tactful, other: OtherWay, order: (order: Order) => Promise<void>): Tab {
  const receipts = new Set<Promise<unknown>>();
  const both = async (given: Order): Promise<void> => {
    await Promise.all([order(given), other.order(given)]);
  };
  return {
    click: ({ item, at }) => {
      time = at;
      const receipt = tactful.track('view_item', { currency: 'EUR', items: [{ item_id: item }] });
      other.click({ item, at });
      receipts.add(receipt);
      void receipt.finally(() => receipts.delete(receipt));
    },
    settle: async () => {
      await Promise.all([...receipts, other.settle()]);
    },
    busy: (ms) => both({ do: 'busy', ms }),
    kill: () => both({ do: 'die' }),
    fill: async (full) => {
      await both({ do: full ? 'fill' : 'free' });
      fillDisk(full);
    },
    ask: async (limitMs) => {
      const from = performance.now();
      const late = new Promise<undefined>((resolve) => {
        setTimeout(() => {
          resolve(undefined);
        }, limitMs);
      });
      const answered = tactful.tasks().then(
        () => performance.now() - from,
        () => undefined,
      );
      return Promise.race([answered, late]);
    },
    plant: plantBeacons,
    health: () => {
      const { offered, kept, dropped, status } = tactful.health();
      return { offered, kept, dropped: { ...dropped }, worker: status.worker };
    },
    found: async () => ({
      ours: (await tactful.log({ names: ['view_item'] })).map(({ params }) => itemOf(params)),
      other: await other.found(),
    }),
    erase: async () => {
      await Promise.all([tactful.erase({ keep: 'nothing' }), other.erase()]);
    },
  };
}

async function begin(): Promise<void> {
  const bell = `break ${crypto.randomUUID()}`;
  const tactful = openLibrary(bell);
  const other = openOtherWay();
  const tab = tabOf(tactful, other, newBell(bell));
  await Promise.all([tactful.ready, other.settle()]);
  // who holds this page in a frame takes it from here
  Object.assign(globalThis, { breakTab: tab });
  frameElement?.dispatchEvent(new Event(TAB_READY));
}

await begin();
