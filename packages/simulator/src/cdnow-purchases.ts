import path from 'node:path';
import { readCsv } from './read-csv.js';
import { readTextFile } from './read-file.js';
import { readPurchases, type PurchaseRow } from './read-purchases.js';

const FOLDER = 'cdnow';

/** One customer of the reference: what others' implementations print at the published parameters of BG/NBD. */
export interface ReferenceCustomer {
  readonly repeats: number;
  readonly expected39: number;
  readonly alive: number;
}

/** CDNOW's purchases of the published sample (Fader & Hardie). Rejects with one line that names the file. */
export async function cdnowPurchases(data: string): Promise<readonly PurchaseRow[]> {
  const file = path.join(data, FOLDER, 'transactions_sample.csv.gz');
  const read = readPurchases(await readTextFile(file), { file });
  if (read.kind === 'summary') throw new Error(`${file}: a summary, not purchases`);
  return read.rows;
}

/** The reference in order of the customers' ids, which is that of their first lines among the purchases. */
export async function cdnowReference(data: string): Promise<readonly ReferenceCustomer[]> {
  const file = path.join(data, FOLDER, 'reference_customers.csv');
  const columns = ['x', 'cond_exp_39w', 'p_alive'] as const;
  return readCsv(await readTextFile(file), { file, columns }).map((row) => ({
    repeats: Number(row.x),
    expected39: Number(row.cond_exp_39w),
    alive: Number(row.p_alive),
  }));
}
