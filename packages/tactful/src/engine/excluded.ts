import type { OfferVerdict } from './reason.js';
import type { ShopperAction } from './statement.js';

/** Why this offer may not speak; `until`, `cause` and what the shopper could do, where the rule knows them. */
export interface Excluded {
  readonly verdict: OfferVerdict;
  readonly until?: number | undefined;
  readonly cause?: readonly string[] | undefined;
  readonly endedBy?: ShopperAction | undefined;
}

/** Of one shape, whatever the rule knows: code that walks thousands of them is compiled for one shape, and thrown away at another. */
export const excluded = (
  verdict: OfferVerdict,
  { until, cause, endedBy }: Omit<Excluded, 'verdict'> = {},
): Excluded => ({
  verdict,
  until,
  cause,
  endedBy,
});
