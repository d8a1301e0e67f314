import { openingConsent } from '../../src/client/opening-consent.js';
import {
  countsNeverFall,
  dismissingNeverShows,
  PURE_FAULTS,
  SPENDING,
  theStrictestCounts,
} from './reliability-pure-laws.js';
import { engine, prove } from './prove.js';

describe('what may only get stricter', () => {
  prove('[R136] rel I-10 what was counted never falls', countsNeverFall, {
    sound: SPENDING,
    fault: PURE_FAULTS.countsEvenContactsOnly,
    faulty: 'one that counts even contacts only',
  });
  prove(
    '[R136] rel I-10 waving away never shows',
    dismissingNeverShows,
    engine('one that takes it for interest', PURE_FAULTS.takesDismissalsForInterest),
  );
  prove('[R137] rel I-14 the strictest of page, store and browser counts', theStrictestCounts, {
    sound: openingConsent,
    fault: PURE_FAULTS.believesThePage,
    faulty: 'one that believes the page',
  });
});
