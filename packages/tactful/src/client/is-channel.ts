import type { Channel } from '../worker/protocol.js';

const CHANNELS = /^(?:slot|banner|notification|email|sms|call|screen)$/;

/** Whether something is the name of a channel. */
export function isChannel(raw: unknown): raw is Channel {
  return typeof raw === 'string' && CHANNELS.test(raw);
}
