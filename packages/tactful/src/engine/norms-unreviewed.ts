import { ALWAYS_BANNED } from './conduct.js';
import type { NormPack } from './norm-pack.js';
import { FRENCH_CALLS, noCallOn } from './norms-strict.js';

const UNREVIEWED = { asOf: '2026-07-01', reviewed: false, law: { bans: ALWAYS_BANNED }, norm: {} } as const;
const BY_MESSAGE = ['email', 'notification', 'sms'] as const;
const ALL = [...BY_MESSAGE, 'call'] as const;
const CUSTOMERS = ['email', 'sms'] as const;

/** French public holidays, as far as the pack is trusted. */
const FRENCH_HOLIDAYS: readonly string[] = [
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

/**
 * Germany, France and the United Kingdom, to be reviewed: nothing reads them yet, the strict pack is used instead.
 *
 * Each is a summary, not advice.
 */
export const NORMS_UNREVIEWED: readonly NormPack[] = [
  { ...UNREVIEWED, country: 'DE', recipient: 'consumer', consent: ALL, customers: CUSTOMERS },
  { ...UNREVIEWED, country: 'DE', recipient: 'business', consent: BY_MESSAGE, customers: CUSTOMERS },
  {
    ...UNREVIEWED,
    country: 'FR',
    recipient: 'consumer',
    consent: ALL,
    customers: CUSTOMERS,
    law: {
      bans: ALWAYS_BANNED,
      byChannel: { call: [{ cap: 4, period: 'P30D' }] },
      quietHours: [...FRENCH_CALLS, noCallOn({ dates: FRENCH_HOLIDAYS })],
    },
  },
  { ...UNREVIEWED, country: 'FR', recipient: 'business', consent: [], customers: [] },
  { ...UNREVIEWED, country: 'GB', recipient: 'consumer', consent: BY_MESSAGE, customers: CUSTOMERS },
  { ...UNREVIEWED, country: 'GB', recipient: 'business', consent: [], customers: [] },
];
