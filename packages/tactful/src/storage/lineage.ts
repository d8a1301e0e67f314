import { fingerprint } from '../engine/hash.js';
import type { MetaRecord } from './format.js';

/** What of `meta` outlives the database: by it a store that erased everything knows its own earlier files. */
export type Lineage = Pick<MetaRecord, 'since' | 'lineage'>;

const LENGTH = 4;

/**
 * The lineage of a store: 16 bits as hexadecimal digits, the same in every file it exports.
 *
 * Enough to know an own file again, and too little to tell one device from another: one in 65,536 has the same.
 */
export function lineageOf({ lineage, salt }: Pick<MetaRecord, 'lineage' | 'salt'>): string {
  return lineage ?? fingerprint(`lineage ${salt}`).slice(0, LENGTH);
}

/** What a store of later takes over from one before it: nothing where nothing was erased. */
export function lineageAfter({ since, lineage }: Lineage): Lineage {
  return since === undefined || since === 0 || lineage === undefined ? {} : { since, lineage };
}

/** The lineage of a store that erased everything just now, and is of this epoch from now on. */
export function lineageErased(meta: MetaRecord, epoch: number): Lineage {
  return { since: epoch, lineage: lineageOf(meta) };
}

/** Whether a file was exported by this store, or one before it, before everything was erased. */
export function isErasedSince(
  meta: MetaRecord,
  made: { readonly lineage: string; readonly epoch: number } | undefined,
): boolean {
  return made !== undefined && made.epoch < (meta.since ?? 0) && made.lineage === lineageOf(meta);
}
