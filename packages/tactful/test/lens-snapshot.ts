import {
  admitOwn,
  admitTracked,
  compileCatalog,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  ENGINE_VERSION,
  foldLog,
  type Event,
  type EventName,
} from '../src/engine/index.js';
import type { HostOwner, PageMaterial } from '../src/inspector/page-material.js';
import { reportPage } from '../src/inspector/report-page.js';
import { reportStore } from '../src/inspector/report-store.js';
import type { LensSource, Look, Snapshot } from '../src/inspector/lens-source.js';
import type { DecisionRecord, StoreContents } from '../src/storage/index.js';
import { gardenCatalog, itemParams } from './garden-catalog.js';

/** Saturday 3 October 2026, noon, two hours east of UTC. */
export const NOON = { at: Date.UTC(2026, 9, 3, 10), offset: 120 };
const MINUTE = 60_000;
const consent = { personalization: 'in' } as const;

/** A row as the gate would have kept it, `minutes` before noon. */
export function row(
  name: EventName,
  params: object,
  at: { readonly minutes: number; readonly counter: number; readonly own?: boolean },
): Event {
  const admitted = (at.own === true ? admitOwn : admitTracked)(
    { name, params },
    { purposes: defaultPurposes(), consent },
  );
  if (!('draft' in admitted)) throw new Error(`${name}: ${admitted.refusal.path ?? admitted.refusal.reason}`);
  return { id: `tab:${at.counter}`, at: NOON.at - at.minutes * MINUTE, offset: NOON.offset, v: 1, ...admitted.draft };
}

const LOG: readonly Event[] = [
  row('view_item', itemParams('garden', 'first'), { minutes: 9, counter: 0 }),
  row('view_item', itemParams('garden', 'second'), { minutes: 8, counter: 1 }),
  row('search', { search_term: 'garden hose' }, { minutes: 7, counter: 2 }),
  row('add_to_cart', itemParams('garden', 'first'), { minutes: 6, counter: 3 }),
  row('never_stated', { category: 'paint' }, { minutes: 5, counter: 4, own: true }),
];

function decided(events: readonly Event[], id: string): DecisionRecord {
  const catalog = compileCatalog(gardenCatalog, DEFAULT_MODEL);
  const folded = foldLog(events, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
  const at = Math.max(...events.map((event) => event.at)) + MINUTE;
  const trace = decide({
    id,
    placement: 'home',
    at,
    offset: NOON.offset,
    folded,
    contacts: [],
    catalog,
    purposes: defaultPurposes(),
    consent,
    policy: DEFAULT_POLICY,
    model: DEFAULT_MODEL,
    config: 'c1',
  });
  return { id, at, epoch: 1, trace };
}

const bought = row(
  'purchase',
  { transaction_id: 't1', value: 24.95, ...itemParams('garden', 'first') },
  { minutes: 2, counter: 5 },
);

/** A store as it lies on the disk after a short visit that ended in an order. */
export function storeContents(): StoreContents {
  const events = [...LOG, bought];
  return {
    scope: 'default',
    meta: { key: 'meta', format: 'tactful-store', v: 1, revision: 7, consent, history: [], epoch: 1, salt: '0' },
    events,
    decisions: [decided(LOG, 'd0'), decided(events, 'd1')],
    ledger: [],
    configs: [
      {
        hash: 'c1',
        engineVersion: ENGINE_VERSION,
        at: NOON.at,
        catalog: gardenCatalog,
        policy: DEFAULT_POLICY,
        model: DEFAULT_MODEL,
        purposes: defaultPurposes(),
      },
    ],
    control: [],
  };
}

/** What a shop page without tactful gives away. */
export function pageMaterial(): PageMaterial {
  return {
    hosts: [
      { host: 'shop.test', requests: 20 },
      { host: 'www.google-analytics.com', requests: 3 },
      { host: 'connect.facebook.net', requests: 2 },
      { host: 'cdn.unknown.test', requests: 1 },
    ],
    products: [
      {
        by: 'json-ld',
        main: true,
        name: 'Garden hose',
        id: 'hose-25',
        brand: 'Vloed',
        category: ['garden', 'watering'],
        price: { value: 24.95, currency: 'EUR' },
      },
    ],
    stored: [
      { place: 'cookie', name: '_ga' },
      { place: 'local', name: 'cart' },
    ],
    dataLayer: [
      {
        event: 'add_to_cart',
        ecommerce: { currency: 'EUR', items: [{ item_name: 'Garden hose', item_category: 'garden', price: 24.95 }] },
      },
    ],
  };
}

const LISTED: Readonly<Record<string, Omit<HostOwner, 'domain'>>> = {
  'www.google-analytics.com': { key: 'Google', name: 'Google Analytics', category: 'analytics' },
  'connect.facebook.net': { key: 'Facebook', name: 'Facebook', category: 'social' },
};

/** A list of two companies. */
export function ownerOf(host: string): HostOwner {
  const domain = host.split('.').slice(-2).join('.');
  return { key: domain, ...LISTED[host], domain };
}

/** A page with tactful on it, fully known. */
export function snapshot(): Snapshot {
  return {
    site: 'shop.test',
    takenAt: NOON.at,
    stores: [reportStore(storeContents(), NOON)],
    unreadable: [],
    page: reportPage(pageMaterial(), { site: 'shop.test', now: NOON, ownerOf }),
  };
}

/** A source that always gives this look; commands are kept in `done` and change nothing. */
export function fixedSource(look: Look): LensSource & { readonly done: unknown[] } {
  const done: unknown[] = [];
  return {
    done,
    look: () => Promise.resolve(look),
    subscribe: () => () => undefined,
    command: (command) => {
      done.push(command);
      return Promise.resolve({ removed: 1, at: NOON.at, verified: true, grade: 'reachable' });
    },
  };
}
