import {
  admitOwn,
  admitTracked,
  DAY_MS,
  isEventName,
  isTracked,
  type Admission,
  type Event,
  type GateContext,
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

const MAX_OFFSET_MINUTES = 840;
/** What a Date can hold, less the day by which local time may lie beside it. */
const LATEST_MS = 8.64e15 - DAY_MS;
const ORIGINS: readonly unknown[] = ['observed', 'declared', 'relation', 'context', 'site', 'incidental', 'imported'];

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

function momentProblem({ at, offset = 0 }: Fields): string | undefined {
  if (typeof at !== 'number' || !Number.isFinite(at)) return 'at: not a number of milliseconds since the epoch';
  if (Math.abs(at) > LATEST_MS) return 'at: beyond what a date can hold';
  if (typeof offset !== 'number' || !Number.isInteger(offset)) return 'offset: not a whole number of minutes';
  return Math.abs(offset) > MAX_OFFSET_MINUTES ? `offset: beyond ${String(MAX_OFFSET_MINUTES)} minutes` : undefined;
}

/** A row as tactful itself exports it: amounts are in minor units already, so it does not pass the gate again. */
function storedProblem(raw: Fields): string | undefined {
  if (raw['v'] !== 1) return 'v: not 1, the version that is known here';
  if (typeof raw['id'] !== 'string' || !/^.+:\d+$/.test(raw['id'])) return 'id: not replica:counter';
  if (typeof raw['name'] !== 'string' || !isEventName(raw['name'])) return 'name: unknown event';
  if (!ORIGINS.includes(raw['origin'])) return 'origin: unknown';
  if (typeof raw['purpose'] !== 'string') return 'purpose: not a text';
  const { params } = raw;
  if (!isFields(params)) return 'params: not an object';
  const { items = [] } = params;
  return Array.isArray(items) && items.every(isFields) ? undefined : 'params.items: not a list of objects';
}

function isStored(raw: Fields): raw is Fields & Event {
  return storedProblem(raw) === undefined;
}

function admit({ name, params }: Fields, gate: GateContext): Admission {
  if (typeof name === 'string' && !isTracked(name) && isEventName(name)) return admitOwn({ name, params }, gate);
  return admitTracked({ name, params }, gate);
}

function readRow({ row, value }: RawRow, gate: GateContext): Event | RefusedRow {
  if (!isFields(value)) return { row, why: value === undefined ? 'not JSON' : 'not an object' };
  const wrong = momentProblem(value);
  if (wrong !== undefined) return { row, why: wrong };
  if (value['id'] !== undefined) return isStored(value) ? value : { row, why: storedProblem(value) ?? 'not a row' };
  const admission = admit(value, gate);
  if ('refusal' in admission) return { row, why: admission.refusal.path ?? admission.refusal.reason };
  const { at, offset = 0 } = value as { readonly at: number; readonly offset?: number };
  return { id: `file:${String(row)}`, at, offset, v: 1, ...admission.draft };
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
    const read = readRow(raw, gate);
    if ('why' in read) refused.push(read);
    else events.push(read);
  }
  return { events, refused };
}
