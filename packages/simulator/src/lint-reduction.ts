import type { Spotted } from './lint-finding.js';
import { isFields, type LintedOffer, type OfferRule } from './lint-rule.js';

// The EU's Price Indication Directive (98/6/EC, article 6a): a reduction is counted from the lowest price of the 30 days
// before it.

const isReduced = ({ compiled: { offer } }: LintedOffer): boolean => (offer.discount ?? 0) > 0;

function spotMissing(offer: LintedOffer): readonly Spotted[] {
  return isReduced(offer) && offer.compiled.offer.lowestPrice30d === undefined
    ? [['lowestPrice30d', undefined, 'the lowest price of the 30 days before the reduction']]
    : [];
}

function spotFalse(linted: LintedOffer): readonly Spotted[] {
  const { price = 0, discount = 0, lowestPrice30d } = linted.compiled.offer;
  if (!isReduced(linted) || lowestPrice30d === undefined) return [];
  const asked = price - discount;
  if (asked >= lowestPrice30d)
    return [['discount', discount, `no reduction: it was sold for ${String(lowestPrice30d)} in the 30 days before`]];
  if (price > lowestPrice30d)
    return [
      [
        'discount',
        discount,
        `price ${String(lowestPrice30d)} and discount ${String(lowestPrice30d - asked)}: counted from lowestPrice30d`,
      ],
    ];
  return price < lowestPrice30d
    ? [['lowestPrice30d', lowestPrice30d, `at most the price before the reduction, ${String(price)}`]]
    : [];
}

const PERCENT_OFF =
  /(\d{1,3})\s?(?:%|percent|procent)\s?(?:off|discount|reduction|korting|goedkoper|cheaper|afgeprijsd)/iu;

/** The largest share that texts announce may be off the truth by rounding only. */
function spotOverstated({ fields, compiled }: LintedOffer): readonly Spotted[] {
  const { price = 0, discount = 0, lowestPrice30d = price } = compiled.offer;
  const content = isFields(fields['content']) ? fields['content'] : {};
  const real = lowestPrice30d > 0 ? (100 * (lowestPrice30d - price + discount)) / lowestPrice30d : 0;
  return Object.entries(content).flatMap(([lang, said]) =>
    ['title', 'text'].flatMap((key): readonly Spotted[] => {
      const text = isFields(said) ? said[key] : undefined;
      const announced = typeof text === 'string' ? PERCENT_OFF.exec(text)?.[1] : undefined;
      return announced !== undefined && Number(announced) > real + 1
        ? [[`content.${lang}.${key}`, text, `at most the real reduction of ${real.toFixed(0)} %`]]
        : [];
    }),
  );
}

/** A reduction is real, and says from what. */
export const REDUCTION_RULES: readonly OfferRule[] = [
  { rule: 'no-lowest-price', level: 'error', products: true, spot: spotMissing },
  { rule: 'false-reduction', level: 'error', products: true, spot: spotFalse },
  { rule: 'overstated', level: 'error', products: true, spot: spotOverstated },
];
