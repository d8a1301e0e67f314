import type { DecideInput, Folded, Policy, SilenceReason } from 'tactful/engine';

type Lift = (input: DecideInput) => Partial<DecideInput>;

const fold =
  (lift: (folded: Folded) => Partial<Folded>): Lift =>
  ({ folded }) => ({ folded: { ...folded, ...lift(folded) } });

const loosen =
  (lift: (policy: Policy) => Partial<Policy>): Lift =>
  ({ policy }) => ({ policy: { ...policy, ...lift(policy) } });

const nothingNever = ({ stated }: Folded): Partial<Folded> => ({
  never: new Map(),
  stated: new Map([...stated].filter(([, { value }]) => value > -2)),
});

/**
 * How the rule behind a silence is lifted, every other one left standing. Law, channels and hours are nobody's to lift, and
 * where the catalogue itself has nothing to say there is no rule.
 */
const LIFTS: Readonly<Partial<Record<SilenceReason, Lift>>> = {
  NO_CONSENT: ({ purposes }) => ({ consent: Object.fromEntries(purposes.map(({ id }) => [id, 'in'])) }),
  MINOR: () => ({ audience: 'general' }),
  PAUSED: fold(() => ({ mode: undefined })),
  QUIET_TIME: fold(() => ({ quiet: undefined })),
  VULNERABLE: fold(() => ({ life: new Map() })),
  OPEN_COMPLAINT: fold(() => ({ complaints: new Map() })),
  RECOVERY: fold(() => ({ strikes: new Map() })),
  INCIDENT: ({ catalog }) => ({ catalog: { ...catalog, incidents: [] } }),
  SUPPORT_FIRST: fold(({ intent }) => ({ intent: { ...intent, visit: -1 } })),
  TASK_FOCUS: fold(() => ({ checkout: undefined, tasks: new Map() })),
  JUST_BOUGHT: loosen(() => ({ hushAfterPurchase: 'PT0S' })),
  NEVER_LIST: fold(nothingNever),
  NOTHING_FITS: loosen(() => ({ relevance: { minEvidence: 0, minFit: -1 } })),
  COOLDOWN: fold(() => ({ dismissed: new Map(), outcomes: [] })),
  CAPPED: () => ({ contacts: [] }),
  SATIATED: loosen(({ satiation }) => ({ satiation: { ...satiation, gate: Infinity } })),
  WORN_OUT: loosen(({ wear }) => ({ wear: { ...wear, gate: Infinity } })),
};

/** The same question with the rule behind a silence lifted; `undefined` where there is none that anybody could lift. */
export function withoutRule(input: DecideInput, reason: SilenceReason): DecideInput | undefined {
  const lift = LIFTS[reason];
  return lift && { ...input, ...lift(input) };
}
