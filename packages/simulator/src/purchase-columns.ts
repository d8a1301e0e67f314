/** Columns that the caller names because no known name fits. */
export interface NamedColumns {
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly value?: string | undefined;
}

/** Where in a row the parts of a purchase stand, or those of a summary in weeks. */
export type PurchaseColumns =
  | { readonly kind: 'purchases'; readonly customer: number; readonly date: number; readonly value?: number }
  | {
      readonly kind: 'summary';
      readonly repeats: number;
      readonly lastAt: number;
      readonly age: number;
      readonly mean?: number;
    };

/** Names in use, without case, spaces, dots and underscores; of two that fit, the earlier in the list is taken. */
const KNOWN = {
  customer:
    'customer customerid cust custid client clientid shopper shopperid user userid household householdid member masterid id',
  date: 'date day datetime timestamp orderdate purchasedate invoicedate time',
  value: 'value amount sales revenue spend dollars total salesvalue',
  repeats: 'x frequency repeats',
  lastAt: 'tx recency lastat',
  age: 't age tcal',
  mean: 'zbar mx monetaryvalue mean value',
} as const;

const plain = (name: string): string => name.toLowerCase().replace(/[\s._-]/g, '');

function findColumn(head: readonly string[], part: keyof typeof KNOWN): number | undefined {
  const names = head.map(plain);
  const places = KNOWN[part].split(' ').map((known) => names.indexOf(known));
  return places.find((place) => place !== -1);
}

/**
 * Which columns of a head hold what; a text says in one line what is missing and how to name it.
 *
 * A head with x, t_x and T is a summary, unless columns are named.
 */
export function purchaseColumns(head: readonly string[], named: NamedColumns): PurchaseColumns | string {
  const asked = [named.customer, named.date, named.value].filter((name) => name !== undefined);
  const absent = asked.find((name) => !head.includes(name));
  if (absent !== undefined) return `column missing: ${absent}`;
  const [repeats, lastAt, age] = (['repeats', 'lastAt', 'age'] as const).map((part) => findColumn(head, part));
  if (asked.length === 0 && repeats !== undefined && lastAt !== undefined && age !== undefined) {
    const mean = findColumn(head, 'mean');
    return { kind: 'summary', repeats, lastAt, age, ...(mean === undefined ? {} : { mean }) };
  }
  const place = (part: 'customer' | 'date' | 'value'): number | undefined => {
    const name = named[part];
    return name === undefined ? findColumn(head, part) : head.indexOf(name);
  };
  const [customer, date, value] = [place('customer'), place('date'), place('value')];
  if (customer === undefined) return 'no column for the customer: name it with --customer COLUMN';
  if (date === undefined) return 'no column for the date: name it with --date COLUMN';
  return { kind: 'purchases', customer, date, ...(value === undefined ? {} : { value }) };
}
