import { decayFactor } from './decay.js';
import type { ContactState } from './fold-contacts.js';
import type { WishState } from './fold-wishes.js';
import type { Channel } from './statement.js';

/** From the least to the most intrusive, as they tire (science 6.5). */
const BY_INTRUSION: readonly Channel[] = ['slot', 'screen', 'banner', 'email', 'notification', 'sms', 'call'];
/** What is believed of a channel before it was used, one answer in ten, and in how many days answers halve. Elicited. */
const PRIOR = { accepted: 1, ignored: 9, halfLifeDays: 90 } as const;

/** What was shown, and what became of it. */
export type ChannelRead = Pick<ContactState, 'contacts' | 'outcomes'>;

/** How likely something is accepted through a channel: the mean of Beta(1 + accepted, 9 + seen - accepted). */
export function channelResponse(
  { contacts, outcomes }: ChannelRead,
  asked: { readonly channel: Channel; readonly at: number },
): number {
  const count = (name: 'seen' | 'accepted'): number => {
    let sum = 0;
    for (const { outcome, offerId, at } of outcomes) {
      if (outcome !== name) continue;
      // What became of an offer is laid to the last time that it was shown.
      const [shown] = contacts.filter((each) => each.offerId === offerId && each.at <= at).slice(-1);
      if ((shown?.channel ?? 'slot') === asked.channel) sum += decayFactor(asked.at - at, PRIOR.halfLifeDays);
    }
    return sum;
  };
  const accepted = count('accepted');
  // What was accepted was seen, whether or not a row says so.
  return (PRIOR.accepted + accepted) / (PRIOR.accepted + PRIOR.ignored + Math.max(accepted, count('seen')));
}

/**
 * Of the channels that may be used the one to use: one that the shopper said yes to before any other, then the likeliest
 * to be accepted; of equals the least intrusive, so that without any data it is their own page.
 */
export function preferredChannel(
  allowed: readonly Channel[],
  read: { readonly folded: ChannelRead & Pick<WishState, 'channels'>; readonly at: number },
): Channel | undefined {
  const { folded, at } = read;
  const said = (channel: Channel): boolean | undefined => folded.channels.get(channel)?.value;
  const open = BY_INTRUSION.filter((channel) => allowed.includes(channel) && said(channel) !== false);
  const wanted = open.filter(said);
  let best: { readonly channel: Channel; readonly response: number } | undefined;
  for (const channel of wanted.length > 0 ? wanted : open) {
    const response = channelResponse(folded, { channel, at });
    if (!best || response > best.response) best = { channel, response };
  }
  return best?.channel;
}
