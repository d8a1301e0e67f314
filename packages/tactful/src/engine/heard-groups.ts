import { readAnchored } from './decay.js';
import { halfLifeOf } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import type { Situation } from './situation.js';

/**
 * Whether a group was heard of: the shopper said something about it, or gave its narrowest category enough attention.
 *
 * Of all others the rules say the same, whatever their taste: most of a large shop is looked at by nobody.
 */
export function heardReader({ folded, catalog, policy, model, at, invited }: Situation): (group: number) => boolean {
  const { minEvidence } = policy.relevance;
  // An invitation asks for fit alone, which nothing that was seen may have as well.
  if (invited || minEvidence <= 0) return () => true;
  const { groups, groupIndex: index } = catalog;
  const heard = new Uint8Array(groups.length);
  const hear = (found: readonly number[] = []): void => {
    for (const group of found) heard[group] = 1;
  };
  for (const said of [folded.stated, folded.never]) for (const key of said.keys()) hear(index.about.get(key));
  const { evidence } = tasteNow(folded);
  const halfLifeDays = halfLifeOf('category', model);
  index.at.forEach((found, key) => {
    const mass = evidence.get(key)?.mass;
    if (mass && readAnchored(mass, { at, halfLifeDays }) >= minEvidence) hear(found);
  });
  return (group) => heard[group] === 1;
}
