import { readOnlineRetail } from './online-retail-rows.js';

/** One invoice with what was sold on it: cancellations and lines without pieces or price are left out. */
export interface Invoice {
  readonly id: string;
  readonly customer: string;
  /** The shop's clock, which has no zone, read as UTC. */
  readonly at: number;
  /** Stock codes, each once. */
  readonly items: readonly string[];
}

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
  const { file, invoices: rows, lines } = await readOnlineRetail(data);
  const items = new Map<string, Set<string>>();
  for (const { invoice, code } of lines) items.set(invoice, (items.get(invoice) ?? new Set()).add(code));
  const invoices = new Map<string, Invoice>();
  for (const { id, customer, datetime } of rows) {
    const codes = invoices.has(id) ? undefined : items.get(id);
    if (codes === undefined) continue;
    invoices.set(id, { id, customer, at: readMoment(datetime, file), items: [...codes] });
  }
  return [...invoices.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
