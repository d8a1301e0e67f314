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

/** Everything that a log in canonical order says about its own earlier rows. */
export function hindsightOf(log: readonly Event[]): Hindsight {
  const refunded = new Set<string>();
  const marks = new Map<number, VisitMark>();
  let visit = NO_VISIT;
  for (const event of log) {
    visit = visitAfter(visit, event);
    const transaction = event.name === 'refund' ? textOf(event.params['transaction_id']) : undefined;
    if (transaction !== undefined) refunded.add(transaction);
    const mark = visitMarkOf(event);
    if (mark !== undefined) marks.set(visit.count, mark);
  }
  return { refunded, marks };
}
