import { expect } from 'chai';
import { agree } from '../../test/store-contract.js';
import type { LedgerRecord } from './format.js';
import { openMemoryStore } from './memory-store.js';

const FREE = (): boolean => true;
const exposure = (id: string, epoch = 1): LedgerRecord => ({
  id,
  offerId: 'hose',
  at: 1000,
  promotional: true,
  state: 'reserved',
  epoch,
});

describe('the ledger in memory', () => {
  it('[D190] what is reserved stands in the ledger, under its decision, and one exposure for each', async () => {
    const store = openMemoryStore('00');
    await agree(store);
    expect(await store.reserve({ record: exposure('d1'), fits: FREE })).to.deep.equal({ reserved: true });
    await store.reserve({ record: exposure('d2'), fits: FREE });
    await store.reserve({ record: exposure('d2'), fits: FREE });
    expect(await store.readLedger()).to.deep.equal([exposure('d1'), exposure('d2')]);
  });

  it('[D190] whether there is room is asked of the ledger as it is, and who finds none is told what is in it', async () => {
    const store = openMemoryStore('00');
    await agree(store);
    const onlyOne = (ledger: readonly LedgerRecord[]): boolean => ledger.length === 0;
    expect(await store.reserve({ record: exposure('d1'), fits: onlyOne })).to.deep.equal({ reserved: true });
    expect(await store.reserve({ record: exposure('d2'), fits: onlyOne })).to.deep.equal({
      reserved: false,
      ledger: [exposure('d1')],
    });
    expect(await store.readLedger()).to.deep.equal([exposure('d1')]);
  });

  it('[D190] nothing is reserved under an epoch that is over, whatever room there is', async () => {
    const store = openMemoryStore('00');
    await agree(store);
    await store.empty({ rules: [], consent: {}, history: [] });
    expect(await store.reserve({ record: exposure('d1', 1), fits: FREE })).to.deep.equal({
      reserved: false,
      ledger: [],
      behind: true,
    });
    expect(await store.reserve({ record: exposure('d1', 2), fits: FREE })).to.deep.equal({ reserved: true });
  });

  it('[D191] an exposure becomes shown or released and is otherwise what it was; of others nothing is written', async () => {
    const store = openMemoryStore('00');
    await agree(store);
    await store.reserve({ record: exposure('d1'), fits: FREE });
    await store.reserve({ record: exposure('d2'), fits: FREE });
    await store.settle('d1', 'shown');
    await store.settle('d2', 'released');
    await store.settle('unknown', 'shown');
    expect(await store.readLedger()).to.deep.equal([
      { ...exposure('d1'), state: 'shown' },
      { ...exposure('d2'), state: 'released' },
    ]);
  });
});
