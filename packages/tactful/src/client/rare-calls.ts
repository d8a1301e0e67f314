import type { Receipt } from '../engine/event.js';
import type { Explanation, Now, QuestionVerdict } from '../worker/protocol.js';
import { explainInWords } from './explain-in-words.js';
import { lookAgain } from './look-again.js';
import type { PageSession } from './page-session.js';
import type { ExplainOptions } from './tactful.js';

// What few pages call, in a chunk of its own: no page pays for it before it does.

export { exportAll, importFile } from './carry.js';
export { decideThrough } from './decide-through.js';
export { nextGoodMoment } from './good-moment.js';
export { tellMe } from './tell-me.js';
export { viewProfile } from './view-profile.js';

/** A decision in words. Rejects `DECISION_UNKNOWN`. */
export async function explain(
  session: PageSession,
  { level = 'shopper', lang = document.documentElement.lang || 'en', ...asked }: ExplainOptions,
): Promise<Explanation> {
  const again = asked.again === true || asked.offerId !== undefined;
  const second = again ? await lookAgain(session, asked) : undefined;
  return explainInWords(await session.call('explain', { decisionId: asked.decisionId, second }), { level, lang });
}

/** The known answer, or whether the question may be put; "it may" is written down as put. */
export async function ask(
  session: PageSession,
  asked: { readonly questionId: string; readonly now: Now },
): Promise<QuestionVerdict> {
  const verdict = await session.call('ask', asked);
  if ('may' in verdict && verdict.may)
    await session.writeOwn({ name: 'question_put', params: { question_id: asked.questionId } });
  return verdict;
}

/** Records an answer, or that the shopper would rather not say. */
export function answer(
  session: PageSession,
  [question_id, value]: readonly [string, string | number | boolean | { readonly declined: true }],
): Promise<Receipt> {
  return typeof value === 'object'
    ? session.writeOwn({ name: 'question_declined', params: { question_id } })
    : session.writeOwn({ name: 'question_answered', params: { question_id, value } });
}
