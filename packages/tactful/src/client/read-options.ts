import { defaultPurposes } from '../engine/event.js';
import type { ConsentStates, Json, Now, Purpose, StartRequest } from '../worker/protocol.js';
import { misuse } from './tactful-error.js';
import type { TactfulOptions } from './tactful.js';

/** Options with every default filled in. */
export interface Configuration {
  readonly scope: string;
  readonly storage: 'persistent' | 'memory';
  readonly catalog: StartRequest['catalog'];
  readonly purposes: readonly Purpose[];
  /** What is passed on as it is. */
  readonly given: Pick<TactfulOptions, 'policy' | 'model' | 'sector' | 'limits' | 'debug'>;
  /** What the page says about consent; empty when the shopper is to be asked. */
  readonly consent: ConsentStates;
  readonly rememberRefusal: boolean;
  readonly worker: string | undefined;
  readonly audience: NonNullable<StartRequest['audience']>;
  readonly images: NonNullable<TactfulOptions['images']>;
  readonly clock: () => Now;
}

const STATES = /^(?:in|out|pending)$/;
const KNOWN = {
  scope: /^[a-z0-9][a-z0-9_-]{0,47}$/,
  storage: /^(persistent|memory)$/,
  audience: /^(general|child-possible)$/,
  images: /^(inline|reveal)$/,
};

function deviceClock(): Now {
  const now = new Date();
  // Not `-`: in UTC that is a negative zero, which no file keeps.
  return { at: now.getTime(), offset: 0 - now.getTimezoneOffset() };
}

function readCatalogOption(catalog: unknown): StartRequest['catalog'] {
  if (typeof catalog === 'string' || catalog instanceof URL) {
    try {
      return { url: new URL(catalog, document.baseURI).href };
    } catch {
      throw misuse('catalog', `not an address: ${String(catalog)}`);
    }
  }
  if (typeof catalog !== 'object' || catalog === null || Array.isArray(catalog))
    throw misuse('catalog', 'object or address');
  return { inline: catalog as Json };
}

function readPurposes(purposes: readonly Purpose[] | undefined): readonly Purpose[] {
  if (purposes === undefined) return defaultPurposes();
  if (purposes.length === 0) throw misuse('purposes', 'at least one');
  for (const [index, purpose] of purposes.entries()) {
    const said: Readonly<Record<string, unknown>> = { ...purpose };
    const missing = ['id', 'why', 'forShopper', 'signals', 'uses'].find((key) => said[key] === undefined);
    if (missing !== undefined) throw misuse(`purposes[${String(index)}].${missing}`, 'missing');
  }
  return purposes;
}

/** The same states. Throws where one is none: what is neither yes nor no must not count as either. */
export function checkedStates(states: ConsentStates): ConsentStates {
  for (const [id, state] of Object.entries(states)) {
    if (!STATES.test(state)) throw misuse(`consent.${id}`, `unknown state: ${state}`);
  }
  return states;
}

function readConsent(consent: TactfulOptions['consent']): ConsentStates {
  if (consent === undefined || consent === 'prompt') return {};
  if (typeof consent !== 'object') throw misuse('consent', "'prompt' or a state for each purpose");
  return checkedStates(consent);
}

/** Checks what a developer passed, at once and aloud: a mistake throws `CONFIG_INVALID` with its path. */
export function readOptions(options: TactfulOptions): Configuration {
  const {
    scope = 'default',
    storage = 'persistent',
    rememberRefusal = true,
    audience = 'general',
    images = 'inline',
    clock = deviceClock,
  } = options;
  const chosen = { scope, storage, audience, images };
  for (const name of Object.keys(KNOWN) as (keyof typeof KNOWN)[]) {
    if (!KNOWN[name].test(chosen[name])) throw misuse(name, `not ${KNOWN[name].source}: ${chosen[name]}`);
  }
  if (typeof clock !== 'function') throw misuse('clock', 'a function');
  return {
    ...chosen,
    given: { ...options },
    catalog: readCatalogOption(options.catalog),
    purposes: readPurposes(options.purposes),
    consent: readConsent(options.consent),
    rememberRefusal,
    worker: options.worker === undefined ? undefined : new URL(options.worker, document.baseURI).href,
    clock: () => {
      const now = clock();
      // A row without a time could be kept, and never be told or expire.
      return Number.isFinite(now.at + now.offset) ? now : deviceClock();
    },
  };
}
