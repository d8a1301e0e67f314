import type { Step } from './step.js';
import { walks, type WalkName } from './walks.js';

/** Everything that the page can show, as one plain value; its address holds it whole. */
export interface WallState {
  /** A prepared shopper, or oneself. */
  readonly walk: WalkName | 'own';
  /** One's own clicks. */
  readonly own: readonly Step[];
  /** The notes hang on the wall; before that the shelf stands open. */
  readonly hung: boolean;
  /** Numbers of the notes in the bin, in the order in which they went. */
  readonly gone: readonly number[];
  /** The cards that lie open. */
  readonly turned: 'all' | readonly string[];
  /** Also the cards that matter less. */
  readonly more: boolean;
  readonly answers: boolean;
}

/** What one can do on the page. */
export type WallAction =
  | { readonly do: 'walk'; readonly walk: WallState['walk'] }
  | { readonly do: 'click'; readonly step: Step }
  | { readonly do: 'hang' }
  | { readonly do: 'drop'; readonly note: number }
  | { readonly do: 'put-back'; readonly note: number }
  | { readonly do: 'undo' }
  | { readonly do: 'turn'; readonly card: string; readonly open: readonly string[] }
  | { readonly do: 'turn-all' | 'hide-all' | 'more' | 'answers' };

/** The most clicks that one walk of one's own holds: what an address can carry. */
export const MOST_STEPS = 40;

/** The wall of a walk on which nothing was done yet. */
export function openWall(walk: WallState['walk']): WallState {
  return { walk, own: [], hung: walk !== 'own', gone: [], turned: [], more: false, answers: false };
}

/** The clicks that became notes. */
export function stepsOf({ walk, own }: Pick<WallState, 'walk' | 'own'>): readonly Step[] {
  return walk === 'own' ? own : walks[walk];
}

function dropped(state: WallState, note: number): WallState {
  const known = Number.isInteger(note) && note >= 1 && note <= stepsOf(state).length;
  return known && !state.gone.includes(note) ? { ...state, gone: [...state.gone, note] } : state;
}

/** Turns one card; `open` are the cards that lie open now, which `all` does not name. */
function turned(state: WallState, card: string, open: readonly string[]): WallState {
  const rest = open.filter((other) => other !== card);
  return { ...state, turned: rest.length < open.length ? rest : [...open, card] };
}

/** The state after an action. Pure; an action that makes no sense changes nothing. */
export function reduceWall(state: WallState, action: WallAction): WallState {
  switch (action.do) {
    case 'walk':
      return openWall(action.walk);
    case 'click':
      return state.walk === 'own' && !state.hung && state.own.length < MOST_STEPS
        ? { ...state, own: [...state.own, action.step] }
        : state;
    case 'hang':
      return { ...state, hung: true };
    case 'drop':
      return dropped(state, action.note);
    case 'put-back':
      return { ...state, gone: state.gone.filter((note) => note !== action.note) };
    case 'undo':
      return { ...state, gone: state.gone.slice(0, -1) };
    case 'turn':
      return turned(state, action.card, action.open);
    case 'turn-all':
      return { ...state, turned: 'all' };
    case 'hide-all':
      return { ...state, turned: [] };
    case 'more':
      return { ...state, more: !state.more };
    case 'answers':
      return { ...state, answers: !state.answers };
  }
}
