import { DAY_MS, durationMs } from './clock.js';
import { isFields, type OfferProblem } from './offer-problem.js';
import type { Model } from './policy.js';

/** How soon needs come back, by category path (`garden/watering`): ISO 8601 durations. */
export interface NeedCycles {
  readonly [category: string]: string;
}

const isCycle = ([path, cycle]: readonly [string, unknown]): boolean =>
  path !== '' && typeof cycle === 'string' && (durationMs(cycle) ?? 0) > 0;

/** The cycles that are durations above zero; each other one is a problem. */
export function readCycles(raw: unknown): {
  readonly cycles?: NeedCycles;
  readonly problems: readonly OfferProblem[];
} {
  if (raw === undefined) return { problems: [] };
  if (!isFields(raw)) return { problems: [['', raw, '{"garden/watering": "P30D"}']] };
  const entries = Object.entries(raw);
  return {
    cycles: Object.fromEntries(entries.filter(isCycle).map(([path, cycle]) => [path, String(cycle)])),
    problems: entries
      .filter((entry) => !isCycle(entry))
      .map(([path, cycle]) => [path, cycle, 'an ISO 8601 duration above zero: "P7D"']),
  };
}

/** The cycles in days. */
export function compileCycles(cycles: NeedCycles = {}): ReadonlyMap<string, number> {
  return new Map(Object.entries(cycles).map(([path, cycle]) => [path, (durationMs(cycle) ?? NaN) / DAY_MS]));
}

/**
 * In how many days a need for something of the category usually comes back.
 *
 * What the catalogue says of the category, or of the narrowest one around it; else an elicited month.
 */
export function needCycleDays(
  category: string,
  known: {
    readonly catalog: { readonly cycles: ReadonlyMap<string, number> };
    readonly model: Pick<Model, 'usualCycleDays'>;
  },
): number {
  for (let path = category; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const cycle = known.catalog.cycles.get(path);
    if (cycle !== undefined) return cycle;
  }
  return known.model.usualCycleDays.category;
}
