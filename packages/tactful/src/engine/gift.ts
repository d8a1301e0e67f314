import { stayingAfter, type Standing } from './annoyance.js';
import type { OfferClass } from './catalog.js';
import { DAY_MS } from './clock.js';
import { exp, ln } from './dmath.js';
import type { Model } from './model.js';
import type { UtilityBasis } from './utility.js';
import type { WeFeeling } from './we-feeling.js';

/** Strikes that a gift, and that making good, takes away. Elicited. */
const TAKEN_AWAY = { gift: 0.5, amends: 1 } as const;
/** A second gift within so long would be a habit. */
const GIFT_REST_MS: number = 180 * DAY_MS;

/** How the shop stands with the shopper, as far as it decides what a gift is worth. */
export interface RelationRead {
  /** In strikes: `annoyanceAt`. */
  readonly annoyance: number;
  readonly we: Pick<WeFeeling, 'good' | 'bad'>;
  readonly model: Model;
  /** Remaining lifetime value in minor units, where it is known; it counts upward only. */
  readonly lifetimeValue?: number;
  /** Whether help is what serves the shopper now. */
  readonly needsHelp?: boolean;
}

/**
 * What a gift, amends and, where it is needed, help do for the relation, in minor units (decision record 13).
 *
 * `value x ((Stay(max(0, A - taken)) / Stay(A))^s2a - 1)` for the annoyance taken away, and for trust its price times
 * what one more good deed adds to the we-feeling. `value` is never below the usual shopper's.
 */
export function relationTerms(read: RelationRead): UtilityBasis['relation'] {
  const { annoyance, we, model, lifetimeValue = 0, needsHelp = false } = read;
  const value = Math.max(model.relationshipValue, lifetimeValue);
  const feeling = (good: number): number => (good + 2) / (good + 2 * we.bad + 4);
  const trust = model.trust * value * (feeling(we.good + 1) - feeling(we.good));
  const kept = (taken: number): number => {
    const more = stayingAfter({ from: annoyance, to: Math.max(0, annoyance - taken) }, model);
    return value * (exp(model.stay.statedToActual * ln(more)) - 1);
  };
  const amends = kept(TAKEN_AWAY.amends) + trust;
  return {
    gift: kept(TAKEN_AWAY.gift) + trust,
    apology: amends,
    remedy: amends,
    ...(needsHelp ? { help: trust, human: trust } : {}),
  };
}

/** Until when a gift has to wait: 180 days after the last, and never as a hush while something is to be made good. */
export function giftWaitsUntil(
  contacts: readonly { readonly class?: OfferClass | undefined; readonly at: number }[],
  { at, standing }: { readonly at: number; readonly standing: Pick<Standing, 'standing' | 'until'> },
): number | undefined {
  if (standing.standing !== 'fine') return standing.until ?? Infinity;
  const given = contacts.filter((contact) => contact.class === 'gift');
  const until = Math.max(...given.map((gift) => gift.at + GIFT_REST_MS));
  return at < until ? until : undefined;
}
