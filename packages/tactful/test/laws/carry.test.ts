import fc from 'fast-check';
import {
  anyTextIsReadOrRefused,
  CARRY_FAULTS,
  CARRYING,
  carryingAssociates,
  carryingCommutes,
  carryingIsIdentity,
  carryingTwiceIsOnce,
  erasuresAreCarried,
  nothingRaisesConsent,
  type Carrying,
} from './carry-laws.js';
import type { Law } from './law.js';
import { beside, prove } from './prove.js';

/** Every run writes and reads whole files: fewer of them, unless a number was set for all. */
const lightly =
  (law: Law<Carrying>): Law<Carrying> =>
  (carrying, trial) => {
    const usual =
      fc.readConfigureGlobal().numRuns === undefined
        ? { runs: 'document' in globalThis ? 25 : 150, seed: 20_250_507 }
        : undefined;
    law(carrying, trial ?? usual);
  };

const one = beside(CARRYING);

describe('carrying a log to another device', () => {
  prove(
    '[R50] rel I-07: export and import are the identity, whatever signs and numbers there are',
    lightly(carryingIsIdentity),
    one('one that writes plain text', CARRY_FAULTS.printsPlainText),
  );
  prove(
    '[R51] rel I-07: twice is once',
    lightly(carryingTwiceIsOnce),
    one('one that tells of every import', CARRY_FAULTS.alwaysTells),
  );
  prove(
    '[R51] rel I-04: it commutes',
    lightly(carryingCommutes),
    one('one in which the file wins', CARRY_FAULTS.fileWins),
  );
  prove(
    '[R51] rel I-04: it associates',
    lightly(carryingAssociates),
    one('one that loses erasures on the way', CARRY_FAULTS.losesErasuresOnTheWay),
  );
  prove(
    '[R52] what was erased on either device stays away, and every row is accounted for',
    lightly(erasuresAreCarried),
    one('one that forgets its own erasures', CARRY_FAULTS.forgetsItsErasures),
  );
  prove(
    '[R53] rel I-13: nothing raises consent',
    lightly(nothingRaisesConsent),
    one('one that takes what a file claims for agreed', CARRY_FAULTS.believesTheFile),
  );
  prove(
    '[R53] rel I-13: no row comes in whose purpose is not agreed to',
    lightly(nothingRaisesConsent),
    one('one that takes every row', CARRY_FAULTS.takesEveryRow),
  );
  prove(
    '[R55] rel I-19: any text is read or refused',
    lightly(anyTextIsReadOrRefused),
    one('one that trusts the text', CARRY_FAULTS.trustsTheText),
  );
  prove(
    '[R55] rel I-19: a refusal repeats no word',
    lightly(anyTextIsReadOrRefused),
    one('one that quotes the text', CARRY_FAULTS.quotesTheText),
  );
});
