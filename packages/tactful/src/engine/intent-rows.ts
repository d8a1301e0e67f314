import { clearIntent, intentAt, unfinishedIntent } from './fold-intent.js';
import { INTENT_PRIOR, likeliest } from './intent.js';
import {
  conclusionRow,
  factRow,
  withheldRow,
  type ProfileRead,
  type ProfileRow,
  type ProfileRows,
} from './profile-row.js';
import type { ShopperAction } from './statement.js';

function saying(evidence: readonly string[]): readonly ShopperAction[] {
  const intents = ['info', 'buy', 'fun', 'support'] as const;
  return [
    ...intents.map((intent): ShopperAction => ({ do: 'declare', statement: { kind: 'intent', intent } })),
    { do: 'forget', ids: evidence },
  ];
}

/** What this visit is for: said, or concluded from three rows or more of which more than half speak for it. */
const visitRows: ProfileRows = ({ folded, now }) => {
  const reading = intentAt(folded, now);
  const { belief, basis, ids } = reading;
  if (ids.length === 0) return [];
  const value = likeliest(belief);
  const given = { rule: 'intent', facet: 'intent', evidence: ids, corrections: saying(ids) } as const;
  if (basis === 'stated') return [factRow({ ...given, value, provenance: 'declared' })];
  const because = basis === 'prior' ? 'few' : 'unsure';
  if (clearIntent(reading) === undefined || basis === 'prior') return [withheldRow({ ...given, value: '', because })];
  return [
    conclusionRow({
      ...given,
      value,
      weight: ids.length,
      confidence: belief[value],
      estimate: {
        value: belief[value],
        unit: 'probability',
        elicited: true,
        rival: { name: 'everybody', value: INTENT_PRIOR[value] },
      },
    }),
  ];
};

function unfinishedRows({ folded, now }: ProfileRead): readonly ProfileRow[] {
  const left = unfinishedIntent(folded, now);
  if (!left) return [];
  const { item, ids } = left;
  return [
    conclusionRow({
      rule: 'intent',
      facet: 'unfinished',
      value: item.prefixes.at(-1) ?? item.name ?? item.id ?? '',
      evidence: ids,
      weight: ids.length,
    }),
  ];
}

/** What this visit is for, and what an earlier one left open. */
export const intentRows: ProfileRows = (read) => [...visitRows(read), ...unfinishedRows(read)];
