import { expect } from 'chai';
import fc from 'fast-check';
import {
  askable,
  compileCatalog,
  DAY_MS,
  DEFAULT_MODEL,
  foldLog,
  HOUR_MS,
  type Event,
} from '../../src/engine/index.js';
import { GARDEN_SHOP } from '../garden-shop.js';
import { hold, type Law } from './law.js';
import { rowsOf, type Draft } from './scenes.js';

const SHOP = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);

/** What is tried: any way of telling whether a question may be put. */
export type Askable = typeof askable;

interface Chance {
  readonly days: number;
  readonly question: string;
  readonly reply: 'answers' | 'declines' | 'nothing';
}

const chances: fc.Arbitrary<readonly Chance[]> = fc.array(
  fc.record({
    days: fc.constantFrom(0, 1, 5, 14, 30, 200, 366),
    question: fc.constantFrom('size', 'colour'),
    reply: fc.constantFrom<Chance['reply']>('answers', 'declines', 'nothing'),
  }),
  { maxLength: 10 },
);

/** What was put and what came of it, as a person would write it in a diary. */
interface Line {
  readonly at: number;
  readonly question: string;
  readonly settled: boolean;
}

function replyTo({ question, reply }: Chance): readonly Draft[] {
  if (reply === 'nothing') return [];
  return reply === 'answers'
    ? [['question_answered', { question_id: question, value: 'green' }]]
    : [['question_declined', { question_id: question }]];
}

/** I-12: over all of a history no question is put again while its answer or its refusal holds, nor two within 14 days. */
export const nothingIsAskedTwice: Law<Askable> = (may, trial) =>
  hold(
    fc.property(chances, (tried) => {
      const log: Event[] = [];
      const diary: Line[] = [];
      let at = 20_000 * DAY_MS + 12 * HOUR_MS;
      for (const [n, chance] of tried.entries()) {
        at += chance.days * DAY_MS + HOUR_MS;
        const { question } = chance;
        const folded = foldLog(log, { catalog: SHOP, model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
        const verdict = may(folded, { questionId: question, at, offset: 0 });
        if (!('may' in verdict && verdict.may)) continue;
        const [last] = diary.slice(-1);
        if (last) expect(at - last.at, 'since the last question').to.be.at.least(14 * DAY_MS);
        const settled = diary.filter((line) => line.question === question && line.settled).pop();
        if (settled) expect(at - settled.at, 'since it was settled').to.be.at.least(365 * DAY_MS);
        diary.push({ at, question, settled: chance.reply !== 'nothing' });
        log.push(
          ...rowsOf([['question_put', { question_id: question }], ...replyTo(chance)], { at, tab: `q${String(n)}` }),
        );
      }
    }),
    trial,
  );

/** Somebody who takes a refusal for silence. */
export const asksWhoDeclined: Askable = (folded, question) =>
  askable(
    { ...folded, answers: new Map([...folded.answers].filter(([, { value }]) => value !== undefined)) },
    question,
  );
