import { COMPLETE_JOURNEY, readNextCategories } from './evaluate-journey-people.js';
import { evaluateGaps } from './evaluate-gaps.js';
import { evaluateGuesses, hitOf, recallOf, reciprocalRankOf } from './evaluate-guesses.js';
import { intentSection, ONLINE_SHOPPERS } from './evaluate-intent-section.js';
import { evaluateLifetimeValue } from './evaluate-lifetime-value.js';
import { lastBaskets, lastGaps, regularCustomers } from './evaluate-retail-people.js';
import type { EvaluationSection } from './evaluate-section.js';
import { onlineRetailInvoices } from './online-retail-invoices.js';
import { ONLINE_RETAIL } from './online-retail-rows.js';

/** A part of the evaluation with the data set it needs. */
export interface EvaluationPart {
  readonly title: string;
  /** Inside the folder of all data; it needs every one of them. */
  readonly folders: readonly string[];
  /** Rejects with one line that names the file. */
  readonly evaluate: (data: string) => Promise<readonly EvaluationSection[]>;
}

/** What is known of people, when there are any. */
function somebody<Known extends { readonly size: number }>(known: Known, folder: string): Known {
  if (known.size === 0) throw new Error(`${folder}: nobody with enough history`);
  return known;
}

const HOW =
  'All know the same histories and no target. In brackets: the 95 % interval of 2,000 paired bootstrap resamples of people.';
const POPULATION =
  'What everybody buys is counted over all histories, never over targets; the season of a day only from rows before it.';

async function nextCategory(data: string): Promise<readonly EvaluationSection[]> {
  const task = await readNextCategories(data);
  somebody(task.targets, COMPLETE_JOURNEY);
  return [
    {
      title: 'Next category: Complete Journey',
      label: `${String(task.people.length)} households with at least 8 lines: the categories of the last calendar day, 5 guesses`,
      ...evaluateGuesses(task, { most: 5, figures: { 'hit@5': hitOf, 'MRR@5': reciprocalRankOf } }),
      notes: [
        HOW,
        POPULATION,
        'Lines are a random sample of rows: most of every basket is missing, so no claim about whole baskets or rhythm is made.',
        'Products without a category count as lines and are never a target.',
      ],
    },
  ];
}

async function lastBasketAndGap(data: string): Promise<readonly EvaluationSection[]> {
  const customers = somebody(regularCustomers(await onlineRetailInvoices(data)), ONLINE_RETAIL);
  const [baskets, gaps] = [lastBaskets(customers), lastGaps(customers)];
  const who = 'customers with at least 3 invoices';
  return [
    {
      title: 'Last basket: Online Retail',
      label: `${String(baskets.people.length)} ${who}: the items of the last one, 10 guesses`,
      ...evaluateGuesses(baskets, { most: 10, figures: { 'recall@10': recallOf } }),
      notes: [
        HOW,
        POPULATION,
        'Many customers are shops: baskets are large, so 10 guesses cannot reach a recall of 1. Stock codes are as they are, postage included.',
      ],
    },
    {
      title: 'Next gap: Online Retail',
      label: `${String(gaps.gaps.size)} ${who} on at least 2 days: days from the last but one to the last, mean absolute error`,
      ...evaluateGaps(gaps),
      notes: [
        HOW,
        "Ours is the median of the predictive. The typical cycle is the median of everybody's own median gap; who has no gap yet gets it from every rival.",
        'One year, so long gaps are cut off: nothing is said about who never came back.',
      ],
    },
  ];
}

/** What `evaluate profile` evaluates, in the order of the report. */
export const EVALUATION_PARTS: readonly EvaluationPart[] = [
  { title: 'Next category: Complete Journey', folders: [COMPLETE_JOURNEY], evaluate: nextCategory },
  { title: 'Last basket and next gap: Online Retail', folders: [ONLINE_RETAIL], evaluate: lastBasketAndGap },
  {
    title: 'Lifetime value: CDNOW and Online Retail',
    folders: ['cdnow', ONLINE_RETAIL],
    evaluate: evaluateLifetimeValue,
  },
  {
    title: 'Intent: Online Shoppers',
    folders: [ONLINE_SHOPPERS],
    evaluate: async (data) => [await intentSection(data)],
  },
];
