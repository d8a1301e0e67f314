import { DAY_MS, durationMs, localDay } from './clock.js';
import type { Event } from './event.js';
import { textOf } from './item.js';
import { momentOf } from './moment-of.js';

/** A question that was put, and what became of it. */
export interface Asked {
  readonly id: string;
  readonly at: number;
  /** The local day on which it was put: all that day it is still on the table. */
  readonly day: number;
  /** How long an answer to it holds. */
  readonly validMs: number;
  /** Until when the answer or the refusal holds; `undefined` while there is none. */
  readonly settledUntil: number | undefined;
  readonly answer: 'none' | 'given' | 'used';
}

/** An answer and a refusal hold for a year, unless they say otherwise; elicited (science 8.5). */
const SETTLED_MS = 365 * DAY_MS;
/** Put again sooner, a question that nobody answered is repeated; elicited (science 2.7). */
const APART_MS = 14 * DAY_MS;

/**
 * Whether a question that is put now is put too soon: though it was answered or declined and that still holds, or on another
 * day within 14.
 *
 * Days, not visits: what is known of the relation must not depend on what was looked at.
 */
export function isRepeated({ at, day, settledUntil }: Asked, now: Event): boolean {
  if (settledUntil !== undefined) return now.at < settledUntil;
  return now.at < at + APART_MS && localDay(now) !== day;
}

/** A question after it was put by this row; one that is repeated keeps its answer. */
export function askedBy(event: Event, known: Asked | undefined): Asked {
  const { id, at, params } = event;
  const fresh = { id, settledUntil: undefined, answer: 'none' } as const;
  const validMs = durationMs(textOf(params['valid_for']) ?? '') ?? SETTLED_MS;
  return { ...(known && isRepeated(known, event) ? known : fresh), at, day: localDay(event), validMs };
}

/** A question after this row answered or declined it; also one of which nobody knows that it was put. */
export function settledBy(event: Event, known: Asked | undefined): Asked {
  const { id, at, name, params } = event;
  const { validMs, ...put } = known ?? { at, day: localDay(event), validMs: SETTLED_MS };
  const given = name === 'question_answered';
  const settledUntil = momentOf(params[given ? 'expires' : 'until']) ?? at + (given ? validMs : SETTLED_MS);
  return { ...put, validMs, id, settledUntil, answer: given ? 'given' : 'none' };
}
