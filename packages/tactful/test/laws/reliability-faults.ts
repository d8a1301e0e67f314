import type { Store } from '../../src/storage/index.js';
import type { Host } from '../../src/worker/protocol.js';
import type { Planted } from './reliability-device.js';

const storeThat = (change: (sound: Store) => Partial<Store>): Planted => ({
  store: (sound) => Object.defineProperty({ ...sound, ...change(sound) }, 'mode', { get: () => sound.mode }),
});

/** A host whose answer to one call is changed. */
function hostThat(name: string, change: (answer: unknown, before: unknown) => unknown): Planted {
  let before: unknown;
  return {
    host: (sound): Host => ({
      call: async (called, argument) => {
        const answer = await sound.call(called, argument);
        if (called !== name) return answer;
        const changed = change(answer, before) as typeof answer;
        before = changed;
        return changed;
      },
    }),
  };
}

const isOffer = (answer: unknown): boolean => JSON.stringify(answer ?? '').includes('"offerId"');

/** Devices with one fault each, one for every law: it must be caught. */
export const DEVICE_FAULTS = {
  /** Tells the profile of before. */
  tellsOldProfiles: hostThat('profile', (answer, before) => before ?? answer),
  /** Lets go of what it reads. */
  losesWhatItKept: storeThat((sound) => ({
    readSegments: async (known) => {
      const read = await sound.readSegments(known);
      const [first] = read.added;
      if (first) await sound.removeRows(new Set([first.id]));
      return read;
    },
  })),
  /** Reserves whatever the ledger says, and forgets what it reserved. */
  countsNoContacts: storeThat((sound) => ({
    reserve: () => Promise.resolve({ reserved: true }),
    readLedger: () => Promise.resolve([]),
    appendRows: (rows, epoch) =>
      sound.appendRows(
        rows.filter(({ name }) => name !== 'offer_shown'),
        epoch,
      ),
  })),
  /** Offers once more what it offered before, whatever was said since. */
  repeatsItself: hostThat('decide', (answer, before) => (isOffer(before) ? before : answer)),
  /** Reserves without looking whether another tab has said something. */
  hearsBellsOnly: storeThat((sound) => ({ reserve: ({ record, fits }) => sound.reserve({ record, fits }) })),
  /** Withdraws in name only. */
  purgesNothing: storeThat((sound) => ({
    changeConsent: async (change) =>
      Object.values(change.consent).includes('out')
        ? { ...(await sound.readMeta()), consent: change.consent }
        : sound.changeConsent(change),
    removeRows: () => Promise.resolve(0),
  })),
  /** Takes one yes for all. */
  takesOneYesForAll: storeThat((sound) => ({
    changeConsent: (change) => {
      const given = change.records.find(({ state }) => state === 'in');
      if (!given) return sound.changeConsent(change);
      const records = ['looks', 'words'].map((purpose) => ({ ...given, purpose }));
      return sound.changeConsent({ ...change, consent: { looks: 'in', words: 'in' }, records });
    },
  })),
  /** Says that rows are gone and leaves them. */
  forgetsInName: storeThat(() => ({ removeRows: (ids) => Promise.resolve(ids.size) })),
  /** Starts without letting go of anything. */
  letsNothingGo: storeThat((sound) => ({
    removeRows: (ids, removal) => (removal?.erasure ? sound.removeRows(ids, removal) : Promise.resolve(0)),
  })),
  /** Tells the page that what was refused is kept. */
  callsEverythingKept: {
    receipt: (receipt) => (receipt.kept ? receipt : { kept: true, id: 'lost:0' }),
  },
} satisfies Readonly<Record<string, Planted>>;
