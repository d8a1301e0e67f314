import { readAffinities, type Affinity } from './affinity.js';
import { conflictRows } from './conflict-rows.js';
import { isLearned, splitEvidenceKey, type LearnedFacet } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import { priceRows } from './price-rows.js';
import { conclusionRow, withheldRow, type ProfileRow, type ProfileRows } from './profile-row.js';
import { ratioEstimate } from './ratio-estimate.js';
import type { ShopperAction } from './statement.js';

/** Below this, what was looked at is forgotten for all purposes and not worth a line. */
const FADED = 0.01;

type Learned = Affinity<LearnedFacet>;

/** A conclusion can be contradicted, forbidden or lose the rows it rests on. */
function correctionsOf({ facet, value, ids }: Learned): readonly ShopperAction[] {
  const said = (level: -2 | -1 | 1): ShopperAction => ({
    do: 'declare',
    statement: { kind: 'preference', facet, value, level },
  });
  return [{ do: 'forget', ids: [...ids] }, said(-1), said(1), said(-2)];
}

function conclusion(affinity: Learned): ProfileRow {
  const { facet, value, lift, spread, evidence, confidence, ids } = affinity;
  return conclusionRow({
    rule: 'affinity',
    facet,
    value,
    level: lift,
    weight: evidence,
    confidence,
    evidence: [...ids],
    estimate: ratioEstimate({ mean: lift, spread }),
    corrections: correctionsOf(affinity),
  });
}

const nameOf = ({ value, facet }: Learned): string => `${value} ${facet}`;

/** What was left unlearned on purpose is told without naming it: a list of sensitive things would be one too. */
const unlearned: ProfileRows = ({ folded }) =>
  [...folded.unlearned].map(([because, ids]) =>
    withheldRow({ rule: 'affinity', facet: 'unlearned', value: because, because, evidence: [...ids] }),
  );

/** What is concluded about taste, heaviest first, then by name; prices; what is said and done differently; what was not learned. */
export const tasteRows: ProfileRows = (read) => {
  const { folded, catalog, model, now } = read;
  const affinities = readAffinities({ folded, catalog, model, at: now.at });
  const concluded = [...tasteNow(folded).evidence.keys()]
    .map((key) => splitEvidenceKey(key))
    .flatMap(([facet, value]): readonly Learned[] => (isLearned(facet) ? [affinities.of(facet, value)] : []))
    .filter(({ evidence }) => evidence >= FADED)
    .sort((a, b) => b.evidence - a.evidence || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(conclusion);
  return [...concluded, ...priceRows(read), ...conflictRows(read), ...unlearned(read)];
};
