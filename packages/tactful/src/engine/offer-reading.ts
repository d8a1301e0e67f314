import type { AffinityReader } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import { NO_NEED, type GroupNeed } from './need-due.js';
import { tasteAt, type GroupTastes } from './taste.js';
import type { OfferRead, UtilityBasis } from './utility.js';
import type { WearReader } from './wear.js';

/** What is read of the shopper for the offers of one decision, by what an offer is about. */
export interface OfferReading {
  readonly tastes: GroupTastes;
  readonly affinities: Pick<AffinityReader, 'usualPrice' | 'priceFit'>;
  readonly needOf: (group: number) => GroupNeed;
  readonly wearOf: WearReader['wearOf'];
  readonly wearIn: WearReader['wearIn'];
  readonly goalOf: (helps: readonly string[] | undefined) => number;
  /** Whether the shopper has any goals. */
  readonly hasGoals: boolean;
  /** Whether the page tells of the day. */
  readonly tellsDay: boolean;
  readonly basis: UtilityBasis;
}

/**
 * What goes with a thing is wanted because the thing was bought; what comes again, when its own rhythm says so; and of
 * news about it nobody has enough by having bought it.
 */
export function needFor({ class: offerClass }: Pick<CompiledOffer, 'class'>, need: GroupNeed): GroupNeed {
  if (offerClass === 'complement') return NO_NEED;
  if (need.satiation === 0) return need;
  return offerClass === 'replenish' || offerClass === 'inform' ? { satiation: 0, due: need.due } : need;
}

/** Whether it is something new that is only for a day such as the page says it is (mission M3). */
export const isForTheDay = (
  { class: offerClass, readsWeather }: Pick<CompiledOffer, 'class' | 'readsWeather'>,
  { tellsDay }: Pick<OfferReading, 'tellsDay'>,
): boolean => tellsDay && readsWeather && offerClass === 'inspire';

/** What is read of the shopper for one offer. */
export function readOffer(compiled: CompiledOffer, reading: OfferReading): OfferRead {
  const { group, prefixes, priceZ, helps } = compiled;
  return {
    group: tasteAt(reading.tastes, group),
    priceFit: reading.affinities.priceFit({ top: prefixes[0], z: priceZ }),
    wear: reading.wearOf(compiled),
    need: needFor(compiled, reading.needOf(group)),
    goal: reading.goalOf(helps),
    day: isForTheDay(compiled, reading),
    basis: reading.basis,
  };
}
