import path from 'node:path';
import { purchaseDay } from './purchase-day.js';
import { readCsv } from './read-csv.js';
import { readTextFile } from './read-file.js';
import type { PurchaseRow } from './read-purchases.js';

const FOLDER = 'online_retail';

/** Purchases of UCI's Online Retail: the value of each invoice, without cancellations and without lines of no price. */
export async function onlineRetailPurchases(data: string): Promise<readonly PurchaseRow[]> {
  const place = (name: string): string => path.join(data, FOLDER, name);
  const [invoiceFile, lineFile] = [place('invoices.csv.gz'), place('lines.csv.gz')];
  const [invoiceText, lineText] = await Promise.all([readTextFile(invoiceFile), readTextFile(lineFile)]);
  const invoices = readCsv(invoiceText, { file: invoiceFile, columns: ['invoice', 'customer', 'datetime'] });
  const lines = readCsv(lineText, { file: lineFile, columns: ['invoice', 'quantity', 'unit_price'] });
  const values = new Map<string, number>();
  for (const { invoice, quantity, unit_price: price } of lines) {
    const [pieces, each] = [Number(quantity), Number(price)];
    if (pieces > 0 && each > 0) values.set(invoice, (values.get(invoice) ?? 0) + pieces * each);
  }
  return invoices.flatMap(({ invoice, customer, datetime }) => {
    const value = invoice.startsWith('C') ? undefined : values.get(invoice);
    const day = purchaseDay(datetime);
    return value === undefined || day === undefined ? [] : [{ customer, day, value }];
  });
}
