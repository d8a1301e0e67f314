import type { CompiledCatalog } from './compile-catalog.js';
import type { Direction } from './decision.js';
import type { Contact } from './fold-contacts.js';
import type { Folded } from './folded.js';
import type { Signals } from './moment-signal.js';
import type { Model } from './model.js';
import type { Policy } from './policy.js';
import type { ConsentState, ConsentStates, Purpose } from './purpose.js';
import type { Channel } from './statement.js';

/** For whom the site is: where children may be among the shoppers, nothing personal is done at all. */
export type Audience = 'general' | 'child-possible';

/** Everything a decision depends on. The same input gives the same decision on every engine. */
export interface DecideInput {
  readonly id: string;
  readonly placement: string;
  /** Epoch milliseconds: the later of the clock and the newest row, so that a clock moved back frees nothing. */
  readonly at: number;
  readonly offset: number;
  readonly folded: Folded;
  /** Contacts that count against caps: those of the log and those reserved in any tab. */
  readonly contacts: readonly Contact[];
  readonly catalog: CompiledCatalog;
  readonly purposes: readonly Purpose[];
  readonly consent: ConsentStates;
  /** Every choice behind it that is on record, in any order: what was agreed to anew stands again. */
  readonly choices?: readonly ConsentChoice[];
  /** The site's own; norm, contract and shopper only tighten it. */
  readonly policy: Policy;
  readonly model: Model;
  /** Hash of catalog, policy, model and purposes. */
  readonly config: string;
  /** Through what it would be said; a place on the page that the shopper opened where it is missing. */
  readonly channel?: Channel;
  /** `requested` where the shopper pressed "show me" or opened the list of offers; else it follows from the channel. */
  readonly direction?: Direction;
  /** So many offers at most, 1 to 3; 1 where it is missing. */
  readonly most?: number;
  readonly audience?: Audience;
  /** What the shop sells, where its catalog does not say. */
  readonly sector?: string;
  /** What the page or the shopper said of the moment. */
  readonly signals?: Signals;
  /** Net utilities of the best offer at the last chances, oldest first: what a contact is worth keeping for. */
  readonly earlier?: readonly Opportunity[];
}

/** A choice of consent, and when it was made (epoch milliseconds). */
export interface ConsentChoice {
  readonly purpose: string;
  readonly state: ConsentState;
  readonly at: number;
}

/** A chance to speak at which at least one offer was eligible, and what the best of them was worth (minor units). */
export interface Opportunity {
  readonly at: number;
  readonly utility: number;
}
