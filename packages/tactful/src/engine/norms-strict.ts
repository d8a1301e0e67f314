import { ALWAYS_BANNED } from './conduct.js';
import type { NormPack } from './norm-pack.js';
import type { Policy, QuietHours } from './policy.js';

/** French public holidays, as far as the pack is trusted. */
export const FRENCH_HOLIDAYS: readonly string[] = [
  '2026-07-14',
  '2026-08-15',
  '2026-11-01',
  '2026-11-11',
  '2026-12-25',
  '2027-01-01',
  '2027-03-29',
  '2027-05-01',
  '2027-05-06',
  '2027-05-08',
  '2027-05-17',
  '2027-07-14',
  '2027-08-15',
  '2027-11-01',
  '2027-11-11',
  '2027-12-25',
];

/** No call on the days on which a country of the packs rests, as far as the packs are trusted. */
const HOLIDAYS: readonly string[] = [...FRENCH_HOLIDAYS, '2026-12-26', '2027-04-27', '2027-05-05', '2027-12-26'].sort();

/** Hours of one channel in which nobody is called. */
export const noCall = (from: string, to: string, on: Pick<QuietHours, 'days' | 'dates'> = {}): QuietHours => ({
  from,
  to,
  ...on,
  channels: ['call'],
});

/** Days on which nobody is called. */
export const noCallOn = (on: Pick<QuietHours, 'days' | 'dates'>): QuietHours => noCall('00:00', '24:00', on);

/** Monday to Friday from ten to one and from two to eight, as the French decree 2022-1313 has it. A summary, not advice. */
export const FRENCH_CALLS: readonly QuietHours[] = [
  noCall('20:00', '10:00'),
  noCall('13:00', '14:00'),
  noCallOn({ days: [6, 7] }),
];

/** Manners that all packs share. Elicited; the caps below what any survey or law tolerates (science 8.2). */
export const CIVIL: Partial<Policy> = {
  interrupt: { perVisit: 1, caps: [{ cap: 2, period: 'P7D' }] },
  outbound: { caps: [{ cap: 4, period: 'P30D' }] },
  quietHours: [{ from: '21:00', to: '09:00' }],
  deviation: 'service',
  exploration: 0.1,
  strikesToRecovery: 3,
};

/** What is used where no other pack is fit: the strictest of what the packs say, for everybody. A summary, not advice. */
export const STRICT_NORM: NormPack = {
  country: 'strict',
  recipient: 'consumer',
  asOf: '2026-07-01',
  reviewed: true,
  consent: ['email', 'notification', 'sms', 'call'],
  customers: [],
  law: {
    byChannel: { call: [{ cap: 4, period: 'P30D' }] },
    quietHours: [...FRENCH_CALLS, noCallOn({ dates: HOLIDAYS })],
    bans: ALWAYS_BANNED,
  },
  norm: CIVIL,
};
