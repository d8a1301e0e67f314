import { OFFER_CLASSES } from 'tactful/engine';

/** An object of a catalogue whose fields nobody has checked: a draft may hold anything that JSON can. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where in an offer a value stands: `['content', 'en', 'title']`. */
export type FieldPath = readonly string[];

/** What is being written: a whole catalogue, and which of its offers is open (-1 for none). */
export interface Draft {
  readonly catalog: Fields;
  readonly selected: number;
}

/** What can be done to a draft. */
export type DraftAction =
  | { readonly do: 'select'; readonly index: number }
  | { readonly do: 'set'; readonly path: FieldPath; readonly value: unknown }
  | { readonly do: 'currency'; readonly currency: string }
  | { readonly do: 'add' | 'copy'; readonly lang: string }
  | { readonly do: 'remove' }
  | { readonly do: 'offers'; readonly offers: readonly Fields[] }
  | { readonly do: 'catalog'; readonly catalog: Fields };

/** Whether a value is an object with keys. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A catalogue without an offer. */
export function emptyCatalog(currency = 'EUR'): Fields {
  return { format: 'tactful-catalog', version: '1', currency, offers: [] };
}

/** The draft that a catalogue begins as: its first offer is open. */
export function openDraft(catalog: Fields): Draft {
  return { catalog, selected: offersOf(catalog).length > 0 ? 0 : -1 };
}

/** The offers of a catalogue in their order. */
export function offersOf(catalog: Fields): readonly Fields[] {
  const { offers } = catalog;
  return Array.isArray(offers) ? offers.filter(isFields) : [];
}

/** The code of the currency that amounts are in; EUR where the catalogue names none. */
export function currencyOf({ currency }: Fields): string {
  return typeof currency === 'string' && currency !== '' ? currency : 'EUR';
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(from: unknown, [key, ...rest]: FieldPath): unknown {
  if (key === undefined) return from;
  return isFields(from) && Object.hasOwn(from, key) ? valueAt(from[key], rest) : undefined;
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

/** A key keeps its place, so that an edit does not turn the file round. */
const replaced = (fields: Fields, name: string, value: unknown): Fields => ({ ...fields, [name]: value });

/**
 * The same with another value at a path; `undefined` takes it away, and with it every object that this empties.
 *
 * What stands in the way and is no object is replaced.
 */
export function withValue(fields: Fields, [key, ...rest]: FieldPath, value: unknown): Fields {
  if (key === undefined) return fields;
  if (rest.length === 0) return value === undefined ? without(fields, key) : replaced(fields, key, value);
  const inner = fields[key];
  if (value === undefined && valueAt(inner, rest) === undefined) return fields;
  const changed = withValue(isFields(inner) ? inner : {}, rest, value);
  return Object.keys(changed).length === 0 ? without(fields, key) : replaced(fields, key, changed);
}

/** An id that no offer has, from one that some may have. */
function freeId(offers: readonly Fields[], wanted: string): string {
  const taken = new Set(offers.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${String(number)}`)) return `${stem}-${String(number)}`;
}

function withOffers({ catalog }: Draft, offers: readonly Fields[], selected: number): Draft {
  const last = offers.length - 1;
  return { catalog: { ...catalog, offers }, selected: Math.min(Math.max(selected, last < 0 ? -1 : 0), last) };
}

/** A language whose last word was taken away stays, to be written in. */
function withLanguage(offer: Fields, [first, lang, word]: FieldPath): Fields {
  const open = first === 'content' && lang !== undefined && word !== undefined ? ['content', lang] : ['content'];
  return valueAt(offer, open) === undefined ? withValue(offer, open, {}) : offer;
}

function setValue(draft: Draft, path: FieldPath, value: unknown): Draft {
  const offers = offersOf(draft.catalog);
  const offer = offers[draft.selected];
  if (!offer) return draft;
  const next = withLanguage(withValue(offer, path, value), path);
  return withOffers(
    draft,
    offers.map((each, index) => (index === draft.selected ? next : each)),
    draft.selected,
  );
}

function addOffer(draft: Draft, lang: string): Draft {
  const offers = offersOf(draft.catalog);
  const fresh = { id: freeId(offers, 'offer-1'), class: OFFER_CLASSES[0], content: { [lang]: {} } };
  return withOffers(draft, [...offers, fresh], offers.length);
}

function copyOffer(draft: Draft): Draft {
  const offers = offersOf(draft.catalog);
  const offer = offers[draft.selected];
  if (!offer) return draft;
  const id = freeId(offers, typeof offer['id'] === 'string' ? offer['id'] : 'offer-1');
  return withOffers(
    draft,
    [...offers.slice(0, draft.selected + 1), { ...offer, id }, ...offers.slice(draft.selected + 1)],
    draft.selected + 1,
  );
}

/** The draft after something was done to it. What makes no sense changes nothing, and then it is the same object. */
export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  const offers = offersOf(draft.catalog);
  switch (action.do) {
    case 'select':
      return offers[action.index] && action.index !== draft.selected ? { ...draft, selected: action.index } : draft;
    case 'set':
      return setValue(draft, action.path, action.value);
    case 'currency':
      return { ...draft, catalog: { ...draft.catalog, currency: action.currency } };
    case 'add':
      return addOffer(draft, action.lang);
    case 'copy':
      return copyOffer(draft);
    case 'remove':
      return offers[draft.selected]
        ? withOffers(
            draft,
            offers.filter((_, index) => index !== draft.selected),
            draft.selected,
          )
        : draft;
    case 'offers':
      return withOffers(draft, action.offers, 0);
    case 'catalog':
      return openDraft(action.catalog);
  }
}
