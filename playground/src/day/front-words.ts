import { DAY_CATALOG, type DayCardId, type DayOutcome } from '@tactful/simulator';
import type { Lang } from '../language.js';
import type { DayTexts, FrontName } from './texts.js';

/** What a shop says, in the words of its catalogue; nothing for silence. */
export function saidBy({ offerId }: DayOutcome, lang: Lang): string | undefined {
  const content = DAY_CATALOG.offers.find(({ id }) => id === offerId)?.content;
  return content?.[lang]?.title ?? content?.['en']?.title;
}

/** Why a shop speaks or is silent: of tactful the first reason that the engine gives, in its own words. */
export function whyOf(
  name: FrontName,
  { outcome, card }: { readonly outcome: DayOutcome; readonly card: DayCardId },
  texts: DayTexts,
): string {
  const { why } = texts;
  if (name === 'tactful') return outcome.explanation?.reasons[0]?.text ?? '';
  if (name === 'class') return outcome.speaks ? why.classSpeaks : why.classHushes;
  if (name === 'blast') return why.blast;
  return card === 'rival' ? why.naiveFollows : why.naive;
}

/** What came of it, as counts of people. */
export function cameOf(outcome: DayOutcome, texts: DayTexts): string {
  const { speaks, reached, bought, resented } = outcome;
  if (!speaks) return texts.reachedNobody;
  const minded = resented > 0 ? texts.resented(resented) : texts.mindedNobody;
  return [texts.reached(reached), ...(bought > 0 ? [texts.bought(bought)] : []), minded].join(' ');
}
