import * as laws from './reliability-device-laws.js';
import { DEVICE_FAULTS } from './reliability-faults.js';
import { catches, holdsOnDevices, type DeviceLaw } from './reliability-law.js';
import type { Planted } from './reliability-device.js';

/** A law of devices, and a fault that it must find. */
function prove(says: string, law: DeviceLaw, given: { readonly faulty: string; readonly planted: Planted }): void {
  it(says, async function () {
    this.timeout(600_000);
    await holdsOnDevices(law);
  });
  it(`${says}: ${given.faulty} is caught`, async function () {
    this.timeout(60_000);
    await catches(law, given.planted);
  });
}

describe('what may happen to a device', () => {
  prove('[R120] rel I-03 what grew in a worker is what its rows give', laws.GROWN, {
    faulty: 'a worker that tells the profile of before',
    planted: DEVICE_FAULTS.tellsOldProfiles,
  });
  prove('[R121] rel I-06 what was acknowledged is there once, and every gap has its reason', laws.ACKNOWLEDGED, {
    faulty: 'a store that lets go of what it reads',
    planted: DEVICE_FAULTS.losesWhatItKept,
  });
  prove('[R122] rel I-09 caps hold over what was truly shown', laws.CAPPED, {
    faulty: 'a store that counts no contacts',
    planted: DEVICE_FAULTS.countsNoContacts,
  });
  prove('[R123] rel I-11 silence is always allowed', laws.SILENT, {
    faulty: 'a worker that repeats itself',
    planted: DEVICE_FAULTS.repeatsItself,
  });
  it('[R148] rel I-11 a store that does not look what another tab said is caught', async function () {
    this.timeout(600_000);
    // It takes two tabs, an agreement, a word in the one and a question in the other.
    await catches(laws.SILENT, DEVICE_FAULTS.hearsBellsOnly, 400);
  });
  prove('[R124] rel I-12 after a withdrawal nothing of it is readable', laws.WITHDRAWN, {
    faulty: 'a store that withdraws in name only',
    planted: DEVICE_FAULTS.purgesNothing,
  });
  prove('[R125] rel I-13 consent rises only by the hand of the shopper', laws.GIVEN, {
    faulty: 'a store that takes one yes for all',
    planted: DEVICE_FAULTS.takesOneYesForAll,
  });
  prove('[R126] rel I-16 no word of what was erased is left', laws.CANARIES, {
    faulty: 'a store that forgets in name only',
    planted: DEVICE_FAULTS.forgetsInName,
  });
  prove('[R127] rel I-17 what was erased stays away', laws.AWAY, {
    faulty: 'a store that forgets in name only',
    planted: DEVICE_FAULTS.forgetsInName,
  });
  prove('[R128] rel I-18 nothing is readable past its time', laws.AGED, {
    faulty: 'a store that lets nothing go',
    planted: DEVICE_FAULTS.letsNothingGo,
  });
  prove('[R129] rel I-23 offered is kept and dropped for a reason', laws.COUNTED, {
    faulty: 'a page that is told everything was kept',
    planted: DEVICE_FAULTS.callsEverythingKept,
  });
});
