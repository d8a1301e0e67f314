import { addAnchored, DAY_MS, NOTHING, readAnchored, type Anchored } from 'tactful/engine';
import type { World } from './world-preset.js';
import type { Circumstances } from './world-response.js';
import type { Chance } from './world-schedule.js';
import type { WorldShop } from './world-shop.js';
import type { Shopper } from './world-shopper.js';

interface Hurt {
  readonly size: number;
  readonly until: number;
}

/** What a shopper carries from one chance to the next. Only the world writes it, and no policy sees it. */
export interface ShopperState {
  readonly cycles: readonly number[];
  readonly exposures: Anchored[];
  readonly bought: Anchored[];
  readonly fatigue: { inbound: Anchored; outbound: Anchored };
  annoyance: Anchored;
  readonly hurts: Hurt[];
  /** Messages are switched off. */
  muted: boolean;
  /** Gone, and why: for what the shop did, or because the need ended. */
  gone: 'left' | 'drifted' | undefined;
}

/** Somebody whom nothing has been said to. */
export function freshState({ categories }: Pick<WorldShop, 'categories'>): ShopperState {
  const none = (): Anchored[] => categories.map(() => NOTHING);
  return {
    cycles: categories.map(({ cycleDays }) => cycleDays),
    exposures: none(),
    bought: none(),
    fatigue: { inbound: NOTHING, outbound: NOTHING },
    annoyance: NOTHING,
    hurts: [],
    muted: false,
    gone: undefined,
  };
}

const TIRES = { inbound: { weight: 0.2, halfLifeDays: 1 }, outbound: { weight: 1, halfLifeDays: 7 } } as const;
const ANNOYANCE_DAYS = 90;
/** What one strike takes from trust. */
const HURT = 0.08;

/** How satisfied the need for a category is: half of it is back in half a need cycle. */
export function satiationIn({ bought, cycles }: ShopperState, category: number, at: number): number {
  const cycleDays = cycles[category] ?? NaN;
  return Math.min(1, readAnchored(bought[category] ?? NOTHING, { at, halfLifeDays: cycleDays / 2 }));
}

/** What a chance is to the shopper, if it is about a category. */
export function circumstancesOf(
  state: ShopperState,
  about: {
    readonly chance: Pick<Chance, 'at' | 'direction' | 'intent' | 'checkout' | 'commute'>;
    readonly category: number;
    readonly world: World;
    readonly quiet: boolean;
  },
): Circumstances {
  const { chance, category, world, quiet } = about;
  const { at, direction, intent, checkout, commute } = chance;
  const read = (sum: Anchored, halfLifeDays: number): number => readAnchored(sum, { at, halfLifeDays });
  const { inbound, outbound } = state.fatigue;
  return {
    world,
    category,
    direction,
    intent,
    checkout,
    commute,
    quiet,
    exposures: read(state.exposures[category] ?? NOTHING, world.wear.halfLifeDays),
    satiation: satiationIn(state, category, at),
    fatigue: read(inbound, TIRES.inbound.halfLifeDays) + read(outbound, TIRES.outbound.halfLifeDays),
  };
}

/** Between 0 and 1: 1 while nothing has hurt. */
export function trustIn({ hurts }: ShopperState, at: number): number {
  const hurt = hurts.reduce((sum, { size, until }) => (at < until ? sum + size : sum), 0);
  return Math.max(0, 1 - hurt);
}

/** Decayed strikes. */
export function annoyanceIn({ annoyance }: ShopperState, at: number): number {
  return readAnchored(annoyance, { at, halfLifeDays: ANNOYANCE_DAYS });
}

/** They saw a message. */
export function expose(
  state: ShopperState,
  seen: { readonly chance: Pick<Chance, 'at' | 'direction'>; readonly category: number; readonly world: World },
): void {
  const { chance, category, world } = seen;
  const { at, direction } = chance;
  const known = state.exposures[category] ?? NOTHING;
  state.exposures[category] = addAnchored([known, { value: 1, at }], world.wear.halfLifeDays);
  const { weight, halfLifeDays } = TIRES[direction];
  state.fatigue[direction] = addAnchored([state.fatigue[direction], { value: weight, at }], halfLifeDays);
}

/** They bought from a category. */
export function satisfy(state: ShopperState, category: number, at: number): void {
  const cycleDays = state.cycles[category] ?? NaN;
  const known = state.bought[category] ?? NOTHING;
  state.bought[category] = addAnchored([known, { value: 1, at }], cycleDays / 2);
}

/** Something was resented: it counts as strikes, and takes trust until it is forgiven. */
export function hurt(
  state: ShopperState,
  by: { readonly severity: number; readonly at: number; readonly shopper: Pick<Shopper, 'forgivesAfterDays'> },
): void {
  const { severity, at, shopper } = by;
  state.annoyance = addAnchored([state.annoyance, { value: severity, at }], ANNOYANCE_DAYS);
  state.hurts.push({ size: HURT * severity, until: at + shopper.forgivesAfterDays * DAY_MS });
}
