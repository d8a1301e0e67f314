import { expect } from 'chai';
import { foldOf, logOf, NOW } from '../../test/garden-shop.js';
import { HOUR_MS, localDay, MINUTE_MS } from './clock.js';
import { visitAt, type Visit } from './visit.js';

const VISIT: Visit = { startedAt: NOW.at - HOUR_MS, lastAt: NOW.at, day: localDay(NOW), count: 4 };
const after = (ms: number, offset = NOW.offset): Visit => visitAt(VISIT, { at: NOW.at + ms, offset });

describe('visit', () => {
  it('[P6] goes on for less than 30 minutes after its last row', () => {
    expect(after(30 * MINUTE_MS - 1)).to.deep.equal({ ...VISIT, lastAt: NOW.at + 30 * MINUTE_MS - 1 });
    expect(after(30 * MINUTE_MS)).to.include({ startedAt: NOW.at + 30 * MINUTE_MS, count: 5 });
  });

  it('[P6] ends at local midnight, wherever that is', () => {
    // ten in the morning in Amsterdam is one minute to midnight thirteen hours and 59 minutes to the east
    expect(
      visitAt({ ...VISIT, day: localDay({ ...NOW, offset: 959 }) }, { at: NOW.at + MINUTE_MS, offset: 959 }).count,
    ).to.equal(5);
    expect(after(MINUTE_MS).count).to.equal(4);
  });

  it('[P6] is not what the shop reports of the relation, or hands over from elsewhere', () => {
    const { visit } = foldOf(
      logOf([
        { name: 'purchase', at: -9 * HOUR_MS, origin: 'relation' },
        { name: 'page_view' },
        { name: 'promise_made', at: 25 * MINUTE_MS },
        { name: 'page_view', at: 40 * MINUTE_MS },
      ]),
    );
    expect(visit.count).to.equal(2);
  });
});
