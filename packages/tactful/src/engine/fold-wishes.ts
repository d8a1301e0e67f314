import { sideOf } from './channels.js';
import type { FoldPart, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';
import type { Channel } from './statement.js';
import { visitMarkOf, type VisitMark } from './visit-mark.js';

/** What the shopper wants for themselves: on which channels, towards what, in which life. */
export interface WishState {
  /** Whether a channel may be used, by channel: the last word on each. */
  readonly channels: ReadonlyMap<string, Said<boolean>>;
  /** In the order in which they were last stated. */
  readonly goals: ReadonlyMap<string, Said<string>>;
  /** What happened in their life, as far as they said so. */
  readonly life: ReadonlyMap<string, Said<string>>;
  /** The last mark of a visit, with the number of that visit. */
  readonly marked: (Said<VisitMark> & { readonly visit: number }) | undefined;
}

const CALLED_UPON: readonly Channel[] = (
  ['slot', 'banner', 'notification', 'email', 'sms', 'call', 'screen'] as const
).filter((channel) => sideOf(channel) === 'outbound');

function restate(goals: Map<string, Said<string>>, said: Said<string>): void {
  goals.delete(said.value);
  goals.set(said.value, said);
}

/** The last word on each channel, goals with the latest last, life events, and whose visit it is. */
export const WISHES: FoldPart<WishState> = {
  empty: (): Mutable<WishState> => ({ channels: new Map(), goals: new Map(), life: new Map(), marked: undefined }),
  add: (state, { event, visit }) => {
    const { params, at, id, name } = event;
    const said = <Value>(value: Value): Said<Value> => ({ value, at, id });
    const channel = textOf(params['channel']);
    switch (name) {
      case 'permission_set':
        if (channel !== undefined && typeof params['allowed'] === 'boolean')
          state.channels.set(channel, said(params['allowed']));
        return;
      case 'channel_muted':
        if (channel !== undefined) state.channels.set(channel, said(false));
        return;
      case 'opted_out':
        for (const each of CALLED_UPON) state.channels.set(each, said(false));
        return;
      case 'goal_stated': {
        const goal = textOf(params['goal']) ?? '';
        if (goal === '') state.goals.clear();
        else restate(state.goals, said(goal));
        return;
      }
      case 'life_event_stated': {
        const happened = textOf(params['event']);
        if (happened !== undefined) state.life.set(happened, said(happened));
        return;
      }
      case 'visit_marked': {
        const mark = visitMarkOf(event);
        if (mark !== undefined) state.marked = { ...said(mark), visit: visit.count };
        return;
      }
      default:
    }
  },
};
