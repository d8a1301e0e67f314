import type { Policy as ContactPolicy } from 'tactful/engine';
import { policyNamed, type PolicyName } from './simulate-policies.js';
import { summarizeWalks, type PolicySummary } from './simulate-summary.js';
import type { Policy } from './policy-view.js';
import type { Votes } from './policy-votes.js';
import { WORLDS, type PrivacyMix, type WorldName } from './world-preset.js';
import { drawSchedule } from './world-schedule.js';
import { shopOf, WORLD_CATALOG, type WorldShop } from './world-shop.js';
import { drawShopper } from './world-shopper.js';
import { walkShopper, type Walked } from './world-walk.js';

/** What is to be simulated. */
export interface SimulationRequest {
  readonly world: WorldName;
  readonly policies: readonly PolicyName[];
  /** Per seed. */
  readonly shoppers: number;
  /** How many seeds, from `firstSeed` on. */
  readonly seeds: number;
  /** Default 1. */
  readonly firstSeed?: number;
  readonly privacy?: PrivacyMix;
  /** Default: the made-up shop. */
  readonly shop?: WorldShop;
  /** The contact policy that `tactful` obeys; default: the shipped one. */
  readonly contactPolicy?: ContactPolicy;
  /** What `class` does. */
  readonly votes?: Votes;
}

/** How to follow and end a simulation. */
export interface SimulationWatch {
  /** Told after each few shoppers how many are done. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** What all policies did to the same people. Plain data. Synthetic, for teaching: no effect size of anything real. */
export interface Simulation {
  readonly label: 'synthetic; for teaching';
  readonly world: WorldName;
  readonly privacy: PrivacyMix;
  readonly shoppers: number;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly days: 180;
  readonly currency: string;
  /** In the order asked for. */
  readonly policies: readonly PolicySummary[];
}

const SHOPPERS_PER_PAUSE = 10;

/** Lets whoever waits in this thread have a turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Running {
  readonly request: SimulationRequest;
  readonly shop: WorldShop;
  readonly policies: ReadonlyMap<PolicyName, Policy>;
  readonly walks: ReadonlyMap<PolicyName, Walked[]>;
}

function walkOne({ request, shop, policies, walks }: Running, seed: number, number: number): void {
  const { privacy = 'essays' } = request;
  const shopper = drawShopper(seed, number, { categories: shop.categories.length, privacy });
  const schedule = drawSchedule(seed, number, shopper);
  for (const [name, policy] of policies)
    walks.get(name)?.push(walkShopper(schedule, { shopper, world: WORLDS[request.world], policy, shop }));
}

/**
 * Lets the same made-up shoppers live half a year under each policy (science 11), and counts what comes of it.
 *
 * The same request gives the same figures, in Node and in every browser. Silence is always simulated too, because all
 * others are compared with it, shopper by shopper. Gives way to other work in its thread after each few shoppers.
 *
 * @throws RangeError for fewer than one shopper or seed; the signal's reason when that is aborted.
 */
export async function simulate(request: SimulationRequest, watch: SimulationWatch = {}): Promise<Simulation> {
  const { world, policies, shoppers, seeds, firstSeed = 1, privacy = 'essays', shop = shopOf(WORLD_CATALOG) } = request;
  if (!(shoppers >= 1 && seeds >= 1)) throw new RangeError('shoppers, seeds: should be 1 or more');
  const names: readonly PolicyName[] = [...new Set<PolicyName>(['silence', ...policies])];
  const walks = new Map(names.map((name) => [name, [] as Walked[]]));
  const running = { request, shop, walks, policies: new Map(names.map((name) => [name, policyNamed(name, request)])) };
  const of = shoppers * seeds;
  for (let done = 0; done < of; done++) {
    if (done % SHOPPERS_PER_PAUSE === 0) {
      watch.onProgress?.(done, of);
      await pause();
      watch.signal?.throwIfAborted();
    }
    const seed = firstSeed + Math.floor(done / shoppers);
    walkOne(running, seed, done % shoppers);
  }
  watch.onProgress?.(of, of);
  const silent = walks.get('silence') ?? [];
  return {
    label: 'synthetic; for teaching',
    world,
    privacy,
    shoppers,
    seeds,
    firstSeed,
    days: 180,
    currency: shop.catalog.currency,
    policies: policies.map((name) => summarizeWalks(name, { walks: walks.get(name) ?? [], silent })),
  };
}
