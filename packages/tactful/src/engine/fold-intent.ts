import { DAY_MS, type Now } from './clock.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { afterEvidence, afterIdle, INTENT_PRIOR, intentNamed, likeliest, statedBelief } from './intent.js';
import type { Intent, Intents } from './intent.js';
import { INTENT_LIKELIHOOD, intentSignalOf, type IntentSignal } from './intent-signal.js';
import { textOf, type Item } from './item.js';
import { isSensitive } from './sensitive.js';
import { NO_VISIT, visitAt, type Visit } from './visit.js';

/** Rows of a visit that tell something, below which nothing is said of its intent. */
const FEW = 3;
/** For so long a visit that ended in information can be picked up. Elicited. */
const PICK_UP_MS: number = 30 * DAY_MS;

/** What is believed of one visit. */
export interface VisitIntent {
  /** The number of the visit. */
  readonly visit: number;
  readonly belief: Intents;
  /** As of when. */
  readonly at: number;
  /** The rows it rests on. */
  readonly ids: readonly string[];
  readonly stated: Said<Intent> | undefined;
  readonly last: IntentSignal | undefined;
  readonly viewed: ReadonlySet<string>;
  /** The last item that was looked at. */
  readonly item: Item | undefined;
  /** Whether it was the shopper's own visit, and nothing was bought in it. */
  readonly open: boolean;
}

/** What a visit that ended in information was about. */
export interface Unfinished {
  readonly item: Item;
  readonly at: number;
  readonly ids: readonly string[];
}

/** What the last visit is for, and what an earlier one left open. */
export interface IntentState {
  readonly intent: VisitIntent;
  readonly unfinished: Unfinished | undefined;
}

function newVisit(visit: number): VisitIntent {
  return {
    visit,
    belief: INTENT_PRIOR,
    at: -Infinity,
    ids: [],
    stated: undefined,
    last: undefined,
    viewed: new Set(),
    item: undefined,
    open: true,
  };
}

function isKnown({ ids, stated }: VisitIntent): boolean {
  return stated !== undefined || ids.length >= FEW;
}

function leftOpen(intent: VisitIntent): Unfinished | undefined {
  const { item, open, at, ids, stated, belief } = intent;
  const told = stated ? statedBelief(stated.value) : belief;
  if (!item || !open || !isKnown(intent) || told.info <= 0.5 || isSensitive(item.prefixes)) return undefined;
  return { item, at, ids: [...ids, ...(stated ? [stated.id] : [])] };
}

const keyOf = ({ id, name }: Item): string => id ?? name ?? '';

function learn(intent: Mutable<VisitIntent>, { event, items }: FoldRow): void {
  const [item] = items;
  const key = item ? keyOf(item) : '';
  const signal = intentSignalOf(event, intent.viewed.has(key));
  // GA4 sends both names for one search.
  const twice = signal === 'search' && intent.last === 'search' && event.name === 'view_search_results';
  if (signal === undefined || twice) return;
  if (event.name === 'view_item' && item) {
    intent.viewed.add(key);
    intent.item = item;
  }
  intent.belief = afterEvidence(afterIdle(intent.belief, event.at - intent.at), INTENT_LIKELIHOOD[signal]);
  intent.at = event.at;
  intent.ids.push(event.id);
  intent.last = signal;
}

function isAbout(bought: readonly Item[], item: Item | undefined): boolean {
  const { id, prefixes = [] } = item ?? {};
  const narrowest = prefixes.at(-1);
  return bought.some(
    (each) => (id !== undefined && each.id === id) || (narrowest !== undefined && each.prefixes.includes(narrowest)),
  );
}

/** The intent filter, visit by visit; a new one starts at the prior, a row that tells nothing changes nothing. */
export const INTENT: FoldPart<IntentState> = {
  empty: () => ({ intent: newVisit(NO_VISIT.count), unfinished: undefined }),
  add: (state, row) => {
    const { event, visit, mark, startsVisit, refunded } = row;
    if (startsVisit) {
      state.unfinished = leftOpen(state.intent) ?? state.unfinished;
      state.intent = newVisit(visit.count);
    }
    // What is in the state was made here, and may grow.
    const intent = state.intent as Mutable<VisitIntent>;
    if (mark !== undefined) intent.open = false;
    if (event.name === 'intent_stated') {
      const value = intentNamed(textOf(event.params['intent']) ?? '');
      if (value) intent.stated = { value, at: event.at, id: event.id };
    } else if (event.name === 'purchase' && !refunded) {
      // An order that is handed over tells of another moment, and of this visit only where it is about the same.
      if (event.origin === 'observed' || isAbout(row.items, intent.item)) intent.open = false;
      if (isAbout(row.items, state.unfinished?.item)) state.unfinished = undefined;
    } else if (event.origin === 'observed') learn(intent, row);
  },
};

/** What is believed of the intent of the visit that goes on at a moment, and on what that rests. */
export interface IntentReading {
  readonly belief: Intents;
  /** `prior`: fewer than three rows tell anything, and nobody said it. */
  readonly basis: 'stated' | 'observed' | 'prior';
  readonly ids: readonly string[];
}

type IntentRead = IntentState & { readonly visit: Visit };

const goesOn = ({ visit, intent }: IntentRead, now: Now): boolean => visitAt(visit, now).count === intent.visit;

/** What the visit at `now` is for: the shopper's word, else three rows or more, else the prior. */
export function intentAt(folded: IntentRead, now: Now): IntentReading {
  const { intent } = folded;
  if (!goesOn(folded, now)) return { belief: INTENT_PRIOR, basis: 'prior', ids: [] };
  const { stated, belief, at } = intent;
  const ids = [...intent.ids];
  if (stated) return { belief: statedBelief(stated.value), basis: 'stated', ids: [stated.id] };
  if (!isKnown(intent)) return { belief: INTENT_PRIOR, basis: 'prior', ids };
  return { belief: afterIdle(belief, now.at - at), basis: 'observed', ids };
}

/** The intent to which more than half of the belief goes, if there is one. */
export function clearIntent({ belief }: IntentReading): Intent | undefined {
  const best = likeliest(belief);
  return belief[best] > 0.5 ? best : undefined;
}

/**
 * What the last visit that ended in information was about, so that it can be picked up.
 *
 * It is forgotten after 30 days, when something of the kind is bought, and was never known of a visit that was marked as
 * a gift or as somebody else's, or that was about something sensitive.
 */
export function unfinishedIntent(folded: IntentRead, now: Now): Unfinished | undefined {
  const ended = goesOn(folded, now) ? undefined : leftOpen(folded.intent);
  const left = ended ?? folded.unfinished;
  return left && now.at - left.at < PICK_UP_MS ? left : undefined;
}
