import { readStatement, type StatedRow } from '../engine/statement.js';
import type { EventDraft } from '../engine/event.js';
import { TactfulError } from './tactful-error.js';

/** The row that keeps what the shopper said. Throws `STATEMENT_INVALID` where it is no statement. */
export function statedRow(statement: unknown): StatedRow {
  const row = readStatement(statement);
  if (row) return row;
  throw new TactfulError({ code: 'STATEMENT_INVALID', message: 'declare: not a statement' });
}

/** The row of unfinished work. Throws `STATEMENT_INVALID` where it neither begins nor ends. */
export function taskRow(
  id: string,
  { state, ...more }: { readonly state: 'started' | 'ended'; readonly title?: string; readonly expires?: number },
): Pick<EventDraft, 'name' | 'params'> {
  if (!/^(?:started|ended)$/.test(state))
    throw new TactfulError({ code: 'STATEMENT_INVALID', message: 'task: neither started nor ended' });
  return { name: `task_${state}`, params: { task_id: id, ...more } };
}
