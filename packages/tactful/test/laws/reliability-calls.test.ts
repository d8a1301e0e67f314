import { CALL_FAULTS } from './reliability-call-faults.js';
import * as laws from './reliability-calls-laws.js';
import type { Planted } from './reliability-device.js';

/** A law of what is called, and a fault that it must find. */
function prove(says: string, law: laws.CallLaw, given: { readonly faulty: string; readonly planted: Planted }): void {
  it(says, async function () {
    this.timeout(600_000);
    await law();
  });
  it(`${says}: ${given.faulty} is caught`, async function () {
    this.timeout(60_000);
    const found = await law(given.planted, 60).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    if (!found.includes('Property failed after')) throw new Error(`the planted fault was not caught: ${found}`);
  });
}

describe('what is asked of a device', () => {
  prove('[R130] rel I-22 what was forgotten never was', laws.forgottenNeverWas, {
    faulty: 'a store that forgets in name only',
    planted: CALL_FAULTS.forgetsInName,
  });
  prove('[R131] rel I-26 what was decided is decided again', laws.decidedAgain, {
    faulty: 'a worker that remembers another offer',
    planted: CALL_FAULTS.remembersAnotherOffer,
  });
  prove('[R132] rel I-15 before consent nothing is opened or made', laws.nothingBeforeConsent, {
    faulty: 'a worker that makes a store to remember that nothing was chosen',
    planted: CALL_FAULTS.keepsBeforeConsent,
  });
  if (!('document' in globalThis))
    prove('[R133] rel I-24 in whatever order the disk answers, everything settles', laws.everythingSettles, {
      faulty: 'a store that never answers about its erasures',
      planted: CALL_FAULTS.neverAnswers,
    });
  prove('[R134] rel I-07 what is exported and imported is what it was', laws.importIsIdentity, {
    faulty: 'a store that leaves out the first row of a file',
    planted: CALL_FAULTS.dropsOnImport,
  });
  prove('[R135] rel I-20 nothing outside depends on who the shopper is', laws.nothingIsToldOutside, {
    faulty: 'a worker that asks for the picture of an offer',
    planted: CALL_FAULTS.asksForPictures,
  });
});
