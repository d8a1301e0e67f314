import { readUtilityBasis } from './read-utility-basis.js';
import type { SilenceSetting } from './silence-setting.js';
import { silenceUtility, type SilenceRead } from './silence-utility.js';
import type { Situation } from './situation.js';
import { offerScore, type OfferRead, type Weighed } from './utility.js';
import { visitChance, waitValue } from './wait-for-them.js';

/** What silence is worth beside an offer, with what that is made of. */
export interface Beside extends SilenceRead {
  readonly utility: number;
}

/** What silence is worth beside an offer. Only an outbound contact also waits: for the same on their own page, if they come. */
export function silenceReader(
  situation: Situation,
  silence: SilenceSetting,
): (compiled: Weighed, read: OfferRead) => Beside {
  const beside = (read: SilenceRead): Beside => ({ ...read, utility: silenceUtility(read).utility });
  const { catalog, folded, model, at, offset, direction, relationship } = situation;
  if (direction !== 'outbound') {
    const [selling, other] = [true, false].map((promotional) => beside({ ...silence, promotional })) as [
      Beside,
      Beside,
    ];
    return ({ promotional }) => (promotional ? selling : other);
  }
  const now = { at, offset };
  const chance = visitChance({ folded, model, now });
  const { favours } = relationship.contract;
  const basis = readUtilityBasis({ folded, now, catalog, model, direction: 'inbound', favours });
  return (compiled, read) => {
    const wait = waitValue(chance, offerScore(compiled, { ...read, basis }).utility);
    return beside({ ...silence, promotional: compiled.promotional, wait });
  };
}
