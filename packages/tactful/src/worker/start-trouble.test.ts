import { expect } from 'chai';
import { CARRIED_AT, carrierOn, type Carrier } from '../../test/carried.js';
import { failureOf } from '../../test/failure-of.js';
import { openMemoryStore, type Store } from '../storage/index.js';
import type { HostMeans } from './session.js';

// What is said of a disk, while it is used and while it is not.

const troubleOf = async ({ call }: Carrier, look: boolean): Promise<string | undefined> =>
  (await call('refresh', { now: CARRIED_AT, look })).storageTrouble;

/** A worker whose disk does not tell its rows when it starts, nor for so many times after. */
async function startSlow(times: number): Promise<Carrier> {
  const memory = openMemoryStore('00');
  let asked = 0;
  const disk: Store = {
    ...memory,
    mode: 'persistent',
    readSegments: (known) =>
      asked++ < times ? Promise.reject(new DOMException('planted', 'TimeoutError')) : memory.readSegments(known),
  };
  return carrierOn(disk);
}

/** A worker that uses memory, since its disk was refused or given up. */
const startWithout = (openDisk: HostMeans['openDisk']): Promise<Carrier> =>
  carrierOn(openMemoryStore('00'), { openDisk, isThere: () => Promise.resolve(false) });

describe('a disk that did not answer when a worker started', () => {
  it('[R196] is no trouble any more once it was read', async () => {
    const tab = await startSlow(2);
    // A bell has nothing read.
    expect(await troubleOf(tab, true)).to.equal('TimeoutError');
    expect(await tab.call('log', {})).to.deep.equal([]);
    expect(await troubleOf(tab, true)).to.equal(undefined);
  });

  it('[R196] control: it is one for as long as it cannot be read', async () => {
    const tab = await startSlow(3);
    expect(await failureOf(tab.call('log', {}))).to.be.instanceOf(Error);
    expect(await troubleOf(tab, true)).to.equal('TimeoutError');
  });
});

describe('a disk that memory is used in place of', () => {
  it('[R196] stays a trouble where it was refused', async () => {
    const tab = await startWithout(() => Promise.reject(new DOMException('planted', 'UnknownError')));
    expect(await troubleOf(tab, false)).to.equal('UnknownError');
    expect(await troubleOf(tab, false)).to.equal('UnknownError');
  });

  it('[R196] stays a trouble where it was given up', async () => {
    let giveUp: (why: string) => void = () => undefined;
    const tab = await startWithout((_scope, { trouble = giveUp }) => {
      giveUp = trouble;
      return Promise.resolve(openMemoryStore('00'));
    });
    giveUp('UnknownError');
    expect(await troubleOf(tab, false)).to.equal('UnknownError');
    expect(await troubleOf(tab, false)).to.equal('UnknownError');
  });
});
