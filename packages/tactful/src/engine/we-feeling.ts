import { bisect } from './bisect.js';
import { decayFactor, readAnchored } from './decay.js';
import { DEED_HALF_LIFE_DAYS, type RelationState } from './fold-relation.js';
import { brokenAt } from './promise.js';
import { betaBelow } from './special-functions.js';

/** How good the relation is, and what it rests on. */
export interface WeFeeling {
  /** 0 to 1; .5 when nothing is known. */
  readonly value: number;
  /** Decayed counts of what was good and what was bad. */
  readonly good: number;
  readonly bad: number;
  readonly evidence: readonly string[];
}

/** What is bad counts twice: loss aversion (Brown, Imai, Vieider, Camerer 2024). */
const BAD_WEIGHT = 2;
/** Pseudo-counts on either side; elicited. */
const PRIOR = 2;
/** Below this nobody writes, calls or notifies; elicited. */
const LEAST_WE_FEELING = 0.4;
/** Halvings of the interval: more than a double can tell apart. */
const HALVINGS = 60;

interface Deed {
  readonly at: number;
  readonly rows: readonly string[];
}

function standing(
  folded: RelationState,
  at: number,
): { readonly good: readonly Deed[]; readonly bad: readonly Deed[] } {
  const promises = [...folded.promises.values()];
  const saids = [folded.granted, folded.unresolved].map((map) =>
    [...map.values()].map(({ at: since, id }): Deed => ({ at: since, rows: [id] })),
  );
  const [granted = [], unresolved = []] = saids;
  return {
    good: [...promises.flatMap(({ kept, rows }) => (kept === undefined ? [] : [{ at: kept, rows }])), ...granted],
    bad: [
      ...promises.flatMap((promised) => {
        const broken = brokenAt(promised, at);
        return broken === undefined ? [] : [{ at: broken, rows: promised.rows }];
      }),
      ...unresolved,
    ],
  };
}

/**
 * How good the relation is at a moment: W = (A + 2) / (A + 2B + 4), with A the good and B the bad, each halved in 180 days.
 *
 * Good are promises that were kept, suggestions that were followed, complaints that were resolved, answers of which the
 * shop said what it did with them, and channels that the shopper opened. Bad are promises from their due moment on,
 * complaints as long as they are open, questions put again though they were answered or declined, or within 14 days, complaints about offers, muting and opting
 * out. Purchases are never read (science 5.5); the numbers are elicited.
 */
export function weFeeling(folded: RelationState, at: number): WeFeeling {
  const read = { at, halfLifeDays: DEED_HALF_LIFE_DAYS };
  const { good, bad } = standing(folded, at);
  const sum = (deeds: readonly Deed[]): number =>
    deeds.reduce((total, deed) => total + decayFactor(at - deed.at, DEED_HALF_LIFE_DAYS), 0);
  const a = readAnchored(folded.goodDeeds, read) + sum(good);
  const b = readAnchored(folded.badDeeds, read) + sum(bad);
  return {
    value: (a + PRIOR) / (a + BAD_WEIGHT * b + 2 * PRIOR),
    good: a,
    bad: b,
    evidence: [
      ...new Set([...folded.deedRows, ...good.flatMap(({ rows }) => rows), ...bad.flatMap(({ rows }) => rows)]),
    ],
  };
}

/** Whether the relation is good enough to reach out: below .4 only what is on the site itself may speak. */
export function mayReachOut({ value }: Pick<WeFeeling, 'value'>): boolean {
  return value >= LEAST_WE_FEELING;
}

/** The central 80 % of Beta(A + 2, 2B + 2), of which {@link WeFeeling.value} is the mean. */
export function weFeelingInterval({ good, bad }: Pick<WeFeeling, 'good' | 'bad'>): {
  readonly low: number;
  readonly high: number;
} {
  const shape = [good + PRIOR, BAD_WEIGHT * bad + PRIOR] as const;
  const quantile = (probability: number): number => {
    const [low, high] = bisect((x) => betaBelow(x, shape) < probability, { low: 0, high: 1, halvings: HALVINGS });
    return (low + high) / 2;
  };
  return { low: quantile(0.1), high: quantile(0.9) };
}
