import { isChannel, type Channel } from './channels.js';
import { LAST_MOMENT } from './clock.js';
import type { EventName } from './event-names.js';
import type { JsonObject } from './json.js';

export type { Channel } from './channels.js';

/** Something the shopper says. Stated beats observed, and only the shopper takes it back. */
export type Statement =
  | { readonly kind: 'preference'; readonly facet: string; readonly value: string; readonly level: -2 | -1 | 0 | 1 | 2 }
  | { readonly kind: 'never'; readonly offerId?: string; readonly category?: string; readonly class?: string }
  | { readonly kind: 'relationship'; readonly type: string | null }
  | { readonly kind: 'channel'; readonly channel: Channel; readonly allowed: boolean }
  | { readonly kind: 'quiet'; readonly until: number | null }
  | { readonly kind: 'mode'; readonly mode: 'paused' | 'quiet' | 'normal' | 'show_me' }
  | { readonly kind: 'intent'; readonly intent: string }
  | { readonly kind: 'goal'; readonly goal: string | null }
  | { readonly kind: 'visit'; readonly as: 'not_me' | 'gift' | { readonly person: string } }
  | { readonly kind: 'life'; readonly event: string; readonly protect: true };

/** Something the shopper can do that would end a silence. */
export type ShopperAction =
  | { readonly do: 'declare'; readonly statement: Statement }
  | { readonly do: 'consent'; readonly purpose: string }
  | { readonly do: 'forget'; readonly ids: readonly string[] }
  | { readonly do: 'task'; readonly id: string; readonly state: 'ended' }
  | { readonly do: 'resolve'; readonly complaint: string }
  | { readonly do: 'visit' };

/** A statement as the row it becomes. */
export interface StatedRow {
  readonly name: EventName;
  readonly params: JsonObject;
}

const MODES = /^(?:paused|quiet|normal|show_me)$/;
const isOneOf = (names: RegExp, value: unknown): value is string => typeof value === 'string' && names.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;

/** What can be ruled out for ever, by the name it has in a row; the first that is named counts. */
const RULED_OUT = { offerId: 'offer_id', category: 'category', class: 'class' };

function never(said: Readonly<Record<string, unknown>>): StatedRow | undefined {
  const found = Object.entries(RULED_OUT).find(([key]) => isText(said[key]));
  return found && { name: 'never_stated', params: { [found[1]]: String(said[found[0]]) } };
}

function preference({ facet, value, level }: Readonly<Record<string, unknown>>): StatedRow | undefined {
  if (!isText(facet) || !isText(value) || typeof level !== 'number' || ![-2, -1, 0, 1, 2].includes(level))
    return undefined;
  return level === 0
    ? { name: 'preference_withdrawn', params: { facet, value } }
    : { name: 'preference_stated', params: { facet, value, level } };
}

function quiet({ until }: Readonly<Record<string, unknown>>): StatedRow | undefined {
  if (until === null) return { name: 'quiet_ended', params: {} };
  return typeof until === 'number' && Number.isFinite(until)
    ? { name: 'quiet_set', params: { until: Math.min(until, LAST_MOMENT) } }
    : undefined;
}

function visit({ as }: Readonly<Record<string, unknown>>): StatedRow | undefined {
  if (as === 'not_me' || as === 'gift') return { name: 'visit_marked', params: { as } };
  if (typeof as !== 'object' || as === null || !('person' in as) || !isText(as.person)) return undefined;
  return { name: 'visit_marked', params: { as: 'person', person: as.person } };
}

/** Statements of one word by the name of that word; `null` takes back what can be taken back. */
const ONE_WORD = { relationship: 'type', goal: 'goal', intent: 'intent' } as const;

function oneWord(kind: keyof typeof ONE_WORD, said: Readonly<Record<string, unknown>>): StatedRow | undefined {
  const key = ONE_WORD[kind];
  const value = said[key];
  if (!isText(value) && (value !== null || kind === 'intent')) return undefined;
  return { name: `${kind}_stated`, params: { [key]: value } };
}

/**
 * A statement as the row it becomes in the log, or `undefined` when it is none.
 *
 * The input may be anything: the shape is checked, nothing is taken on trust.
 */
export function readStatement(statement: unknown): StatedRow | undefined {
  if (typeof statement !== 'object' || statement === null) return undefined;
  const said = statement as Readonly<Record<string, unknown>>;
  const { kind, mode, channel, allowed, event, protect } = said;
  switch (kind) {
    case 'preference':
      return preference(said);
    case 'never':
      return never(said);
    case 'relationship':
    case 'goal':
    case 'intent':
      return oneWord(kind, said);
    case 'channel':
      return isChannel(channel) && typeof allowed === 'boolean'
        ? { name: 'permission_set', params: { channel, allowed } }
        : undefined;
    case 'quiet':
      return quiet(said);
    case 'mode':
      return isOneOf(MODES, mode) ? { name: 'mode_set', params: { mode } } : undefined;
    case 'visit':
      return visit(said);
    case 'life':
      return protect === true && isText(event) ? { name: 'life_event_stated', params: { event } } : undefined;
    default:
      return undefined;
  }
}
