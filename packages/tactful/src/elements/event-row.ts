import type { Event, Json } from '../client/index.js';
import type { Texts } from './texts.js';

const NAMED = ['item_name', 'item_id', 'search_term', 'offer_id', 'category', 'value', 'place'];

function nameIn(described: Json): string | undefined {
  if (typeof described !== 'object' || described === null) return undefined;
  const values = new Map<string, unknown>(Object.entries(described));
  return NAMED.map((name) => values.get(name)).find((value) => typeof value === 'string' && value !== '') as
    string | undefined;
}

/** What a row is about, by the first name it has: an item, what was searched for, an offer. */
export function subjectOf({ params }: Event): string | undefined {
  const items = params['items'];
  const described: readonly Json[] = Array.isArray(items) ? [...(items as readonly Json[]), params] : [params];
  return described.map(nameIn).find((name) => name !== undefined);
}

/** A moment as the reader's language writes it; an unknown language tag is no reason to fail. */
export function momentText(at: number, lang: string): string {
  const how = { dateStyle: 'medium', timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat(lang, how).format(at);
  } catch {
    return new Intl.DateTimeFormat('en', how).format(at);
  }
}

/** A row of the log as one line: `you looked at: Garden hose`. */
export function rowText(event: Event, texts: Texts): string {
  const subject = subjectOf(event);
  const did = texts.why.events[event.name];
  return subject === undefined ? did : `${did}: ${subject}`;
}
