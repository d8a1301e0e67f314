import { DAY_CARD_IDS, type DayCardId } from '@tactful/simulator';
import { decideVote, withVote, type Ballot, type Vote } from './ballot.js';

/** People who mind, as the essays describe them, or nobody who minds anything. */
export const DAY_WORLDS = ['essays', 'nullAnnoyance'] as const;

/** One of {@link DAY_WORLDS}. */
export type DayWorld = (typeof DAY_WORLDS)[number];

/** How many shoppers can live half a year at the end. */
export const SHOPPER_COUNTS = [50, 200, 1000] as const;

/** One of {@link SHOPPER_COUNTS}. */
export type ShopperCount = (typeof SHOPPER_COUNTS)[number];

/** The cards, and the end of the day after them. */
export const DAY_PLACES = [...DAY_CARD_IDS, 'end'] as const;

/** One of {@link DAY_PLACES}. */
export type DayPlace = (typeof DAY_PLACES)[number];

/** Everything that the page can show, as one plain value; its address holds it whole. */
export interface DayState {
  readonly seed: number;
  readonly world: DayWorld;
  readonly at: DayPlace;
  /** Cards without a vote are left out. */
  readonly ballots: Readonly<Partial<Record<DayCardId, Ballot>>>;
  /** The cards at which the shops have answered, in the order of the day. */
  readonly open: readonly DayCardId[];
  readonly shoppers: ShopperCount;
}

/** What one can do on the page. */
export type DayAction =
  | { readonly do: 'vote'; readonly vote: Vote }
  | { readonly do: 'go'; readonly to: DayPlace }
  | { readonly do: 'seed'; readonly seed: number }
  | { readonly do: 'shoppers'; readonly shoppers: ShopperCount }
  | { readonly do: 'undo' | 'reveal' | 'again' | 'on' | 'next' | 'back' | 'world' | 'restart' };

/** The largest seed that an address carries. */
export const LARGEST_SEED = 999_999;

/** A morning on which nobody has voted. A thousand shoppers unless told: fewer are for slow machines. */
export const MORNING: DayState = { seed: 1, world: 'essays', at: 'train', ballots: {}, open: [], shoppers: 1000 };

/** The card that one stands at; at the end there is none. */
export function cardAt({ at }: DayState): DayCardId | undefined {
  return at === 'end' ? undefined : at;
}

/** The votes at a card so far. */
export function ballotAt({ ballots }: DayState, card: DayCardId | undefined): Ballot {
  return (card && ballots[card]) ?? [];
}

/** Whether the shops have answered at a card. */
export function isOpen({ open }: DayState, card: DayCardId | undefined): boolean {
  return card !== undefined && open.includes(card);
}

/** What the class does at each card where somebody voted. */
export function classVotes({ ballots }: DayState): Readonly<Partial<Record<DayCardId, 'speak' | 'hush'>>> {
  const voted = DAY_CARD_IDS.filter((card) => (ballots[card]?.length ?? 0) > 0);
  return Object.fromEntries(voted.map((card) => [card, decideVote(ballots[card] ?? [])]));
}

function withBallot(state: DayState, card: DayCardId, ballot: Ballot): DayState {
  const entries = Object.entries({ ...state.ballots, [card]: ballot }).filter(([, votes]) => votes.length > 0);
  return { ...state, ballots: Object.fromEntries(entries) };
}

function moved(state: DayState, by: 1 | -1): DayState {
  return { ...state, at: DAY_PLACES[DAY_PLACES.indexOf(state.at) + by] ?? state.at };
}

function revealed(state: DayState, card: DayCardId): DayState {
  return { ...state, open: DAY_CARD_IDS.filter((each) => each === card || state.open.includes(each)) };
}

/** Only where the shops have not answered yet: afterwards it would be no vote. */
function voted(state: DayState, change: (ballot: Ballot) => Ballot): DayState {
  const card = cardAt(state);
  return card === undefined || isOpen(state, card) ? state : withBallot(state, card, change(ballotAt(state, card)));
}

function reveal(state: DayState): DayState {
  const card = cardAt(state);
  return card === undefined ? state : revealed(state, card);
}

/** Closes the card and empties its ballot, so that the class can vote again. */
function voteAgain(state: DayState): DayState {
  const card = cardAt(state);
  if (card === undefined) return state;
  return { ...withBallot(state, card, []), open: state.open.filter((each) => each !== card) };
}

/** The state after an action. Pure; an action that makes no sense changes nothing. */
export function reduceDay(state: DayState, action: DayAction): DayState {
  switch (action.do) {
    case 'vote':
      return voted(state, (ballot) => withVote(ballot, action.vote));
    case 'undo':
      return voted(state, (ballot) => ballot.slice(0, -1));
    case 'reveal':
      return reveal(state);
    case 'again':
      return voteAgain(state);
    case 'on':
      return isOpen(state, cardAt(state)) ? moved(state, 1) : reveal(state);
    case 'next':
      return moved(state, 1);
    case 'back':
      return moved(state, -1);
    case 'go':
      return { ...state, at: action.to };
    case 'world':
      return { ...state, world: state.world === 'essays' ? 'nullAnnoyance' : 'essays' };
    case 'seed':
      return { ...state, seed: action.seed };
    case 'shoppers':
      return { ...state, shoppers: action.shoppers };
    case 'restart':
      return { ...MORNING, seed: state.seed, world: state.world, shoppers: state.shoppers };
  }
}
