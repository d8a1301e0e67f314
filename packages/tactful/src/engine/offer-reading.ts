import type { AffinityReader } from './affinity.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { NO_NEED, type GroupNeed } from './need-due.js';
import { offerAt } from './offer-lots.js';
import { emptyTaste, tasteAt, type GroupTastes } from './taste.js';
import { priceFit, type UsualPrice } from './usual-price.js';
import type { OfferRead, UtilityBasis, Weighed } from './utility.js';
import type { WearReader } from './wear.js';
import type { Writable } from './writable.js';

/** What is read of the shopper for the offers of one decision, by what an offer is about. */
export interface OfferReading {
  readonly tastes: GroupTastes;
  readonly usualPrice: AffinityReader['usualPrice'];
  readonly needIn: (prefix: string) => GroupNeed;
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
function needFor({ class: offerClass }: Pick<CompiledOffer, 'class'>, need: GroupNeed): GroupNeed {
  if (offerClass === 'complement') return NO_NEED;
  if (need.satiation === 0) return need;
  return offerClass === 'replenish' || offerClass === 'inform' ? { satiation: 0, due: need.due } : need;
}

/** Whether it is something new that is only for a day such as the page may tell of (mission M3). */
const isForTheDay = ({ class: offerClass, readsWeather }: CompiledOffer): boolean =>
  readsWeather && offerClass === 'inspire';

/** What all offers in a category share, whatever their brand. */
interface PathRead {
  readonly usual: UsualPrice | undefined;
  readonly wear: number;
  readonly need: GroupNeed;
}

const NOWHERE: PathRead = { usual: undefined, wear: 0, need: NO_NEED };

/** An offer as it is weighed, and what is read of the shopper for it. */
export interface ReadOffer {
  readonly offer: Weighed;
  readonly read: OfferRead;
}

/**
 * Reads what the shopper's side says of the offer at a place of the lots: one record, written over each time.
 *
 * What the offers of a lot share is read when the first of them is met: fast for places in their order, right for any.
 */
export function offerReader(
  { lots, groupIndex }: Pick<CompiledCatalog, 'lots' | 'groupIndex'>,
  reading: OfferReading,
): (place: number) => ReadOffer {
  const { tastes, usualPrice, needIn, wearOf, wearIn, goalOf, hasGoals, tellsDay, basis } = reading;
  const { columns, offers, examples } = lots;
  const { values, pathOf, paths } = groupIndex;
  const group = emptyTaste();
  const read: Writable<OfferRead> = {
    group,
    priceFit: NaN,
    wear: NaN,
    need: NO_NEED,
    goal: NaN,
    day: false,
    basis,
  };
  const offer: Writable<Weighed> = {
    class: 'suggest',
    promotional: true,
    price: NaN,
    discount: NaN,
    margin: NaN,
    usualTimes: NaN,
  };
  const one: ReadOffer = { offer, read };
  const known: (PathRead | undefined)[] = [];
  const usualIn: (UsualPrice | undefined)[] = [];
  let [at, lot, isSingle] = [-1, -1, false];
  let here = NOWHERE;

  const readPath = (path: number): PathRead => {
    const about = paths[path] ?? [];
    const department = about[about.length - 1] ?? -1;
    const [narrowest, widest] = [values[about[0] ?? -1], values[department]];
    if (!narrowest || !widest) return NOWHERE;
    const usual = (usualIn[department] ??= usualPrice(widest.value));
    return { usual, wear: wearIn(narrowest.value), need: needIn(narrowest.value) };
  };
  /** What all offers about one category and brand share. */
  const enterGroup = (number: number): void => {
    const path = pathOf[number] ?? 0;
    at = number;
    here = known[path] ??= readPath(path);
    read.wear = here.wear;
    tasteAt(tastes, number, group);
  };
  /** What those of one class among them share. */
  const enterLot = (number: number): void => {
    const kind = offerAt(examples, lots.kind[number] ?? 0);
    const of = lots.group[number] ?? 0;
    lot = number;
    if (of !== at) enterGroup(of);
    offer.class = kind.class;
    offer.promotional = kind.promotional;
    read.need = needFor(kind, here.need);
    read.goal = 0;
    read.day = false;
    // Beyond price these differ within a lot: what it helps, whether it is for the day, and how worn what has no category is.
    isSingle = hasGoals || here === NOWHERE || (tellsDay && kind.class === 'inspire');
  };
  const readSingle = (compiled: CompiledOffer): void => {
    read.wear = wearOf(compiled);
    read.goal = goalOf(compiled.helps);
    read.day = tellsDay && isForTheDay(compiled);
  };
  return (place) => {
    const number = columns.lot[place] ?? 0;
    if (number !== lot) enterLot(number);
    if (isSingle) readSingle(offerAt(offers, place));
    const { usual } = here;
    const z = columns.priceZ[place] ?? NaN;
    read.priceFit = usual && !Number.isNaN(z) ? priceFit(z, usual) : 0;
    offer.price = columns.price[place] ?? 0;
    offer.discount = columns.discount[place] ?? 0;
    offer.margin = columns.margin[place] ?? 0;
    offer.usualTimes = columns.usualTimes[place] ?? 1;
    return one;
  };
}
