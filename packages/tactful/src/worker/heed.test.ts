import { expect } from 'chai';
import { CARRIED_AT, carriedRow, carrierOn, type Carrier } from '../../test/carried.js';
import { openMemoryStore, type Store } from '../storage/index.js';

const BELL = { now: CARRIED_AT, look: true };

/** A tab over a disk to which others write as well, and how often its rows were read. */
async function startBeside(): Promise<{ tab: Carrier; disk: Store; reads: () => number }> {
  const memory = openMemoryStore('00');
  let count = 0;
  const disk: Store = {
    ...memory,
    mode: 'persistent',
    readSegments: (known) => {
      count++;
      return memory.readSegments(known);
    },
  };
  const tab = await carrierOn(disk);
  await tab.agree({ personalization: 'in' });
  await tab.call('log', {});
  const before = count;
  return { tab, disk: memory, reads: () => count - before };
}

describe('a bell that was heard', () => {
  it('[R179] has no row read before somebody asks, and then all of them', async () => {
    const { tab, disk, reads } = await startBeside();
    const { epoch } = await disk.readMeta();
    for (const id of ['b:0', 'b:1', 'c:0']) {
      await disk.appendRows([carriedRow(id)], epoch);
      await tab.call('refresh', BELL);
    }
    expect(reads()).to.equal(0);
    const told = await tab.call('log', {});
    expect(told.map(({ id }) => id)).to.have.members(['b:0', 'b:1', 'c:0']);
    expect(reads()).to.equal(1);
  });

  it('[R179] what was removed elsewhere goes at once', async () => {
    const { tab, disk, reads } = await startBeside();
    await tab.keep([carriedRow('a:0')]);
    await disk.removeRows(new Set(['a:0']), { erasure: { id: 'e', at: CARRIED_AT.at, ids: ['a:0'] } });
    await tab.call('refresh', BELL);
    expect(reads()).to.equal(1);
    expect(await tab.call('log', {})).to.deep.equal([]);
  });

  it('[R179] control: whoever comes back reads without being asked', async () => {
    const { tab, reads } = await startBeside();
    await tab.call('refresh', { now: CARRIED_AT });
    expect(reads()).to.equal(1);
  });
});
