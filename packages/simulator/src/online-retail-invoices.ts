import path from 'node:path';
import { readCsv } from './read-csv.js';
import { readTextFile } from './read-file.js';

/** One invoice with what was sold on it: cancellations and lines without pieces or price are left out. */
export interface Invoice {
  readonly id: string;
  readonly customer: string;
  /** The shop's clock, which has no zone, read as UTC. */
  readonly at: number;
  /** Stock codes, each once. */
  readonly items: readonly string[];
}

/** The folder of the data set inside the folder of all data. */
export const ONLINE_RETAIL = 'online_retail';

function readMoment(text: string, file: string): number {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : NaN;
  if (Number.isNaN(at)) throw new Error(`${file}: datetime: should be: YYYY-MM-DD hh:mm`);
  return at;
}

/**
 * The invoices of UCI's Online Retail that sold something, oldest first. Rejects with one line that names the file.
 *
 * A few invoices stand in the file twice, a minute apart, as they were typed across the minute: they count once.
 */
export async function onlineRetailInvoices(data: string): Promise<readonly Invoice[]> {
  const place = (name: string): string => path.join(data, ONLINE_RETAIL, name);
  const [invoiceFile, lineFile] = [place('invoices.csv.gz'), place('lines.csv.gz')];
  const [invoiceText, lineText] = await Promise.all([readTextFile(invoiceFile), readTextFile(lineFile)]);
  const items = new Map<string, Set<string>>();
  const lines = readCsv(lineText, { file: lineFile, columns: ['invoice', 'stock_code', 'quantity', 'unit_price'] });
  for (const { invoice, stock_code: code, quantity, unit_price: price } of lines) {
    if (!(Number(quantity) > 0 && Number(price) > 0)) continue;
    const codes = items.get(invoice) ?? new Set();
    items.set(invoice, codes.add(code));
  }
  const invoices = new Map<string, Invoice>();
  const rows = readCsv(invoiceText, { file: invoiceFile, columns: ['invoice', 'customer', 'datetime'] });
  for (const { invoice: id, customer, datetime } of rows) {
    const codes = id.startsWith('C') || invoices.has(id) ? undefined : items.get(id);
    if (codes === undefined) continue;
    invoices.set(id, { id, customer, at: readMoment(datetime, invoiceFile), items: [...codes] });
  }
  return [...invoices.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
