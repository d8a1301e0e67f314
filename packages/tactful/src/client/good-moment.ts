import type { Channel, Moment, Now } from '../worker/protocol.js';
import { isChannel } from '../engine/channels.js';
import type { PageSession } from './page-session.js';
import { misuse } from './tactful-error.js';

/** How far to look, and through what: the slot and every channel that the shopper allowed, unless told. */
export interface GoodMomentOptions {
  /** Whole days, 1 to 31; 14 unless told. */
  readonly withinDays?: number;
  readonly channel?: Channel;
}

const MOST_DAYS = 31;
/** Where the shopper may have allowed to be called upon, the least intrusive first. */
const CALLED_UPON: readonly Channel[] = ['email', 'notification', 'sms', 'call'];

/**
 * The next good moment. Rejects `CONFIG_INVALID` with the path of what is no option.
 *
 * Worked out on the page, a decision of the worker at a time, so that none that the page waits for has to stand in line.
 */
export async function nextGoodMoment(
  session: Pick<PageSession, 'call'>,
  { withinDays = 14, channel, now }: GoodMomentOptions & { readonly now: Now },
): Promise<Moment | null> {
  if (!Number.isInteger(withinDays) || withinDays < 1 || withinDays > MOST_DAYS)
    throw misuse('nextGoodMoment.withinDays', `a whole number from 1 to ${String(MOST_DAYS)}`);
  if (channel !== undefined && !isChannel(channel)) throw misuse('nextGoodMoment.channel', 'unknown channel');
  const engine = await import('../engine/next-good-moment.js');
  const [read, rows] = await Promise.all([session.call('profile', { now }), session.call('log', {})]);
  const { folded, model } = read;
  const { offset } = now;
  const at = Math.max(now.at, folded.latestAt);
  const allowed = CALLED_UPON.filter((each) => engine.mayUse(folded, { channel: each, at }));
  const search = engine.nextGoodMoment({
    now: { at, offset },
    withinDays,
    channels: channel === undefined ? ['slot', ...allowed] : [channel],
    visits: engine.visitOutlook({ ...read, now: { at, offset } }, rows),
    margin: model.tactMargin,
  });
  let step = search.next();
  while (!step.done) {
    const tried = step.value;
    const found = await session.call('prospect', { channel: tried.channel, now: { at: tried.at, offset } });
    step = search.next(engine.prospectOf(found));
  }
  return step.value;
}
