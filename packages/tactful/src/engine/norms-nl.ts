import { ALWAYS_BANNED } from './conduct.js';
import type { NormPack } from './norm-pack.js';
import { CIVIL, noCall, noCallOn } from './norms-strict.js';
import type { QuietHours } from './policy.js';

/** Dutch public holidays that do not fall on a Sunday, as far as the pack is trusted: Algemene termijnenwet, article 3. */
const HOLIDAYS: readonly string[] = [
  '2026-12-25',
  '2026-12-26',
  '2027-01-01',
  '2027-03-29',
  '2027-04-27',
  '2027-05-05',
  '2027-05-06',
  '2027-05-17',
  '2027-12-25',
];

/** The advertising code for calls: on weekdays, and on Saturdays from ten to four. A summary, not advice. */
const CALLS: readonly QuietHours[] = [
  noCallOn({ days: [7] }),
  noCallOn({ dates: HOLIDAYS }),
  noCall('16:00', '10:00', { days: [6] }),
  noCall('00:00', '10:00', { days: [6] }),
  noCall('18:30', '24:00', { dates: ['2026-12-24', '2027-05-04', '2027-12-24'] }),
];

const NL = { country: 'NL', asOf: '2026-07-01', reviewed: true, law: { bans: ALWAYS_BANNED } } as const;

/**
 * The Netherlands. To watch a habit and speak of it is improper there, so departures from a rhythm lead to nothing
 * (mission M8). A summary, not advice.
 */
export const NORMS_NL: readonly NormPack[] = [
  {
    ...NL,
    recipient: 'consumer',
    consent: ['email', 'notification', 'sms', 'call'],
    customers: ['email', 'sms'],
    norm: { ...CIVIL, deviation: 'off', quietHours: [...(CIVIL.quietHours ?? []), ...CALLS] },
  },
  {
    ...NL,
    recipient: 'business',
    consent: ['email', 'notification', 'sms'],
    customers: ['email', 'sms'],
    norm: { ...CIVIL, deviation: 'off' },
  },
];
