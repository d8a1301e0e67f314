import { sideOf } from './fatigue.js';
import type { RelationState } from './fold-relation.js';
import type { WishState } from './fold-wishes.js';
import { permissionsEndedBy } from './promise.js';
import type { Channel } from './statement.js';

/**
 * Whether a channel may be used: as the shopper said last, else only where they come themselves.
 *
 * A permission that was given for a promise ends when that promise is broken; given again, it stands again. A banner lies
 * on their page, and is allowed here; that it may not interrupt is the policy's to say.
 */
export function mayUse(
  folded: Pick<WishState, 'channels'> & Pick<RelationState, 'promises'>,
  asked: { readonly channel: Channel; readonly at: number },
): boolean {
  const { channel, at } = asked;
  const said = folded.channels.get(channel);
  if (said?.value !== true) return said?.value ?? sideOf(channel) === 'inbound';
  const ended = permissionsEndedBy(folded.promises, at).filter(({ kind, id }) => kind === 'channel' && id === channel);
  return !ended.some((each) => each.at >= said.at);
}
