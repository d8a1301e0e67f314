import type { Event } from './event.js';
import { textOf } from './item.js';

/** Whose visit it was, where the shopper said that it was not simply their own. */
export type VisitMark = 'gift' | 'not_me' | { readonly person: string };

/** What a row says about the whole visit it is in, if it does. */
export function visitMarkOf({ name, params }: Event): VisitMark | undefined {
  if (name !== 'visit_marked') return undefined;
  const as = textOf(params['as']);
  if (as === 'gift' || as === 'not_me') return as;
  const person = textOf(params['person']);
  return person === undefined ? undefined : { person };
}
