// A shipped deny-list by the words of a category's names, after the special categories of GDPR article 9 and the sectors
// that carry bans of their own. Elicited, English and Dutch, deliberately short; a site adds to it, never takes away.
const WORDS =
  /(?:^|[^a-z])(?:tobacco|tabak|cigar|smok(?:ing|er)|e-cigs?|vap(?:e|ing)|alcohol|liquor|spirits|beers?\b|wine|gambl|gok|lotter|casino|medic|pharma|drug|health|gezondheid|pregnan|zwanger|maternity|diapers|contracept|condom|incontinen|fertility|erotic|erotiek|sexual|seks|religio|bible|koran|funeral|uitvaart|grave|political|credit|loan|lening)/i;

/**
 * Whether a category path touches something that is nobody's business unless the shopper makes it so.
 *
 * Such categories are not learned, and an offer in one may speak only for a purpose of its own.
 */
export function isSensitive(prefixes: readonly string[]): boolean {
  const narrowest = prefixes[prefixes.length - 1];
  return narrowest !== undefined && WORDS.test(narrowest);
}
