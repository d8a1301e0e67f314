import { cdnowPurchases } from './cdnow-purchases.js';
import { onlineRetailPurchases } from './online-retail-purchases.js';
import type { NamedColumns } from './purchase-columns.js';
import { readTextFile } from './read-file.js';
import { readPurchases, type PurchaseFile, type PurchaseRow } from './read-purchases.js';

const DATASETS: Readonly<Record<'cdnow' | 'onlineretail', (folder: string) => Promise<readonly PurchaseRow[]>>> = {
  cdnow: cdnowPurchases,
  onlineretail: onlineRetailPurchases,
};

type FitDataset = keyof typeof DATASETS;

/** Where purchases come from: a shop's file, or a public data set in the folder of all data. */
export type PurchaseSource =
  | { readonly kind: 'file'; readonly file: string; readonly named: NamedColumns }
  | { readonly kind: FitDataset; readonly folder: string };

/** Public data sets that a model can be fitted to. */
export const FIT_DATASETS: readonly string[] = Object.keys(DATASETS);

/** Whether a name is one of {@link FIT_DATASETS}. */
export function isFitDataset(name: string): name is FitDataset {
  return Object.hasOwn(DATASETS, name);
}

/** What messages call a source. */
export function sourceName(source: PurchaseSource): string {
  return source.kind === 'file' ? source.file : source.kind;
}

/** The purchases of a source. Rejects with one line that names the file. */
export async function readSourcePurchases(source: PurchaseSource): Promise<PurchaseFile> {
  if (source.kind === 'file') {
    const { file, named } = source;
    return readPurchases(await readTextFile(file), { file, named });
  }
  return {
    kind: 'purchases',
    rows: await DATASETS[source.kind](source.folder),
    columns: ['customer', 'date', 'value'],
  };
}
