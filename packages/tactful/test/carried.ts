import { asJson, type ConsentStates, type Event, type EventName, type JsonObject } from '../src/engine/index.js';
import { defaultPurposes } from '../src/engine/event.js';
import type { Store } from '../src/storage/index.js';
import { createHost } from '../src/worker/host.js';
import type { HostMeans } from '../src/worker/session.js';
import type { CallName, Calls, ImportReceipt, Outcome, StartRequest } from '../src/worker/protocol.js';
import { gardenCatalog } from './garden-catalog.js';

/** Noon UTC on a Monday, two hours east of it. */
export const CARRIED_AT = { at: 1_746_446_400_000, offset: 120 };

/** A device with a worker of its own: what an export is made on and carried to. */
export interface Carrier {
  readonly call: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<ReturnType<Calls[Name]>>;
  readonly agree: (states: ConsentStates) => Promise<void>;
  readonly keep: (rows: readonly Event[]) => Promise<void>;
  /** As text, without a profile in it. */
  readonly export: () => Promise<string>;
  readonly import: (text: string) => Promise<ImportReceipt>;
}

/** The failure of a call, as its page would get it. */
export class Refusal extends Error {
  readonly code: string;
  readonly path: string | undefined;
  constructor(failure: { readonly code: string; readonly message: string; readonly path?: string }) {
    super(failure.message);
    this.code = failure.code;
    this.path = failure.path;
  }
}

/** Begins a device: a host as a worker runs it, over a store in memory unless told otherwise. */
export async function newCarrier(more: Partial<StartRequest> = {}, means: Partial<HostMeans> = {}): Promise<Carrier> {
  const host = createHost(() => import('../src/worker/later.js'), means);
  const call: Carrier['call'] = async <Name extends CallName>(name: Name, argument: Parameters<Calls[Name]>[0]) => {
    const outcome: Outcome<ReturnType<Calls[Name]>> = await host.call(name, argument);
    if (outcome.ok) return outcome.value;
    throw new Refusal(outcome.error);
  };
  await call('start', {
    scope: 'default',
    storage: 'memory',
    stored: false,
    now: CARRIED_AT,
    catalog: { inline: asJson(gardenCatalog) },
    purposes: defaultPurposes(),
    policy: {},
    model: {},
    ...more,
  });
  return {
    call,
    agree: async (states) => {
      await call('setConsent', { states, now: CARRIED_AT, mechanism: 'element', rememberRefusal: true });
    },
    keep: async (rows) => {
      await call('hint', { rows, stored: false });
    },
    export: async () => JSON.stringify({ ...(await call('export', { now: CARRIED_AT })), profile: {} }),
    import: (text) => call('import', { text, now: CARRIED_AT }),
  };
}

/** The same over a disk that was found there. */
export const carrierOn = (
  disk: Store,
  { more = {}, ...means }: Partial<HostMeans> & { readonly more?: Partial<StartRequest> } = {},
): Promise<Carrier> =>
  newCarrier(
    { storage: 'persistent', stored: true, ...more },
    { openDisk: () => Promise.resolve(disk), isThere: () => Promise.resolve(true), ...means },
  );

/** A device that was agreed on and holds rows. */
export async function carrierWith(rows: readonly Event[], more: Partial<StartRequest> = {}): Promise<Carrier> {
  const carrier = await newCarrier(more);
  await carrier.agree({ personalization: 'in' });
  await carrier.keep(rows);
  return carrier;
}

/** A row as a tab wrote it, so many minutes before {@link CARRIED_AT}. */
export function carriedRow(
  id: string,
  {
    name = 'view_item',
    params = { items: [{ item_id: 'hose', item_category: 'garden' }] },
    ago = 60,
    ...more
  }: {
    readonly name?: EventName;
    readonly params?: JsonObject;
    /** In minutes. */
    readonly ago?: number;
  } & Partial<Event> = {},
): Event {
  return {
    id,
    at: CARRIED_AT.at - ago * 60_000,
    offset: 120,
    name,
    origin: 'observed',
    purpose: 'personalization',
    params,
    v: 1,
    ...more,
  };
}
