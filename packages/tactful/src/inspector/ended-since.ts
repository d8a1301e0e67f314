import type { Event, ShopperAction } from '../engine/index.js';

type Row = Pick<Event, 'name' | 'params'>;

/** Whether a row says what an action says. A dial that was turned since has been turned, wherever to. */
function says({ name, params }: Row, action: ShopperAction): boolean {
  if (action.do === 'task') return name === 'task_ended' && params['task_id'] === action.id;
  if (action.do === 'resolve') return name === 'complaint_resolved' && params['complaint_id'] === action.complaint;
  if (action.do !== 'declare') return false;
  switch (action.statement.kind) {
    case 'mode':
      return name === 'mode_set';
    case 'quiet':
      return name === 'quiet_ended' || name === 'quiet_set';
    case 'intent':
      return name === 'intent_stated';
    case 'channel':
      return name === 'permission_set' && params['channel'] === action.statement.channel;
    default:
      return false;
  }
}

/** Whether what would end a silence has been done since: it needs no button any more. */
export function endedSince(
  action: ShopperAction,
  about: { readonly at: number; readonly log: ReadonlyMap<string, Event> },
): boolean {
  const { at, log } = about;
  if (action.do === 'forget') return action.ids.every((id) => !log.has(id));
  for (const row of log.values()) if (row.at >= at && says(row, action)) return true;
  return false;
}
