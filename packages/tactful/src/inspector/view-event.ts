import { currencyExponent, type Event, type JsonObject } from '../engine/index.js';
import { cleanText } from './clean-text.js';
import type { Provenance } from './lens-source.js';
import type { LensFormat } from './lens-format.js';
import type { LensTexts } from './lens-words.js';
import type { ViewRow } from './lens-view.js';
import type { Phrase } from './phrase.js';

/** What turns rows into words: the language, its formats, and the titles of offers. */
export interface Wording extends LensTexts {
  readonly format: LensFormat;
}

const MOST_NAMES = 3;

function provenanceOf(origin: Event['origin']): Provenance {
  if (origin === 'declared') return 'stated';
  return origin === 'relation' || origin === 'site' || origin === 'imported' ? 'announced' : 'observed';
}

function itemsOf({ items }: JsonObject): readonly JsonObject[] {
  return Array.isArray(items)
    ? items.filter((item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item))
    : [];
}

/** What the row is about, in the page's own words. */
function subject(event: Event, title: (offerId: string) => string): string {
  const { params } = event;
  const names = itemsOf(params).map((item) => item['item_name'] ?? item['item_id']);
  const more = names.length > MOST_NAMES ? [`+${String(names.length - MOST_NAMES)}`] : [];
  const offer = params['offer_id'];
  const said = [
    params['search_term'],
    params['page_title'],
    params['value'],
    params['category'],
    params['class'],
    params['mode'],
  ];
  const texts = [
    ...names.slice(0, MOST_NAMES),
    ...more,
    ...(typeof offer === 'string' ? [title(offer) || offer] : []),
    ...(names.length > 0 ? [] : said),
  ];
  return texts
    .filter((text) => typeof text === 'string')
    .map(cleanText)
    .filter((text) => text !== '')
    .join(', ');
}

function priceOf({ params }: Event, format: LensFormat): string {
  const items = itemsOf(params);
  const { currency, value } = params;
  const code = typeof currency === 'string' ? currency.toUpperCase() : 'EUR';
  const minor =
    items.length === 1 && typeof items[0]?.['price'] === 'number'
      ? items[0]['price']
      : typeof value === 'number'
        ? value
        : undefined;
  return minor === undefined || !Number.isFinite(currencyExponent(code)) ? '' : format.minor(minor, code);
}

function categoryOf({ params }: Event, format: LensFormat): string {
  const item = itemsOf(params)[0];
  const steps = ['item_category', 'item_category2', 'item_category3'].map((key) => item?.[key]);
  return format.path(steps.filter((step) => typeof step === 'string').join('/'));
}

/** The elements' words go on a sentence; a row begins one. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A row of the log in words, with the button that forgets it. */
export function viewEvent(
  event: Event,
  how: Wording & { readonly scope: string; readonly title: (offerId: string) => string },
): ViewRow {
  const { format, texts, scope, title } = how;
  const about = subject(event, title);
  const verb = capital(texts.why.events[event.name]);
  const what: Phrase = about === '' ? [verb] : [`${verb} `, { site: about }];
  const details = [priceOf(event, format), categoryOf(event, format)].filter((text) => text !== '');
  const iso = format.iso(event.at);
  return {
    key: `row ${event.id}`,
    what,
    provenance: provenanceOf(event.origin),
    details: details.map((text) => [{ site: text }]),
    ...(iso === undefined ? {} : { when: { iso, text: format.moment(event.at, event.offset) } }),
    forget: { scope, id: event.id },
  };
}
