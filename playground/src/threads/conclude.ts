import {
  compileCatalog,
  DAY_MS,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  foldLog,
  profileView,
  type CompiledCatalog,
  type DecisionTrace,
  type Event,
  type FoldConfig,
  type Folded,
  type Now,
  type ProfileRow,
} from 'tactful/engine';
import { catalog } from '../data/offers.js';
import { FIRST, PLAY } from './tell-steps.js';

/** The shop's catalogue, as the engine reads it. */
export const shopCatalog: CompiledCatalog = compileCatalog(catalog, DEFAULT_MODEL);

const SETTING = { catalog: shopCatalog, model: DEFAULT_MODEL, policy: DEFAULT_POLICY, ...PLAY } as const;

/** What the engine makes of a log: the profile at the end of the walk, and what it would say the day after. */
export interface Concluded {
  readonly profile: readonly ProfileRow[];
  /** The decision for the front page of the shop, one day later. */
  readonly tomorrow: DecisionTrace;
}

/** When a walk is over and the wall is hung: the minute is full, on the day of its last click. */
export function endOf(lastSecond: number): Now {
  const day = Math.floor(lastSecond / 86_400);
  return { at: FIRST.at + day * DAY_MS + 60_000, offset: FIRST.offset };
}

/** With what rows are folded. */
export const FOLDING: FoldConfig = { ...SETTING, wearHalfLifeDays: DEFAULT_POLICY.wear.halfLifeDays };

/** What the engine makes of rows, as of a moment. Pure; no store, no clock. */
export function conclude(events: readonly Event[], now: Now): Concluded {
  return concludeFrom(foldLog(events, FOLDING), now);
}

/** The same from a fold that was made elsewhere. */
export function concludeFrom(folded: Folded, now: Now): Concluded {
  const { profile } = profileView({ ...SETTING, folded, now });
  const tomorrow = decide({
    ...SETTING,
    id: 'tomorrow',
    placement: 'home',
    at: now.at + DAY_MS,
    offset: now.offset,
    folded,
    contacts: folded.contacts,
    config: 'threads',
  });
  return { profile, tomorrow };
}
