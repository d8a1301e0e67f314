import { readOnlineRetail } from './online-retail-rows.js';
import { purchaseDay } from './purchase-day.js';
import type { PurchaseRow } from './read-purchases.js';

/** Purchases of UCI's Online Retail: the value of each invoice, without cancellations and without lines of no price. */
export async function onlineRetailPurchases(data: string): Promise<readonly PurchaseRow[]> {
  const { invoices, lines } = await readOnlineRetail(data);
  const values = new Map<string, number>();
  for (const { invoice, quantity, price } of lines) values.set(invoice, (values.get(invoice) ?? 0) + quantity * price);
  return invoices.flatMap(({ id, customer, datetime }) => {
    const value = values.get(id);
    const day = purchaseDay(datetime);
    return value === undefined || day === undefined ? [] : [{ customer, day, value }];
  });
}
