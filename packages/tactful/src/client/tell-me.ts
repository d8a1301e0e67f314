import type { Receipt } from '../engine/event.js';
import type { JsonObject } from '../engine/json.js';
import type { Now } from '../worker/protocol.js';
import type { PageSession } from './page-session.js';
import { readTellMe } from './read-tell-me.js';
import { TactfulError } from './tactful-error.js';

/**
 * Writes a wish down, or takes it back. Rejects `STATEMENT_INVALID` for what is no wish.
 *
 * Back in stock is only waited for while there is nothing: what can be had now is refused as `not-needed`.
 */
export async function tellMe(
  session: Pick<PageSession, 'call' | 'writeOwn'>,
  asked: { readonly wish: unknown; readonly cancel?: boolean; readonly now: Now },
): Promise<Receipt> {
  const { cancel = false, now } = asked;
  const wish = readTellMe(asked.wish);
  if (!wish) throw new TactfulError({ code: 'STATEMENT_INVALID', message: 'tellMe: not a wish' });
  const { facet, value, params } = wish;
  const write = (more: JsonObject): Promise<Receipt> =>
    session.writeOwn({ name: 'tell_me_set', params: { ...params, ...more } });
  if (cancel) return write({ cancelled: true });
  if (params['when'] !== 'back_in_stock') return write({});
  const there = await session.call('available', { about: { facet, value }, now });
  return there
    ? { kept: false, reason: 'not-needed', path: 'when: string, it can be had now' }
    : write({ absent: true });
}
