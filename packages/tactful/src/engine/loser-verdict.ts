import type { DecideInput } from './decide-input.js';
import { decide } from './decide.js';
import type { Excluded } from './excluded.js';
import { exclude } from './exclusion.js';
import { permissionIn } from './permission.js';
import type { OfferVerdict } from './reason.js';
import { isGain, readersFor, utilityOf, type Readers } from './scoring.js';
import { silenceUtility } from './silence-utility.js';
import { situationOf } from './situation.js';
import type { ShopperAction } from './statement.js';
import type { Utility } from './utility.js';

/** What became of one offer in a decision, whether or not its stored account names it. */
export interface VerdictOn {
  readonly offerId: string;
  readonly verdict: OfferVerdict | 'CHOSEN';
  readonly until?: number;
  readonly endedBy?: ShopperAction;
  /** Ids of the rows that it rests on. */
  readonly cause: readonly string[];
  /** What it was worth, where no rule held it back, with its account. */
  readonly worth?: Pick<Utility, 'utility' | 'contributions' | 'features'>;
  /** What silence was worth beside it; it speaks only above that. */
  readonly silence?: number;
}

const verdictOf = (offerId: string, { verdict, until, cause = [], endedBy }: Excluded): VerdictOn => ({
  offerId,
  verdict,
  cause,
  ...(until === undefined ? {} : { until }),
  ...(endedBy ? { endedBy } : {}),
});

/** The rules as one decision meets them. */
export function readersOf(input: DecideInput): Readers {
  const situation = situationOf(input);
  return readersFor(situation, permissionIn(situation));
}

/** The verdict on any offer of the catalogue, by asking the same rules again; `undefined` for one that is not in it. */
export function verdictFor(input: DecideInput, offerId: string): VerdictOn | undefined {
  const compiled = input.catalog.byId.get(offerId);
  if (!compiled) return undefined;
  const readers = readersOf(input);
  const excluded = exclude(compiled, readers);
  if (excluded) return verdictOf(offerId, excluded);
  const scored = readers.scoreOf(compiled, readers.wishesOf(compiled));
  const { offers } = decide(input).decision;
  const eligible = offers.length === 0 ? 'BETTER_SILENT' : 'OUTSCORED';
  const verdict = isGain(scored) ? eligible : 'NOT_WIN_WIN';
  return {
    offerId,
    verdict: offers.some((each) => each.offerId === offerId) ? 'CHOSEN' : verdict,
    cause: [],
    worth: utilityOf(scored),
    silence: silenceUtility(scored.beside).utility,
  };
}
