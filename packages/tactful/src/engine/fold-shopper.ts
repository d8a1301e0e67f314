import { ANNOYANCE, type AnnoyanceState } from './fold-annoyance.js';
import { ANSWERS, type AnswerState } from './fold-answers.js';
import { FATIGUE, type FatigueState } from './fold-fatigue.js';
import { INTENT, type IntentState } from './fold-intent.js';
import type { FoldPart } from './fold-part.js';
import { RESPONSES, type ResponseState } from './fold-responses.js';
import { TASKS, type TaskState } from './fold-tasks.js';
import { WISHES, type WishState } from './fold-wishes.js';

/** The state of the shopper: what they are about, how they take it, what they want and have answered. */
export interface ShopperState
  extends IntentState, AnnoyanceState, FatigueState, ResponseState, WishState, TaskState, AnswerState {}

const PARTS = [INTENT, ANNOYANCE, FATIGUE, RESPONSES, WISHES, TASKS, ANSWERS];

/** The parts that make up the state of the shopper, each in a file of its own. */
export const SHOPPER: FoldPart<ShopperState> = {
  empty: () => ({
    ...INTENT.empty(),
    ...ANNOYANCE.empty(),
    ...FATIGUE.empty(),
    ...RESPONSES.empty(),
    ...WISHES.empty(),
    ...TASKS.empty(),
    ...ANSWERS.empty(),
  }),
  add: (state, row) => {
    for (const part of PARTS) part.add(state, row);
  },
};
