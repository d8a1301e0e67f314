import { expect } from 'chai';
import { SECTORS, sectorPolicy } from './sector-bans.js';

describe('sector bans', () => {
  it('[D39] five sectors use no broken habit, interrupt nobody, sell nothing outside the site and give nothing away', () => {
    expect(SECTORS).to.deep.equal(['gambling', 'alcohol', 'tobacco', 'credit', 'medicine']);
    for (const sector of SECTORS) {
      const { deviation, interrupt, bans, classes, exploration } = sectorPolicy(sector);
      expect({ deviation, interrupt, bans, exploration }).to.deep.equal({
        deviation: 'off',
        interrupt: { perVisit: 0, caps: [] },
        bans: ['outbound_promotion'],
        exploration: 0,
      });
      expect(classes).to.include.members(['help', 'human', 'inform', 'apology', 'remedy']);
      expect(classes).to.not.include.members(['gift']);
      expect(classes).to.not.include.members(['coupon']);
    }
  });

  it('[D39] other sectors, and words that only look like one, forbid nothing', () => {
    for (const sector of [undefined, '', 'garden', 'constructor', '__proto__'])
      expect(sectorPolicy(sector)).to.deep.equal({});
  });
});
