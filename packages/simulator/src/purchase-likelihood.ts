import type { PurchaseModel, PurchaseSummary } from 'tactful/engine';

/** r, alpha, a, b: the parameters of both purchase models. */
export type PurchaseParameters = readonly [r: number, alpha: number, a: number, b: number];

/** Customers with the same history are counted, not repeated; times are places in a list of all that occur. */
interface Group {
  readonly repeats: number;
  readonly lastAt: number;
  readonly age: number;
  count: number;
}

function grouped(customers: readonly PurchaseSummary[]): {
  readonly groups: readonly Group[];
  readonly times: readonly number[];
} {
  const places = new Map<number, number>();
  const placeOf = (time: number): number => {
    const place = places.get(time) ?? places.size;
    places.set(time, place);
    return place;
  };
  const groups = new Map<string, Group>();
  for (const { repeats, lastAt, age } of customers) {
    const key = `${repeats} ${lastAt} ${age}`;
    const group = groups.get(key) ?? { repeats, lastAt: placeOf(lastAt), age: placeOf(age), count: 0 };
    group.count++;
    groups.set(key, group);
  }
  return { groups: [...groups.values()], times: [...places.keys()] };
}

/**
 * The log-likelihood of a population as a function of its parameters: BG/NBD (Fader, Hardie, Lee
 * 2005) or MBG/NBD (Batislam, Denizel, Filiztekin 2007).
 *
 * Ratios of gamma and beta functions at whole distances are summed as logarithms of their factors,
 * which neither cancels nor overflows however small `a` or large `b` is.
 */
export function purchaseLikelihood(
  customers: readonly PurchaseSummary[],
  kind: PurchaseModel['kind'],
): (parameters: PurchaseParameters) => number {
  const { groups, times } = grouped(customers);
  const most = groups.reduce((top, { repeats }) => Math.max(top, repeats), 0);
  // Stays after x repeat purchases: x for BG, which nobody leaves after the first purchase, x + 1 for MBG.
  const extra = kind === 'bg' ? 0 : 1;
  const byRepeats = new Float64Array(most + 1);
  const logs = new Float64Array(times.length);
  return ([r, alpha, a, b]) => {
    let rising = 0;
    let staying = -extra * Math.log1p(a / b);
    for (let x = 0; x <= most; x++) {
      byRepeats[x] = rising + staying;
      rising += Math.log(r + x);
      staying -= Math.log1p(a / (b + x + extra));
    }
    for (const [place, time] of times.entries()) logs[place] = Math.log(alpha + time);
    const scale = r * Math.log(alpha);
    let sum = 0;
    for (const { repeats, lastAt, age, count } of groups) {
      const power = r + repeats;
      const atAge = logs[age] ?? 0;
      let each = (byRepeats[repeats] ?? 0) + scale - power * atAge;
      if (repeats > 0 || kind === 'mbg') {
        const odds = Math.log(a / (b + repeats - 1 + extra)) + power * (atAge - (logs[lastAt] ?? 0));
        // log(1 + e^odds) without overflow.
        each += odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
      }
      sum += count * each;
    }
    return sum;
  };
}
