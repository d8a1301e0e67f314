import type { Event } from '../engine/index.js';

function isNo(row: Event): boolean {
  if (row.name === 'never_stated') return true;
  return row.name === 'preference_stated' && row.params['level'] === -2;
}

/**
 * The bare "no"s of a log: what is kept when everything else is erased.
 *
 * Without dates or causes: every row gets the first moment there is and a new id, so that nothing
 * tells when or why it was said.
 */
export function keptRules(rows: readonly Event[], replica: string): readonly Event[] {
  const said = rows.filter(isNo);
  return said.map((row, index) => ({
    id: `${replica}:${String(index)}`,
    at: 0,
    offset: 0,
    name: row.name,
    origin: 'declared',
    purpose: row.purpose,
    params: row.params,
    v: 1,
  }));
}
