import { expect } from 'chai';
import { logOf } from '../../test/garden-shop.js';
import type { Event } from './event.js';
import { canonicalLog, compareEvents } from './order.js';

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
});
