import { DAY_MS, durationMs, type Now } from './clock.js';
import { clearIntent, intentAt } from './fold-intent.js';
import type { Folded } from './folded.js';
import type { Json } from './json.js';
import { DEFAULT_POLICY, type Policy } from './policy.js';
import { taskInFocus } from './task.js';
import { visitAt } from './visit.js';

/** At most one question in so long, over all of them. Elicited (science 2.7). */
export const QUESTION_REST_MS: number = 14 * DAY_MS;

/** Why a question may not be put now. A closed list. */
export type NotAskable = 'declined' | 'one_in_14_days' | 'support' | 'task' | 'quiet';

/** The known answer; or that the question may be put now; or that it may not, why, and until when where that is known. */
export type QuestionVerdict =
  | { readonly known: Json; readonly id: string; readonly until: number }
  | { readonly may: true }
  | { readonly may: false; readonly reason: NotAskable; readonly until?: number };

const no = (reason: NotAskable, until?: number): QuestionVerdict => ({
  may: false,
  reason,
  ...(until === undefined ? {} : { until }),
});

function wantsPeace({ mode, quiet }: Folded, at: number): QuestionVerdict | undefined {
  if (mode?.value === 'paused' || mode?.value === 'quiet') return no('quiet');
  return quiet && at < quiet.value ? no('quiet', quiet.value) : undefined;
}

function wantsHelp(folded: Folded, now: Now): boolean {
  return folded.complaints.size > 0 || clearIntent(intentAt(folded, now)) === 'support';
}

function isBusy(folded: Folded, now: Now, { taskFocus }: Pick<Policy, 'taskFocus'>): boolean {
  const { checkout } = folded;
  const inCheckout = checkout !== undefined && now.at < checkout.at + (durationMs(taskFocus) ?? 0);
  return inCheckout || taskInFocus(folded, now) !== undefined;
}

function isTooSoon(
  folded: Folded,
  { questionId, ...now }: Now & { readonly questionId: string },
): QuestionVerdict | undefined {
  const { lastQuestion, questions } = folded;
  if (!lastQuestion || now.at >= lastQuestion.at + QUESTION_REST_MS) return undefined;
  const onTheTable =
    lastQuestion.value === questionId && questions.get(questionId)?.visit === visitAt(folded.visit, now).count;
  return onTheTable ? undefined : no('one_in_14_days', lastQuestion.at + QUESTION_REST_MS);
}

/**
 * Whether a question may be put now: asked once, on any page or tab, until what was answered or declined expires.
 *
 * A known answer is given at any time. A question that was put in this visit and not yet answered is still on the table;
 * otherwise there is at most one question in 14 days over all, and none to somebody who asked for quiet, is in the middle
 * of something, or came for help. Whether the answer is worth a question is another matter.
 */
export function askable(
  folded: Folded,
  question: Now & { readonly questionId: string; readonly policy?: Pick<Policy, 'taskFocus'> },
): QuestionVerdict {
  const { questionId, at, offset, policy = DEFAULT_POLICY } = question;
  const now: Now = { at, offset };
  const answer = folded.answers.get(questionId);
  if (answer && at < answer.until) {
    const { value, id, until } = answer;
    return value === undefined ? no('declined', until) : { known: value, id, until };
  }
  const peace = wantsPeace(folded, at);
  if (peace) return peace;
  if (wantsHelp(folded, now)) return no('support');
  if (isBusy(folded, now, policy)) return no('task');
  return isTooSoon(folded, { questionId, ...now }) ?? { may: true };
}
