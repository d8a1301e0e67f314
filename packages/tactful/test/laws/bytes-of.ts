import { expect } from 'chai';

function asJson(_: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...(value as ReadonlyMap<unknown, unknown>)] };
  if (value instanceof Set) return { set: [...(value as ReadonlySet<unknown>)] };
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Any state as text: maps, sets and keys in their order, numbers to the last bit. Equal text is equal state. */
export const bytesOf = (value: unknown): string => JSON.stringify(value, asJson);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: object): value is Fields =>
  !(Array.isArray(value) || value instanceof Map || value instanceof Set);

/** The fields that say something: one without a value is left out of every text. */
const saidIn = (value: Fields): readonly string[] => Object.keys(value).filter((key) => value[key] !== undefined);

function haveSame(a: Fields, b: Fields): boolean {
  const [keys, others] = [saidIn(a), saidIn(b)];
  return keys.length === others.length && keys.every((key, n) => key === others[n] && isSame(a[key], b[key]));
}

const inOrder = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, n) => isSame(value, b[n]));

/** Whether two states have the same bytes as text. What both share is not looked into. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isFields(a)) return isFields(b) && haveSame(a, b);
  if (a.constructor !== b.constructor) return false;
  return inOrder([...(a as Iterable<unknown>)], [...(b as Iterable<unknown>)]);
}

/** Expects the same bytes of both; writes them down only where they differ, which takes ten times as long as looking. */
export function expectSameBytes(found: unknown, wanted: unknown): void {
  if (!isSame(found, wanted)) expect(bytesOf(found)).to.equal(bytesOf(wanted));
}

/** Whether a text stands anywhere in a state, by itself: as a value, a key or a name. */
export function isNamedIn(state: unknown, text: string): boolean {
  if (typeof state !== 'object' || state === null) return state === text;
  const parts = isFields(state) ? Object.entries(state).flat() : [...(state as Iterable<unknown>)];
  return parts.some((part) => isNamedIn(part, text));
}
