import type { Channel, Event } from '../../src/engine/index.js';
import { readable } from './naive-reading.js';

// What the shopper allowed, read as a person would: row after row, without the engine's own folds.

const CALLED_UPON: readonly Channel[] = ['email', 'notification', 'sms', 'call'];

function saidOf(row: Event, channel: Channel): boolean | undefined {
  const { name, params } = row;
  if (name === 'opted_out') return CALLED_UPON.includes(channel) ? false : undefined;
  if (params['channel'] !== channel) return undefined;
  if (name === 'channel_muted') return false;
  return name === 'permission_set' ? params['allowed'] === true : undefined;
}

/** When the promises that bought a channel were broken, as far as they were by now. */
function breachesOf(
  rows: readonly Event[],
  about: { readonly channel: Channel; readonly at: number },
): readonly number[] {
  const firstOf = new Map<unknown, Event>();
  for (const row of rows)
    if (row.name === 'promise_made' && !firstOf.has(row.params['promise_id']))
      firstOf.set(row.params['promise_id'], row);
  return [...firstOf].flatMap(([id, { params, at: made }]) => {
    const due = Number(params['due']);
    if (params['permission'] !== about.channel || !(about.at >= due)) return [];
    const kept = rows.find((row) => row.name === 'promise_kept' && row.params['promise_id'] === id && row.at >= made);
    return kept && kept.at <= due ? [] : [due];
  });
}

/** Whether the shopper's last word on a channel, and what it was given for, lets anything through it now. */
export function allowedBy(log: readonly Event[], about: { readonly channel: Channel; readonly at: number }): boolean {
  const rows = readable(log);
  const words = rows.filter((row) => saidOf(row, about.channel) !== undefined);
  const last = words[words.length - 1];
  if (!last) return !CALLED_UPON.includes(about.channel);
  return saidOf(last, about.channel) === true && breachesOf(rows, about).every((due) => due < last.at);
}

/** Whether a message through this channel comes to the shopper, rather than they to it. */
export const goesOut = (channel: Channel): boolean => CALLED_UPON.includes(channel);
