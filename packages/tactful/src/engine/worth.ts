import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { NO_NEED } from './need-due.js';
import { offerAt } from './offer-lots.js';
import { isForTheDay, needFor, type OfferReading } from './offer-reading.js';
import type { Beside } from './silence-beside.js';
import { emptyTaste, tasteAt } from './taste.js';
import { priceFit, type UsualPrice } from './usual-price.js';
import { emptyScore, offerScore, type OfferRead, type Score, type Weighed } from './utility.js';
import type { Writable } from './writable.js';

/** Both sides must gain: not a weighted sum that lets one side pay for the other (science 7.3). */
function isWinWin(
  { promotional }: Pick<CompiledOffer, 'promotional'>,
  { shopper, saving, business, relation }: Score,
): boolean {
  return shopper + saving + relation >= 0 && (!promotional || business >= 0);
}

/** What an offer is worth beyond silence, in minor units: `beyond`, or NaN where one side would pay for the other. */
export function worth(compiled: Pick<CompiledOffer, 'promotional'>, score: Score, beyond: number): number {
  return isWinWin(compiled, score) ? beyond : NaN;
}

/**
 * Reads {@link worth} by the place of an offer in the lots, and writes nothing down.
 *
 * What the offers of a lot share is read when the first of them is met: fast for places in their order, right for any.
 */
export function worthReader(
  { lots, groupIndex }: Pick<CompiledCatalog, 'lots' | 'groupIndex'>,
  reading: OfferReading & { readonly besideOf: (compiled: Weighed, read: OfferRead) => Beside },
): (place: number) => number {
  const { tastes, affinities, needOf, wearOf, wearIn, goalOf, hasGoals, tellsDay, besideOf, basis } = reading;
  const { columns } = lots;
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
  const score = emptyScore();
  let [about, lot, need, isSingle] = [-1, -1, NO_NEED, false];
  let usual: UsualPrice | undefined;

  /** What all offers about one category and brand share. */
  const enterGroup = (number: number): void => {
    const path = paths[pathOf[number] ?? -1] ?? [];
    const [narrowest, widest] = [values[path[0] ?? -1], values[path[path.length - 1] ?? -1]];
    about = number;
    usual = widest && affinities.usualPrice(widest.value);
    need = needOf(number);
    read.wear = narrowest ? wearIn(narrowest.value) : 0;
    tasteAt(tastes, number, group);
  };
  /** What those of one class among them share. */
  const enterLot = (number: number): void => {
    const kind = offerAt(lots, lots.first[number] ?? 0);
    const of = lots.group[number] ?? 0;
    lot = number;
    if (of !== about) enterGroup(of);
    offer.class = kind.class;
    offer.promotional = kind.promotional;
    read.need = needFor(kind, need);
    read.goal = 0;
    read.day = false;
    // Beyond price these differ within a lot: what it helps, whether it is for the day, and how worn what has no category is.
    isSingle = hasGoals || usual === undefined || (tellsDay && kind.class === 'inspire');
  };
  const readSingle = (compiled: CompiledOffer): void => {
    read.wear = wearOf(compiled);
    read.goal = goalOf(compiled.helps);
    read.day = isForTheDay(compiled, reading);
  };
  return (place) => {
    const number = columns.lot[place] ?? 0;
    if (number !== lot) enterLot(number);
    if (isSingle) readSingle(offerAt(lots, place));
    const z = columns.priceZ[place] ?? NaN;
    read.priceFit = usual && !Number.isNaN(z) ? priceFit(z, usual) : 0;
    offer.price = columns.price[place] ?? 0;
    offer.discount = columns.discount[place] ?? 0;
    offer.margin = columns.margin[place] ?? 0;
    offer.usualTimes = columns.usualTimes[place] ?? 1;
    const { utility } = offerScore(offer, read, score);
    return worth(offer, score, utility - besideOf(offer, read).utility);
  };
}
