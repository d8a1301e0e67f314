import path from 'node:path';
import { evaluateIntent } from './evaluate-intent.js';
import type { EvaluationSection } from './evaluate-section.js';
import { readIntentRows } from './intent-rows.js';
import { readTextFile } from './read-file.js';

/** The folder of the data set inside the folder of all data. */
export const ONLINE_SHOPPERS = 'online_shoppers';

/** What a model of session totals must reach on sessions it has not seen. */
const LEAST_AUC = 0.74;
const MOST_ECE = 0.03;

/** The intent model on thirds that it has not seen, beside the base rate and the page count alone. */
export async function intentSection(data: string): Promise<EvaluationSection> {
  const file = path.join(data, ONLINE_SHOPPERS, 'sessions.csv.gz');
  const { label, runs, sessions, auc, ece, rivals } = evaluateIntent(readIntentRows(await readTextFile(file), file));
  return {
    title: 'Intent: Online Shoppers',
    label: `${label}: ${String(sessions)} sessions without PageValues, mean of ${String(runs)} seeded thirds`,
    rows: [{ name: 'tactful', auc, ece }, ...rivals].map((row) => ({ name: row.name, AUC: row.auc, ECE: row.ece })),
    bars: [
      { met: auc >= LEAST_AUC, words: `AUC: ${auc.toFixed(4)}, at least ${LEAST_AUC.toFixed(3)}` },
      { met: ece <= MOST_ECE, words: `ECE: ${ece.toFixed(4)}, at most ${MOST_ECE.toFixed(2)}` },
    ],
    notes: ['AUC: the chance that a buyer is ranked above another; ECE: mean miss of the chance told, over ten bins.'],
  };
}
