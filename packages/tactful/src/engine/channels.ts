import type { Direction } from './decision.js';

/** Every channel there is, from least to most intrusive. */
export const CHANNELS = ['slot', 'screen', 'banner', 'email', 'notification', 'sms', 'call'] as const;

/** The kinds of surface a message can take; all but slot, banner and screen are handed to the host. */
export type Channel = (typeof CHANNELS)[number];

const NAMES: ReadonlySet<unknown> = new Set(CHANNELS);

/** Whether something is the name of a channel. */
export const isChannel = (raw: unknown): raw is Channel => NAMES.has(raw);

/** Whether the shopper comes to it, or it to them. A banner lies on a page that they opened. */
export function sideOf(channel: Channel): 'inbound' | 'outbound' {
  return channel === 'slot' || channel === 'screen' || channel === 'banner' ? 'inbound' : 'outbound';
}

/** How a channel reaches the shopper where nobody asked: a banner covers what they came for. */
export function directionOf(channel: Channel): Direction {
  return channel === 'banner' ? 'interrupt' : sideOf(channel);
}
