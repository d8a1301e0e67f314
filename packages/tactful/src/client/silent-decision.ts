import type { Decision } from '../worker/protocol.js';

/** A silence that the page itself has to answer, because no worker did in time. The shop's own content stands. */
export function silentDecision(about: {
  readonly id: string;
  readonly placement: string;
  readonly at: number;
  readonly reason: 'DEADLINE' | 'NOT_READY';
}): Decision {
  const { id, placement, at, reason } = about;
  return {
    id,
    placement,
    at,
    direction: 'inbound',
    channel: 'slot',
    offers: [],
    silence: { reason, leave: 'default' },
  };
}
