import {
  compileCatalog,
  ENGINE_VERSION,
  foldLog,
  profileView,
  readCatalog,
  type Catalog,
  type Now,
  type ProfileView,
} from '../engine/index.js';
import type { ConfigRecord, StoreContents } from '../storage/index.js';
import type { StoreReport } from './lens-source.js';

function latest(configs: readonly ConfigRecord[]): ConfigRecord | undefined {
  return configs.reduce<ConfigRecord | undefined>(
    (best, config) => (best === undefined || config.at > best.at ? config : best),
    undefined,
  );
}

function fold(
  { events }: StoreContents,
  config: ConfigRecord & { readonly catalog: Catalog },
  now: Now,
): ProfileView | undefined {
  const { model, policy } = config;
  try {
    const catalog = compileCatalog(config.catalog, model);
    return profileView(foldLog(events, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays }), {
      catalog,
      model,
      now,
    });
  } catch {
    return undefined; // a store may hold anything: what cannot be folded is shown unfolded
  }
}

/**
 * What a store holds, folded again by this engine: never what a page says about itself.
 *
 * Without a configuration in the store, or with another engine version, there is no profile to compare and `engine` says so.
 */
export function reportStore(contents: StoreContents, now: Now): StoreReport {
  const config = latest(contents.configs);
  const catalog = config && readCatalog(config.catalog, { offers: config.catalog.offers.length }).catalog;
  const profile =
    config && catalog && config.engineVersion === ENGINE_VERSION
      ? fold(contents, { ...config, catalog }, now)
      : undefined;
  return {
    scope: contents.scope,
    consent: contents.meta.consent,
    events: [...contents.events].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    profile: profile ?? { now, rows: contents.events.length, visits: 0, profile: [] },
    decisions: [...contents.decisions].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    ...(catalog ? { catalog } : {}),
    engine: profile ? 'same' : config && config.engineVersion !== ENGINE_VERSION ? 'differs' : 'unknown',
  };
}
