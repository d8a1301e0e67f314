import { expect } from 'chai';
import fc from 'fast-check';
import { addsUp, droppedOf, otherTallyOf, tallyOf, type Run } from './tally.js';

const health = (offered: number, kept: number, dropped: Readonly<Record<string, number>> = {}) => ({
  offered,
  kept,
  dropped,
  worker: 'url',
});

describe('[R100] the counts of Try to break it', () => {
  it('are sums of what each page said of itself, and of what was found afterwards', () => {
    const runs: readonly Run[] = [
      { attack: 'full', items: ['1', '2', '3'], healths: [health(3, 1, { quota: 2 })] },
      { attack: 'close', items: ['4', '5'], healths: [health(1, 0), health(1, 0)] },
    ];
    const found = { ours: new Set(['1', '4', '5', 'another']), other: new Set(['1']) };
    const tally = tallyOf(runs, found);
    expect(tally).to.deep.equal({
      clicks: 5,
      offered: 5,
      kept: 1,
      dropped: { quota: 2 },
      open: 2,
      found: 3,
      lost: 0,
    });
    expect(addsUp(tally)).to.equal(true);
    expect(otherTallyOf(runs, found)).to.deep.equal({ handed: 5, found: 1, lost: 4 });
  });

  it('add up for whatever a library that keeps its word says', () => {
    const page = fc.record({ kept: fc.nat(9), quota: fc.nat(9), open: fc.nat(9), survive: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        let number = 0;
        const ours = new Set<string>();
        const runs = pages.map(({ kept, quota, open, survive }): Run => {
          const items = Array.from({ length: kept + quota + open }, () => String(number++));
          for (const item of items.slice(0, kept)) ours.add(item);
          for (const item of items.slice(kept, kept + Math.min(open, survive))) ours.add(item);
          return { attack: 'close', items, healths: [health(items.length, kept, quota > 0 ? { quota } : {})] };
        });
        const tally = tallyOf(runs, { ours, other: new Set() });
        expect(addsUp(tally)).to.equal(true);
        expect(tally.found + droppedOf(tally) + tally.lost).to.equal(tally.clicks);
      }),
    );
  });

  it('planted fault: do not add up when a click that was kept is missing, or one was never offered', () => {
    const kept: Run = { attack: 'kill', items: ['1', '2'], healths: [health(2, 2)] };
    expect(addsUp(tallyOf([kept], { ours: new Set(['1']), other: new Set() }))).to.equal(false);
    const silent: Run = { attack: 'kill', items: ['1', '2'], healths: [health(1, 1)] };
    expect(addsUp(tallyOf([silent], { ours: new Set(['1', '2']), other: new Set() }))).to.equal(false);
  });
});
