import { isOpenToAll, OFFER_CLASSES, type Offer } from './catalog.js';
import {
  amount,
  channel,
  condition,
  content,
  count,
  duration,
  features,
  image,
  localText,
  moment,
  text,
  texts,
  url,
} from './catalog-values.js';
import { parseMoment } from './parse-moment.js';
import { fields, isFields, listOf, oneOf, type Check, type ShapeProblem } from './shape.js';

export { isFields } from './shape.js';

/** Where in an offer something is wrong, what stands there, and what should. */
export type OfferProblem = ShapeProblem;

/** How often something may be shown. */
export const frequency: Check = fields({
  lifetime: amount,
  custom: listOf(fields({ cap: amount, period: duration }, 'cap period')),
});

/** After which outcome something is silent, and for how long. */
export const suppress: Check = fields(
  {
    after: fields(
      { outcome: oneOf('shown accepted dismissed not_for_me complained'), count, within: duration },
      'outcome',
    ),
    for: duration,
    scope: oneOf('offer group'),
  },
  'after for',
);

/** What an offer and a product say in the same words. */
const THING = {
  id: text,
  category: texts,
  brand: text,
  price: amount,
  lowestPrice30d: amount,
  margin: amount,
  features,
};

/** Why something is no product of a catalog, or `undefined`. */
export const productProblem: Check = fields({ ...THING, name: text, url, image }, 'id name');

const OFFER: Check = fields(
  {
    ...THING,
    class: oneOf(OFFER_CLASSES.join(' ')),
    content,
    group: text,
    discount: amount,
    product: (value) => (isFields(value) ? undefined : text(value)),
    from: fields({ products: (value) => (value === 'all' ? undefined : condition(value)), limit: count }, 'products'),
    when: condition,
    validFrom: moment,
    validThrough: moment,
    channels: listOf(channel),
    placements: texts,
    way: localText,
    frequency,
    suppress,
    needs: texts,
    helps: texts,
    openTo: text,
  },
  'id class content',
);

/** Whether one moment is before another, as far as both are given. */
export const isBefore = (from: string | undefined, through: string | undefined): boolean =>
  (parseMoment(from) ?? -Infinity) < (parseMoment(through) ?? Infinity);

function relationProblem(offer: Offer): OfferProblem | undefined {
  const { price, discount, from, validFrom, validThrough, openTo } = offer;
  // what a template takes off is held against the price of each product
  if (discount !== undefined && !from && discount > (price ?? -1)) return ['discount', discount, 'at most the price'];
  if (!isBefore(validFrom, validThrough)) return ['validThrough', validThrough, 'later than validFrom'];
  if (isOpenToAll(offer.class) && openTo === undefined) {
    return ['openTo', openTo, '"everyone", or where everyone finds it at this price'];
  }
  return undefined;
}

/** The first thing wrong in an offer, or `undefined`. */
export const offerProblem: Check = (offer) => OFFER(offer) ?? relationProblem(offer as Offer);
