import type { Channel, Decision, Now } from '../worker/protocol.js';
import { shownParams } from './shown-params.js';
import { directionOf, isChannel } from '../engine/channels.js';
import type { PageSession } from './page-session.js';
import { silentDecision } from './silent-decision.js';
import { misuse } from './tactful-error.js';

type Session = Pick<PageSession, 'replica' | 'call' | 'writeOwn' | 'events'>;

/** A decision that is not for the one usual slot, and how long to wait for it. */
export interface AskedThrough {
  readonly placement: string;
  readonly channel: Channel;
  readonly now: Now;
  readonly deadlineMs?: number | undefined;
  /** The shopper pressed "show me", or opened the page of offers. */
  readonly requested?: boolean | undefined;
  /** So many offers at most, 1 to 3. */
  readonly most?: number | undefined;
}

/** Nothing on the page waits for it. */
const DEADLINE_MS = 3000;
let made = 0;

/**
 * Hands what may be sent to whoever listens for it; tactful sends nothing.
 *
 * It counts as shown from then on, so that the caps hold whatever the host's code does; where that cannot be written
 * down, nothing is handed over.
 */
async function handOver(
  session: Session,
  { decision, now }: { readonly decision: Decision; readonly now: Now },
): Promise<void> {
  const [offer] = decision.offers;
  // not by the decision's own direction: what the shopper asked to be told goes out as requested
  if (directionOf(decision.channel) !== 'outbound' || !offer || !session.events.has('outbound')) return;
  const source = await session.call('outbound', { decision, now });
  const { outboundIntent } = await import('../engine/outbound-intent.js');
  const intent = outboundIntent({ decision }, source);
  if (!intent) return;
  const { offerId, channel } = intent;
  const params = { decision_id: decision.id, offer_id: offerId, channel, ...shownParams(offer) };
  const receipt = await session.writeOwn({ name: 'offer_shown', params });
  if (receipt.kept) session.events.emit('outbound', intent);
}

/** Which way a decision goes. Throws for a channel that is none, and where "show me" cannot have been said. */
function directionFor({ channel, requested = false }: AskedThrough): ReturnType<typeof directionOf> {
  if (!isChannel(channel)) throw misuse('decide.channel', 'unknown channel');
  const usual = directionOf(channel);
  if (!requested) return usual;
  if (usual !== 'inbound') throw misuse('decide.requested', 'only on a page that the shopper opened');
  return 'requested';
}

/** A decision for a channel, and its hand-over. Rejects `CONFIG_INVALID` for what is no option, and nothing else. */
export async function decideThrough(session: Session, asked: AskedThrough): Promise<Decision> {
  const { placement, channel, now, deadlineMs = DEADLINE_MS, most = 1 } = asked;
  const direction = directionFor(asked);
  if (![1, 2, 3].includes(most)) throw misuse('decide.most', 'not 1, 2 or 3');
  const id = `${session.replica}:o${String(made++)}`;
  try {
    // The start is waited for within the same time: the page may run it on its own thread, over a storage that never answers.
    const decision = await Promise.race([
      session.call('decide', { id, placement, channel, direction, most, now }, deadlineMs),
      new Promise<undefined>((resolve) => setTimeout(resolve, deadlineMs)),
    ]);
    if (!decision) throw new Error('late');
    await handOver(session, { decision, now });
    return decision;
  } catch {
    // Late, lost or refused: what it may have reserved is free again, and health() says why.
    session.call('release', { decisionId: id }).catch(() => undefined);
    const silence = silentDecision({ id, placement, at: now.at, reason: 'NOT_READY' });
    return { ...silence, channel, direction };
  }
}
