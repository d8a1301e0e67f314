import { annoyanceAt, standingAt, strikeLeft } from './annoyance.js';
import { sideOf } from './channels.js';
import { fatigueAt, touchLeft } from './fatigue.js';
import type { Purchase } from './fold-shopping.js';
import { addTo } from './grouped-by.js';
import { needCycleDays } from './need-cycle.js';
import { conclusionRow, type ProfileRead, type ProfileRow, type ProfileRows } from './profile-row.js';
import { satiationAt, usualCycle } from './satiation.js';
import { isSensitive } from './sensitive.js';
import type { ShopperAction } from './statement.js';

/** Below this it is over for all purposes and not worth a line. */
const FADED = 0.01;

/** How annoyed the shopper may be, with the standing that follows from it as the value. */
const annoyance: ProfileRows = ({ folded, now: { at } }) => {
  const score = annoyanceAt(folded, at);
  const { standing, cause, endedBy } = standingAt(folded, { at });
  if (score < FADED && standing === 'fine') return [];
  const fading = [...folded.strikes.values()].filter((strike) => strikeLeft(strike, at) >= FADED);
  const evidence = [...new Set([...cause, ...fading.flatMap(({ ids }) => ids)])];
  const corrections: readonly ShopperAction[] = [...(endedBy ? [endedBy] : []), { do: 'forget', ids: evidence }];
  return [
    conclusionRow({
      rule: 'annoyance',
      facet: 'annoyance',
      value: standing,
      evidence,
      corrections,
      estimate: { value: score, unit: 'score', elicited: true },
    }),
  ];
};

const fatigue: ProfileRows = ({ folded, now: { at } }) => {
  const tired = fatigueAt(folded, at);
  return (['inbound', 'outbound'] as const).flatMap((side): readonly ProfileRow[] => {
    if (tired[side] < FADED) return [];
    const touches = folded.touches.filter((touch) => sideOf(touch.channel) === side && touchLeft(touch, at) >= FADED);
    return [
      conclusionRow({
        rule: 'fatigue',
        facet: 'fatigue',
        value: side,
        evidence: touches.map(({ id }) => id),
        estimate: { value: tired[side], unit: 'score', elicited: true },
      }),
    ];
  });
};

/** The narrowest category of each thing that was bought, with all purchases in it; nobody is told of sensitive ones. */
function boughtOf({ folded }: ProfileRead): ReadonlyMap<string, readonly Purchase[]> {
  const narrowest = new Set<string>();
  const bought = new Map<string, [Purchase, ...Purchase[]]>();
  for (const purchase of folded.purchases) {
    for (const { prefixes } of purchase.items) narrowest.add(prefixes.at(-1) ?? '');
    for (const prefix of new Set(purchase.items.flatMap(({ prefixes }) => prefixes))) addTo(bought, prefix, purchase);
  }
  return new Map([...bought].filter(([prefix]) => narrowest.has(prefix) && !isSensitive([prefix])));
}

/** What the catalogue says of the need, else what the words of the category say. */
const cycleIn =
  ({ catalog, model }: ProfileRead) =>
  (prefix: string): number =>
    needCycleDays(prefix, {
      catalog,
      model: { usualCycleDays: { ...model.usualCycleDays, category: usualCycle(prefix) } },
    });

const satiation: ProfileRows = (read) =>
  [...boughtOf(read)].flatMap(([prefix, purchases]): readonly ProfileRow[] => {
    const value = satiationAt({ purchases }, { prefix, at: read.now.at, cycleOf: cycleIn(read) });
    if (value < FADED) return [];
    const evidence = purchases.map(({ id }) => id);
    const estimate = { value, unit: 'share', elicited: true } as const;
    return [conclusionRow({ rule: 'satiation', facet: 'category', value: prefix, evidence, estimate })];
  });

/** What speaks against one more message: annoyance, being tired of messages, and needs that are met. */
export const strainRows: ProfileRows = (read) => [...annoyance(read), ...fatigue(read), ...satiation(read)];
