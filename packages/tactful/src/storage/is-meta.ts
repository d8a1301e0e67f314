import { STORE_FORMAT, type MetaRecord } from './format.js';

/** Whether a stored value is the `meta` record of a tactful store, of any version. */
export function isMeta(value: unknown): value is MetaRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { format, v, epoch, consent } = value as Readonly<Record<string, unknown>>;
  return (
    format === STORE_FORMAT &&
    typeof v === 'number' &&
    typeof epoch === 'number' &&
    typeof consent === 'object' &&
    consent !== null
  );
}
