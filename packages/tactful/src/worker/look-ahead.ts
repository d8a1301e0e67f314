import { inputFor } from './input-for.js';
import type { Calls } from './protocol.js';
import { givenOf, laterOf, type Session } from './session.js';

/** What is painted nowhere asks for any placement, and is no decision of its own. */
const NOWHERE = { id: '', placement: '*' };

/** What a decision would say, at a moment that may lie ahead; nothing is reserved and nothing kept. */
export function prospect(session: Session, asked: Parameters<Calls['prospect']>[0]): ReturnType<Calls['prospect']> {
  const input = inputFor(session, { ...NOWHERE, ...asked });
  const { decide, silentTrace } = laterOf(session);
  const { decision, shortlist } =
    givenOf(session).loaded.state === 'ready' ? decide(input) : silentTrace(input, 'NOT_READY');
  return { decision, shortlist };
}

/** What a hand-over is made from: the words that the shopper agreed to, the quiet hours that bind, the end of the offer. */
export function outboundSource(
  session: Session,
  { decision: { channel, offers }, now }: Parameters<Calls['outbound']>[0],
): ReturnType<Calls['outbound']> {
  const input = inputFor(session, { ...NOWHERE, channel, now });
  const { folded, catalog } = input;
  const text = session.rows.byId(folded.channels.get(channel)?.id ?? '')?.params['text'];
  return {
    folded,
    through: catalog.byId.get(offers[0]?.offerId ?? '')?.through ?? 0,
    hours: laterOf(session).situationOf(input).policy.quietHours,
    now,
    text: typeof text === 'string' ? text : undefined,
  };
}
