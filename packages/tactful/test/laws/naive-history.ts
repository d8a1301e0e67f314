import {
  DAY_MS,
  MINUTE_MS,
  type Cap,
  type Channel,
  type Direction,
  type Now,
  type Offer,
  type Policy,
} from '../../src/engine/index.js';
import { goesOut } from './naive-permission.js';

// Everything that was truly shown, in the order in which it was, counted with a calendar and no folds.

/** Something that was shown. */
export interface Shown {
  readonly offer: Offer;
  readonly promotional: boolean;
  readonly channel: Channel;
  readonly direction: Direction;
  /** Whether the shopper had asked for it: it counts for others, and is not counted against itself. */
  readonly invited: boolean;
  /** The latest time that the page had ever seen. */
  readonly seenAt: number;
  /** When the visit began in which it was shown. */
  readonly visitAt: number;
}

const LENGTHS: Readonly<Record<string, number>> = { P1D: DAY_MS, P2D: 2 * DAY_MS, P7D: 7 * DAY_MS };

type Counted = (other: Shown) => boolean;

function budgets(policy: Policy, one: Shown): readonly (readonly [string, readonly Cap[], Counted])[] {
  const isOut = goesOut(one.channel);
  const { inbound, interrupt, outbound, byChannel, everything, sameOffer } = policy;
  return [
    [one.channel, byChannel[one.channel] ?? [], ({ channel }) => channel === one.channel],
    ['offer', sameOffer, ({ offer }) => offer.id === one.offer.id],
    ...(one.direction === 'interrupt'
      ? [['interrupt', interrupt.caps, ({ direction }: Shown) => direction === 'interrupt'] as const]
      : []),
    ...(isOut ? [['outbound', outbound.caps, ({ channel }: Shown) => goesOut(channel)] as const] : []),
    ...(one.promotional ? [['everything', everything, ({ promotional }: Shown) => promotional] as const] : []),
    ...(one.promotional && !isOut
      ? [['inbound', inbound.caps, ({ promotional, channel }: Shown) => promotional && !goesOut(channel)] as const]
      : []),
  ];
}

/** The caps that the last thing shown breaks, in words; empty where all is well. */
export function brokenBy(history: readonly Shown[], policy: Policy): readonly string[] {
  const [one] = history.slice(-1);
  if (!one) return [];
  const over = ([name, caps, counts]: readonly [string, readonly Cap[], Counted]): readonly string[] =>
    caps.flatMap(({ cap, period }) => {
      const from = one.seenAt - (LENGTHS[period] ?? NaN);
      const counted = history.filter((other) => counts(other) && other.seenAt > from).length;
      return counted > cap ? [`${name}: ${String(counted)} in ${period}, at most ${String(cap)}`] : [];
    });
  const { custom = [], lifetime = Infinity } = one.offer.frequency ?? {};
  const own = history.filter(({ offer }) => offer.id === one.offer.id);
  const ever = own.length > lifetime ? [`${one.offer.id}: ${String(own.length)} ever`] : [];
  const always = [...over([one.offer.id, custom, ({ offer }) => offer.id === one.offer.id]), ...ever];
  if (one.invited) return always;
  const visit = history.filter((other) => other.promotional && !goesOut(other.channel) && other.seenAt >= one.visitAt);
  const perVisit =
    one.promotional && !goesOut(one.channel) && visit.length > policy.inbound.perVisit ? ['a visit'] : [];
  return [...always, ...budgets(policy, one).flatMap(over), ...perVisit];
}

/** When the visit began that goes on after these moments: half an hour without anything ends one, and so does midnight. */
export function visitOf(moments: readonly Now[]): number {
  const sorted = [...moments].sort((a, b) => a.at - b.at);
  const day = ({ at, offset }: Now): number => Math.floor((at + offset * MINUTE_MS) / DAY_MS);
  let began = sorted[0]?.at ?? -Infinity;
  for (const [n, moment] of sorted.entries()) {
    const before = sorted[n - 1];
    if (before && (moment.at - before.at >= 30 * MINUTE_MS || day(moment) !== day(before))) began = moment.at;
  }
  return began;
}
