import type { Now, ProfileView } from '../worker/protocol.js';
import type { PageSession } from './page-session.js';

/** The profile, read on the page: the rules for that would weigh a third of the worker. */
export async function viewProfile(session: Pick<PageSession, 'call'>, now: Now): Promise<ProfileView> {
  const { needs, ...read } = await session.call('profile', { now });
  const { profileView } = await import('../engine/profile.js');
  return profileView(read, needs);
}
