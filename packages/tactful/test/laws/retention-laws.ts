import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS, type expiredIds } from '../../src/engine/index.js';
import { logs } from '../arbitraries.js';
import { hold, type Law } from './law.js';

/** What retention lets go it lets go at once; what it keeps was young enough; what the shopper said stays, but for a quiet time that is over. */
export const retentionForgetsOnce: Law<typeof expiredIds> = (expired, trial) =>
  hold(
    fc.property(logs(), fc.nat(900), (log, days) => {
      const at = (log[log.length - 1]?.at ?? 0) + days * DAY_MS;
      const gone = new Set(expired(log, at));
      const kept = log.filter(({ id }) => !gone.has(id));
      expect(expired(kept, at)).to.deep.equal([]);
      expect(kept.every(({ origin, at: when }) => origin === 'declared' || when >= at - 730 * DAY_MS)).to.equal(true);
      const said = log.filter(
        ({ origin, name }) => origin === 'declared' && name !== 'quiet_set' && name !== 'tell_me_set',
      );
      expect(said.filter(({ id }) => gone.has(id))).to.deep.equal([]);
    }),
    trial,
  );

/** A retention that takes the shopper's word for something that grows old. */
export const forgetsWhatWasSaid: typeof expiredIds = (events, at) =>
  events.filter((event) => event.at < at - 180 * DAY_MS).map(({ id }) => id);
