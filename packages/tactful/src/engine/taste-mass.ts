import { tasteGroup } from './base-rates.js';
import type { CatalogFacts } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import { halfLifeOf, isLearned, splitEvidenceKey, type LearnedFacet } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import type { Folded } from './folded.js';
import type { Model } from './policy.js';
import { pseudoEvidence } from './stated-preference.js';

/** What affinities are read from, and as of when (epoch milliseconds). */
export interface AffinityBase {
  readonly folded: Folded;
  readonly catalog: CatalogFacts;
  readonly model: Model;
  readonly at: number;
}

/** What all values of a group have together, in pseudo-events of attention. */
export interface GroupMass {
  /** From behaviour. */
  readonly seen: number;
  /** From statements that ask for more. */
  readonly said: number;
  /** How many values behaviour speaks about. */
  readonly values: number;
}

/** A group that nothing is known of. */
export const NO_MASS: GroupMass = { seen: 0, said: 0, values: 0 };

/** The mass of every group, by `tasteGroup`. O(values). */
export function groupMasses({ folded, model, at }: AffinityBase): ReadonlyMap<string, GroupMass> {
  const masses = new Map<string, GroupMass>();
  const add = (key: string, massOf: (facet: LearnedFacet) => GroupMass): void => {
    const [facet, value] = splitEvidenceKey(key);
    if (!isLearned(facet)) return;
    const group = tasteGroup(facet, value);
    const { seen, said, values } = masses.get(group) ?? NO_MASS;
    const more = massOf(facet);
    masses.set(group, { seen: seen + more.seen, said: said + more.said, values: values + more.values });
  };
  for (const [key, { mass }] of tasteNow(folded).evidence) {
    add(key, (facet) => {
      const seen = readAnchored(mass, { at, halfLifeDays: halfLifeOf(facet, model) });
      return { seen, said: 0, values: 1 };
    });
  }
  for (const [key, statement] of folded.stated) {
    add(key, () => ({ seen: 0, said: Math.max(0, pseudoEvidence(statement, at)), values: 0 }));
  }
  return masses;
}
