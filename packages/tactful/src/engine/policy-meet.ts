import { OFFER_CLASSES } from './catalog.js';
import { durationMs } from './clock.js';
import { BANS } from './conduct.js';
import { CHANNELS } from './channels.js';
import { DEVIATIONS, type Cap, type Policy, type PolicyBan, type QuietHours } from './policy.js';

type Meet<Value> = (a: Value, b: Value) => Value;
type Rules<Value> = { readonly [Key in keyof Value]: Meet<Value[Key]> | Rules<Value[Key]> };

// What is no number is no rule, so that it cannot undo the other one.
const least: Meet<number> = (a, b) => (b < a || Number.isNaN(a) ? b : a);
const most: Meet<number> = (a, b) => (b > a || Number.isNaN(a) ? b : a);

const longest: Meet<string> = (a, b) => {
  const [one, other] = [durationMs(a) ?? 0, durationMs(b) ?? 0];
  return one > other || (one === other && a < b) ? a : b;
};

/** Every window of both; of two caps on the same window the lower one. */
const caps: Meet<readonly Cap[]> = (a, b) => {
  if (a.length + b.length === 0) return [];
  const byLength = new Map<number, Cap>();
  for (const { cap, period } of [...a, ...b]) {
    const ms = durationMs(period) ?? Infinity;
    const known = byLength.get(ms) ?? { cap, period };
    byLength.set(ms, { cap: least(cap, known.cap), period: period < known.period ? period : known.period });
  }
  return [...byLength].sort(([one], [other]) => one - other).map(([, cap]) => cap);
};

const byChannel: Meet<Policy['byChannel']> = (a, b) =>
  Object.fromEntries(
    CHANNELS.flatMap((channel) => {
      const both = caps(a[channel] ?? [], b[channel] ?? []);
      return both.length > 0 ? [[channel, both] as const] : [];
    }),
  );

const inBoth =
  <Word>(words: readonly Word[]): Meet<readonly Word[]> =>
  (a, b) =>
    words.filter((word) => a.includes(word) && b.includes(word));
const inEither =
  <Word>(words: readonly Word[]): Meet<readonly Word[]> =>
  (a, b) =>
    words.filter((word) => a.includes(word) || b.includes(word));

const hoursKey = ({ from, to, days, dates, channels }: QuietHours): string =>
  JSON.stringify([from, to, days, dates, channels]);

const quietHours: Meet<readonly QuietHours[]> = (a, b) =>
  [...new Map([...a, ...b].map((hours) => [hoursKey(hours), hours]))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, hours]) => hours);

const POLICY_BANS: readonly PolicyBan[] = [...BANS, 'outbound_promotion'];

const RULES: Rules<Policy> = {
  inbound: { perVisit: least, caps },
  interrupt: { perVisit: least, caps },
  outbound: { caps },
  byChannel,
  everything: caps,
  sameOffer: caps,
  cooldown: { sameOffer: longest, sameCategory: longest },
  hushAfterPurchase: longest,
  taskFocus: longest,
  satiation: { halfLifeDays: most, gate: least },
  wear: { halfLifeDays: most, gate: least },
  relevance: { minEvidence: most, minFit: most },
  rhythm: {
    alertBelow: least,
    minGaps: most,
    minVisits: most,
    minYearlyValue: most,
    cooldown: longest,
    due: ([from, to], [since, till]) => [most(from, since), least(to, till)],
  },
  quietHours,
  classes: inBoth(OFFER_CLASSES),
  channels: inBoth(CHANNELS),
  bans: inEither(POLICY_BANS),
  deviation: (a, b) => (DEVIATIONS.indexOf(a) < DEVIATIONS.indexOf(b) ? a : b),
  exploration: least,
  strikesToRecovery: least,
  rivals: (a, b) => a && b,
};

type Fields = Readonly<Record<string, unknown>>;

/** Field by field; what only one of them says stands, in the same canonical form as if both had said it. */
function meet(rules: unknown, a: unknown, b: unknown): unknown {
  const [one, other] = [a ?? b, b ?? a];
  if (typeof rules === 'function') return (rules as Meet<unknown>)(one, other);
  const met: Record<string, unknown> = {};
  for (const key of Object.keys(rules as Fields)) {
    const [left, right] = [(one as Fields)[key], (other as Fields)[key]];
    if (left !== undefined || right !== undefined) met[key] = meet((rules as Fields)[key], left, right);
  }
  // What is filled key by key an engine keeps as a slow table; the rules read it thousands of times, and its copy is none.
  return { ...met };
}

/**
 * One policy that keeps both: the lowest caps over all windows, the longest rests, quiet in the hours of either, only the
 * channels and classes of both, and every ban (science 8.4).
 *
 * A meet: neither the order nor saying one twice matters, and one more never allows more. A field that one of them leaves
 * out is no rule of theirs. The result is canonical: windows by length, words in the order of their lists.
 *
 * @example
 * ```ts
 * meetPolicies(DEFAULT_POLICY, { deviation: 'off' }).deviation; // 'off'
 * ```
 */
export function meetPolicies<Given extends Partial<Policy>>(a: Given, b: Partial<Policy>): Given {
  return meet(RULES, a, b) as Given;
}
