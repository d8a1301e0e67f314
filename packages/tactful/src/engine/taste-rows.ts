import { readAffinities, type Affinity } from './affinity.js';
import { tasteNow } from './fold-taste.js';
import { conclusionRow, withheldRow, type ProfileRow, type ProfileRows } from './profile-row.js';
import type { ShopperAction } from './statement.js';

/** Below this, what was looked at is forgotten for all purposes and not worth a line. */
const FADED = 0.01;

/** A conclusion can be contradicted, forbidden or lose the rows it rests on. */
function correctionsOf({ facet, value, ids }: Affinity): readonly ShopperAction[] {
  const said = (level: -2 | -1 | 1): ShopperAction => ({
    do: 'declare',
    statement: { kind: 'preference', facet, value, level },
  });
  return [{ do: 'forget', ids: [...ids] }, said(-1), said(1), said(-2)];
}

function conclusion(affinity: Affinity): ProfileRow {
  const { facet, value, lift, evidence, confidence, ids } = affinity;
  return conclusionRow({
    rule: 'affinity',
    facet,
    value,
    level: lift,
    weight: evidence,
    confidence,
    evidence: [...ids],
    corrections: correctionsOf(affinity),
  });
}

const nameOf = ({ value, facet }: Affinity): string => `${value} ${facet}`;

function split(key: string): readonly [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** What was left unlearned on purpose is told without naming it: a list of sensitive things would be one too. */
const unlearned: ProfileRows = ({ folded }) =>
  [...folded.unlearned].map(([because, ids]) =>
    withheldRow({ rule: 'affinity', facet: 'unlearned', value: because, because, evidence: [...ids] }),
  );

/** What is concluded about taste, heaviest first, then by name; then what was not. */
export const tasteRows: ProfileRows = (read) => {
  const { folded, catalog, model, now } = read;
  const affinities = readAffinities({ folded, catalog, model, at: now.at });
  const concluded = [...tasteNow(folded).evidence.keys()]
    .map((key) => split(key))
    .flatMap(([facet, value]) => (facet === 'category' || facet === 'brand' ? [affinities.of(facet, value)] : []))
    .filter(({ evidence }) => evidence >= FADED)
    .sort((a, b) => b.evidence - a.evidence || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(conclusion);
  return [...concluded, ...unlearned(read)];
};
