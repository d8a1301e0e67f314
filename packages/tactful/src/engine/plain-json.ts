import { cleanText } from './clean-text.js';
import { isFields, under, type ShapeProblem } from './shape.js';

/** How many more characters may be read, over everything. */
export interface Room {
  left: number;
  /** Whether a picture may have an address. */
  readonly images?: 'reveal' | undefined;
}

/** What a picture may be. */
export const PICTURE =
  'inline data of png, jpeg, webp or avif up to 64 kB, "image:ID", or with images: "reveal" an address';

const LONGEST_TEXT = 2_000;
/** Counted by code points. */
const WITHIN = /^.{0,2000}$/su;
const MOST_LEVELS = 16;
/** Names that reach behind an object in careless hands. */
const INHERITED = /^(?:__proto__|constructor|prototype)$/;

/** How the address of a picture begins. */
export const ADDRESS: RegExp = /^(?:https:|\.{0,2}\/)/i;

const JSON_SCALAR = /^(?:string|boolean|object)$/;
const TOO_MUCH: ShapeProblem = ['', 'deeper or larger', 'at most 16 levels'];

const isLong = (text: string): boolean => text.length > LONGEST_TEXT && !WITHIN.test(text);

function memberProblem([key, value]: readonly [string, unknown], room: Room, levels: number): ShapeProblem | undefined {
  room.left -= key.length;
  if (INHERITED.test(key) || cleanText(key) !== key) return [key, value, 'another name'];
  // a picture is measured where it is known to be one
  if (typeof value === 'string' && (key === 'image' ? !room.images && ADDRESS.test(value) : isLong(value))) {
    return [key, value, key === 'image' ? PICTURE : 'at most 2000 characters'];
  }
  const problem = value === undefined ? undefined : jsonProblem(value, room, levels);
  return problem === TOO_MUCH ? problem : under(key, problem);
}

/**
 * Why a value is no plain data of decent size: deeper than 16 levels, a text of more than 2,000 characters, a name that
 * reaches behind objects or hides something, no JSON; or `undefined`.
 *
 * Takes what it reads from `room`, and says no when that is used up: what JSON cannot hold, as one list in many places,
 * can be small and endless at once.
 */
export function jsonProblem(value: unknown, room: Room, levels: number = MOST_LEVELS): ShapeProblem | undefined {
  room.left -= typeof value === 'string' ? value.length + 3 : 3;
  if (typeof value !== 'object' || value === null) {
    const isScalar = typeof value === 'number' ? Number.isFinite(value) : JSON_SCALAR.test(typeof value);
    return isScalar ? undefined : ['', value, 'a JSON value'];
  }
  if (room.left < 0 || levels === 0) return TOO_MUCH;
  for (const member of Object.entries(value)) {
    const problem = memberProblem(member, room, levels - 1);
    if (problem) return problem;
  }
  return undefined;
}

/** A copy in which every text is clean. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanJson(each)]));
}
