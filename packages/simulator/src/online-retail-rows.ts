import path from 'node:path';
import { readCsv } from './read-csv.js';
import { readTextFile } from './read-file.js';

/** The folder of the data set inside the folder of all data. */
export const ONLINE_RETAIL = 'online_retail';

/** A line of an invoice on which something was sold. */
export interface SoldLine {
  readonly invoice: string;
  readonly code: string;
  readonly quantity: number;
  readonly price: number;
}

/** UCI's Online Retail as it stands, but for cancellations and for lines without pieces or price. */
export interface OnlineRetail {
  /** Named in errors about a row. */
  readonly file: string;
  readonly invoices: readonly { readonly id: string; readonly customer: string; readonly datetime: string }[];
  readonly lines: readonly SoldLine[];
}

/** Reads both files of the set. Rejects with one line that names the file. */
export async function readOnlineRetail(data: string): Promise<OnlineRetail> {
  const place = (name: string): string => path.join(data, ONLINE_RETAIL, name);
  const [file, lineFile] = [place('invoices.csv.gz'), place('lines.csv.gz')];
  const [invoiceText, lineText] = await Promise.all([readTextFile(file), readTextFile(lineFile)]);
  const invoices = readCsv(invoiceText, { file, columns: ['invoice', 'customer', 'datetime'] });
  const lines = readCsv(lineText, { file: lineFile, columns: ['invoice', 'stock_code', 'quantity', 'unit_price'] });
  return {
    file,
    invoices: invoices
      .filter(({ invoice }) => !invoice.startsWith('C'))
      .map(({ invoice, customer, datetime }) => ({ id: invoice, customer, datetime })),
    lines: lines
      .map((line) => ({
        invoice: line.invoice,
        code: line.stock_code,
        quantity: Number(line.quantity),
        price: Number(line.unit_price),
      }))
      .filter(({ quantity, price }) => quantity > 0 && price > 0),
  };
}
