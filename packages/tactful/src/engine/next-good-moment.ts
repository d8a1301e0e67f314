import { DAY_MS, HOUR_MS, MINUTE_MS, type Now } from './clock.js';
import type { DecisionTrace } from './decision.js';
import { sideOf } from './channels.js';
import type { ChoiceReason, SilenceReason } from './reason.js';
import type { Channel } from './statement.js';
import { visitChances, type VisitOutlook } from './visit-outlook.js';

export { mayUse } from './channel.js';
export { visitOutlook } from './visit-outlook.js';

/** When a contact would be welcome, through what and why; or, with a silence reason, what stands in the way until when. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly until?: number;
  readonly channel: Channel;
  readonly reason: ChoiceReason | SilenceReason;
}

/** What a decision at some moment would say. */
export interface Prospect {
  /** Of the best offer, in minor units; 0 is silence. */
  readonly utility: number;
  readonly reason: ChoiceReason | SilenceReason;
  /** When what binds the silence ends, where that is known. */
  readonly until?: number;
}

/** What a good moment depends on. */
export interface GoodMomentQuery {
  readonly now: Now;
  readonly withinDays: number;
  /** Those that may be used, the least intrusive first. */
  readonly channels: readonly Channel[];
  readonly visits: VisitOutlook;
  /** What an outbound contact must be worth beyond waiting for them (minor units). */
  readonly margin: number;
}

/** A decision as a prospect. What the shopper asked for is always worth something. */
export function prospectOf({ decision, shortlist }: Pick<DecisionTrace, 'decision' | 'shortlist'>): Prospect {
  const { silence, offers } = decision;
  if (silence) return { utility: 0, reason: silence.reason, ...(silence.until ? { until: silence.until } : {}) };
  const chosen = shortlist.find(({ verdict }) => verdict === 'CHOSEN');
  return { utility: Math.max(1, chosen?.utility ?? 0), reason: offers[0]?.reasons[0] ?? 'TRYING_SOMETHING' };
}

/** Decisions that are tried for one channel; with one a day and one for each end of a silence nobody needs so many. */
const MOST_TRIED = 99;

/** A moment at which the search asks what a decision would say. */
export interface Tried {
  readonly channel: Channel;
  readonly at: number;
}

/** A search that asks for one prospect at a time, so that the decisions may be made elsewhere. */
export type Search<Found> = Generator<Tried, Found, Prospect>;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly prospect: Prospect;
}

interface Best {
  readonly worth: number;
  readonly moment: Moment;
}

/** The silence that lasts longest. */
function bindingSilence(stretches: readonly Stretch[], channel: Channel): Moment | null {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined[joined.length - 1];
    if (last?.prospect.reason === stretch.prospect.reason) joined[joined.length - 1] = { ...stretch, from: last.from };
    else joined.push(stretch);
  }
  const [longest] = joined
    .filter(({ prospect }) => prospect.utility <= 0)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!longest) return null;
  const { reason, until } = longest.prospect;
  return { at: longest.from, channel, reason, ...(until === undefined ? {} : { until }) };
}

/** One decision a day, and one where a silence ends: in between no gate changes but those that begin. */
function* stretchesOf(channel: Channel, { now, withinDays }: GoodMomentQuery): Search<Stretch[]> {
  const end = now.at + withinDays * DAY_MS;
  const stretches: Stretch[] = [];
  for (let from = now.at; from < end && stretches.length < MOST_TRIED;) {
    const prospect = yield { channel, at: from };
    const tomorrow = now.at + (Math.floor((from - now.at) / DAY_MS) + 1) * DAY_MS;
    const { until = 0 } = prospect;
    const to = until > from && (prospect.utility <= 0 || until < tomorrow) ? until : tomorrow;
    stretches.push({ from, to, prospect });
    from = to;
  }
  return stretches;
}

function* bestOn(channel: Channel, query: GoodMomentQuery): Search<Best | Moment | null> {
  const { now, withinDays, visits, margin } = query;
  const inbound = sideOf(channel) === 'inbound';
  const zone = now.offset * MINUTE_MS;
  const first = Math.floor((now.at + zone) / HOUR_MS) * HOUR_MS - zone;
  const chances = visitChances(visits, { now, days: withinDays });
  const stretches = yield* stretchesOf(channel, query);
  const startOf = (hour: number): number => Math.max(now.at, first + hour * HOUR_MS);
  const worth = chances.map((chance, hour) => {
    const at = startOf(hour);
    const utility = stretches.find(({ to }) => at < to)?.prospect.utility ?? 0;
    return inbound ? utility * chance : utility;
  });
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const most = Math.max(...worth);
    const hour = worth.indexOf(most);
    const at = startOf(hour);
    if (!(most > 0)) break;
    const prospect = yield { channel, at };
    const { utility, reason, until = 0 } = prospect;
    if (utility > 0)
      return {
        worth: inbound ? worth.reduce((sum, each) => sum + each, 0) : utility - margin,
        moment: { at, until: first + (hour + 1) * HOUR_MS, channel, reason },
      };
    // A silence that began in between: what it covers is no choice.
    const to = Math.max(until, at + 1);
    stretches.push({ from: at, to, prospect });
    for (let next = hour; startOf(next) < to && next < worth.length; next++) worth[next] = 0;
  }
  return bindingSilence(stretches, channel);
}

/**
 * When, and through what, the next contact would be welcome (mission M6), or what stands in the way.
 *
 * Of the hours to come the one with the largest `P(visit) U` where the shopper comes, and the first with the largest
 * `U` where they are called upon: each only where a decision at that very hour would speak. To call upon them must be
 * worth more than all that waiting for them is, by `margin` (science 7.6); the formula is decision 0014. Where nothing
 * may be said: the silence that lasts longest, of the first channel. `null`: there would be something to say, and no
 * visit is to be expected.
 *
 * @example
 * ```ts
 * const search = nextGoodMoment(query);
 * let step = search.next();
 * while (!step.done) step = search.next(prospectOf(decide({ ...input, ...step.value })));
 * step.value; // { at: 17…, until: 17…, channel: 'slot', reason: 'YOU_OFTEN' }
 * ```
 */
export function* nextGoodMoment(query: GoodMomentQuery): Search<Moment | null> {
  const found: (Best | Moment | null)[] = [];
  for (const channel of query.channels) found.push(yield* bestOn(channel, query));
  let best: Best | undefined;
  for (const each of found) if (each && 'worth' in each && each.worth > (best?.worth ?? 0)) best = each;
  if (best) return best.moment;
  const [first] = found;
  return first && !('worth' in first) ? first : null;
}
