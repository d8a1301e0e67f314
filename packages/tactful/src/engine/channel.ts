import { sideOf } from './channels.js';
import type { GrantState } from './fold-grants.js';
import { grantsEndedBy } from './grant.js';
import type { RelationState } from './fold-relation.js';
import type { WishState } from './fold-wishes.js';
import { permissionsEndedBy } from './promise.js';
import type { Channel } from './statement.js';

/**
 * Whether a channel may be used: as the shopper said last, else only where they come themselves.
 *
 * A permission that was given for a promise ends when that promise is broken, or what it was given in return for was not kept; given again, it stands again. A banner lies
 * on their page, and is allowed here; that it may not interrupt is the policy's to say.
 */
export function mayUse(
  folded: Pick<WishState, 'channels'> & Pick<RelationState, 'promises'> & Pick<GrantState, 'grants'>,
  asked: { readonly channel: Channel; readonly at: number },
): boolean {
  const { channel, at } = asked;
  const said = folded.channels.get(channel);
  if (said?.value !== true) return said?.value ?? sideOf(channel) === 'inbound';
  const broken = [...permissionsEndedBy(folded.promises, at), ...grantsEndedBy(folded)];
  const ended = broken.filter(({ kind, id }) => kind === 'channel' && id === channel);
  return !ended.some((each) => each.at >= said.at);
}
