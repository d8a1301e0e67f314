import type { Now } from './clock.js';
import type { Folded } from './folded.js';
import type { Policy } from './policy.js';
import type { ConsentStates } from './purpose.js';
import { askable, type NotAskable } from './question.js';

/** Permissions from the least to the most trust that they take: purposes by their id, then channels. Elicited. */
export const RUNGS = ['personalization', 'place', 'notification', 'email', 'sms', 'call'] as const;

/** One of {@link RUNGS}. */
export type Rung = (typeof RUNGS)[number];

/** What may be asked for now, as which question; or why the next one has to wait, and until when where that is known. */
export type NextPermission =
  | { readonly ask: Rung; readonly questionId: string }
  | { readonly wait: 'first_page' | 'useful_first' | NotAskable; readonly next: Rung; readonly until?: number };

/** What the ladder looks at. */
export interface LadderQuestion extends Now {
  /** The permissions that the site has a use for. */
  readonly uses: readonly Rung[];
  readonly consent: ConsentStates;
  /** Whether this is the first page of the visit. */
  readonly firstPage: boolean;
  readonly policy?: Pick<Policy, 'taskFocus'>;
}

const questionFor = (rung: Rung): string => `permission:${rung}`;

/** Settled is what was given, refused, or ever answered: what was taken back, only the shopper gives again. */
function isSettled(
  folded: Folded,
  { rung, consent }: { readonly rung: Rung; readonly consent: ConsentStates },
): boolean {
  const state = consent[rung];
  return state === 'in' || state === 'out' || folded.channels.has(rung) || folded.answers.has(questionFor(rung));
}

/** When the ladder was last climbed or refused. */
function lastStep({ channels, answers }: Folded): number {
  const said = RUNGS.flatMap((rung) => [channels.get(rung)?.at, answers.get(questionFor(rung))?.at]);
  return Math.max(...said.map((at) => at ?? -Infinity));
}

/** Whether something was accepted since then, and nothing complained about after it. */
function wasUseful({ outcomes }: Folded, since: number): boolean {
  const telling = outcomes.filter(({ outcome }) => outcome === 'accepted' || outcome === 'complained');
  const last = telling[telling.length - 1];
  return last?.outcome === 'accepted' && last.at > since;
}

/**
 * Which permission may be asked for next (mission R14); `undefined` where none is left to ask for.
 *
 * The lowest that is not settled: never on the first page of a visit, never again after a no, a higher one only after
 * something useful was accepted since the last step, and never where a question may not be put at all (`askable`).
 *
 * @example
 * ```ts
 * nextPermission(folded, { ...now, uses: ['place', 'email'], consent, firstPage: false }); // { ask: 'place', ... }
 * ```
 */
export function nextPermission(folded: Folded, asked: LadderQuestion): NextPermission | undefined {
  const { uses, firstPage, consent, ...question } = asked;
  const next = RUNGS.find((rung) => uses.includes(rung) && !isSettled(folded, { rung, consent }));
  if (next === undefined) return undefined;
  if (firstPage) return { wait: 'first_page', next };
  if (next !== RUNGS[0] && !wasUseful(folded, lastStep(folded))) return { wait: 'useful_first', next };
  const questionId = questionFor(next);
  const verdict = askable(folded, { ...question, questionId });
  if (!('may' in verdict) || verdict.may) return { ask: next, questionId };
  const { reason, until } = verdict;
  return { wait: reason, next, ...(until === undefined ? {} : { until }) };
}
