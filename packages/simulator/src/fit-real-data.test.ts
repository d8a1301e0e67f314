import { expect } from 'chai';
import { cdnowPurchases } from './cdnow-purchases.js';
import { cohortOf } from './cohort.js';
import { evaluateIntent } from './evaluate-intent.js';
import { evaluateLifetimeValue } from './evaluate-lifetime-value.js';
import { readIntentRows } from './intent-rows.js';
import { purchaseDay } from './purchase-day.js';
import { readTextFile } from './read-file.js';
import { readPurchases } from './read-purchases.js';

const folder = process.env['TACTFUL_DATA'] ?? '';

describe('models of real customers', () => {
  const withData = folder === '' ? it.skip : it;
  const where = folder === '' ? ' (TACTFUL_DATA names no folder)' : '';

  withData(`[S19] raw purchases of CDNOW give every row of its published summary${where}`, async () => {
    const { customers } = cohortOf(await cdnowPurchases(folder), { until: purchaseDay('1997-09-30') });
    const file = `${folder}/cdnow/summary_published.csv`;
    const published = readPurchases(await readTextFile(file), { file });
    const printed = (each: { repeats: number; lastAt: number; age: number; mean?: number }) =>
      [each.repeats, each.lastAt, each.age, each.mean ?? 0] as const;
    expect(published.rows).to.have.length(2357);
    if (published.kind !== 'summary') throw new Error('not a summary');
    const apart = published.rows.flatMap((row, index) => {
      const ours = customers[index];
      const [x, ...rest] = printed(row);
      // Printed with two decimals, halves rounded either way.
      const near =
        ours !== undefined &&
        rest.every((value, place) => Math.abs(value - (printed(ours)[place + 1] ?? NaN)) < 0.00501);
      return near && ours.repeats === x ? [] : [index];
    });
    expect(apart).to.deep.equal([]);
  });

  withData(
    `[S20] CDNOW is fitted as published from every start, and Online Retail as by others with a and b not identified${where}`,
    async () => {
      const sections = await evaluateLifetimeValue(folder);
      const bars = sections.flatMap((section) => section.bars ?? []);
      expect(bars).to.have.length(8);
      expect(bars.filter(({ met }) => !met)).to.deep.equal([]);
      expect(JSON.stringify(sections)).not.to.match(/NaN|null/);
      const [cdnow, spend, retail] = sections;
      // As two other implementations have it.
      const bg = cdnow?.rows.find(({ name }) => name === 'BG/NBD');
      expect(bg?.['expected']).to.be.closeTo(1653.4087, 1e-3);
      expect(bg?.['MAE']).to.be.closeTo(0.785454236, 1e-6);
      expect(bg?.['RMSE']).to.be.closeTo(1.607982011, 1e-6);
      expect(bg?.['AUC active']).to.be.closeTo(0.7725244946, 1e-6);
      expect(spend?.rows[0]?.['MAE']).to.be.closeTo(16.36985, 1e-3);
      expect(spend?.rows[1]?.['MAE']).to.be.closeTo(17.34970596, 1e-6);
      expect(retail?.rows.find(({ name }) => name === 'BG/NBD')?.['expected']).to.be.closeTo(1701.998, 0.01);
    },
  );

  withData(`[S24] intent on real sessions: AUC at least .740, ECE at most .03, above its rivals${where}`, async () => {
    const file = `${folder}/online_shoppers/sessions.csv.gz`;
    const { auc, ece, sessions, rivals } = evaluateIntent(readIntentRows(await readTextFile(file), file));
    expect(sessions).to.equal(8220);
    expect(auc).to.be.at.least(0.74);
    expect(ece).to.be.at.most(0.03);
    for (const rival of rivals) expect(auc).to.be.above(rival.auc);
  });
});
