import { canonicalLog, type Event, type Now } from 'tactful/engine';

/** What a replay does next: it takes a row into the log, or makes a decision. */
export type ReplayStep =
  | { readonly kind: 'row'; readonly row: Event }
  | {
      readonly kind: 'decide';
      readonly now: Now;
      readonly upcoming: Event | undefined;
      /** Where on the page; that of the setting where it is missing. */
      readonly placement?: string;
    };

const momentOf = ({ at, offset }: Event): Now => ({ at, offset });

/** A decision at the time of each basket, before its lines are known: what is bought then can prove the decision right. */
export function basketSteps(events: Iterable<Event>): readonly ReplayStep[] {
  return canonicalLog(events).flatMap((row): readonly ReplayStep[] =>
    row.name === 'purchase'
      ? [
          { kind: 'decide', now: momentOf(row), upcoming: row },
          { kind: 'row', row },
        ]
      : [{ kind: 'row', row }],
  );
}

/** A decision after each `page_view`, as a page would ask for one, and one after the last row. */
export function pageViewSteps(events: Iterable<Event>): readonly ReplayStep[] {
  const log = canonicalLog(events);
  return log.flatMap((row, index): readonly ReplayStep[] => {
    const decides = row.name === 'page_view' || index === log.length - 1;
    return [
      { kind: 'row', row },
      ...(decides ? [{ kind: 'decide', now: momentOf(row), upcoming: undefined } as const] : []),
    ];
  });
}
