import type { Store } from '../../src/storage/index.js';
import type { Host } from '../../src/worker/protocol.js';
import type { Planted } from './reliability-device.js';

const storeThat = (change: (sound: Store) => Partial<Store>): Planted => ({
  store: (sound) => Object.defineProperty({ ...sound, ...change(sound) }, 'mode', { get: () => sound.mode }),
});

const hostThat = (change: (sound: Host) => Host): Planted => ({ host: change });

const NEVER = new Promise<never>(() => undefined);

/** Devices with one fault each, one for every law: it must be caught. */
export const CALL_FAULTS = {
  /** Says that rows are gone and leaves them. */
  forgetsInName: storeThat(() => ({ removeRows: (ids) => Promise.resolve(ids.size) })),
  /** Tells a decision as one in which nothing was chosen. */
  remembersAnotherOffer: hostThat((sound) => ({
    call: async (name, argument) => {
      const answer = await sound.call(name, argument);
      const text = name === 'recall' ? JSON.stringify(answer).replaceAll('"offer-garden"', '"offer-tools"') : undefined;
      return text === undefined ? answer : (JSON.parse(text) as typeof answer);
    },
  })),
  /** Makes a store although nothing was agreed to. */
  keepsBeforeConsent: hostThat((sound) => ({
    call: async (name, argument) => {
      const answer = await sound.call(name, argument);
      if (name === 'start')
        await sound.call('setConsent', {
          states: { looks: 'pending' },
          now: { at: 0, offset: 0 },
          mechanism: 'law',
          rememberRefusal: true,
        });
      return answer;
    },
  })),
  /** Waits for ever where the erasures are read. */
  neverAnswers: storeThat(() => ({ readErasures: () => NEVER })),
  /** Takes a file in without its last row. */
  dropsOnImport: storeThat((sound) => ({
    merge: (plan) =>
      sound.merge((held) => {
        const planned = plan(held);
        return { ...planned, rows: planned.rows.slice(1) };
      }),
  })),
  /** Fetches what belongs to what it chose. */
  asksForPictures: hostThat((sound) => ({
    call: async (name, argument) => {
      const answer = await sound.call(name, argument);
      if (name === 'decide' && JSON.stringify(answer).includes('"offerId"'))
        await fetch('https://shop.example/picture.png').catch(() => undefined);
      return answer;
    },
  })),
} satisfies Readonly<Record<string, Planted>>;
