import { expect } from 'chai';
import { admitTracked, defaultPurposes } from '../engine/event.js';
import { newLogWriter } from './log-writer.js';

describe('the log of a tab', () => {
  it('[L14] K4: what no purpose needs is refused, and counted as refused', async () => {
    const purposes = defaultPurposes().map((purpose) => ({ ...purpose, signals: ['searches'] }));
    const log = newLogWriter({
      replica: 'a',
      clock: () => ({ at: 0, offset: 0 }),
      epoch: () => 1,
      pass: ({ rows }) => Promise.resolve(rows.length),
    });
    const receipts = await Promise.all(
      ['view_item', 'search', 'purchase', 'view_item'].map((name) =>
        log.write(() => admitTracked({ name, params: {} }, { purposes, consent: { personalization: 'in' } })),
      ),
    );
    expect(receipts).to.deep.equal([
      { kept: false, reason: 'not-needed' },
      { kept: true, id: 'a:0' },
      { kept: false, reason: 'not-needed' },
      { kept: false, reason: 'not-needed' },
    ]);
    expect(log.counts()).to.deep.equal({ offered: 4, kept: 1, dropped: { 'not-needed': 3 }, waiting: 0 });
  });
});
