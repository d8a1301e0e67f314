import { tasteGroup } from './base-rates.js';
import type { CompiledCatalog, TasteGroup } from './compile-catalog.js';
import { evidenceKey, type Facet } from './evidence.js';
import { addTo } from './grouped-by.js';
import { numbering } from './numbering.js';

/** A category or brand that offers are about. */
export interface IndexedValue {
  readonly facet: Facet;
  readonly value: string;
  /** See `evidenceKey`. */
  readonly key: string;
  /** See `tasteGroup`. */
  readonly group: string;
  /** How popular it is with everybody. */
  readonly rate: number;
  /** The same number for all of one facet, depth and base rate: while nobody spoke of them they are liked alike. */
  readonly alike: number;
}

/** The groups of a catalogue by number, so that a decision looks up no words. */
export interface GroupIndex {
  /** Every category, at each depth, and every brand. */
  readonly values: readonly IndexedValue[];
  /** Of each group the place of its path among the paths; groups of one path and several brands share it. */
  readonly pathOf: readonly number[];
  /** The categories of each path, narrowest first, by their place among the values. */
  readonly paths: readonly (readonly number[])[];
  /** Of each group the place of its brand among the values; -1 without one. */
  readonly brandOf: readonly number[];
  /** By the key of a category or brand, the groups of which it is one, at any depth. */
  readonly about: ReadonlyMap<string, readonly number[]>;
}

/** Groups of a catalogue, and where they are found. */
export type Groups = Pick<CompiledCatalog, 'groups' | 'groupIndex'>;

/** {@link GroupIndex} of some groups; `rateOf` is how popular a value is with everybody. */
export function indexGroups(
  groups: readonly TasteGroup[],
  rateOf: (facet: IndexedValue['facet'], value: string) => number,
): GroupIndex {
  const about = new Map<string, [number, ...number[]]>();
  const values = numbering<IndexedValue>();
  const paths = numbering<readonly number[]>();
  const rates = numbering<number>();
  const valueOf = (facet: Facet, value: string, group: number): number => {
    const key = evidenceKey(facet, value);
    addTo(about, key, group);
    return values.of(key, () => {
      const [rate, compared] = [rateOf(facet, value), tasteGroup(facet, value)];
      return { facet, value, key, group: compared, rate, alike: rates.of(`${compared} ${String(rate)}`, () => rate) };
    });
  };
  const pathOf = groups.map(({ prefixes }, group) => {
    const narrowest = prefixes[prefixes.length - 1];
    const path = prefixes.map((prefix) => valueOf('category', prefix, group)).reverse();
    return paths.of(narrowest ?? '', () => path);
  });
  const brandOf = groups.map(({ brand }, group) => (brand === undefined ? -1 : valueOf('brand', brand, group)));
  return { values: values.all, pathOf, paths: paths.all, brandOf, about };
}
