import type { ContactState } from './fold-contacts.js';
import type { HeardState } from './fold-heard.js';
import type { GrantState } from './fold-grants.js';
import type { HabitState } from './fold-habits.js';
import type { HistoryState } from './fold-history.js';
import type { OffsetState } from './fold-offset.js';
import type { RelationState } from './fold-relation.js';
import type { RhythmState } from './fold-rhythm.js';
import type { ShopperState } from './fold-shopper.js';
import type { ShoppingState } from './fold-shopping.js';
import type { StatementState } from './fold-statements.js';
import type { TasteState } from './fold-taste.js';
import type { TellMeState } from './fold-tell-me.js';
import type { Visit } from './visit.js';
import type { VisitMark } from './visit-mark.js';

/**
 * Everything the log says, before time is applied: a pure function of the set of visible rows.
 *
 * Decayed quantities are anchored sums, so the same fold can be read at any later moment.
 */
export interface Folded
  extends
    TasteState,
    StatementState,
    ContactState,
    ShoppingState,
    HabitState,
    RelationState,
    ShopperState,
    HeardState,
    RhythmState,
    HistoryState,
    OffsetState,
    TellMeState,
    GrantState {
  readonly rows: number;
  /** The latest time any row carries: a clock moved back never frees budget. */
  readonly latestAt: number;
  readonly visit: Visit;
  /** Whose visit the last one is, where the shopper said so. */
  readonly mark: VisitMark | undefined;
}
