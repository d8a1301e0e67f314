import { expect } from 'chai';
import fc from 'fast-check';
import { OFFER_CLASSES } from '../../src/engine/catalog.js';
import { overallSpent, spentUntil, windowsOf } from '../../src/engine/caps.js';
import { DAY_MS, durationMs, HOUR_MS } from '../../src/engine/clock.js';
import { BANS } from '../../src/engine/conduct.js';
import { directionOf } from '../../src/engine/channels.js';
import type { Contact } from '../../src/engine/fold-contacts.js';
import { CHANNELS } from '../../src/engine/channels.js';
import { DEFAULT_POLICY, DEVIATIONS, type Cap, type Policy } from '../../src/engine/policy.js';
import type { meetPolicies } from '../../src/engine/policy-meet.js';
import { quietHoursUntil } from '../../src/engine/quiet-hours.js';
import type { Channel } from '../../src/engine/statement.js';
import { hold, type Law } from './law.js';

/** What is tried: any way of making one policy out of two. */
export type Meeting = typeof meetPolicies;

const cap: fc.Arbitrary<Cap> = fc.record({
  cap: fc.nat(4),
  period: fc.constantFrom('PT1H', 'P1D', 'P7D', 'P1W', 'P30D', 'never'),
});
const caps = fc.array(cap, { maxLength: 3 });
const duration = fc.constantFrom('PT0S', 'PT30M', 'P1D', 'PT24H', 'P14D', 'P60D', 'never');
const share = fc.constantFrom(0, 0.02, 0.1, 0.5, 1, NaN);
const time = fc.constantFrom('00:00', '09:00', '13:30', '21:00', '24:00');

const some = <Word>(words: readonly Word[]): fc.Arbitrary<readonly Word[]> => fc.subarray([...words]);

const hours = fc.record(
  { from: time, to: time, days: some([1, 3, 6, 7]), channels: some<Channel>(['email', 'call', 'banner']) },
  { requiredKeys: ['from', 'to'] },
);

const wholePolicies: fc.Arbitrary<Policy> = fc.record({
  inbound: fc.record({ perVisit: fc.nat(4), caps }),
  interrupt: fc.record({ perVisit: fc.nat(2), caps }),
  outbound: fc.record({ caps }),
  byChannel: fc.record({ email: caps, call: caps }, { requiredKeys: [] }),
  everything: caps,
  rivals: fc.boolean(),
  sameOffer: caps,
  cooldown: fc.record({ sameOffer: duration, sameCategory: duration }),
  hushAfterPurchase: duration,
  taskFocus: duration,
  satiation: fc.record({ halfLifeDays: fc.nat(30), gate: share }),
  wear: fc.record({ halfLifeDays: fc.nat(30), gate: share }),
  relevance: fc.record({ minEvidence: share, minFit: share }),
  rhythm: fc.record({
    alertBelow: share,
    minGaps: fc.nat(9),
    minVisits: fc.nat(9),
    minYearlyValue: fc.nat(999),
    cooldown: duration,
    due: fc.tuple(share, share),
  }),
  quietHours: fc.array(hours, { maxLength: 2 }),
  classes: some(OFFER_CLASSES),
  channels: some(CHANNELS),
  bans: some([...BANS, 'outbound_promotion' as const]),
  deviation: fc.constantFrom(...DEVIATIONS),
  exploration: share,
  strikesToRecovery: fc.nat(3),
});

const FIELDS = Object.keys(DEFAULT_POLICY) as (keyof Policy)[];

/** Policies of which any field may be missing. */
const partPolicies: fc.Arbitrary<Partial<Policy>> = fc
  .tuple(wholePolicies, some(FIELDS))
  .map(([policy, kept]) => Object.fromEntries(kept.map((field) => [field, policy[field]])));

/** The order of keys is part of what must be the same: a configuration is known by its hash. */
const textOf = (policy: Partial<Policy>): string => JSON.stringify(policy);

/** Neither the order, nor how they are paired, nor saying one twice matters (I-13). */
export const meetIsASemilattice: Law<Meeting> = (meet, trial) =>
  hold(
    fc.property(partPolicies, partPolicies, partPolicies, (a, b, c) => {
      const once = meet(a, {});
      expect(textOf(meet(b, a)), 'the other way round').to.equal(textOf(meet(a, b)));
      expect(textOf(meet(meet(a, b), c)), 'paired differently').to.equal(textOf(meet(a, meet(b, c))));
      expect(textOf(meet(once, once)), 'twice').to.equal(textOf(once));
      expect(textOf(meet({}, a)), 'with nothing').to.equal(textOf(once));
    }),
    trial,
  );

const contacts: fc.Arbitrary<readonly Contact[]> = fc.array(
  fc
    .tuple(fc.nat(24 * 9), fc.constantFrom<Channel>('slot', 'banner', 'email', 'call'), fc.boolean())
    .map(([ago, channel, promotional]) => ({
      decisionId: `d${String(ago)}`,
      offerId: 'o',
      at: 100 * DAY_MS - ago * HOUR_MS,
      channel,
      promotional,
    })),
  { maxLength: 8 },
);

const TRIED: readonly Channel[] = ['slot', 'banner', 'email', 'call'];

interface Chance {
  readonly made: readonly Contact[];
  readonly at: number;
  readonly promotional: boolean;
}

/** When each rule of a policy that counts or rests lets go: later is tighter. */
function restsOf(policy: Policy, { made, at, promotional }: Chance): readonly number[] {
  const { cooldown, hushAfterPurchase, taskFocus, rhythm } = policy;
  const limits = { policy, at, visitStartedAt: at - HOUR_MS, promotional };
  const byChannel = TRIED.flatMap((channel) => [
    overallSpent(made, { ...limits, channel })?.until,
    quietHoursUntil(policy.quietHours, { at, offset: 60, channel, direction: directionOf(channel) }),
  ]);
  const spent = spentUntil(made, { windows: windowsOf(policy.sameOffer), at });
  const texts = [cooldown.sameOffer, cooldown.sameCategory, hushAfterPurchase, taskFocus, rhythm.cooldown];
  return [...[...byChannel, spent].map((until) => until ?? -Infinity), ...texts.map((text) => durationMs(text) ?? 0)];
}

/** Its limits: higher is tighter. What is no number is no limit. */
function limitsOf({ satiation, wear, relevance, rhythm, ...policy }: Policy): readonly number[] {
  const { alertBelow, minGaps, minVisits, minYearlyValue, due } = rhythm;
  const upper = [policy.exploration, policy.strikesToRecovery, satiation.gate, wear.gate, alertBelow, due[1]];
  const lower = [relevance.minEvidence, relevance.minFit, minGaps, minVisits, minYearlyValue, due[0]];
  const halves = [satiation.halfLifeDays, wear.halfLifeDays];
  const words = DEVIATIONS.indexOf(policy.deviation);
  return [...upper, words].map((limit) => -limit).concat(lower, halves);
}

/** What it leaves open besides. */
const openIn = ({ classes, channels, bans }: Policy): readonly string[] => [
  ...classes,
  ...channels,
  ...BANS.filter((ban) => !bans.includes(ban)),
];

/** One more policy never allows more: of when, of what, and of how much (I-14). */
export const meetOnlyTightens: Law<Meeting> = (meet, trial) =>
  hold(
    fc.property(
      fc.record({ a: wholePolicies, b: wholePolicies, made: contacts, hour: fc.nat(23), promotional: fc.boolean() }),
      ({ a, b, made, hour, promotional }) => {
        const both = meet(a, b);
        const chance: Chance = { made, at: 100 * DAY_MS + hour * HOUR_MS, promotional };
        const numbersOf = (policy: Policy): readonly number[] => [...restsOf(policy, chance), ...limitsOf(policy)];
        const tight = numbersOf(both);
        for (const one of [a, b]) {
          const looser = numbersOf(one).flatMap((limit, n) =>
            Number.isNaN(limit) || (tight[n] ?? NaN) >= limit ? [] : [n],
          );
          expect(looser, 'limits that it loosens').to.deep.equal([]);
          const open = new Set(openIn(one));
          expect(openIn(both).filter((word) => !open.has(word))).to.deep.equal([]);
        }
      },
    ),
    trial,
  );

/** Broken meets, each of which one of the laws must catch. */
export function meetFaults(meet: Meeting): Readonly<Record<'firstWins' | 'forgetsWindows' | 'higherCap', Meeting>> {
  return {
    firstWins: (a, b) => ({ ...meet(a, b), ...(a.deviation === undefined ? {} : { deviation: a.deviation }) }),
    forgetsWindows: (a, b) => ({ ...meet(a, b), ...(a.outbound === undefined ? {} : { outbound: a.outbound }) }),
    higherCap: (a, b) => {
      const met = meet(a, b);
      const visits = [a, b].flatMap(({ inbound }) => inbound?.perVisit ?? []);
      return met.inbound === undefined ? met : { ...met, inbound: { ...met.inbound, perVisit: Math.max(...visits) } };
    },
  };
}
