import type { PolicySummary, Simulation } from '@tactful/simulator';
import type { Lang } from '../language.js';
import { comparedShops } from './chart-view.js';
import { formatGain, formatShare } from './figures.js';
import type { DayTexts } from './texts.js';

function duel(blast: PolicySummary, tactful: PolicySummary, { texts, lang }: { texts: DayTexts; lang: Lang }): string {
  const { half } = texts;
  const [loud, polite] = [blast.incrementalProfit, tactful.incrementalProfit];
  const gap = formatGain(Math.abs(loud.mean - polite.mean), lang).replace('+', '');
  if (loud.low > polite.high) return half.ahead(gap);
  return polite.low > loud.high ? half.behind(gap) : half.close;
}

/** Who earns most, and beside whom that cannot be told for sure; where the duel has said so already, nothing. */
function leader(shops: ReturnType<typeof comparedShops>, { half, front }: DayTexts): readonly string[] {
  const [first, ...rest] = [...shops].sort((a, b) => b.incrementalProfit.mean - a.incrementalProfit.mean);
  if (!first) return [];
  const near = rest.filter(({ incrementalProfit: { high } }) => high >= first.incrementalProfit.low);
  const { name } = front[first.policy];
  if (near.length === 0) return [half.most(name)];
  const names = near.map(({ policy }) => front[policy].name).join(', ');
  return first.policy === 'blast' ? [] : [half.mostPerhaps(name, names)];
}

/** What a half year shows, in sentences that are worked out from it: who earns most, blast against tactful, and the price. */
export function concludeHalfYear(simulation: Simulation, how: { texts: DayTexts; lang: Lang }): readonly string[] {
  const { texts, lang } = how;
  const shops = comparedShops(simulation);
  const blast = shops.find(({ policy }) => policy === 'blast');
  const tactful = shops.find(({ policy }) => policy === 'tactful');
  if (!blast || !tactful) return [];
  return [
    duel(blast, tactful, how),
    ...leader(shops, texts),
    ...(simulation.world === 'nullAnnoyance'
      ? [texts.half.flipped]
      : [texts.half.cost(formatShare(blast.left, lang), formatShare(tactful.left, lang))]),
  ];
}
