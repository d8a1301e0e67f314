import { evidenceKey } from './evidence.js';
import type { FoldPart } from './fold-part.js';
import { textOf } from './item.js';
import { quietAfter } from './quiet.js';

/** A row that says something, with the value it says. */
export interface Said<Value> {
  readonly value: Value;
  readonly at: number;
  readonly id: string;
}

/** What the shopper said and has not taken back: the last word on each thing stands. */
export interface StatementState {
  /** Levels by facet and value, see {@link evidenceKey}. */
  readonly stated: ReadonlyMap<string, Said<number>>;
  readonly never: ReadonlyMap<string, Said<string>>;
  readonly mode: Said<string> | undefined;
  readonly quiet: Said<number> | undefined;
  readonly complaints: ReadonlyMap<string, Said<string>>;
}

/** Statements, quiet times and open complaints. */
export const STATEMENTS: FoldPart<StatementState> = {
  empty: () => ({ stated: new Map(), never: new Map(), mode: undefined, quiet: undefined, complaints: new Map() }),
  add: (state, { event }) => {
    const { params, at, id } = event;
    const text = (key: string): string | undefined => textOf(params[key]);
    const said = <Value>(value: Value): Said<Value> => ({ value, at, id });
    const key = (): string => evidenceKey(text('facet') ?? '', text('value') ?? '');
    switch (event.name) {
      case 'preference_stated': {
        const level = params['level'];
        if (typeof level === 'number') state.stated.set(key(), said(Math.min(2, Math.max(-2, level))));
        return;
      }
      case 'preference_withdrawn':
        state.stated.delete(key());
        return;
      case 'never_stated':
        for (const about of ['offer_id', 'category', 'class'])
          if (text(about) !== undefined) state.never.set(evidenceKey(about, text(about) ?? ''), said(about));
        return;
      case 'offer_not_for_me':
      case 'offer_complained':
        if (text('offer_id') !== undefined)
          state.never.set(evidenceKey('offer_id', text('offer_id') ?? ''), said('offer_id'));
        return;
      case 'mode_set':
        state.mode = said(text('mode') ?? 'normal');
        return;
      case 'quiet_set':
      case 'quiet_ended':
        state.quiet = quietAfter(state.quiet, event);
        return;
      case 'complaint_opened':
        state.complaints.set(text('complaint_id') ?? id, said(id));
        return;
      case 'complaint_resolved':
        state.complaints.delete(text('complaint_id') ?? '');
        return;
      default:
    }
  },
};
