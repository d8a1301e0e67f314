import { DAY_MS } from './clock.js';
import { decayFactor } from './decay.js';
import { exp, ln } from './dmath.js';
import type { AnnoyanceState, Strike } from './fold-annoyance.js';
import type { Model } from './policy.js';
import type { ShopperAction } from './statement.js';

/** From here a negative event is a serious one, as the surveys asked about it (science 6.7). */
const SERIOUS = 1.5;
/** From here it counts towards the strikes; below it is a wave of the hand. */
const COUNTS = 1;
/** Half-lives in days: of those who recover from a serious event 24 % need more than a year; the others are elicited. */
const HALF_LIFE_DAYS = { serious: 217, middling: 90, minor: 30 } as const;
/** A strike counts for so long; one whose complaint is open, until it is solved. Elicited (science 8.6). */
const COUNTED_MS: number = 90 * DAY_MS;
/** After as many strikes as make a third likely, selling rests for so long after the last. Elicited (science 8.6). */
const CALM_MS: number = 30 * DAY_MS;
/** With two strikes standing there is only service, so that there is no third. A contract may ask for fewer. Elicited. */
const SERVICE_FROM = 2;

function halfLifeDays(severity: number): number {
  if (severity >= SERIOUS) return HALF_LIFE_DAYS.serious;
  return severity < COUNTS ? HALF_LIFE_DAYS.minor : HALF_LIFE_DAYS.middling;
}

/** What is left of a strike: nothing of one that was made good. */
export function strikeLeft({ severity, at, madeGood }: Strike, now: number): number {
  return madeGood ? 0 : severity * decayFactor(now - at, halfLifeDays(severity));
}

/**
 * How annoyed the shopper is at a moment, in strikes: the sum of what is left of each negative event (science 6.7).
 *
 * One half-life for all would contradict the surveys, so each event fades at the pace of its kind: serious ones (1.5 and
 * more) at 217 days, dismissals and "not for me" at 30, what lies between at 90.
 */
export function annoyanceAt({ strikes }: Pick<AnnoyanceState, 'strikes'>, at: number): number {
  let sum = 0;
  for (const strike of strikes.values()) sum += strikeLeft(strike, at);
  return sum;
}

/** Probability of staying after `annoyance` strikes: a Weibull hazard calibrated on two surveys (science 6.7). */
export function staying(annoyance: number, model: Pick<Model, 'stay'>): number {
  if (annoyance <= 0) return 1;
  const { c, g } = model.stay;
  return exp(-c * exp(g * ln(annoyance / 3)));
}

/**
 * What annoyance that rises or falls leaves of the probability of staying, as a multiple. Where no number tells it any more,
 * rising leaves nothing and falling brings nothing.
 */
export function stayingAfter(
  { from, to }: { readonly from: number; readonly to: number },
  model: Pick<Model, 'stay'>,
): number {
  const before = staying(from, model);
  if (before > 0) return staying(to, model) / before;
  return to < from ? 1 : 0;
}

/** Probability that one more event of this severity makes the shopper leave, as people say it in surveys. */
export function leaving(
  annoyance: number,
  one: { readonly severity: number; readonly model: Pick<Model, 'stay'> },
): number {
  return 1 - stayingAfter({ from: annoyance, to: annoyance + one.severity }, one.model);
}

/** How the shop stands with the shopper, why, and what ends it. */
export interface Standing {
  /** `make_it_right`: selling yields to service and gesture. `service_only`: nothing but service. */
  readonly standing: 'fine' | 'make_it_right' | 'service_only';
  /** The rows of the strikes that count. */
  readonly cause: readonly string[];
  /** When it changes by itself; absent while a complaint is open. */
  readonly until?: number;
  readonly endedBy?: ShopperAction;
}

const SHOW_ME: ShopperAction = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } };

const isOpen = ({ complaint, madeGood }: Strike): boolean => complaint !== undefined && !madeGood;

/**
 * How the shop stands with the shopper: strikes of the last 90 days, and open complaints however old, decide.
 *
 * From the first strike selling yields to making it right; with two (`serviceFrom`, which a contract may lower) only
 * service is left, so that there is no third. Making it good takes a strike away, and with the last one selling resumes:
 * at once after one strike, 30 days after the last where there had been as many as `serviceFrom`. "Show me offers again"
 * ends it at once, whatever is open.
 */
export function standingAt(
  folded: Pick<AnnoyanceState, 'strikes' | 'pardonedAt'>,
  read: { readonly at: number; readonly serviceFrom?: number },
): Standing {
  const { at, serviceFrom = SERVICE_FROM } = read;
  const all = [...folded.strikes.values()].filter(
    (strike) =>
      strike.severity >= COUNTS && strike.at > folded.pardonedAt && (isOpen(strike) || at < strike.at + COUNTED_MS),
  );
  const standing = all.filter(({ madeGood }) => !madeGood).sort((a, b) => a.at - b.at);
  const cause = (strikes: readonly Strike[]): readonly string[] => strikes.flatMap(({ ids }) => ids);
  const last = Math.max(...all.map((strike) => strike.at));
  if (standing.length === 0) {
    return all.length >= serviceFrom && at < last + CALM_MS
      ? { standing: 'make_it_right', cause: cause(all), until: last + CALM_MS, endedBy: SHOW_ME }
      : { standing: 'fine', cause: [] };
  }
  const only = standing.length >= serviceFrom;
  const open = standing.find(isOpen);
  const falling = standing[only ? standing.length - serviceFrom : standing.length - 1];
  return {
    standing: only ? 'service_only' : 'make_it_right',
    cause: cause(standing),
    ...(open || !falling ? {} : { until: falling.at + COUNTED_MS }),
    endedBy: open?.complaint === undefined ? SHOW_ME : { do: 'resolve', complaint: open.complaint },
  };
}
