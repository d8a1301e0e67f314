import type { Heard } from './fold-heard.js';
import { factRow, type ProfileRow, type ProfileRows } from './profile-row.js';

function told({ id, kind, text, score, source }: Heard): ProfileRow {
  return factRow({
    // The same words may be said twice.
    id: `${kind} ${kind} ${id}`,
    rule: kind,
    facet: kind,
    value: text,
    evidence: [id],
    provenance: kind === 'feedback' ? 'relation' : 'observed',
    ...(score === undefined ? {} : { estimate: { value: score, unit: 'score' } }),
    ...(source === undefined ? {} : { source }),
  });
}

/** Ratings, free text and signals from elsewhere, each with where it comes from. */
export const heardRows: ProfileRows = ({ folded }) => folded.heard.map(told);
