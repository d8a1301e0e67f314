import { expect } from 'chai';
import { CARRIED_AT, carriedRow, carrierOn } from '../../test/carried.js';
import type { Event } from '../engine/index.js';
import { DOORBELL_CHANNEL, openMemoryStore, type ErasureReceipt, type Store } from '../storage/index.js';

const TOO_LATE_MS = 500;
const NO = carriedRow('a:1', { name: 'never_stated', params: { kind: 'never', category: 'garden' } });

/**
 * Erases from a disk whose files go only once another tab was told, or at last. `file` in the receipt then
 * means: told before. And what that tab found when it looked.
 */
async function eraseSlowly(
  deaf = false,
): Promise<{ readonly receipt: ErasureReceipt; readonly found: readonly number[] }> {
  const tab = new BroadcastChannel(DOORBELL_CHANNEL);
  const channels = globalThis.BroadcastChannel;
  const found: number[] = [];
  const memory = openMemoryStore('00');
  let erasing = false;
  const told = new Promise<boolean>((resolve) => {
    tab.onmessage = () => {
      if (!erasing) return;
      void memory.readSegments(new Set()).then(({ added }) => {
        found.push(added.flatMap(({ rows }) => rows).filter(({ name }) => name === 'view_item').length);
        resolve(true);
      });
    };
  });
  const disk: Store = {
    ...memory,
    mode: 'persistent',
    destroy: () => Promise.race([told, new Promise<boolean>((resolve) => setTimeout(resolve, TOO_LATE_MS, false))]),
  };
  const carrier = await carrierOn(disk);
  await carrier.agree({ personalization: 'in' });
  await carrier.keep([carriedRow('a:0'), NO]);
  try {
    erasing = true;
    if (deaf) Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    return { receipt: await carrier.call('erase', { keep: 'nothing', now: CARRIED_AT }), found };
  } finally {
    Object.assign(globalThis, { BroadcastChannel: channels });
    tab.close();
  }
}

describe('an erasure and the other tabs', () => {
  it('[R163] they are told once the store is empty, and before its files go; the receipt waits for the files', async () => {
    const { receipt, found } = await eraseSlowly();
    expect(found[0]).to.equal(0);
    expect(receipt).to.include({ removed: 2, verified: true, grade: 'file' });
  });

  it('[R163] control: where nobody can be told, the files do not wait for ever, and the receipt claims nothing', async () => {
    const { receipt, found } = await eraseSlowly(true);
    expect(found).to.deep.equal([]);
    expect(receipt).to.include({ removed: 2, verified: true, grade: 'reachable' });
  });
});

describe('an erasure that is cut short once the store is empty', () => {
  /** What the store says of itself where its deletion never came about. */
  async function leftBy(rows: readonly Event[], request: { readonly keep: 'rules' | 'nothing' }): Promise<unknown> {
    const memory = openMemoryStore('00');
    const carrier = await carrierOn({ ...memory, mode: 'persistent', destroy: () => Promise.resolve(false) });
    await carrier.agree({ personalization: 'in' });
    await carrier.keep(rows);
    await carrier.call('erase', { ...request, now: CARRIED_AT });
    return (await memory.readMeta()).goes;
  }

  it('[R213] has said before that the store goes, where nothing of it stays', async () => {
    expect(await leftBy([carriedRow('a:0'), NO], { keep: 'nothing' })).to.equal(true);
    expect(await leftBy([carriedRow('a:0')], { keep: 'rules' })).to.equal(true);
    expect(await leftBy([carriedRow('a:0'), NO], { keep: 'rules' })).to.equal(false);
  });
});
