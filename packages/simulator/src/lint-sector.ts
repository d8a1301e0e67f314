import { isPromotional, type OfferClass } from 'tactful/engine';
import { pathsIn } from './condition-conflict.js';
import type { Spotted } from './lint-finding.js';
import { isFields, textsIn, type LintContext, type LintedOffer, type OfferRule } from './lint-rule.js';

/** The sectors that carry bans, by their names in a catalogue. */
const SECTORS = ['gambling', 'alcohol', 'tobacco', 'credit', 'medicine'] as const;

type Sector = (typeof SECTORS)[number];

/** Words of category names by sector, English and Dutch. Elicited, deliberately short. */
const WORDS: Readonly<Record<Sector, RegExp>> = {
  gambling: /(?:^|[^a-z])(?:gambl|betting|casino|lotter|gok|kansspel|loterij)/i,
  alcohol: /(?:^|[^a-z])(?:alcohol|liquor|spirits|beers?\b|wines?\b|whisk|bier|wijn|sterke drank|gedistilleerd)/i,
  tobacco: /(?:^|[^a-z])(?:tobacco|tabak|cigar|smoking|sigar|e-cigs?|vap(?:e|ing))/i,
  credit: /(?:^|[^a-z])(?:credit|loans?\b|lening|krediet|pay later|achteraf betalen)/i,
  medicine: /(?:^|[^a-z])(?:medicin|medicijn|geneesmiddel|pharma|drugs?\b)/i,
};

/** Nothing that pulls: what a sector may say is help, information and people. Elicited; stricter than some laws. */
const PULLS: readonly OfferClass[] = ['suggest', 'complement', 'coupon', 'inspire', 'gift', 'replenish', 'together'];

const BANNED: Readonly<Record<Sector, readonly OfferClass[]>> = {
  gambling: PULLS,
  tobacco: PULLS,
  alcohol: ['coupon', 'gift', 'complement', 'replenish'],
  credit: ['suggest', 'complement', 'coupon', 'gift', 'inspire'],
  medicine: ['suggest', 'complement', 'coupon', 'gift', 'inspire'],
};

const isSector = (name: unknown): name is Sector => SECTORS.some((sector) => sector === name);

function sectorOf({ compiled }: LintedOffer, { catalog }: LintContext): Sector | undefined {
  const { features } = compiled.offer;
  if (features?.['credit'] === true || features?.['instalments'] === true) return 'credit';
  const named = [catalog['sector']].find(isSector);
  const path = compiled.prefixes[compiled.prefixes.length - 1] ?? '';
  return named ?? SECTORS.find((sector) => WORDS[sector].test(path));
}

/** Whether an offer answers a break in somebody's habits. */
const isDeparture = ({ compiled: { offer } }: LintedOffer): boolean =>
  pathsIn(offer.when).some((path) => /rhythm|departure|deviation|surprise/i.test(path));

function spotBanned(offer: LintedOffer, context: LintContext): readonly Spotted[] {
  const sector = sectorOf(offer, context);
  if (sector === undefined) return [];
  const { class: offerClass } = offer.compiled.offer;
  const spotted: Spotted[] = [];
  if (BANNED[sector].includes(offerClass))
    spotted.push(['class', offerClass, `no ${offerClass} for ${sector}: help, inform or human, or leave it out`]);
  if (isDeparture(offer))
    spotted.push(['when', offer.compiled.offer.when, `no answer to a break in habits for ${sector}`]);
  return spotted;
}

function spotUnprompted(offer: LintedOffer): readonly Spotted[] {
  const { sensitive, offer: said } = offer.compiled;
  return sensitive && textsIn(offer.fields['needs']).length === 0
    ? [['needs', said.needs, 'a purpose of its own, that the shopper agrees to: the category is sensitive']]
    : [];
}

/** Says that habits are watched. */
const WATCHING =
  /we (?:noticed|saw|see|missed you)|you (?:usually|always|normally)|we (?:merkten|zagen|zien|misten je)|je (?:koopt|komt|neemt) (?:altijd|meestal|normaal)/i;

function spotWatching({ fields, compiled }: LintedOffer): readonly Spotted[] {
  if (!isPromotional(compiled.offer.class) || !isFields(fields['content'])) return [];
  return Object.entries(fields['content']).flatMap(([lang, said]) =>
    ['title', 'text'].flatMap((key): readonly Spotted[] => {
      const text = isFields(said) ? said[key] : undefined;
      return typeof text === 'string' && WATCHING.test(text)
        ? [[`content.${lang}.${key}`, text, 'what there is, not what was seen of the shopper']]
        : [];
    }),
  );
}

/** Where more care is due than elsewhere. */
export const SECTOR_RULES: readonly OfferRule[] = [
  { rule: 'banned', level: 'error', spot: spotBanned },
  { rule: 'sensitive', level: 'error', spot: spotUnprompted },
  { rule: 'watching', level: 'error', spot: spotWatching },
];
