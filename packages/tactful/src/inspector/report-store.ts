import {
  compareEvents,
  compileCatalog,
  dataNeeds,
  DEFAULT_MODEL,
  ENGINE_VERSION,
  foldLog,
  profileView,
  readCatalog,
  type CompiledCatalog,
  type Now,
  type ProfileView,
} from '../engine/index.js';
import type { ConfigRecord, StoreContents } from '../storage/index.js';
import type { Recall, StoreReport } from './lens-source.js';

/** A catalogue of nothing, where a store holds none that can be read. */
export function noCatalog(): CompiledCatalog {
  return compileCatalog({ format: 'tactful-catalog', version: '', currency: 'EUR', offers: [] }, DEFAULT_MODEL);
}

function latest(configs: readonly ConfigRecord[]): ConfigRecord | undefined {
  return configs.reduce<ConfigRecord | undefined>(
    (best, config) => (best === undefined || config.at > best.at ? config : best),
    undefined,
  );
}

interface Opened {
  readonly config: ConfigRecord;
  readonly catalog: CompiledCatalog;
}

function open(config: ConfigRecord | undefined): Opened | undefined {
  if (!config) return undefined;
  try {
    const { catalog } = readCatalog(config.catalog, { offers: config.catalog.offers.length, images: 'reveal' });
    return catalog && { config, catalog: compileCatalog(catalog, config.model) };
  } catch {
    return undefined; // a store may hold anything: what is no configuration is none
  }
}

function fold({ events, decisions }: StoreContents, { config, catalog }: Opened, now: Now): ProfileView | undefined {
  const { model, policy, purposes } = config;
  try {
    const folded = foldLog(events, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes });
    const needs = dataNeeds(events, { purposes, traces: decisions.map(({ trace }) => trace) });
    return profileView({ folded, catalog, model, policy, now }, needs);
  } catch {
    return undefined; // rows that cannot be folded are shown unfolded
  }
}

function recallOf({ events, decisions, ledger, meta }: StoreContents, { config, catalog }: Opened): Recall {
  const { hash, purposes, policy, model } = config;
  return {
    shop: { catalog, purposes, policy, model, config: hash },
    memory: {
      rows: events,
      ledger,
      consent: meta.consent,
      history: meta.history,
      traces: decisions.map(({ trace }) => trace),
    },
  };
}

/**
 * What a store holds, folded again by this engine: never what a page says about itself.
 *
 * Without a configuration in the store, or with another engine version, there is no profile to compare and `engine` says so.
 */
export function reportStore(contents: StoreContents, now: Now): StoreReport {
  const config = latest(contents.configs);
  const opened = open(config);
  const differs = config !== undefined && config.engineVersion !== ENGINE_VERSION;
  const profile = opened && !differs ? fold(contents, opened, now) : undefined;
  return {
    scope: contents.scope,
    consent: contents.meta.consent,
    events: [...contents.events].sort((a, b) => compareEvents(b, a)),
    profile: profile ?? { now, rows: contents.events.length, visits: 0, profile: [], needs: [] },
    decisions: [...contents.decisions].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    catalog: opened?.catalog ?? noCatalog(),
    engine: profile ? 'same' : differs ? 'differs' : 'unknown',
    ...(profile && opened ? { recall: recallOf(contents, opened) } : {}),
  };
}
