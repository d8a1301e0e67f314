import { conclusionRow, type ProfileRow, type ProfileRows } from './profile-row.js';
import type { ShopperAction, Statement } from './statement.js';
import { tasteConflicts, type TasteConflict } from './taste-conflict.js';

type Level = Extract<Statement, { readonly kind: 'preference' }>['level'];

function nearestLevel(level: number): Level {
  if (level > 0) return level > 1 ? 2 : 1;
  return level <= -2 ? -2 : -1;
}

/** What I say counts: it is said again. What I do counts: it is taken back. Later: nothing is done. */
function answersTo({ facet, value, level }: TasteConflict): readonly ShopperAction[] {
  const says = (stated: Level): ShopperAction => ({
    do: 'declare',
    statement: { kind: 'preference', facet, value, level: stated },
  });
  return [says(nearestLevel(level)), says(0)];
}

function conflict(found: TasteConflict): ProfileRow {
  const { facet, value, says, does, apart, z, weight, statedBy, ids } = found;
  return conclusionRow({
    rule: 'conflict',
    facet,
    value,
    level: does,
    weight,
    evidence: [statedBy, ...ids],
    estimate: { value: z, unit: 'score', elicited: true },
    sides: { says, does, apart },
    corrections: answersTo(found),
  });
}

/** What the shopper says beside what they do, where these disagree; with the answers, the default first. */
export const conflictRows: ProfileRows = ({ folded, catalog, model, now }) =>
  tasteConflicts({ folded, catalog, model, at: now.at }).map(conflict);
