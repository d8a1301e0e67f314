import type { Json } from './json.js';
import { factRow, type ProfileRows } from './profile-row.js';

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What was answered, and what the shopper would rather not say, as long as it holds. The facet is the question. */
export const answerRows: ProfileRows = ({ folded, now }) =>
  [...folded.answers]
    .filter(([, { until }]) => now.at < until)
    .map(([question, { value, id }]) =>
      factRow({
        rule: value === undefined ? 'declined' : 'answer',
        facet: question,
        value: value === undefined ? '' : textOf(value),
        provenance: 'declared',
        evidence: [id],
      }),
    );
