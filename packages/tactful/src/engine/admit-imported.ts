import { admitTracked, type Event, type GateContext } from './event.js';
import { translateEvent } from './event-aliases.js';
import type { Refusal } from './admit-params.js';
import { fingerprint } from './hash.js';
import type { Json } from './json.js';
import { personalDataIn } from './personal-data.js';
import { allowedPurpose, type Purpose } from './purpose.js';
import { dataOf, isWord, readMoment, readRow, type RowReading } from './read-row.js';

/** A row from elsewhere, and how whoever hands it over came to have it. */
export interface ImportedRow {
  /** A full row of an export, or `{name, at, offset?, params}` as a page would track it. */
  readonly row: unknown;
  /** Where it comes from, in words a shopper understands: kept on the row. */
  readonly source: unknown;
  /**
   * For rows that are no export's: `relation` for what the shop knows as the other half of the
   * relation, as the shopper's own orders; `incidental` for what it holds by accident of another
   * service. `imported` by default.
   */
  readonly origin?: 'imported' | 'relation' | 'incidental';
  /** The purpose for which it is given. Incidental rows need one, and are refused without. */
  readonly purpose?: string;
}

const refused = (path: string): RowReading => ({ refusal: { reason: 'invalid', path } });

/** The same order is the same row, whenever and by whichever way it is handed over. */
function idOf(event: Omit<Event, 'id'>, source: string): string {
  const { name, at, offset, origin, params } = event;
  const order = params['transaction_id'];
  if (name === 'purchase' && typeof order === 'string' && order !== '') return `order-${fingerprint(order)}:0`;
  const content: Json = { name, at, offset, origin, source, params };
  return `row-${fingerprint(content)}:0`;
}

/** Whether a row would raise a consent or a permission. These are given to a page, by hand; a file can only take them away. */
export function raisesConsent({ name, params }: Event): boolean {
  return name === 'purpose_set' || (name === 'permission_set' && params['allowed'] !== false);
}

/** The purpose for which a full row is kept here: the one it names, where that is `in` and lists it; else why not. */
export function purposeOfRow({ name, purpose }: Event, context: GateContext): Purpose | Refusal {
  return allowedPurpose(name, { ...context, purposes: context.purposes.filter(({ id }) => id === purpose) });
}

function fullRow(raw: unknown, source: string, context: GateContext): RowReading {
  const reading = readRow(raw);
  if ('refusal' in reading) return reading;
  const { row } = reading;
  if (raisesConsent(row)) return refused('name: consent is not imported');
  const purpose = purposeOfRow(row, context);
  return 'reason' in purpose ? { refusal: purpose } : { row: { ...row, source } };
}

function purposesFor({ origin, purpose }: ImportedRow, { purposes }: GateContext): readonly Purpose[] {
  if (origin === 'incidental' || purpose !== undefined) return purposes.filter(({ id }) => id === purpose);
  return purposes;
}

function toldRow(given: ImportedRow, source: string, context: GateContext): RowReading {
  const fields = dataOf(given.row);
  if (!fields) return refused('not a plain object');
  const moment = readMoment(fields);
  if ('refusal' in moment) return moment;
  const sent = translateEvent({ name: fields['name'], params: fields['params'] });
  const admission = admitTracked(sent, { ...context, purposes: purposesFor(given, context) });
  if ('refusal' in admission) return admission;
  const event = { ...moment, ...admission.draft, origin: given.origin ?? 'imported', v: 1, source } as const;
  return { row: { id: idOf(event, source), ...event } };
}

/**
 * The gate for rows from elsewhere: an export of the shopper's, or a history that the page hands over.
 *
 * A full row keeps its id, origin and purpose, and is kept only if that very purpose is `in` here and
 * lists it. Any other row needs a name that `track()` takes, and gets an id of its own content: the
 * same order handed over twice is one row. Nothing that comes this way raises a consent or a
 * permission, and incidental rows need a purpose for which they were given. Never throws, calls no
 * getter, and refuses with a path that repeats no value.
 *
 * @example
 * ```ts
 * admitImported({ row: { name: 'purchase', at: 1746446400000, params: { transaction_id: 'A17' } }, source: 'my orders', origin: 'relation' }, { purposes, consent });
 * ```
 */
export function admitImported(given: ImportedRow, context: GateContext): RowReading {
  const { row, source } = given;
  if (!isWord(source)) return refused('source: not a text');
  const found = personalDataIn(source, 'source');
  if (found) return { refusal: { reason: 'personal-data', path: `source: string, ${found}` } };
  return dataOf(row)?.['id'] === undefined ? toldRow(given, source, context) : fullRow(row, source, context);
}
