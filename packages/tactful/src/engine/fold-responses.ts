import type { Event } from './event.js';
import type { FoldPart } from './fold-part.js';
import type { Said } from './fold-statements.js';

/** How the shopper took what was said to them: `true` is welcome. */
export interface ResponseState {
  /** The last three, oldest first. */
  readonly responses: readonly Said<boolean>[];
  /** The last contact that was welcome. */
  readonly lastWelcome: Said<boolean> | undefined;
}

const WELCOME: Readonly<Partial<Record<Event['name'], boolean>>> = {
  offer_opened: true,
  offer_accepted: true,
  offer_dismissed: false,
  offer_not_for_me: false,
  offer_complained: false,
};
const REMEMBERED = 3;

/** Opening and accepting are welcome, dismissing is not; what was shown and left alone says neither. */
export const RESPONSES: FoldPart<ResponseState> = {
  empty: () => ({ responses: [], lastWelcome: undefined }),
  add: (state, { event }) => {
    const value = WELCOME[event.name];
    if (value === undefined) return;
    const said = { value, at: event.at, id: event.id };
    state.responses.push(said);
    if (state.responses.length > REMEMBERED) state.responses.shift();
    if (value) state.lastWelcome = said;
  },
};
