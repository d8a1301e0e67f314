import type { Offer } from './catalog.js';
import type { CompiledCatalog } from './compile-catalog.js';
import { isDemographic } from './demographic.js';
import type { Event } from './event.js';
import { evidenceKey, type AttributeFacet } from './evidence.js';
import type { Json, JsonObject } from './json.js';
import { isFields } from './offer-problem.js';
import { personalDataIn } from './personal-data.js';
import { isSensitive } from './sensitive.js';

/** GA4 allows a shop 27 item parameters of its own. */
const MOST_NAMES = 27;
const LONGEST = 100;
const NAME = /^[\w.-]{1,40}$/;
/** What GA4 prescribes, and is read as something else or not at all; `item_variant` is what it has for attributes. */
const PRESCRIBED =
  /^(?:item_(?!variant$)\w+|price|quantity|discount|coupon|index|affiliation|location_id|currency|value|(?:creative|promotion)_\w+|__proto__|constructor|prototype)$/;

/** An attribute of a thing. */
export type Attribute = readonly [facet: AttributeFacet, value: string];

function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;
}

const isName = (name: string): boolean => NAME.test(name) && !PRESCRIBED.test(name) && !isDemographic(name);

/** The shortest address, `a@b.cd`, and shorter than any number to call. */
const SHORTEST_PERSONAL = 6;

/** What is said of a thing may still be about a person: `gift for: ann@example.org`. Of a row the gate has seen to it. */
function isOfThings(name: string, value: string): boolean {
  return value.length < SHORTEST_PERSONAL || personalDataIn(value, name) === undefined;
}

function attributesIn(raw: Json | undefined, names: Iterable<string>): readonly Attribute[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return [];
  const found: Attribute[] = [];
  for (const name of names) {
    const value = Object.hasOwn(raw, name) ? textOf((raw as JsonObject)[name]) : undefined;
    if (value !== undefined && !isSensitive([`${name} ${value}`])) found.push([`attribute:${name}`, value]);
  }
  return found;
}

/** The attributes of an offer that are learned: those of its `features` that other offers have as well. */
export function learnedAttributes({ features }: Offer, names: Iterable<string>): readonly Attribute[] {
  return attributesIn(features, names).filter(([facet, value]) =>
    isOfThings(facet.slice(facet.indexOf(':') + 1), value),
  );
}

/**
 * The attributes that a catalogue makes worth learning: GA4's `item_variant`, and the first 27 names
 * in the `features` of offers, each with the values that offers have. Names that are about a person,
 * as an age, are never among them.
 */
export function attributeValues(offers: readonly Offer[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>([['item_variant', new Set()]]);
  for (const { features } of offers) {
    if (!isFields(features)) continue;
    for (const [name, raw] of Object.entries(features)) {
      const value = textOf(raw);
      if (value === undefined || !isName(name)) continue;
      const known = values.get(name);
      if (known) known.add(value);
      else if (values.size <= MOST_NAMES) values.set(name, new Set([value]));
    }
  }
  return values;
}

/** The keys of all that an offer says of its product, by {@link evidenceKey}, learned or not: a shopper may speak of any. */
export function attributeKeys({ features }: Offer): readonly string[] {
  return Object.entries(isFields(features) ? features : {}).flatMap(([name, raw]) => {
    const value = textOf(raw);
    return value === undefined ? [] : [evidenceKey(`attribute:${name}`, value)];
  });
}

const NONE: readonly Attribute[] = [];

/**
 * The attributes of what an event is about, in the order of its items: `[[['attribute:colour', 'green']]]`.
 *
 * Of an item those it was sent with, of an offer those of its `features`.
 */
export function attributesOf({ params }: Event, catalog: CompiledCatalog): (index: number) => readonly Attribute[] {
  const { items, offer_id: offerId } = params;
  const names = catalog.attributeValues.keys();
  if (Array.isArray(items)) {
    const list = [...names];
    return (index) => attributesIn((items as readonly Json[])[index], list);
  }
  const learned = typeof offerId === 'string' ? catalog.byId.get(offerId)?.learned : undefined;
  return () => learned ?? NONE;
}
