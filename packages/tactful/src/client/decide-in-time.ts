import type { Decision, Now } from '../worker/protocol.js';
import type { PageSession } from './page-session.js';
import { silentDecision } from './silent-decision.js';

const DEADLINE_MS = 1000;
/** The first decision of a page waits for the worker to start. */
const FIRST_DEADLINE_MS = 3000;
/** A late answer still has to be heard, so that what it reserved can be given back. */
const GRACE_MS = 10_000;

const after = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms));

/** Decisions that always come in time: a late or lost one is a silence, and reserves nothing. */
export function newDecider(
  session: PageSession,
  clock: () => Now,
): (placement: string, deadlineMs?: number) => Promise<Decision> {
  let made = 0;
  return async (placement, deadlineMs = DEADLINE_MS) => {
    const now = clock();
    const count = made++;
    const id = `${session.replica}:d${String(count)}`;
    const asked = session.call('decide', { id, placement, now }, deadlineMs + GRACE_MS);
    try {
      const decision = await Promise.race([
        asked,
        after(count === 0 ? Math.max(deadlineMs, FIRST_DEADLINE_MS) : deadlineMs),
      ]);
      if (decision) return decision;
    } catch {
      // The worker is gone or refused: health() says why, and the shop's own content stands.
      return silentDecision({ id, placement, at: now.at, reason: 'NOT_READY' });
    }
    asked
      .then(
        () => session.call('release', { decisionId: id }),
        // Never answered, so nothing was reserved.
        () => undefined,
      )
      .catch(() => undefined);
    return silentDecision({ id, placement, at: now.at, reason: 'DEADLINE' });
  };
}
