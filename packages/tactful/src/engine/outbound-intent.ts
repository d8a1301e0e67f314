import { mayUse } from './channel.js';
import { DAY_MS, type Now } from './clock.js';
import type { Content } from './catalog.js';
import type { DecisionTrace } from './decision.js';
import type { Folded } from './folded.js';
import { sideOf } from './channels.js';
import { previousOffset, type OffsetState } from './fold-offset.js';
import type { QuietHours } from './policy.js';
import { quietHoursUntil } from './quiet-hours.js';
import type { ChoiceReason } from './reason.js';
import type { Channel } from './statement.js';

/** What is welcome today may not be tomorrow: a hand-over lapses after a day. Elicited. */
const INTENT_MS = DAY_MS;

/**
 * Something that the host's own code may send, with everything it needs to be considerate: tactful itself sends nothing.
 *
 * Send it between `notBefore` and `expires`, outside `quiet`, or not at all.
 */
export interface OutboundIntent {
  readonly decisionId: string;
  readonly offerId: string;
  readonly channel: Channel;
  readonly content: Content;
  readonly reasons: readonly ChoiceReason[];
  /** The row with which the shopper allowed the channel, when, and in answer to which words where those were kept. */
  readonly permission: { readonly channel: Channel; readonly id: string; readonly at: number; readonly text?: string };
  /** Epoch milliseconds. */
  readonly notBefore: number;
  /** The shopper's own quiet time, and the hours that bind the channel; `offset` is their local time, minutes east of UTC. */
  readonly quiet: { readonly until?: number; readonly hours: readonly QuietHours[]; readonly offset: number };
  /** Epoch milliseconds, exclusive. */
  readonly expires: number;
}

/** What an intent is made from, besides the decision. */
export interface OutboundReading {
  readonly folded: Pick<Folded, 'channels' | 'grants' | 'promises' | 'quiet'> & Partial<OffsetState>;
  /** When the offer ends, exclusive; 0 where the catalog no longer has it. */
  readonly through: number;
  readonly now: Now;
  /** Of the effective policy: the site's own, those of norm and contract, and the shopper's. */
  readonly hours: readonly QuietHours[];
  /** The words that the shopper said yes to, where the row holds them. */
  readonly text?: string | undefined;
}

/**
 * The hand-over of an outbound decision to the host's own code (mission M12), or `undefined`.
 *
 * A second look on top of the decision: silence, a channel on the shopper's side, no standing permission of theirs, or
 * nothing left of the time between quiet and end hand over nothing. Times in epoch milliseconds.
 */
export function outboundIntent(
  { decision }: Pick<DecisionTrace, 'decision'>,
  { folded, through, now, hours: all, text }: OutboundReading,
): OutboundIntent | undefined {
  const { id, channel, offers } = decision;
  const [offer] = offers;
  const said = folded.channels.get(channel);
  const at = Math.max(now.at, decision.at);
  if (!offer || !said || sideOf(channel) === 'inbound' || !mayUse(folded, { channel, at })) return undefined;
  const until = folded.quiet !== undefined && folded.quiet.value > at ? folded.quiet.value : undefined;
  const from = until ?? at;
  const zone = previousOffset({ zone: folded.zone }, { ...now, at: from });
  const asked = { ...now, at: from, previousOffset: zone, direction: 'outbound', channel } as const;
  const hours = all.filter(({ channels }) => !channels || channels.includes(channel));
  const notBefore = quietHoursUntil(hours, asked) ?? from;
  const { offerId, content, reasons } = offer;
  const expires = Math.min(decision.at + INTENT_MS, through);
  if (notBefore >= expires) return undefined;
  return {
    decisionId: id,
    offerId,
    channel,
    content,
    reasons,
    permission: { channel, id: said.id, at: said.at, ...(text === undefined ? {} : { text }) },
    notBefore,
    quiet: { ...(until === undefined ? {} : { until }), hours, offset: now.offset },
    expires,
  };
}
