import type { PolicyName } from './simulate-policies.js';
import type { Walked } from './world-walk.js';

/** A mean with its 95 % interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What a policy did to a population, per shopper. Money in minor units; synthetic, for teaching. */
export interface PolicySummary {
  readonly policy: PolicyName;
  readonly profit: number;
  /** Against silence, shopper by shopper, so that what people are like does not widen the interval. */
  readonly incrementalProfit: MeanInterval;
  readonly surplus: number;
  /** Incremental profit and .3 of the surplus, less EUR 60 for each who was driven away (science 11.5). */
  readonly jointValue: number;
  readonly inbound: number;
  readonly outbound: number;
  /** Purchases of what a message was about, per message; 0 without one. */
  readonly inboundConversion: number;
  readonly outboundConversion: number;
  readonly purchases: number;
  readonly negatives: number;
  /** Messages in quiet time. */
  readonly quietHits: number;
  /** Shares of all, at the end. */
  readonly muted: number;
  readonly left: number;
  readonly drifted: number;
  readonly trust: number;
}

const NORMAL_95 = 1.959964;
const SURPLUS_WEIGHT = 0.3;
const RELATIONSHIP_VALUE = 6000;

/** The mean of numbers and the interval that a normal distribution gives it. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const count = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / count;
  const spread = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, count - 1);
  const half = NORMAL_95 * Math.sqrt(spread / count);
  return { mean, low: mean - half, high: mean + half };
}

/** Half years under one policy, beside those of the same shoppers in silence, summed up per shopper. */
export function summarizeWalks(
  policy: PolicyName,
  { walks, silent }: { readonly walks: readonly Walked[]; readonly silent: readonly Walked[] },
): PolicySummary {
  const mean = (read: (walked: Walked) => number): number =>
    walks.reduce((sum, walked) => sum + read(walked), 0) / walks.length;
  const incrementalProfit = meanInterval(walks.map(({ profit }, person) => profit - (silent[person]?.profit ?? NaN)));
  const [inbound, outbound] = [mean((walked) => walked.inbound), mean((walked) => walked.outbound)];
  const surplus = mean((walked) => walked.surplus);
  const left = mean((walked) => Number(walked.left));
  return {
    policy,
    profit: mean(({ profit }) => profit),
    incrementalProfit,
    surplus,
    jointValue: incrementalProfit.mean + SURPLUS_WEIGHT * surplus - RELATIONSHIP_VALUE * left,
    inbound,
    outbound,
    inboundConversion: inbound > 0 ? mean(({ inboundBuys }) => inboundBuys) / inbound : 0,
    outboundConversion: outbound > 0 ? mean(({ outboundBuys }) => outboundBuys) / outbound : 0,
    purchases: mean(({ purchases }) => purchases),
    negatives: mean(({ negatives }) => negatives),
    quietHits: mean(({ quietHits }) => quietHits),
    muted: mean(({ muted }) => Number(muted)),
    left,
    drifted: mean(({ drifted }) => Number(drifted)),
    trust: mean(({ trust }) => trust),
  };
}
