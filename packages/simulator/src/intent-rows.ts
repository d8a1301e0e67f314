import { readCsv } from './read-csv.js';

/** Columns of session totals that the model reads, and how. `PageValues` is none: it knows of later purchases. */
export const INTENT_COLUMNS = {
  counts: [
    'Administrative',
    'Administrative_Duration',
    'Informational',
    'Informational_Duration',
    'ProductRelated',
    'ProductRelated_Duration',
  ],
  shares: ['BounceRates', 'ExitRates', 'SpecialDay'],
  kinds: ['Month', 'VisitorType', 'Weekend', 'TrafficType'],
} as const;

const OUTCOME = 'Revenue';
const NUMBERS = [...INTENT_COLUMNS.counts, ...INTENT_COLUMNS.shares];
const MOST_KIND = 40;

/** Totals of one session, and whether it ended in a purchase. */
export interface IntentRow {
  readonly numbers: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly buyer: boolean;
}

function outcomeOf(text: string): boolean | undefined {
  if (/^(1|true)$/i.test(text)) return true;
  return /^(0|false)$/i.test(text) ? false : undefined;
}

/**
 * Sessions from a CSV text with the columns of UCI's Online Shoppers.
 *
 * Throws `file: row N: column: rule`, never the value, at the first bad row. Row 1 is the head.
 */
export function readIntentRows(text: string, file: string): readonly IntentRow[] {
  const lines = readCsv(text, { file, columns: [...NUMBERS, ...INTENT_COLUMNS.kinds, OUTCOME] });
  if (lines.length === 0) throw new Error(`${file}: no rows`);
  return lines.map((line, index) => {
    const refuse = (rule: string): never => {
      throw new Error(`${file}: row ${index + 2}: ${rule}`);
    };
    const numbers = NUMBERS.map((name) => {
      const value = line[name].trim() === '' ? NaN : Number(line[name]);
      if (!Number.isFinite(value)) refuse(`${name}: not a number`);
      return [name, value < 0 ? refuse(`${name}: below 0`) : value] as const;
    });
    const kinds = INTENT_COLUMNS.kinds.map((name) => {
      const kind = line[name];
      return [name, kind === '' || kind.length > MOST_KIND ? refuse(`${name}: not a short text`) : kind] as const;
    });
    return {
      numbers: Object.fromEntries(numbers),
      kinds: Object.fromEntries(kinds),
      buyer: outcomeOf(line[OUTCOME]) ?? refuse(`${OUTCOME}: not 0 or 1`),
    };
  });
}
