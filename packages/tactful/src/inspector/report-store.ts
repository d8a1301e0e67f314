import { compileCatalog, ENGINE_VERSION, foldLog, profileView, type Now, type ProfileView } from '../engine/index.js';
import type { ConfigRecord, StoreContents } from '../storage/format.js';
import type { StoreReport } from './lens-source.js';

function latest(configs: readonly ConfigRecord[]): ConfigRecord | undefined {
  return configs.reduce<ConfigRecord | undefined>((best, config) => (best === undefined || config.at > best.at ? config : best), undefined);
}

function fold({ events }: StoreContents, config: ConfigRecord, now: Now): ProfileView {
  const { model, policy } = config;
  const catalog = compileCatalog(config.catalog, model);
  return profileView(foldLog(events, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays }), { catalog, model, now });
}

/**
 * What a store holds, folded again by this engine: never what a page says about itself.
 *
 * Without a configuration in the store, or with another engine version, there is no profile to
 * compare and `engine` says so.
 */
export function reportStore(contents: StoreContents, now: Now): StoreReport {
  const config = latest(contents.configs);
  const engine = config === undefined ? 'unknown' : config.engineVersion === ENGINE_VERSION ? 'same' : 'differs';
  return {
    scope: contents.scope,
    consent: contents.meta.consent,
    events: [...contents.events].sort((a, b) => b.at - a.at),
    profile: config && engine === 'same' ? fold(contents, config, now) : { now, rows: contents.events.length, visits: 0, profile: [] },
    decisions: [...contents.decisions].sort((a, b) => b.at - a.at),
    engine,
  };
}
