import fc from 'fast-check';
import { DAY_MS, type Event, type EventName } from '../src/engine/index.js';
import { logOf, NOW } from './garden-shop.js';

const NAMES: readonly EventName[] = [
  'promise_made',
  'promise_kept',
  'suggestion_made',
  'suggestion_followed',
  'complaint_opened',
  'complaint_resolved',
  'service_failure',
  'permission_set',
  'question_put',
  'question_answered',
  'question_declined',
  'opted_out',
];

/** Rows about the relation and nothing else, within 40 days from {@link NOW}; their ids are those of no other log. */
export const relationRows: fc.Arbitrary<readonly Event[]> = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.nat(3), fc.nat(40)), { maxLength: 12 })
  .map((rows) =>
    logOf(
      rows.map(([name, n, day]) => ({
        name,
        at: day * DAY_MS,
        params: {
          promise_id: `p${String(n)}`,
          suggestion_id: `s${String(n)}`,
          complaint_id: `c${String(n)}`,
          question_id: `q${String(n)}`,
          channel: 'email',
          allowed: n > 1,
          due: NOW.at + 20 * DAY_MS,
        },
      })),
    ).map((event) => ({ ...event, id: `r${event.id}` })),
  );
