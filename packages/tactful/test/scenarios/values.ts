import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type Json, type JsonObject } from '../../src/engine/index.js';

const UNITS: Readonly<Record<string, number>> = { d: DAY_MS, h: HOUR_MS, m: MINUTE_MS, s: SECOND_MS };
const TIME = /^[+-](?:\d+[dhms])+$/;
/** Amounts are told in euros and kept in cents. */
const MONEY = /^(?:price|discount|margin|below|lowestPrice30d)$/;

/** Whether a word is a time as told: `now`, or one from the moment of the story, as `-3d` or `+1h30m`. */
export const isTime = (word: string): boolean => word === 'now' || TIME.test(word);

/** Milliseconds from the moment of the story. */
export function timeOf(word: string): number {
  if (word === 'now') return 0;
  if (!TIME.test(word)) throw new Error(`"${word}" is no time, as "-3d" or "+1h30m"`);
  const sum = [...word.matchAll(/(\d+)([dhms])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
  return word.startsWith('-') ? -sum : sum;
}

/** A time as {@link timeOf} reads it, with the units that it needs. */
export function wordOf(ms: number): string {
  if (ms === 0) return 'now';
  let left = Math.abs(ms);
  const parts = Object.entries(UNITS).map(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count > 0 ? `${count}${unit}` : '';
  });
  return `${ms < 0 ? '-' : '+'}${parts.join('')}${left > 0 ? `${left}ms` : ''}`;
}

function plain(text: string): Json {
  return /^(?:true|false|null|-?\d+(?:\.\d+)?|[{["].*)$/.test(text) ? (JSON.parse(text) as Json) : text;
}

/** A value as it is meant under its key: a time is a moment, an amount is in cents, the rest is JSON or plain words. */
export function valueOf(key: string, text: string, now: number): Json {
  if (isTime(text)) return now + timeOf(text);
  const value = plain(text);
  return typeof value === 'number' && MONEY.test(key) ? Math.round(value * 100) : value;
}

/** All pairs of a line by their meaning. */
export function valuesOf(fields: Readonly<Record<string, string>>, now: number): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, valueOf(key, text, now)]));
}

/** JSON alone: settings hold no amounts as told. */
export function settingsOf(fields: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, plain(text)]));
}
