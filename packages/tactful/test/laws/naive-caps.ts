import type { Cap, Channel, Policy } from '../../src/engine/index.js';
import { lengthOf } from './naive-history.js';

// Caps as a person with a calendar would count them, over what really happened and in the order in which it happened.

/** Something that was shown, and what the clock of its page had said so far. */
export interface TrueContact {
  readonly offerId: string;
  readonly channel: Channel;
  readonly promotional: boolean;
  /** The latest time that the page had ever seen, epoch milliseconds. */
  readonly seenAt: number;
}

/** The windows that hold more than their cap, in words; empty where all is well. */
function overdrawn(
  shown: readonly TrueContact[],
  about: { readonly caps: readonly Cap[]; readonly name: string },
): readonly string[] {
  const { caps, name } = about;
  return caps.flatMap(({ cap, period }) =>
    shown.flatMap(({ seenAt }, n) => {
      const window = shown
        .slice(0, n + 1)
        .filter((other) => other.seenAt > seenAt - lengthOf(period) && other.seenAt <= seenAt);
      return window.length > cap ? [`${name}: ${String(window.length)} in ${period}, at most ${String(cap)}`] : [];
    }),
  );
}

const OUT: readonly Channel[] = ['email', 'notification', 'sms', 'call'];

/** Every cap of a policy that a history breaks. */
export function brokenCaps(shown: readonly TrueContact[], policy: Policy): readonly string[] {
  const promotional = shown.filter((contact) => contact.promotional);
  const offers = [...new Set(shown.map(({ offerId }) => offerId))];
  const check = (name: string, of: readonly TrueContact[], caps: readonly Cap[]): readonly string[] =>
    overdrawn(of, { name, caps });
  return [
    ...check('everything', promotional, policy.everything),
    ...check(
      'inbound',
      promotional.filter(({ channel }) => !OUT.includes(channel)),
      policy.inbound.caps,
    ),
    ...check(
      'interrupt',
      shown.filter(({ channel }) => channel === 'banner'),
      policy.interrupt.caps,
    ),
    ...check(
      'outbound',
      shown.filter(({ channel }) => OUT.includes(channel)),
      policy.outbound.caps,
    ),
    ...check(
      'calls',
      shown.filter(({ channel }) => channel === 'call'),
      policy.byChannel.call ?? [],
    ),
    ...offers.flatMap((id) =>
      check(
        id,
        shown.filter(({ offerId }) => offerId === id),
        policy.sameOffer,
      ),
    ),
  ];
}
