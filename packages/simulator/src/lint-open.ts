import { pathsIn } from './condition-conflict.js';
import type { Spotted } from './lint-finding.js';
import type { LintContext, LintedOffer, OfferRule } from './lint-rule.js';

/** What a condition may read without looking at who somebody is: the page, the cart and the moment. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(
  'viewing cart page placement channel moment weather day time place signals stock lang language region season'.split(
    ' ',
  ),
);

/** Reads what the shopper is worth, what kind of relation it is, or what price they take. */
const WORTH =
  /(?:^|[._])(?:(?:customer|lifetime|relationship|yearly)?values?|clv|rlv|ltv|rfm|spend(?:ing)?|relation(?:ship)?s?|segments?|types?|tiers?|price(?:acceptance|level|sensitivity|fit|elasticity)|income|wealth|loyalty)(?:$|[._])/i;

const rootOf = (path: string): string => path.split('.')[0] ?? '';
const isOfMoment = (path: string): boolean => OF_THE_MOMENT.has(rootOf(path));
const isWorth = (path: string): boolean => !isOfMoment(path) && WORTH.test(path);
const isPersonal = (path: string): boolean => !isOfMoment(path);

const isGiven = ({ compiled: { offer } }: LintedOffer): boolean => offer.class === 'coupon' || offer.class === 'gift';

/** `everyone`, or where the list stands: an address has a slash, a hash or a dot. Words for people have none. */
const isOpen = (openTo: string): boolean => openTo === 'everyone' || /^\S*[/#.]\S*$/.test(openTo);

function spotClosed({ compiled: { offer } }: LintedOffer): readonly Spotted[] {
  const { openTo } = offer;
  return openTo === undefined || isOpen(openTo)
    ? []
    : [['openTo', openTo, '"everyone", or the address of the list on which everyone finds it at this price']];
}

function spotWorth(offer: LintedOffer): readonly Spotted[] {
  const priced = (offer.compiled.offer.discount ?? 0) > 0 || isGiven(offer);
  if (!priced) return [];
  return pathsIn(offer.fields['when'])
    .filter(isWorth)
    .map((path): Spotted => [
      'when',
      path,
      'no condition on what somebody is worth, is or would pay: one price for all',
    ]);
}

const asksOf = (offer: LintedOffer): number | undefined => {
  const { price, discount = 0 } = offer.compiled.offer;
  return price === undefined ? undefined : price - discount;
};

const overlap = (one: LintedOffer, other: LintedOffer): boolean =>
  one.compiled.from < other.compiled.through && other.compiled.from < one.compiled.through;

/** With how many offers of one product a price is compared: the first of them. */
const MAX_COMPARED = 32;

/** Two prices for one product at one time: nobody can tell which is asked. A coupon open to all lowers it openly. */
function spotTwoPrices(offer: LintedOffer, { byProduct }: LintContext): readonly Spotted[] {
  const { product } = offer.compiled;
  const asked = asksOf(offer);
  if (product === undefined || asked === undefined || isGiven(offer)) return [];
  const first = (byProduct.get(product) ?? []).slice(0, MAX_COMPARED);
  const other = first
    .slice(0, first.includes(offer) ? first.indexOf(offer) : MAX_COMPARED)
    .find((each) => !isGiven(each) && asksOf(each) !== undefined && asksOf(each) !== asked && overlap(each, offer));
  if (!other) return [];
  const byPerson = [offer, other].some(({ fields }) => pathsIn(fields['when']).some(isPersonal));
  const why = byPerson ? ': it would depend on the person' : '';
  return [['price', asked, `one price for ${product}; ${other.path} asks ${String(asksOf(other))}${why}`]];
}

/** What is given is open to all, and a price depends on nobody. */
export const OPEN_RULES: readonly OfferRule[] = [
  { rule: 'not-open', level: 'error', spot: spotClosed },
  { rule: 'price-by-worth', level: 'error', spot: spotWorth },
  { rule: 'two-prices', level: 'error', spot: spotTwoPrices },
];
