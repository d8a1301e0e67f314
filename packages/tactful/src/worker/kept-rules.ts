import type { Event } from '../engine/index.js';

function isNo({ name, params }: Event): boolean {
  if (name === 'never_stated' || name === 'channel_muted' || name === 'opted_out') return true;
  return (
    (name === 'preference_stated' && params['level'] === -2) ||
    (name === 'permission_set' && params['allowed'] === false)
  );
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
