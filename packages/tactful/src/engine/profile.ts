import { readAffinities, type Affinity } from './affinity.js';
import type { Now } from './clock.js';
import type { CompiledCatalog } from './compile-catalog.js';
import type { Folded, Said } from './folded.js';
import type { Model } from './policy.js';

/** One fact or conclusion about the shopper, with what it rests on. */
export interface ProfileRow {
  /** Stable within a profile: `rule facet value`. */
  readonly id: string;
  readonly kind: 'fact' | 'conclusion';
  /** What it is about: `category`, `brand`, `offer_id`, `class`, `mode`, `quiet`, `cart`, `purchase`. */
  readonly facet: string;
  readonly value: string;
  /** For conclusions: lift over everybody, -2 to 2. For statements: the level, -2 to 2. */
  readonly level: number;
  /** Decayed pseudo-events behind a conclusion; 0 for facts. */
  readonly weight: number;
  /** Between 0 and 1; facts are 1. */
  readonly confidence: number;
  readonly provenance: 'observed' | 'declared' | 'relation' | 'concluded';
  /** Ids of the rows it rests on; remove them and it is gone. */
  readonly evidence: readonly string[];
  /** The rule that made it. */
  readonly rule: 'affinity' | 'stated' | 'never' | 'mode' | 'quiet' | 'purchase' | 'complaint';
}

/** Everything concluded and stated, as of a moment. */
export interface ProfileView {
  readonly now: Now;
  /** How many rows of the log it was made from. */
  readonly rows: number;
  readonly visits: number;
  readonly profile: readonly ProfileRow[];
}

/** Below this, what was looked at is forgotten for all purposes and not worth a line. */
const FADED = 0.01;

function conclusion({ facet, value, lift, evidence, confidence, ids }: Affinity): ProfileRow {
  return {
    id: `affinity ${facet} ${value}`,
    kind: 'conclusion',
    facet,
    value,
    level: lift,
    weight: evidence,
    confidence,
    provenance: 'concluded',
    evidence: ids,
    rule: 'affinity',
  };
}

function fact(
  about: { readonly facet: string; readonly value: string; readonly level?: number; readonly rule: ProfileRow['rule'] },
  said: Pick<Said<unknown>, 'id'>,
): ProfileRow {
  const { facet, value, rule, level = 0 } = about;
  const provenance = rule === 'purchase' ? 'observed' : rule === 'complaint' ? 'relation' : 'declared';
  return {
    id: `${rule} ${facet} ${value}`,
    kind: 'fact',
    facet,
    value,
    level,
    weight: 0,
    confidence: 1,
    provenance,
    evidence: [said.id],
    rule,
  };
}

function split(key: string): readonly [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

function facts(folded: Folded, at: number): readonly ProfileRow[] {
  const { mode, quiet } = folded;
  return [
    ...[...folded.never].map(([key, said]) =>
      fact({ facet: split(key)[0], value: split(key)[1], level: -2, rule: 'never' }, said),
    ),
    ...[...folded.stated].map(([key, said]) =>
      fact({ facet: split(key)[0], value: split(key)[1], level: said.value, rule: 'stated' }, said),
    ),
    ...(mode ? [fact({ facet: 'mode', value: mode.value, rule: 'mode' }, mode)] : []),
    ...(quiet && at < quiet.value ? [fact({ facet: 'quiet', value: String(quiet.value), rule: 'quiet' }, quiet)] : []),
    ...[...folded.complaints].map(([value, said]) => fact({ facet: 'complaint', value, rule: 'complaint' }, said)),
    ...folded.purchases.flatMap((purchase) =>
      purchase.items.map((item) =>
        fact({ facet: 'purchase', value: item.name ?? item.id ?? '', rule: 'purchase' }, purchase),
      ),
    ),
  ];
}

const nameOf = ({ value, facet }: Affinity): string => `${value} ${facet}`;

/** Statements first, then conclusions by weight, then by name. */
export function profileView(
  folded: Folded,
  read: { readonly catalog: CompiledCatalog; readonly model: Model; readonly now: Now },
): ProfileView {
  const { catalog, model, now } = read;
  const affinities = readAffinities({ folded, catalog, model, at: now.at });
  const concluded = [...folded.evidence.keys()]
    .map((key) => split(key))
    .flatMap(([facet, value]) => (facet === 'category' || facet === 'brand' ? [affinities.of(facet, value)] : []))
    .filter(({ evidence }) => evidence >= FADED)
    .sort((a, b) => b.evidence - a.evidence || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(conclusion);
  return { now, rows: folded.rows, visits: folded.visit.count, profile: [...facts(folded, now.at), ...concluded] };
}
