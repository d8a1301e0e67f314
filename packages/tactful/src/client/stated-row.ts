import { readStatement, type StatedRow } from '../engine/statement.js';
import { TactfulError } from './tactful-error.js';

/** The row that keeps what the shopper said. Throws `STATEMENT_INVALID` where it is no statement. */
export function statedRow(statement: unknown): StatedRow {
  const row = readStatement(statement);
  if (row) return row;
  throw new TactfulError({ code: 'STATEMENT_INVALID', message: 'declare: not a statement' });
}
