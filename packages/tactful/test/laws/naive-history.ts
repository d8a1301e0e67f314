import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type Cap,
  type Channel,
  type Direction,
  type Now,
  type Offer,
  type OfferGroup,
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

/** What holds whoever shows something: the policy, and what the offers of a group share. */
interface Limits {
  readonly policy: Policy;
  readonly groups: readonly OfferGroup[];
}

const LENGTHS: Readonly<Record<string, number>> = {
  PT1H: HOUR_MS,
  P1D: DAY_MS,
  P2D: 2 * DAY_MS,
  P7D: 7 * DAY_MS,
  P30D: 30 * DAY_MS,
};

/** How long a period is. Throws where the calendar has none: nothing would ever be too much in it. */
export function lengthOf(period: string): number {
  const length = LENGTHS[period];
  if (length === undefined) throw new Error(`how long is ${period}?`);
  return length;
}

type Counted = (other: Shown) => boolean;
type Budget = readonly [name: string, caps: readonly Cap[], counts: Counted];

const ofOffer =
  ({ id }: Offer): Counted =>
  ({ offer }) =>
    offer.id === id;

/** What the file of the shop says of an offer and of its group: nothing lifts it. */
function ownBudgets({ offer }: Shown, groups: readonly OfferGroup[]): readonly Budget[] {
  const shared = groups.filter(({ id }) => id === offer.group);
  return [
    [offer.id, offer.frequency?.custom ?? [], ofOffer(offer)],
    ...shared.map(({ id, frequency }): Budget => [id, frequency?.custom ?? [], (other) => other.offer.group === id]),
  ];
}

function budgets(policy: Policy, one: Shown): readonly Budget[] {
  const isOut = goesOut(one.channel);
  const { inbound, interrupt, outbound, byChannel, everything, sameOffer } = policy;
  return [
    [one.channel, byChannel[one.channel] ?? [], ({ channel }) => channel === one.channel],
    ['offer', sameOffer, ofOffer(one.offer)],
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

/** The limits of a visit that the last thing shown breaks: of what sells on a page, and of what interrupts. */
function brokenInVisit(history: readonly Shown[], { policy, one }: { policy: Policy; one: Shown }): readonly string[] {
  const visit = history.filter(({ seenAt }) => seenAt >= one.visitAt);
  const sells: Counted = ({ promotional, channel }) => promotional && !goesOut(channel);
  const interrupts: Counted = ({ direction }) => direction === 'interrupt';
  const over = (counts: Counted, most: number): boolean => counts(one) && visit.filter(counts).length > most;
  return [
    ...(over(sells, policy.inbound.perVisit) ? ['a visit'] : []),
    ...(over(interrupts, policy.interrupt.perVisit) ? ['a visit, by interrupting'] : []),
  ];
}

/** The caps that the last thing shown breaks, in words; empty where all is well. */
export function brokenBy(history: readonly Shown[], { policy, groups }: Limits): readonly string[] {
  const [one] = history.slice(-1);
  if (!one) return [];
  const over = ([name, caps, counts]: Budget): readonly string[] =>
    caps.flatMap(({ cap, period }) => {
      const from = one.seenAt - lengthOf(period);
      const counted = history.filter((other) => counts(other) && other.seenAt > from).length;
      return counted > cap ? [`${name}: ${String(counted)} in ${period}, at most ${String(cap)}`] : [];
    });
  const { lifetime = Infinity } = one.offer.frequency ?? {};
  const own = history.filter(ofOffer(one.offer));
  const ever = own.length > lifetime ? [`${one.offer.id}: ${String(own.length)} ever`] : [];
  const always = [...ownBudgets(one, groups).flatMap(over), ...ever];
  if (one.invited) return always;
  return [...always, ...budgets(policy, one).flatMap(over), ...brokenInVisit(history, { policy, one })];
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
