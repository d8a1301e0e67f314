import { readStatement, type ShopperAction, type StatedRow } from './statement.js';

/** What the shopper does as the row it becomes; `undefined` where it becomes none, as agreeing, forgetting or a visit. */
export function rowOfAction(action: ShopperAction): StatedRow | undefined {
  switch (action.do) {
    case 'declare':
      return readStatement(action.statement);
    case 'task':
      return { name: 'task_ended', params: { task_id: action.id } };
    case 'resolve':
      return { name: 'complaint_resolved', params: { complaint_id: action.complaint } };
    case 'consent':
    case 'forget':
    case 'visit':
      return undefined;
  }
}
