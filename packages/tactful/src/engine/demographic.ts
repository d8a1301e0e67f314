import type { JsonObject } from './json.js';

// What a CRM knows of people and tactful does not want to know, by the words of a name, English and Dutch. Elicited, and
// without words that mean something else in a shop too, such as race, size or family.
const WORDS =
  /(?:^|_)(?:age|sex|dob)(?:_|$)|gender|geslacht|leeftijd|income|inkomen|salary|salaris|education|opleiding|marital|burgerlijk|ethnic|etni|religi|birth|geboorte/i;

/**
 * Whether a name speaks of a person's sex, age, income, schooling, descent, faith and the like.
 *
 * No such facet exists. Short words are read only as words of a name, so that `message` is no age.
 *
 * @example
 * ```ts
 * isDemographic('customer_age'); // true
 * ```
 */
export function isDemographic(name: string): boolean {
  return WORDS.test(name);
}

/**
 * Whether a row is a preference in a facet that is about a person, or for a value such as `age: 30`.
 * Taking one back is none: that must always be possible.
 */
export function statesDemographic(name: string, { facet, value }: JsonObject): boolean {
  if (name !== 'preference_stated' || typeof facet !== 'string' || typeof value !== 'string') return false;
  return isDemographic(facet) || isDemographic(value.replace(/[:=].*|^[^:=]*$/s, ''));
}
