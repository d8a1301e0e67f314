import { tasteGroup } from './base-rates.js';
import type { CatalogFacts } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import { halfLifeOf, isLearned, splitEvidenceKey, type LearnedFacet } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import type { Folded } from './folded.js';
import type { Model } from './policy.js';
import { pseudoEvidence } from './stated-preference.js';
import type { Writable } from './writable.js';

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
  const masses = new Map<string, Writable<GroupMass>>();
  const massOf = (facet: LearnedFacet, value: string): Writable<GroupMass> => {
    const group = tasteGroup(facet, value);
    const known = masses.get(group) ?? { ...NO_MASS };
    masses.set(group, known);
    return known;
  };
  for (const [key, { mass }] of tasteNow(folded).evidence) {
    const [facet, value] = splitEvidenceKey(key);
    if (!isLearned(facet)) continue;
    const known = massOf(facet, value);
    known.seen += readAnchored(mass, { at, halfLifeDays: halfLifeOf(facet, model) });
    known.values++;
  }
  for (const [key, statement] of folded.stated) {
    const [facet, value] = splitEvidenceKey(key);
    if (isLearned(facet)) massOf(facet, value).said += Math.max(0, pseudoEvidence(statement, at));
  }
  return masses;
}
