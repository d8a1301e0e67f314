import type { Event } from '../src/engine/index.js';
import type { StoreContents } from '../src/storage/index.js';
import { itemParams } from './garden-catalog.js';
import { row, storeContents } from './lens-snapshot.js';

const DAY = 24 * 60;

/** Nine weeks of a shopper who buys for the garden every week, says that they want less of it, and has a complaint open. */
function visits(): readonly Event[] {
  let counter = 100;
  const at = (days: number, more: { readonly own?: boolean } = {}): Parameters<typeof row>[2] => ({
    minutes: days * DAY + 30,
    counter: counter++,
    ...more,
  });
  const weekly = [63, 56, 49, 41, 35, 27, 21, 14, 7].flatMap((days, week) => [
    row('view_item', itemParams('garden', 'first'), at(days + 0.01)),
    row('view_item', itemParams('garden', week % 2 === 0 ? 'second' : 'third'), at(days + 0.005)),
    row(
      'purchase',
      {
        transaction_id: `w${String(week)}`,
        value: 24.95,
        ...itemParams('garden', week % 3 === 0 ? 'second' : 'first'),
      },
      at(days),
    ),
  ]);
  const own = { own: true };
  const lately = [4, 3, 2, 1].flatMap((days) =>
    ['first', 'second', 'third'].flatMap((shelf) => [
      row('select_item', itemParams('garden', shelf), at(days + 0.02)),
      row('view_item', itemParams('garden', shelf), at(days + 0.01)),
      row('add_to_wishlist', itemParams('garden', shelf), at(days)),
    ]),
  );
  return [
    ...weekly,
    ...lately,
    row('view_item', itemParams('tools', 'first'), at(14.02)),
    row('preference_stated', { facet: 'category', value: 'garden', level: -1 }, at(13, own)),
    row('preference_stated', { facet: 'category', value: 'wood', level: 2 }, at(12, own)),
    row('goal_stated', { goal: 'a greener balcony' }, at(12, own)),
    row('task_started', { task_id: 'plan', title: 'Planning a raised bed' }, at(6, own)),
    row('complaint_opened', { complaint_id: 'late-parcel' }, at(5)),
    row('promise_made', { promise_id: 'new parcel before Friday' }, at(5)),
  ];
}

/** A store as it lies on the disk after {@link visits}: every subject of the profile has a line. */
export function visitedContents(): StoreContents {
  const contents = storeContents();
  return { ...contents, events: [...visits(), ...contents.events] };
}
