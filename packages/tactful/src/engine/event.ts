import { admitParams, type Refusal } from './admit-params.js';
import { statesDemographic } from './demographic.js';
import { isTracked, originOf, signalGroup } from './event-group.js';
import type { EventName } from './event-names.js';
import type { JsonObject } from './json.js';
import { allowedPurpose, type ConsentStates, type Purpose } from './purpose.js';

/** Where the knowledge in a row comes from. `incidental` rows are readable by no decision. */
export type Origin = 'observed' | 'declared' | 'relation' | 'context' | 'site' | 'incidental' | 'imported';

/**
 * One row of the log: what the shopper did, said or was shown. Immutable; the log is a set of
 * these, and everything tactful knows is a fold of that set.
 */
export interface Event {
  /** `replica:counter`, unique for ever. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly name: EventName;
  readonly origin: Origin;
  /** The id of the purpose for which the row is kept. */
  readonly purpose: string;
  /** GA4 parameter shapes; amounts of money are integers in minor units. */
  readonly params: JsonObject;
  readonly v: 1;
  /** For imported rows: where they come from. */
  readonly source?: string;
}

/** What became of something offered to the log. A refusal names its reason, never the value. */
export type Receipt =
  | { readonly kept: true; readonly id: string }
  | {
      readonly kept: false;
      readonly reason:
        | 'no-consent'
        | 'not-needed'
        | 'invalid'
        | 'personal-data'
        | 'quota'
        | 'buffer-full'
        | 'storage-lost'
        | 'timeout';
      readonly path?: string;
    };

/** A row that passed the gate and has no id or time yet. */
export interface EventDraft {
  readonly name: EventName;
  readonly origin: Origin;
  readonly purpose: string;
  readonly params: JsonObject;
}

/** What the gate needs to know of the running configuration. */
export interface GateContext {
  readonly purposes: readonly Purpose[];
  readonly consent: ConsentStates;
}

/** The gate's answer: a draft to keep, or why not. */
export type Admission = { readonly draft: EventDraft } | { readonly refusal: Refusal };

const UNKNOWN: Admission = { refusal: { reason: 'invalid', path: 'name: unknown event' } };

/** Money is what GA4 calls so: the value of an answer is no amount. */
const hasMoney = (name: EventName): boolean => isTracked(name) && signalGroup(name) !== 'relation';

function admit(name: EventName, admitted: ReturnType<typeof admitParams>, context: GateContext): Admission {
  const purpose = allowedPurpose(name, context);
  if ('reason' in purpose) return { refusal: purpose };
  if ('reason' in admitted) return { refusal: admitted };
  if (statesDemographic(name, admitted.params))
    return { refusal: { reason: 'personal-data', path: 'facet: about a person' } };
  return { draft: { name, origin: originOf(name), purpose: purpose.id, params: admitted.params } };
}

/**
 * The gate in front of the log for what a page sends: consent first, then shape.
 *
 * Copies own data properties only (no getters, no prototype keys), turns GA4's decimal amounts
 * into integers in minor units of the event's currency, and refuses the rest with a path that never
 * repeats a value: among it what tells who somebody is, as an e-mail address or an age. What other
 * vocabularies call an event is for {@link translateEvent} to say first. Never throws.
 *
 * @example
 * ```ts
 * admitTracked({ name: 'view_item', params: { items: [{ item_id: 'hose-25' }] } }, { purposes, consent });
 * ```
 */
export function admitTracked(
  sent: { readonly name: unknown; readonly params: unknown },
  context: GateContext,
): Admission {
  return readTracked(sent)(context);
}

/** {@link admitTracked} in two steps: read now, for a page may use its object again, and admitted when its turn comes. */
export function readTracked({ name, params }: Parameters<typeof admitTracked>[0]): (context: GateContext) => Admission {
  if (typeof name !== 'string' || !isTracked(name)) return () => UNKNOWN;
  const admitted = admitParams(params, hasMoney(name));
  return (context) => admit(name, admitted, context);
}

/** Of what became of an offer, which a page says in a word of its own; all else has its name from a list. */
const UNNAMED = /^offer_(?!(?:shown|seen|opened|accepted|dismissed|not_for_me|complained)$)/;

/** The same gate for rows that tactful writes itself: statements and what became of offers. */
export function admitOwn(own: { readonly name: EventName; readonly params: unknown }, context: GateContext): Admission {
  return UNNAMED.test(own.name) ? UNKNOWN : admit(own.name, admitParams(own.params, hasMoney(own.name)), context);
}

export { isTracked } from './event-group.js';
export { defaultPurposes, isAnyIn, refusalsIn } from './purpose.js';
export type { ConsentStates, Purpose } from './purpose.js';
export type { ShopperAction, Statement } from './statement.js';
export type { Refusal } from './admit-params.js';
