import { writeFile } from 'node:fs/promises';
import type { PurchaseModel } from 'tactful/engine';
import { cohortOf, cohortOfSummary, type Cohort } from './cohort.js';
import type { RunFit } from './fit-population.js';
import { fitReport } from './fit-report.js';
import { fitReportLines } from './fit-report-lines.js';
import { EXIT, type Output } from './output.js';
import { dayText } from './purchase-day.js';
import type { PurchaseParameters } from './purchase-likelihood.js';
import { readSourcePurchases, sourceName, type PurchaseSource } from './purchase-source.js';
import type { PurchaseFile } from './read-purchases.js';

/** What to fit, and where the model goes. */
export interface FitRequest {
  readonly source: PurchaseSource;
  readonly model: PurchaseModel['kind'];
  /** The last day of the calibration. */
  readonly until?: number | undefined;
  readonly start?: PurchaseParameters | undefined;
  readonly out?: string | undefined;
  /** What the values are in, as decimals. */
  readonly currency?: string | undefined;
}

const count = (value: number): string => value.toLocaleString('en');

function cohortFrom(read: PurchaseFile, { source, until }: FitRequest): Cohort {
  const file = sourceName(source);
  if (read.kind === 'purchases') {
    const cohort = cohortOf(read.rows, { until });
    if (cohort.customers.length === 0) throw new Error(`${file}: no purchase on or before --until`);
    return cohort;
  }
  if (until !== undefined) throw new Error(`${file}: a summary has no dates for --until`);
  return cohortOfSummary(read.rows);
}

function aboutFile(read: PurchaseFile, cohort: Cohort, { source }: FitRequest): readonly string[] {
  const file = sourceName(source);
  const columns = `columns ${read.columns.join(', ')}`;
  if (read.kind === 'summary') return [`${file}: summary of ${count(read.rows.length)} customers; ${columns}`];
  const days = read.rows.map(({ day }) => day);
  const first = days.reduce((a, b) => Math.min(a, b), Infinity);
  const { spanWeeks, laterWeeks } = cohort;
  return [
    `${file}: ${count(read.rows.length)} purchases; ${columns}`,
    `fitted on ${dayText(first)} to ${dayText(first + 7 * spanWeeks)}, ${spanWeeks.toFixed(1)} weeks` +
      (laterWeeks > 0 ? `; ${laterWeeks.toFixed(1)} weeks kept to check it` : ''),
  ];
}

/** Writes a value as JSON a person can read. Rejects with one line that names the file. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unwritable';
    throw new Error(`${file}: cannot be written, ${code}`, { cause: error });
  }
}

/**
 * Fits a file of purchases and reports; the model goes to `out`. Resolves to the exit code.
 *
 * Rejects with one line when the file cannot be read or fitted; nothing is written then.
 */
export async function fitFile(
  request: FitRequest,
  { output, json, fit }: { readonly output: Output; readonly json: boolean; readonly fit: RunFit },
): Promise<number> {
  const { source, model: kind, start, out, currency } = request;
  const file = sourceName(source);
  const read = await readSourcePurchases(source);
  const cohort = cohortFrom(read, request);
  const fitted = await fit({ cohort, kind, start, currency }).catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  const report = fitReport(fitted, cohort);
  if (out !== undefined) await writeJson(out, report.model);
  if (json) {
    output.out(JSON.stringify(report, null, 2));
    return EXIT.done;
  }
  const next =
    out === undefined
      ? 'next: the same with --out model.json, to keep the model'
      : `${out} written. Next: pass its content as createTactful({ model })`;
  for (const line of [...aboutFile(read, cohort, request), '', ...fitReportLines(report), '', next]) output.out(line);
  return EXIT.done;
}
