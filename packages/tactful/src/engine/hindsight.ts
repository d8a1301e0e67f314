import type { Event } from './event.js';
import { textOf } from './item.js';
import { NO_VISIT, visitAfter } from './visit.js';
import { visitMarkOf, type VisitMark } from './visit-mark.js';

/** What later rows say about earlier ones. A fold that goes forward must know it beforehand. */
export interface Hindsight {
  /** Transactions that were taken back. */
  readonly refunded: ReadonlySet<string>;
  /** By the number of the visit: a mark holds for the rows before it too. */
  readonly marks: ReadonlyMap<number, VisitMark>;
}

/** Whether the row may say something about earlier ones, so that these have to be folded again. */
export function speaksOfEarlierRows({ name }: Event): boolean {
  return name === 'refund' || name === 'visit_marked';
}

function refundedIn(log: readonly Event[]): ReadonlySet<string> {
  const refunds = log.filter(({ name }) => name === 'refund').map(({ params }) => textOf(params['transaction_id']));
  return new Set(refunds.filter((id) => id !== undefined));
}

function marksIn(log: readonly Event[]): ReadonlyMap<number, VisitMark> {
  const marks = new Map<number, VisitMark>();
  // Few logs hold a mark, and visits are only counted for its sake.
  if (!log.some(({ name }) => name === 'visit_marked')) return marks;
  let visit = NO_VISIT;
  for (const event of log) {
    visit = visitAfter(visit, event);
    const mark = visitMarkOf(event);
    if (mark !== undefined) marks.set(visit.count, mark);
  }
  return marks;
}

/** Everything that a log in canonical order says about its own earlier rows. */
export function hindsightOf(log: readonly Event[]): Hindsight {
  return { refunded: refundedIn(log), marks: marksIn(log) };
}
