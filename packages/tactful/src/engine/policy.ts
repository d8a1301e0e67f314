import { CHANNELS } from './channels.js';
import { OFFER_CLASSES, type OfferClass } from './catalog.js';
import { ALWAYS_BANNED, type Ban } from './conduct.js';
import type { Channel } from './statement.js';

export { DEFAULT_MODEL, type Model } from './model.js';

/** At most `cap` contacts in the half-open window of `period` (ISO 8601) that ends now. */
export interface Cap {
  readonly cap: number;
  readonly period: string;
}

/**
 * Hours in which nobody is disturbed, `HH:MM` in local time; where `to` is not later than `from` they end the next day.
 *
 * They bind interrupt and outbound only: who comes to the shop is answered at any hour.
 */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** Days on which they begin, 1 for Monday to 7 for Sunday; every day where neither `days` nor `dates` is given. */
  readonly days?: readonly number[];
  /** Local dates on which they begin, `2027-12-25`: how a norm names holidays. */
  readonly dates?: readonly string[];
  /** All channels where it is missing. */
  readonly channels?: readonly Channel[];
}

/** What a departure from the shopper's own rhythm may lead to, from least to most (mission M8). */
export const DEVIATIONS = ['off', 'service', 'inbound'] as const;

/** One of {@link DEVIATIONS}: nothing; "did we do something wrong?"; also an offer on a page that they opened. */
export type Deviation = (typeof DEVIATIONS)[number];

/** What a policy may forbid: all that a relationship may, and to sell outside the site. */
export type PolicyBan = Ban | 'outbound_promotion';

/**
 * The contact policy: how often anyone may speak, and what silences them. Only tightens.
 *
 * The defaults are elicited (expert judgement, not fitted), as science.md appendix A labels them.
 */
export interface Policy {
  /** Over all promotional offers shown in slots. */
  readonly inbound: { readonly perVisit: number; readonly caps: readonly Cap[] };
  /** Moving or covering messages, of whatever class; 0 forbids them. */
  readonly interrupt: { readonly perVisit: number; readonly caps: readonly Cap[] };
  /** Messages outside the site, of whatever class. */
  readonly outbound: { readonly caps: readonly Cap[] };
  /** Messages through one channel, of whatever class; a channel that is not named has no cap of its own. */
  readonly byChannel: Readonly<Partial<Record<Channel, readonly Cap[]>>>;
  /** Promotional offers in whatever direction. */
  readonly everything: readonly Cap[];
  /** For one and the same offer. */
  readonly sameOffer: readonly Cap[];
  readonly cooldown: { readonly sameOffer: string; readonly sameCategory: string };
  /** Nothing is said for so long after a purchase. */
  readonly hushAfterPurchase: string;
  /** Between begin_checkout and purchase, at most so long. */
  readonly taskFocus: string;
  /** A category counts as satisfied while 2^(-age/halfLife) summed over purchases exceeds `gate`. */
  readonly satiation: { readonly halfLifeDays: number; readonly gate: number };
  readonly wear: { readonly halfLifeDays: number; readonly gate: number };
  /** Evidence (in pseudo-events) that a category needs before anything personal is said about it. */
  readonly relevance: { readonly minEvidence: number; readonly minFit: number };
  /**
   * A broken habit is worth a word where `alertBelow` / habits outlast it, after so many gaps or visits, if it is worth
   * so much a year (minor units), and nothing was shown for `cooldown`. Something is due from `due[0]` to `due[1]`.
   */
  readonly rhythm: {
    readonly alertBelow: number;
    readonly minGaps: number;
    readonly minVisits: number;
    readonly minYearlyValue: number;
    readonly cooldown: string;
    readonly due: readonly [number, number];
  };
  readonly quietHours: readonly QuietHours[];
  /** Classes that may be offered at all. */
  readonly classes: readonly OfferClass[];
  /** Channels that may be used at all; the permission of the shopper comes on top. */
  readonly channels: readonly Channel[];
  readonly bans: readonly PolicyBan[];
  readonly deviation: Deviation;
  /** Probability, 0 to 1, that may go to something other than the best. */
  readonly exploration: number;
  /** So many strikes, and only service remains. */
  readonly strikesToRecovery: number;
  /** Whether being near another shop may count; only on a page that the shopper opened. */
  readonly rivals: boolean;
}

/** Considerate defaults, all elicited. */
export const DEFAULT_POLICY: Policy = {
  inbound: { perVisit: 3, caps: [{ cap: 10, period: 'P7D' }] },
  interrupt: { perVisit: 0, caps: [{ cap: 2, period: 'P7D' }] },
  outbound: {
    caps: [
      { cap: 1, period: 'P7D' },
      { cap: 2, period: 'P30D' },
    ],
  },
  byChannel: {},
  everything: [],
  sameOffer: [{ cap: 3, period: 'P7D' }],
  cooldown: { sameOffer: 'P60D', sameCategory: 'P14D' },
  hushAfterPurchase: 'PT30M',
  taskFocus: 'PT15M',
  satiation: { halfLifeDays: 14, gate: 0.5 },
  wear: { halfLifeDays: 7, gate: 5 },
  relevance: { minEvidence: 0.5, minFit: -0.2 },
  rhythm: { alertBelow: 0.02, minGaps: 4, minVisits: 5, minYearlyValue: 500, cooldown: 'P14D', due: [0.35, 0.85] },
  quietHours: [{ from: '21:00', to: '09:00' }],
  classes: OFFER_CLASSES,
  channels: CHANNELS,
  bans: ALWAYS_BANNED,
  deviation: 'inbound',
  exploration: 0.1,
  strikesToRecovery: 2,
  rivals: false,
};
