import { lintCatalog, type Finding } from '@tactful/simulator';
import { offersOf, type Fields } from './draft.js';

/** What is to be changed in a draft: in all of it, and by the number of the offer. */
export interface Check {
  readonly errors: number;
  readonly warnings: number;
  /** How many offers the engine could use. */
  readonly usable: number;
  readonly whole: readonly Finding[];
  readonly byOffer: ReadonlyMap<number, readonly PlacedFinding[]>;
}

/** A finding with where in its offer it stands: `content.en.title`; empty for the whole offer. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: string;
}

const INDEXED = /^offers\[(\d+)\]\.?(.*)$/;
const NAMED = /^offers\.(.*)\.(from)$/;

function placeOf(finding: Finding, ids: readonly unknown[]): readonly [index: number, place: string] | undefined {
  const [, index, place = ''] = INDEXED.exec(finding.path) ?? [];
  if (index !== undefined) return [Number(index), place];
  const [, id, from = ''] = NAMED.exec(finding.path) ?? [];
  const named = id === undefined ? -1 : ids.indexOf(id);
  return named === -1 ? undefined : [named, from];
}

/** Everything that `tactful check` finds in a draft, by where the form shows it. `at` (epoch milliseconds) is now. */
export function checkDraft(catalog: Fields, at: number): Check {
  const { findings, usable } = lintCatalog(catalog, { at });
  const ids = offersOf(catalog).map(({ id }) => id);
  const whole: Finding[] = [];
  const byOffer = new Map<number, PlacedFinding[]>();
  for (const finding of findings) {
    const [index, place] = placeOf(finding, ids) ?? [];
    if (index === undefined || place === undefined) whole.push(finding);
    else byOffer.set(index, [...(byOffer.get(index) ?? []), { finding, place }]);
  }
  const errors = findings.filter(({ level }) => level === 'error').length;
  return { errors, warnings: findings.length - errors, usable, whole, byOffer };
}

const isIn = (place: string, field: string): boolean =>
  place === field || place.startsWith(`${field}.`) || place.startsWith(`${field}[`);

/**
 * The findings of one offer by the field that they concern, where the form has it; the others under `''`.
 *
 * Of two fields one of which is inside the other, the inner one has them.
 */
export function byField(
  placed: readonly PlacedFinding[],
  fields: readonly string[],
): ReadonlyMap<string, readonly Finding[]> {
  const inner = [...fields].sort((one, other) => other.length - one.length);
  const found = new Map<string, Finding[]>();
  for (const { finding, place } of placed) {
    const field = inner.find((name) => isIn(place, name)) ?? '';
    found.set(field, [...(found.get(field) ?? []), finding]);
  }
  return found;
}
