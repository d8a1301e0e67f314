import { BANS, CHANNELS, DEFAULT_POLICY, DEVIATIONS, durationMs, OFFER_CLASSES, type Policy } from 'tactful/engine';
import type { Finding } from './lint-finding.js';
import { caps, capsByChannel } from './lint-policy-caps.js';
import { misfit, single, type PolicyField, type ReadField } from './lint-policy-field.js';
import { quietHours } from './lint-policy-quiet.js';
import { isFields, type Fields } from './lint-rule.js';

type Reads<Value> = { readonly [Key in keyof Value]: ReadField | Reads<Value[Key]> };

const isNumber = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given);
const isOneOf =
  (words: readonly string[]) =>
  (given: unknown): boolean =>
    (words as readonly unknown[]).includes(given);

const number: ReadField = single('a number', isNumber);
const duration: ReadField = single(
  'a duration in weeks, days, hours, minutes and seconds: P14D',
  (given) => typeof given === 'string' && durationMs(given) !== undefined,
);
const yesOrNo: ReadField = single('true or false', (given) => typeof given === 'boolean');
const fromTo: ReadField = single(
  'two numbers, from and to: [0.35, 0.85]',
  (given) => Array.isArray(given) && given.length === 2 && given.every(isNumber),
);
const word = (words: readonly string[]): ReadField => single(`one of ${words.join(', ')}`, isOneOf(words));
const wordList = (words: readonly string[]): ReadField =>
  single(`a list of: ${words.join(', ')}`, (given) => Array.isArray(given) && given.every(isOneOf(words)));

/** How each field is read. Its type has no gap: a field that is new in the engine does not compile until it stands here. */
const READS: Reads<Policy> = {
  inbound: { perVisit: number, caps },
  interrupt: { perVisit: number, caps },
  outbound: { caps },
  byChannel: capsByChannel,
  everything: caps,
  sameOffer: caps,
  cooldown: { sameOffer: duration, sameCategory: duration },
  hushAfterPurchase: duration,
  taskFocus: duration,
  satiation: { halfLifeDays: number, gate: number },
  wear: { halfLifeDays: number, gate: number },
  relevance: { minEvidence: number, minFit: number },
  rhythm: {
    alertBelow: number,
    minGaps: number,
    minVisits: number,
    minYearlyValue: number,
    cooldown: duration,
    due: fromTo,
  },
  quietHours,
  classes: wordList(OFFER_CLASSES),
  channels: wordList(CHANNELS),
  bans: wordList([...BANS, 'outbound_promotion']),
  deviation: word(DEVIATIONS),
  exploration: number,
  strikesToRecovery: number,
  rivals: yesOrNo,
};

function readAt(reads: unknown, field: PolicyField): readonly Finding[] {
  if (field.given === undefined) return [];
  if (typeof reads === 'function') return (reads as ReadField)(field);
  const known = reads as Fields;
  const { path, given, usual } = field;
  const names = Object.keys(known).join(', ');
  if (!isFields(given)) return [misfit(field, `an object with ${names}`)];
  const below = (name: string): PolicyField => ({
    path: path === '' ? name : `${path}.${name}`,
    given: given[name],
    usual: isFields(usual) ? usual[name] : undefined,
  });
  return [
    ...Object.keys(known).flatMap((name) => (Object.hasOwn(given, name) ? readAt(known[name], below(name)) : [])),
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(known, name))
      .map((name) => misfit(below(name), `one of ${names}`)),
  ];
}

/**
 * What parts of a policy say that no policy holds, and what of them allows more than the shipped policy.
 *
 * Whatever is given, it never throws. What is left out is as shipped.
 *
 * @example
 * lintPolicy({ strikesToRecovery: 50 })[0]?.fix; // 'at most 2'
 */
export function lintPolicy(given: unknown): readonly Finding[] {
  return readAt(READS, { path: '', given, usual: DEFAULT_POLICY });
}
