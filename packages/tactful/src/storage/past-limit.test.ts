import { expect } from 'chai';
import fc from 'fast-check';
import { exposure } from '../../test/store-contract.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../engine/index.js';
import { contactsIn } from '../engine/ledger-contacts.js';
import type { LedgerRecord } from './format.js';
import { pastExposures } from './past-limit.js';

const BEGIN = 20_000 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;
const STATES = ['reserved', 'shown', 'released'] as const;

/** What somebody reserved in a few hours, with a clock that was wrong by up to a year now and then. */
const LEDGERS: fc.Arbitrary<readonly LedgerRecord[]> = fc
  .array(
    fc.record({
      minute: fc.nat(600),
      leap: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -YEAR_MS, max: YEAR_MS })),
      state: fc.constantFrom(...STATES),
    }),
    { maxLength: 30 },
  )
  .map((made) =>
    made.map(({ minute, leap, state }, n) => ({
      ...exposure(`d${String(n)}`),
      at: BEGIN + minute * MINUTE_MS + leap,
      state,
    })),
  );

/** However the clock is turned by a year, once old exposures have gone as many count in a month as did before. */
async function noCapRefills(past: typeof pastExposures): Promise<void> {
  const turns = fc.integer({ min: -YEAR_MS / 2, max: YEAR_MS / 2 });
  await fc.assert(
    fc.asyncProperty(LEDGERS, turns, turns, (ledger, whenExpired, whenAsked) => {
      const gone = new Set(past(ledger, BEGIN + whenExpired));
      const at = BEGIN + whenAsked;
      const used = (kept: readonly LedgerRecord[]): number =>
        contactsIn(kept, { at }).filter((contact) => contact.at > at - 30 * DAY_MS).length;
      expect(used(ledger.filter((each) => !gone.has(each)))).to.equal(used(ledger));
      return Promise.resolve();
    }),
    { seed: 20_261_127 },
  );
}

describe('exposures that are kept no longer', () => {
  it('[R149] no cap has more room for what went, whichever way the clock is turned (rel I-10)', () =>
    noCapRefills(pastExposures));

  it('[R149] planted fault: to let a reservation go an hour later by the clock makes room in a cap', async () => {
    const hasty: typeof pastExposures = (ledger, at) =>
      ledger.filter((each) => each.state !== 'shown' && each.at < at - HOUR_MS);
    const found = await noCapRefills(hasty).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(found).to.contain('Property failed');
  });

  it('[R149] of those that nobody showed the newest 500 stay, whatever was shown or given back beside them', () => {
    const many = Array.from({ length: 1500 }, (_, n) => ({
      ...exposure(`d${String(n)}`),
      at: BEGIN + n,
      state: STATES[n % 3] ?? 'reserved',
    }));
    const gone = new Set(pastExposures([...many, ...many.map((each) => ({ ...each, at: each.at + 2 }))], BEGIN));
    expect(gone.size).to.equal(500 + 1000);
    const left = many.filter((each) => !gone.has(each));
    expect(left.filter(({ state }) => state === 'shown')).to.have.lengthOf(500);
    expect(left.filter(({ state }) => state === 'reserved').every(({ at }) => at >= BEGIN + 750)).to.equal(true);
  });
});
