import { expect } from 'chai';
import { CARRIED_AT, carriedRow } from '../../test/carried.js';
import { gardenCatalog } from '../../test/garden-catalog.js';
import { asJson, defaultPurposes } from '../engine/index.js';
import { DOORBELL_CHANNEL, openMemoryStore, type ErasureReceipt, type Store } from '../storage/index.js';
import { createHost } from './host.js';

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
  const host = createHost(() => import('./later.js'), {
    openDisk: () => Promise.resolve(disk),
    isThere: () => Promise.resolve(true),
  });
  const now = CARRIED_AT;
  await host.call('start', {
    scope: 'slow',
    storage: 'persistent',
    stored: true,
    now,
    catalog: { inline: asJson(gardenCatalog) },
    purposes: defaultPurposes(),
    policy: {},
    model: {},
  });
  const states = { personalization: 'in' } as const;
  await host.call('setConsent', { states, now, mechanism: 'element', rememberRefusal: true });
  await host.call('hint', { rows: [carriedRow('a:0'), NO], stored: false });
  try {
    erasing = true;
    if (deaf) Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    const outcome = await host.call('erase', { keep: 'nothing', now });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return { receipt: outcome.value, found };
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
