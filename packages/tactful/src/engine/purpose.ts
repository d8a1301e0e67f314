import type { Refusal } from './admit-params.js';
import { servesEveryPurpose, signalGroup } from './event-group.js';
import type { EventName } from './event-names.js';
import type { LocalText } from './local-text.js';

/** Whether the shopper agreed to a purpose: `pending` until they were asked and chose. */
export type ConsentState = 'in' | 'out' | 'pending';

/** The state of every purpose by id. A missing one is pending. */
export type ConsentStates = Readonly<Record<string, ConsentState>>;

/** Whether the shopper agreed to anything: without that nothing is kept. */
export const isAnyIn = (consent: ConsentStates): boolean => Object.values(consent).includes('in');

/** The refusals among some states. */
export function refusalsIn(consent: ConsentStates): ConsentStates {
  return Object.fromEntries(Object.entries(consent).filter(([, state]) => state === 'out'));
}

/**
 * Why something is kept at all: both whys as sentences, and which signals it needs.
 *
 * An event is kept if a purpose that is `in` lists it, and read only by rules of that purpose.
 */
export interface Purpose {
  readonly id: string;
  /** What the shop wants it for. */
  readonly why: LocalText;
  /** What is in it for the shopper. */
  readonly forShopper: LocalText;
  readonly basis: 'consent' | 'requested';
  /** Event names, or the groups views, purchases, searches, statements, answers, place, moment, relation. */
  readonly signals: readonly string[];
  /** What the rows are used for, in the words of the engine: `affinity`, `caps`, `offers`. */
  readonly uses: readonly string[];
}

/** One purpose over on-site behaviour, with sentences in English and Dutch. */
export function defaultPurposes(): readonly Purpose[] {
  return [
    {
      id: 'personalization',
      why: {
        en: 'The shop wants to show offers that fit you, and to say nothing when nothing fits.',
        nl: 'De winkel wil aanbiedingen tonen die bij je passen, en niets zeggen als er niets past.',
      },
      forShopper: {
        en: 'You see fewer offers and more useful ones. Everything stays on this device, and you can look at it, correct it and erase it.',
        nl: 'Je ziet minder aanbiedingen en nuttigere. Alles blijft op dit apparaat; je kunt het bekijken, verbeteren en wissen.',
      },
      basis: 'consent',
      signals: ['views', 'purchases', 'searches', 'statements', 'answers', 'relation'],
      uses: ['affinity', 'offers', 'caps'],
    },
  ];
}

function lists(purpose: Purpose, name: EventName): boolean {
  return servesEveryPurpose(name) || purpose.signals.includes(name) || purpose.signals.includes(signalGroup(name));
}

/** The first purpose that is `in` and needs this event; else whether consent or need is missing. */
export function allowedPurpose(
  name: EventName,
  context: { readonly purposes: readonly Purpose[]; readonly consent: ConsentStates },
): Purpose | Refusal {
  const needing = context.purposes.filter((purpose) => lists(purpose, name));
  const allowed = needing.find((purpose) => context.consent[purpose.id] === 'in');
  return allowed ?? { reason: needing.length > 0 ? 'no-consent' : 'not-needed' };
}
