import { OFFER_CLASSES, type OfferClass } from './catalog.js';
import type { Policy } from './policy.js';

/** What a sector may not offer because of what it sells. Elicited. */
const CLOSED: Readonly<Record<string, readonly OfferClass[]>> = {
  gambling: ['complement', 'coupon', 'replenish', 'gift', 'together'],
  alcohol: ['coupon', 'gift'],
  tobacco: ['suggest', 'complement', 'coupon', 'replenish', 'inspire', 'gift', 'together'],
  credit: ['complement', 'coupon', 'replenish', 'gift'],
  medicine: ['coupon', 'gift', 'together'],
};

/** Sectors in which more than in others is forbidden. */
export const SECTORS: readonly string[] = Object.keys(CLOSED);

/**
 * What a sector forbids: to make use of a broken habit, to interrupt, to sell outside the site, to try things out, and
 * some classes of offers. Nothing for a sector that is not one of {@link SECTORS}. Elicited.
 *
 * Like law, no invitation lifts it.
 */
export function sectorPolicy(sector: string | undefined): Partial<Policy> {
  const closed = SECTORS.includes(sector ?? '') ? CLOSED[sector ?? ''] : undefined;
  if (!closed) return {};
  return {
    interrupt: { perVisit: 0, caps: [] },
    classes: OFFER_CLASSES.filter((each) => !closed.includes(each)),
    bans: ['outbound_promotion'],
    deviation: 'off',
    exploration: 0,
  };
}
