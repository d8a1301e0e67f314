import { answerRows } from './answer-rows.js';
import { intentRows } from './intent-rows.js';
import type { ProfileRows } from './profile-row.js';
import { strainRows } from './strain-rows.js';
import { taskRows } from './task-rows.js';
import { tellMeRows } from './tell-me-rows.js';
import { wishRows } from './wish-rows.js';

/** What the shopper wants, has answered and has begun. */
export const shopperFactRows: ProfileRows = (read) =>
  [wishRows, tellMeRows, answerRows, taskRows].flatMap((rows) => rows(read));

/** What is concluded of the state they are in. */
export const shopperRows: ProfileRows = (read) => [intentRows, strainRows].flatMap((rows) => rows(read));
