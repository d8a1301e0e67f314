import type { DataNeed } from './data-need.js';
import type { ProfileRow } from './profile-row.js';
import { counted } from './profile-slots.js';
import type { ProfileWording } from './profile-words.js';
import type { WordedLine } from './worded-line.js';

/** Where a line comes from and on how many rows it rests: `said by you, 1 row`, or `Concluded from 5 rows.` */
export function wordBasis({ kind, provenance, evidence }: ProfileRow, { words }: ProfileWording): WordedLine {
  return {
    template: words.basis[kind],
    slots: {
      provenance: { text: words.provenance[provenance] },
      rows: { text: counted(words.rows, evidence.length) },
    },
  };
}

/** A line of the data-need ledger in words: what is held of one signal for one purpose, and whether it moved anything. */
export function wordNeed(
  { verdict, rows, signal, purpose, decisions }: DataNeed,
  { words }: ProfileWording,
): WordedLine {
  return {
    template: words.need[verdict],
    slots: {
      rows: { text: counted(words.rows, rows) },
      signal: { text: words.signal[signal] },
      purpose: { site: purpose },
      decisions: { text: counted(words.decisions, decisions) },
    },
  };
}
