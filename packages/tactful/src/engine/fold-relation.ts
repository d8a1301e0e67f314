import { askedBy, isRepeated, settledBy, type Asked } from './asked.js';
import { addAnchored, NOTHING, type Anchored } from './decay.js';
import type { Event } from './event.js';
import type { FoldPart, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';
import { momentOf } from './moment-of.js';

/** What the shop promised, with the moments that are known of it (epoch milliseconds). */
export interface Promised {
  readonly rows: readonly string[];
  readonly made: number;
  readonly due: number | undefined;
  readonly kept: number | undefined;
  /** What it is about: the id of a question or a suggestion. */
  readonly about: string | undefined;
  /** The channel and the purpose for which the shopper gave leave in return. */
  readonly channel: string | undefined;
  readonly purpose: string | undefined;
}

/** What the shopper suggested, and when the shop said that it was heard and that something was done with it. */
export interface Suggested {
  readonly rows: readonly string[];
  readonly acknowledged: number | undefined;
  readonly followed: number | undefined;
}

/** What is known of the relation itself, from rows about the relation and no others. */
export interface RelationState {
  readonly saidRelationship: Said<string> | undefined;
  readonly promises: ReadonlyMap<string, Promised>;
  readonly suggestions: ReadonlyMap<string, Suggested>;
  readonly asked: ReadonlyMap<string, Asked>;
  /** Channels that the shopper opened and has not closed. */
  readonly granted: ReadonlyMap<string, Said<string>>;
  /** Complaints that were not resolved to the shopper's content. */
  readonly unresolved: ReadonlyMap<string, Said<string>>;
  /** Decayed counts of what happened once and for all; promises, complaints and permissions are read as they stand. */
  readonly goodDeeds: Anchored;
  readonly badDeeds: Anchored;
  readonly deedRows: readonly string[];
}

type State = Mutable<RelationState>;

/** After half a year a deed counts for half; elicited. */
export const DEED_HALF_LIFE_DAYS = 180;
function deed(
  state: State,
  which: 'goodDeeds' | 'badDeeds',
  on: { readonly at: number; readonly rows: readonly string[] },
): void {
  state[which] = addAnchored([state[which], { value: 1, at: on.at }], DEED_HALF_LIFE_DAYS);
  state.deedRows.push(...on.rows);
}

/** An id is one promise for ever: to promise it again moves nothing. */
function promise(state: State, { id, at, params }: Event): void {
  const name = textOf(params['promise_id']) ?? id;
  if (state.promises.has(name)) return;
  const about = textOf(params['about']);
  state.promises.set(name, {
    rows: [id],
    made: at,
    due: momentOf(params['due']),
    kept: undefined,
    about,
    channel: textOf(params['permission']),
    purpose: textOf(params['purpose']),
  });
  const suggestion = state.suggestions.get(about ?? '');
  if (about !== undefined && suggestion && suggestion.acknowledged === undefined)
    state.suggestions.set(about, { ...suggestion, acknowledged: at, rows: [...suggestion.rows, id] });
}

function keep(state: State, { id, at, params }: Event): void {
  const name = textOf(params['promise_id']) ?? '';
  const known = state.promises.get(name);
  if (known && known.kept === undefined) state.promises.set(name, { ...known, kept: at, rows: [...known.rows, id] });
}

/** The shop reports back: to a suggestion, or on what it did with an answer. */
function reportBack(state: State, { id, at, params }: Event): void {
  const about = textOf(params['suggestion_id']) ?? '';
  const known = state.suggestions.get(about);
  const followed = textOf(params['state']) === 'acknowledged' ? undefined : at;
  // To be heard a second time is no news, and to copy the rows each time would make a fold quadratic.
  const isNews = followed !== undefined || known?.acknowledged === undefined;
  if (known && known.followed === undefined && isNews) {
    state.suggestions.set(about, {
      rows: [...known.rows, id],
      acknowledged: known.acknowledged ?? at,
      followed,
    });
    if (followed !== undefined) deed(state, 'goodDeeds', { at, rows: [...known.rows, id] });
  }
  const question = textOf(params['question_id']) ?? '';
  const asked = state.asked.get(question);
  if (asked?.answer !== 'given') return;
  state.asked.set(question, { ...asked, answer: 'used' });
  deed(state, 'goodDeeds', { at, rows: [asked.id, id] });
}

function ask(state: State, event: Event): void {
  const question = textOf(event.params['question_id']);
  if (question === undefined) return;
  const known = state.asked.get(question);
  if (known && isRepeated(known, event)) deed(state, 'badDeeds', { at: event.at, rows: [known.id, event.id] });
  state.asked.set(question, askedBy(event, known));
}

function settle(state: State, event: Event): void {
  const question = textOf(event.params['question_id']);
  if (question !== undefined) state.asked.set(question, settledBy(event, state.asked.get(question)));
}

function resolve(state: State, { id, at, params }: Event): void {
  const complaint = textOf(params['complaint_id']) ?? '';
  const open = state.unresolved.get(complaint);
  if (!open || params['ok'] === false) return;
  state.unresolved.delete(complaint);
  deed(state, 'goodDeeds', { at, rows: [open.id, id] });
}

function permit(state: State, { id, at, params }: Event): void {
  const channel = textOf(params['channel']) ?? '';
  if (params['allowed'] !== true) state.granted.delete(channel);
  else if (!state.granted.has(channel)) state.granted.set(channel, { value: channel, at, id });
}

function strike(state: State, { id, at, name, params }: Event): void {
  if (name === 'channel_muted') state.granted.delete(textOf(params['channel']) ?? '');
  if (name === 'opted_out') state.granted.clear();
  deed(state, 'badDeeds', { at, rows: [id] });
}

/** Promises, suggestions, questions, permissions, complaints and strikes. No product and no purchase is read here. */
export const RELATION: FoldPart<RelationState> = {
  empty: () => ({
    saidRelationship: undefined,
    promises: new Map(),
    suggestions: new Map(),
    asked: new Map(),
    granted: new Map(),
    unresolved: new Map(),
    goodDeeds: NOTHING,
    badDeeds: NOTHING,
    deedRows: [],
  }),
  add: (state, { event }) => {
    const { id, at, name, params } = event;
    switch (name) {
      case 'relationship_stated': {
        const type = textOf(params['type']);
        state.saidRelationship = type === undefined ? undefined : { value: type, at, id };
        return;
      }
      case 'promise_made':
        promise(state, event);
        return;
      case 'promise_kept':
        keep(state, event);
        return;
      case 'suggestion_made': {
        const suggestion = textOf(params['suggestion_id']) ?? id;
        if (!state.suggestions.has(suggestion))
          state.suggestions.set(suggestion, { rows: [id], acknowledged: undefined, followed: undefined });
        return;
      }
      case 'suggestion_followed':
        reportBack(state, event);
        return;
      case 'question_put':
        ask(state, event);
        return;
      case 'question_answered':
      case 'question_declined':
        settle(state, event);
        return;
      case 'complaint_opened': {
        const complaint = textOf(params['complaint_id']) ?? id;
        if (!state.unresolved.has(complaint)) state.unresolved.set(complaint, { value: complaint, at, id });
        return;
      }
      case 'complaint_resolved':
        resolve(state, event);
        return;
      case 'permission_set':
        permit(state, event);
        return;
      case 'channel_muted':
      case 'opted_out':
      case 'offer_complained':
        strike(state, event);
        return;
      default:
    }
  },
};
