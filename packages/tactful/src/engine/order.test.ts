import { expect } from 'chai';
import { logOf } from '../../test/garden-shop.js';
import type { Event } from './event.js';
import { canonicalLog, compareEvents, timeAsReceived } from './order.js';

const [row] = logOf([{ name: 'page_view' }]);
const rowWith = (id: string, at: number): Event => ({ ...(row as Event), id, at });
const idsOf = (log: readonly Event[]): string => log.map(({ id }) => id).join(' ');

describe('canonical order', () => {
  it('[P2] is by time, then replica, then counter as a number', () => {
    const log = [rowWith('b:1', 5), rowWith('a:10', 5), rowWith('a:9', 5), rowWith('z:1', 4), rowWith('a:1', 6)];
    expect(idsOf(canonicalLog(log))).to.equal('z:1 a:9 a:10 b:1 a:1');
  });

  it('[P2] the counter is what follows the last colon', () => {
    expect(compareEvents(rowWith('d:1:2', 5), rowWith('d:1:10', 5))).to.be.below(0);
  });

  it('[P2] a row counts once, however often it arrives', () => {
    const log = [rowWith('a:1', 5), rowWith('a:2', 6), rowWith('a:1', 5)];
    expect(idsOf(canonicalLog(log))).to.equal('a:1 a:2');
  });

  it('[P75] is total: what is no counter comes last by its text, and the same number written otherwise is another id', () => {
    const ids = ['a:2', 'a:x', 'a:10', 'odd', 'a:02', 'b:1'];
    const expected = 'a:2 a:10 b:1 a:02 a:x odd';
    expect(idsOf(canonicalLog(ids.map((id) => rowWith(id, 5))))).to.equal(expected);
    expect(idsOf(canonicalLog([...ids].reverse().map((id) => rowWith(id, 5))))).to.equal(expected);
  });

  it('[P75] of two copies of a row the same one counts, whichever arrives first', () => {
    const copies = ['b', 'a'].map((note): Event => ({ ...rowWith('a:1', 5), params: { note } }));
    expect(canonicalLog(copies)).to.deep.equal(canonicalLog([...copies].reverse()));
    expect(canonicalLog(copies)[0]?.params).to.deep.equal({ note: 'a' });
  });
});

describe('the time of a row', () => {
  it('[P79] is what it claims, but at most five minutes ahead of who receives it', () => {
    expect(timeAsReceived(1000, 2000)).to.equal(1000);
    expect(timeAsReceived(300_000, 0)).to.equal(300_000);
    expect(timeAsReceived(300_001, 0)).to.equal(300_000);
    expect(timeAsReceived(NaN, 7)).to.equal(7);
    expect(timeAsReceived(Infinity, 7)).to.equal(7);
  });
});
