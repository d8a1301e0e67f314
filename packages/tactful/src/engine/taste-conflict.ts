import { shrunkShare } from './affinity.js';
import { rateOf, tasteGroup } from './base-rates.js';
import { readAnchored } from './decay.js';
import { ln } from './dmath.js';
import { evidenceKey, halfLifeOf, isLearned, splitEvidenceKey, type LearnedFacet } from './evidence.js';
import type { Estimate } from './lifetime-value.js';
import { pseudoEvidence } from './stated-preference.js';
import { groupMasses, type AffinityBase, type GroupMass } from './taste-mass.js';

/** A value of which the shopper says one thing and does another. */
export interface TasteConflict {
  readonly facet: LearnedFacet;
  readonly value: string;
  /** The level that was stated, -2 to 2. */
  readonly level: number;
  /** The lift that the statement alone would give; at most 0 for "less" and "never". */
  readonly says: number;
  /** The lift of behaviour alone. */
  readonly does: number;
  /** Standard deviations between them; above 0 where more is done than said. */
  readonly z: number;
  /** How far apart all that is said and done of this facet are, from 0 to 1; see {@link jensenShannon}. */
  readonly apart: number;
  /** Pseudo-events of behaviour about all values of the facet. */
  readonly weight: number;
  readonly statedBy: string;
  readonly ids: readonly string[];
}

/** Elicited, science 2.6: how many deviations, and how much behaviour, it takes to speak of a conflict. */
const CLEAR = 2;
const ENOUGH = 10;
const LN2: number = ln(2);

/**
 * The Jensen-Shannon divergence of two lists of weights, in bits: 0 where their shares are equal, 1 where nothing is
 * shared (Lin 1991).
 *
 * The lists are of the same things in the same order and need not add up to 1. `not-computable` for a negative or
 * missing weight, or where all are 0.
 */
export function jensenShannon(a: readonly number[], b: readonly number[]): Estimate {
  const sum = (weights: readonly number[]): number => weights.reduce((total, each) => total + each, 0);
  const [sumA, sumB] = [sum(a), sum(b)];
  const sound = a.length === b.length && [...a, ...b].every((each) => each >= 0 && each < Infinity);
  if (!sound || !(sumA > 0) || !(sumB > 0)) return { unknown: 'not-computable' };
  const bits = (share: number, middle: number): number => (share > 0 ? (share * ln(share / middle)) / LN2 : 0);
  let value = 0;
  for (const [index, each] of a.entries()) {
    const [shareA, shareB] = [each / sumA, (b[index] ?? 0) / sumB];
    const middle = (shareA + shareB) / 2;
    value += (bits(shareA, middle) + bits(shareB, middle)) / 2;
  }
  return { value: Math.min(1, Math.max(0, value)) };
}

interface Value {
  readonly facet: LearnedFacet;
  readonly value: string;
  readonly seen: number;
  readonly said: number;
  readonly rate: number;
}

/** Values of the group that are spoken of, by behaviour or by the shopper, each once. */
function valuesOf(base: AffinityBase, name: string, group: GroupMass): readonly Value[] {
  const { folded, model, at } = base;
  const keys = new Set([...folded.evidence.keys(), ...folded.stated.keys()]);
  return [...keys].flatMap((key): readonly Value[] => {
    const [facet, value] = splitEvidenceKey(key);
    if (!isLearned(facet) || tasteGroup(facet, value) !== name) return [];
    const mass = folded.evidence.get(key)?.mass;
    const seen = mass ? readAnchored(mass, { at, halfLifeDays: halfLifeOf(facet, model) }) : 0;
    const said = pseudoEvidence(folded.stated.get(key), at);
    return [{ facet, value, seen, said, rate: rateOf(base.catalog, { facet, value, heard: group.values }) }];
  });
}

/** All values that nobody spoke of differ from each other by their base rates alone: together they are one. */
function apartness(values: readonly Value[], group: GroupMass, kappa: number): number {
  const rest = kappa * Math.max(0, 1 - values.reduce((sum, { rate }) => sum + rate, 0));
  const seen = values.map((each) => (each.seen + kappa * each.rate) / (group.seen + kappa));
  const said = values.map((each) => (Math.max(0, each.said) + kappa * each.rate) / (group.said + kappa));
  const apart = jensenShannon([...seen, rest / (group.seen + kappa)], [...said, rest / (group.said + kappa)]);
  return 'value' in apart ? apart.value : 0;
}

function conflictsIn(base: AffinityBase, name: string, group: GroupMass): readonly TasteConflict[] {
  const { folded, model } = base;
  const { kappa } = model;
  const values = valuesOf(base, name, group);
  const apart = apartness(values, group, kappa);
  return values.flatMap(({ facet, value, seen, said, rate }): readonly TasteConflict[] => {
    const key = evidenceKey(facet, value);
    const statement = folded.stated.get(key);
    if (!statement) return [];
    const prior = { rate, kappa };
    const does = shrunkShare({ mass: seen, total: group.seen }, prior).lift;
    const lift = shrunkShare({ mass: Math.max(0, said), total: group.said }, prior).lift;
    const says = said < 0 ? Math.min(0, lift) : lift;
    const z = (does - says) / Math.sqrt(1 / (seen + kappa * rate) + 1 / (Math.abs(said) + kappa * rate));
    if (!(Math.abs(z) > CLEAR)) return [];
    const { value: level, id: statedBy } = statement;
    const ids = folded.evidence.get(key)?.ids ?? [];
    return [{ facet, value, level, says, does, z, apart, weight: group.seen, statedBy, ids }];
  });
}

/**
 * Where saying and doing disagree by more than two standard deviations, with at least ten pseudo-events of behaviour
 * to go by (science 2.6); furthest first.
 *
 * Nothing is resolved here: what was said keeps its precedence. Of a visit for somebody else there is none, for the
 * taste of that visit is not the one that was spoken of.
 */
export function tasteConflicts(base: AffinityBase): readonly TasteConflict[] {
  if (typeof base.folded.mark === 'object') return [];
  const groups = [...groupMasses(base)].filter(([, { seen }]) => seen >= ENOUGH);
  return groups
    .flatMap(([name, group]) => conflictsIn(base, name, group))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.value < b.value ? -1 : 1));
}
