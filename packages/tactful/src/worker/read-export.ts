import { canonicalLog, type Erasure, type Event } from '../engine/index.js';
import { joinErasures } from '../engine/erasure.js';
import { isWord, readRow } from '../engine/read-row.js';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportDocument } from '../storage/format.js';
import type { CallFailure } from './protocol.js';
import { tooDeep } from './too-deep.js';

/** What an import takes from a file. */
export interface ExportReading {
  readonly scope: string;
  /** Which store made it, where the file says so. */
  readonly made?: NonNullable<ExportDocument['made']>;
  /** In canonical order, each id once. */
  readonly events: readonly Event[];
  /** Each in its shortest form, by id. */
  readonly erasures: readonly Erasure[];
  /** How many rows were left out because they tell who somebody is. */
  readonly personal: number;
}

/** What a file says, or why it is refused as a whole. A refusal says where, and repeats nothing of the file. */
export type ExportOutcome = { readonly reading: ExportReading } | { readonly failure: CallFailure };

/** In characters: three times what 100,000 rows take. */
export const MOST_TEXT = 96_000_000;
const MOST_ROWS = 200_000;
const MOST_ERASURES = 10_000;
/** Of all erasures together: ids, ranges and digests. */
const MOST_ERASED = 200_000;
const MOST_LEVELS = 64;

const named = (words: string): ReadonlySet<unknown> => new Set(words.split(' '));

const REQUIRED = 'format v exportedAt scope consent events erasures decisions ledger profile';
/** Of later versions of the library; a file need not have it. */
const MADE = 'made';
const DOCUMENT = named(`${REQUIRED} ${MADE}`);
const LINEAGE = named('lineage epoch');
const ROW = named('id at offset name origin purpose params v source');
const ERASURE = named('id at ids ranges unseen before');
const RANGE = named('replica from to');
const UNSEEN = named('before facet digest');
const PARAMS = named('items price discount shipping tax value quantity item_id item_name');
const FACETS = named('item category brand variant offer search stated');

type Fields = Readonly<Record<string, unknown>>;

/** Ends the reading; never leaves this file. */
class Refused extends Error {
  readonly failure: CallFailure;
  /** `what` begins with the place, where there is one. */
  constructor(code: CallFailure['code'], what: string) {
    super(what);
    const [path = '', ...rest] = what.split(': ');
    this.failure = { code, message: `import: ${what}`, ...(rest.length > 0 ? { path } : {}) };
  }
}

const refuse = (what: string): never => {
  throw new Refused('IMPORT_INVALID', what);
};
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 8.64e15;

/** An object of a parsed text, which has no getters. */
const objectIn = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** Such an object with no other fields than these: what is not known is not let through. */
function fieldsOf(value: unknown, path: string, known: ReadonlySet<unknown>): Fields {
  const fields = objectIn(value);
  if (!fields) return refuse(`${path}: not a plain object`);
  return Object.keys(fields).every((key) => known.has(key)) ? fields : refuse(`${path}: a field that is not known`);
}

function listOf(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(`${path}: not a list`);
  if (value.length > most) throw new Refused('IMPORT_TOO_LARGE', `${path}: more than ${most}`);
  return value;
}

function parsed(text: string): unknown {
  if (text.length > MOST_TEXT) throw new Refused('IMPORT_TOO_LARGE', `more than ${MOST_TEXT} characters`);
  if (tooDeep(text, MOST_LEVELS)) return refuse(`deeper than ${MOST_LEVELS} levels`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    return refuse('not JSON, or cut off');
  }
}

/** The document's fields, once its name and version are known to be ours. */
function documentOf(value: unknown): Fields {
  const claimed = objectIn(value);
  if (!claimed) return refuse('not a plain object');
  const { format, v } = claimed;
  if (format === 'tactful-export-sealed') throw new Refused('PASSPHRASE_NEEDED', 'sealed with a passphrase');
  if (format !== EXPORT_FORMAT) return refuse(`format: not ${EXPORT_FORMAT}`);
  if (isCount(v) && v > EXPORT_VERSION) {
    throw new Refused('EXPORT_NEWER', `${EXPORT_FORMAT}@${v}: newer than ${EXPORT_FORMAT}@${EXPORT_VERSION}`);
  }
  if (v !== EXPORT_VERSION) return refuse(`v: not ${EXPORT_VERSION}`);
  const fields = fieldsOf(value, 'document', DOCUMENT);
  const missing = REQUIRED.split(' ').find((key) => !Object.hasOwn(fields, key));
  return missing === undefined ? fields : refuse(`${missing}: missing`);
}

/** A place in a row, without the name of a parameter that only the file knows: it may be a word of the shopper's. */
const withoutKey = (path: string): string =>
  path.replace(/^(params\.(?:items\[\d+\]\.)?)([\w.-]+)(?=:)/, (place: string, before: string, key: string) =>
    PARAMS.has(key) ? place : `${before}*`,
  );

function readRows(raw: unknown): Pick<ExportReading, 'events' | 'personal'> {
  const rows = listOf(raw, 'events', MOST_ROWS);
  const events: Event[] = [];
  for (const [n, each] of rows.entries()) {
    const path = `events[${n}]`;
    const reading = readRow(fieldsOf(each, path, ROW));
    if ('row' in reading) events.push(reading.row);
    else if (reading.refusal.reason === 'invalid') refuse(`${path}.${withoutKey(reading.refusal.path ?? 'row')}`);
  }
  return { events: canonicalLog(events), personal: rows.length - events.length };
}

const rangeOf = (value: unknown, path: string): NonNullable<Erasure['ranges']>[number] => {
  const { replica, from, to } = fieldsOf(value, path, RANGE);
  if (!isWord(replica) || !isCount(from) || !isCount(to) || from > to) return refuse(`${path}: not a range`);
  return { replica, from, to };
};

const unseenOf = (value: unknown, path: string): NonNullable<Erasure['unseen']>[number] => {
  const { before, facet, digest } = fieldsOf(value, path, UNSEEN);
  const isDigest = typeof digest === 'string' && /^[\da-f]{1,64}$/.test(digest);
  if (!isMoment(before) || !FACETS.has(facet) || !isDigest) return refuse(`${path}: not a digest`);
  return { before, facet: facet as NonNullable<Erasure['unseen']>[number]['facet'], digest };
};

const idOf = (value: unknown, path: string): string => (isWord(value) ? value : refuse(`${path}: not an id`));

/** Reads the lists of erasures, and counts what is in them all. */
function listReader(): <Each>(
  raw: unknown,
  path: string,
  read: (value: unknown, path: string) => Each,
) => readonly Each[] {
  let left = MOST_ERASED;
  return (raw, path, read) => {
    if (raw === undefined) return [];
    const list = listOf(raw, path, left);
    left -= list.length;
    return list.map((each, n) => read(each, `${path}[${n}]`));
  };
}

function readErasures(raw: unknown): readonly Erasure[] {
  const lists = listReader();
  const read = listOf(raw, 'erasures', MOST_ERASURES).map((each, n): Erasure => {
    const path = `erasures[${n}]`;
    const { id, at, ids, ranges, unseen, before } = fieldsOf(each, path, ERASURE);
    if (!isWord(id)) return refuse(`${path}.id: not an id`);
    if (!isMoment(at)) return refuse(`${path}.at: not a moment`);
    if (before !== undefined && !isMoment(before)) return refuse(`${path}.before: not a moment`);
    return {
      id,
      at,
      ids: lists(ids, `${path}.ids`, idOf),
      ranges: lists(ranges, `${path}.ranges`, rangeOf),
      unseen: lists(unseen, `${path}.unseen`, unseenOf),
      ...(before === undefined ? {} : { before }),
    };
  });
  return unionOf(read);
}

/** Erasures by id, each once and in its shortest form, whatever order they came in. */
export function unionOf(erasures: readonly Erasure[]): readonly Erasure[] {
  const byId = new Map<string, [Erasure, ...Erasure[]]>();
  for (const erasure of erasures) byId.set(erasure.id, [erasure, ...(byId.get(erasure.id) ?? [])]);
  return [...byId.values()].map(joinErasures).sort((one, other) => (one.id < other.id ? -1 : 1));
}

function madeOf(value: unknown): Pick<ExportReading, 'made'> {
  if (value === undefined) return {};
  const { lineage, epoch } = fieldsOf(value, MADE, LINEAGE);
  const isLineage = typeof lineage === 'string' && /^[\da-f]{4}$/.test(lineage);
  return isLineage && isCount(epoch) ? { made: { lineage, epoch } } : refuse(`${MADE}: not a lineage and an epoch`);
}

function read(text: string): ExportReading {
  const { scope, exportedAt, made, consent, events, erasures, decisions, ledger } = documentOf(parsed(text));
  if (typeof scope !== 'string' || !/^[a-z0-9][a-z0-9_-]{0,47}$/.test(scope)) return refuse('scope: not a scope');
  if (!isMoment(exportedAt)) return refuse('exportedAt: not a moment');
  // These are for the shopper to read: nothing of them is taken in.
  for (const [path, list] of Object.entries({ consent, decisions, ledger })) listOf(list, path, MOST_ROWS);
  return { scope, ...madeOf(made), ...readRows(events), erasures: readErasures(erasures) };
}

/**
 * What an import takes from the text of a `tactful-export@1`, or why the file is refused as a whole.
 *
 * The text is anybody's: every row is copied under its schema, an unknown field refuses the file, and so does a single row
 * that is none. Rows that tell who somebody is are left out and counted. Never throws, and repeats no value.
 */
export function readExport(text: string): ExportOutcome {
  try {
    return { reading: read(text) };
  } catch (error) {
    if (error instanceof Refused) return { failure: error.failure };
    // A file that takes more stack or memory than there is.
    return { failure: { code: 'IMPORT_TOO_LARGE', message: 'import: more than can be read here' } };
  }
}
