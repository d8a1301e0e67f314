import { fingerprint } from '../engine/hash.js';
import type { MetaRecord } from './format.js';
import { refusalsIn } from '../engine/purpose.js';
import { lineageAfter, type Lineage } from './lineage.js';
import { within } from './store-exists.js';

// A small file beside the database, in the origin's own files. It is there before it is needed, because a full disk takes
// no new one, and is written in place. Its first byte says whether what the browser writes in the database may be torn.
// Behind it lie two places for what was last so, written in turn, so that one is whole whenever the writing is cut short.

/** What a store has come to, as it is known outside it. Says nothing about anybody: no date, no id, no word of a row. */
export interface Marked extends Lineage {
  readonly epoch: number;
  /** `revision` of `meta` when something was chosen, forgotten or erased last. */
  readonly revision: number;
  /** The purposes that are refused. */
  readonly out: readonly string[];
  /** A trace of the id of a row that is kept, of the newest that was known: where it is missing, rows were lost. */
  readonly newest?: string;
}

/** What a mark says; `last` is missing where nothing readable was ever written. */
export interface StoreMark {
  readonly torn: boolean;
  readonly last: Marked | undefined;
}

/** What to write over what is marked; nothing where that is to stay. */
export type Marking = (known: Marked | undefined) => Marked | undefined;

/** How a mark is written. */
export interface Writing {
  /** Also where there is no mark yet. */
  readonly create: boolean;
  /** Only if no other tab does so at the moment, and without waiting for the disk. */
  readonly lightly?: boolean;
}

interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that can be written in place, as it can in a worker. */
interface InPlace {
  readonly createSyncAccessHandle?: () => Promise<{
    readonly getSize: () => number;
    readonly read: (into: Uint8Array<ArrayBuffer>, where: { readonly at: number }) => number;
    readonly write: (bytes: Uint8Array<ArrayBuffer>, where: { readonly at: number }) => number;
    readonly flush: () => void;
    readonly close: () => void;
  }>;
}

interface Numbered extends Marked {
  readonly n: number;
}

const PLACE_BYTES = 1024;
const CHECK_LENGTH = 16;
const DEADLINE_MS = 1500;
const PAUSE_MS = 20;

const fileOf = async (scope: string, create: boolean): Promise<FileSystemFileHandle> =>
  (await navigator.storage.getDirectory()).getFileHandle(`tactful-${scope}.mark`, { create });

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isNumbered(value: unknown): value is Numbered {
  if (typeof value !== 'object' || value === null) return false;
  const { n, epoch, revision, out, since = 0, lineage = '', newest = '' } = value as Readonly<Record<string, unknown>>;
  return (
    [n, epoch, revision, since].every(isCount) &&
    typeof lineage === 'string' &&
    typeof newest === 'string' &&
    Array.isArray(out) &&
    out.every((id) => typeof id === 'string')
  );
}

/** What one place says; nothing where it is not whole. */
function readPlace(bytes: Uint8Array): Numbered | undefined {
  const text = new TextDecoder().decode(bytes).trimEnd();
  const json = text.slice(CHECK_LENGTH);
  if (json === '' || fingerprint(json) !== text.slice(0, CHECK_LENGTH)) return undefined;
  const value: unknown = JSON.parse(json);
  return isNumbered(value) ? value : undefined;
}

function numberedIn(bytes: Uint8Array): Numbered | undefined {
  const places = [0, 1].flatMap(
    (place) => readPlace(bytes.subarray(1 + place * PLACE_BYTES, 1 + (place + 1) * PLACE_BYTES)) ?? [],
  );
  return places.reduce<Numbered | undefined>((best, one) => (best && best.n > one.n ? best : one), undefined);
}

function placeFor(marked: Marked, n: number): Piece {
  const text = (each: Marked): Uint8Array<ArrayBuffer> => {
    const json = JSON.stringify({ ...each, n });
    return new TextEncoder().encode(`${fingerprint(json)}${json}`);
  };
  const whole = text(marked);
  const bytes = new Uint8Array(PLACE_BYTES).fill(32);
  // So many refusals that they have no room: without them the purposes are pending, which is a "no" as well.
  bytes.set(whole.length > PLACE_BYTES ? text({ ...marked, out: [] }) : whole);
  return { at: 1 + (n % 2) * PLACE_BYTES, bytes };
}

type Change = (bytes: Uint8Array) => readonly Piece[];

/** Writes in the file's place: nobody else does so meanwhile. */
async function changeInPlace(file: InPlace, change: Change, lightly: boolean): Promise<boolean> {
  const handle = await file.createSyncAccessHandle?.();
  if (!handle) return false;
  try {
    const bytes = new Uint8Array(handle.getSize());
    handle.read(bytes, { at: 0 });
    for (const piece of change(bytes)) handle.write(piece.bytes, { at: piece.at });
    if (!lightly) handle.flush();
    return true;
  } finally {
    handle.close();
  }
}

/** On a page's own thread, where no worker starts: a copy is written and takes the file's place. */
async function changeCopy(file: FileSystemFileHandle, change: Change): Promise<void> {
  // Where it is known, `exclusive` keeps other tabs from writing a copy of the same.
  const how = { keepExistingData: true, mode: 'exclusive' };
  const copy = await file.createWritable(how);
  try {
    const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
    for (const piece of change(bytes)) await copy.write({ type: 'write', position: piece.at, data: piece.bytes });
  } finally {
    await copy.close();
  }
}

async function attempt(scope: string, { create, lightly = false }: Writing, change: Change): Promise<void> {
  const file = await fileOf(scope, create);
  if (!(await changeInPlace(file, change, lightly))) await changeCopy(file, change);
}

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

/** Tries again while another tab does the same. */
async function insist(scope: string, how: Writing, change: Change): Promise<boolean> {
  const end = performance.now() + DEADLINE_MS;
  while (performance.now() < end) {
    try {
      await within(attempt(scope, how, change), DEADLINE_MS);
      return true;
    } catch (error) {
      // Only a file that another tab holds is worth another look: no file, no such files here, or a full disk stay so.
      if (how.lightly === true || !['NoModificationAllowedError', 'InvalidStateError'].includes(nameOf(error)))
        return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return false;
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other. Never rejects: resolves to whether it was written. */
function changeFile(...asked: Parameters<typeof insist>): Promise<boolean> {
  const changed = last.then(() => insist(...asked));
  last = changed;
  return changed;
}

/** What the file holds. Tries again where another tab wrote it between the look at it and the reading. */
async function bytesOf(scope: string): Promise<Uint8Array> {
  const file = await fileOf(scope, false);
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    try {
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/**
 * What the mark of a scope says; `undefined` where there is none, or no such files in this browser.
 *
 * Never rejects: a mark that cannot be read says nothing, and what the database says counts.
 */
export async function readMark(scope: string): Promise<StoreMark | undefined> {
  try {
    const bytes = await within(bytesOf(scope), DEADLINE_MS);
    return { torn: bytes[0] === 1, last: numberedIn(bytes) };
  } catch {
    return undefined;
  }
}

/** Marks what a store has come to. Resolves to whether it is on the disk. */
export async function writeMark(scope: string, how: Writing, marking: Marking): Promise<boolean> {
  return changeFile(scope, how, (bytes) => {
    const known = numberedIn(bytes);
    const next = marking(known);
    if (!next) return [];
    const place = placeFor(next, (known?.n ?? 0) + 1);
    if (bytes.length > 2 * PLACE_BYTES) return [place];
    // As long as it will ever be from the first: later there may be no room.
    const rest = new Uint8Array(1 + 2 * PLACE_BYTES).fill(32);
    rest[0] = bytes[0] ?? 0;
    return [{ at: 0, bytes: rest }, place];
  });
}

/** Says whether the store may be torn. */
export async function markTorn(scope: string, torn: boolean): Promise<void> {
  await changeFile(scope, { create: torn }, () => [{ at: 0, bytes: Uint8Array.of(torn ? 1 : 0) }]);
}

/** What a store has come to, by its `meta`. */
export function markedFrom(meta: MetaRecord): Marked {
  const { epoch, revision, consent } = meta;
  return { epoch, revision, out: Object.keys(refusalsIn(consent)), ...lineageAfter(meta) };
}

/** Whether the one is of an earlier moment of a store than the other. */
export function isBehind(one: Pick<Marked, 'epoch' | 'revision'>, other: Pick<Marked, 'epoch' | 'revision'>): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.revision < other.revision);
}

/** Whether the database was deleted by whom it belonged to: nothing was chosen, forgotten or erased in one after it. */
export const isDeleted = ({ revision }: Pick<Marked, 'revision'>): boolean => revision === 0;
