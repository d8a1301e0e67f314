import {
  admitOwn,
  admitTracked,
  isEventName,
  isTracked,
  readMoment,
  readRow,
  translateEvent,
  type Admission,
  type Event,
  type GateContext,
  type Refusal,
} from 'tactful/engine';

/** A row of a file that was not taken. Says where and why, never what it held. */
export interface RefusedRow {
  /** 1-based: the line of JSON lines, the place in an array. */
  readonly row: number;
  readonly why: string;
}

/** The rows of a file, and those that were refused. */
export interface EventsReading {
  readonly events: readonly Event[];
  readonly refused: readonly RefusedRow[];
}

type Fields = Readonly<Record<string, unknown>>;

interface RawRow {
  readonly row: number;
  /** `undefined` where the line is not JSON. */
  readonly value: unknown;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the text, which is the shopper's: the caller says which row it was.
    return undefined;
  }
}

function rawRows(text: string): readonly RawRow[] {
  const whole = text.trimStart().startsWith('[') ? parseJson(text) : undefined;
  if (Array.isArray(whole)) return (whole as readonly unknown[]).map((value, index) => ({ row: index + 1, value }));
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ row: index + 1, value: parseJson(line) }]));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function admit({ name, params }: Fields, gate: GateContext): Admission {
  if (typeof name === 'string' && !isTracked(name) && isEventName(name)) return admitOwn({ name, params }, gate);
  return admitTracked(translateEvent({ name, params }), gate);
}

function readOne({ row, value }: RawRow, gate: GateContext): Event | RefusedRow {
  if (!isFields(value)) return { row, why: value === undefined ? 'not JSON' : 'not an object' };
  const refused = ({ refusal }: { readonly refusal: Refusal }): RefusedRow => ({
    row,
    why: refusal.path ?? refusal.reason,
  });
  if (value['id'] !== undefined) {
    const full = readRow(value);
    return 'row' in full ? full.row : refused(full);
  }
  const moment = readMoment(value);
  if ('refusal' in moment) return refused(moment);
  const admission = admit(value, gate);
  return 'refusal' in admission
    ? refused(admission)
    : { id: `file:${String(row)}`, ...moment, v: 1, ...admission.draft };
}

/**
 * A log from text: JSON lines, or one JSON array.
 *
 * A row with an `id` is a full row as tactful stores it. A row without one is `{name, at, offset?,
 * params}` as a page would send it, with decimal prices, and passes the engine's gate. Bad rows are
 * refused one by one, the rest lives.
 */
export function readEvents(text: string, gate: GateContext): EventsReading {
  const events: Event[] = [];
  const refused: RefusedRow[] = [];
  for (const raw of rawRows(text)) {
    const read = readOne(raw, gate);
    if ('why' in read) refused.push(read);
    else events.push(read);
  }
  return { events, refused };
}
