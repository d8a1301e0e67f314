import { ALWAYS_BANNED } from './conduct.js';
import type { NormPack } from './norm-pack.js';
import { FRENCH_CALLS, FRENCH_HOLIDAYS, noCallOn } from './norms-strict.js';

const UNREVIEWED = { asOf: '2026-07-01', reviewed: false, law: { bans: ALWAYS_BANNED }, norm: {} } as const;
const BY_MESSAGE = ['email', 'notification', 'sms'] as const;
const ALL = [...BY_MESSAGE, 'call'] as const;
const CUSTOMERS = ['email', 'sms'] as const;

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
