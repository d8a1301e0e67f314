import { readCategoryMixes, type CategoryMix } from './category-mix.js';
import { distinctHabits } from './clock-habit.js';
import { shareRange } from './customer-mix.js';
import { activeByHiatus, customerValue } from './customer-value.js';
import { aliveProbability, type Estimate } from './lifetime-value.js';
import {
  conclusionRow,
  withheldRow,
  type ProfileEstimate,
  type ProfileRow,
  type ProfileRows,
  type WithheldReason,
} from './profile-row.js';
import { purchaseSummary, type Rfm } from './purchase-summary.js';
import { categoryCorrections, MOST_CATEGORIES } from './rhythm-rows.js';

const REASONS: Readonly<Record<Exclude<Estimate, { value: number }>['unknown'], WithheldReason>> = {
  'invalid-model': 'no_model',
  'invalid-history': 'not_computable',
  'beyond-fit': 'beyond_fit',
  'not-computable': 'not_computable',
};

const estimated = (
  rule: 'frequency' | 'alive' | 'lifetime',
  about: { readonly value: string; readonly evidence: readonly string[]; readonly estimate: ProfileEstimate },
): ProfileRow => conclusionRow({ rule, facet: 'purchase', ...about });

/** Recency, frequency and money as they are: nobody on the device to compare them with. */
function rfmRows({ repeats, since, mean, ids: evidence }: Rfm): readonly ProfileRow[] {
  const row = (value: string, estimate: ProfileEstimate): ProfileRow =>
    estimated('frequency', { value, evidence, estimate });
  return [
    row('repeats', { value: repeats, unit: 'purchases' }),
    row('recency', { value: since, unit: 'days' }),
    ...(mean === undefined ? [] : [row('money', { value: mean, unit: 'minor' })]),
  ];
}

function withheldValue(unknown: WithheldReason, evidence: readonly string[]): ProfileRow {
  return withheldRow({ rule: 'lifetime', facet: 'purchase', value: '', evidence, because: unknown });
}

function aliveRows(summary: Rfm, { model }: Parameters<ProfileRows>[0]): readonly ProfileRow[] {
  const alive = model.purchases === undefined ? undefined : aliveProbability(model.purchases, summary);
  if (alive === undefined || 'unknown' in alive) return [];
  const active = activeByHiatus(summary);
  const rival = active === undefined ? {} : ({ rival: { name: 'hiatus', value: active ? 1 : 0 } } as const);
  return [
    estimated('alive', {
      value: '',
      evidence: summary.ids,
      estimate: { value: alive.value, unit: 'probability', ...rival },
    }),
  ];
}

function lifetimeRow(summary: Rfm, { model }: Parameters<ProfileRows>[0]): ProfileRow {
  const { purchases, spend, missingMargin, lifetime } = model;
  const evidence = summary.ids;
  if (purchases === undefined || spend === undefined) return withheldValue('no_model', evidence);
  const worth = customerValue({ purchases, spend, summary, margin: missingMargin, ...lifetime });
  if ('unknown' in worth) return withheldValue(REASONS[worth.unknown], evidence);
  const { value, low, high, hiatus } = worth;
  return estimated('lifetime', {
    value: '',
    evidence,
    estimate: {
      value,
      unit: 'minor',
      // Where most such shoppers are gone, the mean lies above what nine in ten will spend.
      ...(low === undefined || high === undefined ? {} : { low: Math.min(low, value), high: Math.max(high, value) }),
      ...(hiatus.value === undefined ? {} : { rival: { name: 'hiatus', value: hiatus.value } }),
      // The share that is earned is.
      elicited: true,
    },
  });
}

function tierRow({ category, mix, days, evidence }: CategoryMix): ProfileRow {
  const { share, tier, probability } = mix;
  return conclusionRow({
    rule: 'tier',
    facet: 'category',
    value: category,
    evidence,
    weight: days,
    confidence: tier === 'none' ? 1 : probability[tier],
    corrections: categoryCorrections(category, evidence),
    estimate: { value: share, unit: 'share', ...shareRange(mix), elicited: true },
  });
}

function tierRows(read: Parameters<ProfileRows>[0]): readonly ProfileRow[] {
  const mixes = readCategoryMixes(read).map((mix) => ({ ...mix, facet: 'category', value: mix.category }) as const);
  return [...distinctHabits(mixes)]
    .sort((a, b) => b.days - a.days || (a.category < b.category ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
    .map(tierRow);
}

/** What the shopper bought and how often, what that may come to, and how much of each need they fill here. */
export const valueRows: ProfileRows = (read) => {
  const { folded, now } = read;
  const own = folded.purchases.filter(({ id }) => !folded.othersPurchases.has(id));
  const summary = purchaseSummary(own, now);
  const worth = summary ? [...rfmRows(summary), ...aliveRows(summary, read), lifetimeRow(summary, read)] : [];
  return [...worth, ...tierRows(read)];
};
