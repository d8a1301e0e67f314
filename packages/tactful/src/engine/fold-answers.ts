import { DAY_MS, durationMs } from './clock.js';
import type { FoldPart, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';
import type { Json, JsonObject } from './json.js';
import { momentOf } from './moment-of.js';

/** What the shopper answered, or that they would rather not, and until when that holds. */
export interface Answer {
  /** `undefined`: declined. An answer is never that. */
  readonly value: Json | undefined;
  readonly at: number;
  readonly id: string;
  readonly until: number;
}

/** A question that was put. */
export interface Put {
  readonly at: number;
  readonly id: string;
  readonly visit: number;
  /** For how long an answer to it holds. */
  readonly validMs: number;
}

/** What was asked and answered, on whichever page or tab. */
export interface AnswerState {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly questions: ReadonlyMap<string, Put>;
  /** The last question of all. */
  readonly lastQuestion: Said<string> | undefined;
}

/** An answer and a refusal hold for so long where nobody says otherwise. Elicited. */
const VALID_MS: number = 365 * DAY_MS;

function put(state: Mutable<AnswerState>, question: string, asked: Put): void {
  state.questions.set(question, asked);
  state.lastQuestion = { value: question, at: asked.at, id: asked.id };
}

function validMs({ valid_for: validFor }: JsonObject): number {
  return durationMs(textOf(validFor) ?? '') ?? VALID_MS;
}

/** The last word on each question: an answer undoes a refusal, and the other way round. */
export const ANSWERS: FoldPart<AnswerState> = {
  empty: () => ({ answers: new Map(), questions: new Map(), lastQuestion: undefined }),
  add: (state, { event, visit }) => {
    const { name, params, at, id } = event;
    const question = textOf(params['question_id']);
    if (question === undefined) return;
    const holds = at + (state.questions.get(question)?.validMs ?? VALID_MS);
    if (name === 'question_put') put(state, question, { at, id, visit: visit.count, validMs: validMs(params) });
    else if (name === 'question_answered')
      state.answers.set(question, {
        value: params['value'] ?? null,
        at,
        id,
        until: momentOf(params['expires']) ?? holds,
      });
    else if (name === 'question_declined')
      state.answers.set(question, { value: undefined, at, id, until: momentOf(params['until']) ?? at + VALID_MS });
  },
};
