import { expect } from 'chai';
import { DAY_MS } from 'tactful/engine';
import { WORLDS } from './world-preset.js';
import { openStream } from './world-random.js';
import { buysWhenTold, leaves, resents, valence, type Circumstances } from './world-response.js';
import { drawShopper, revealedFavourite, type Shopper } from './world-shopper.js';
import { annoyanceIn, freshState, hurt, trustIn } from './world-state.js';
import { shopOf, WORLD_CATALOG } from './world-shop.js';

const SHOP = shopOf(WORLD_CATALOG);
const CATEGORIES = SHOP.categories.length;
const PEOPLE = Array.from({ length: 20_000 }, (_, number) => drawShopper(7, number, { categories: CATEGORIES }));

/** Somebody to whom everything matters as much as to everybody. */
const AVERAGE: Shopper = {
  ...drawShopper(7, 0, { categories: CATEGORIES }),
  taste: Array.from({ length: CATEGORIES }, () => 1 / CATEGORIES),
  privacy: 'pragmatic',
  dislikesOneSize: false,
};
const NOTHING_BEFORE: Circumstances = {
  world: WORLDS.essays,
  category: 0,
  direction: 'outbound',
  intent: undefined,
  checkout: false,
  commute: false,
  quiet: false,
  exposures: 0,
  satiation: 0,
  fatigue: 0,
};
const odds = (probability: number): number => probability / (1 - probability);
const share = (is: (shopper: Shopper) => boolean): number => PEOPLE.filter(is).length / PEOPLE.length;

/** Share of 20,000 people who are gone after so many serious negatives in a row. */
function goneAfter(negatives: number): number {
  const gone = PEOPLE.filter((shopper, number) => {
    const chance = openStream(3, number, 9);
    const state = freshState(SHOP);
    for (let count = 0; count < negatives; count++) {
      const severity = 1;
      if (chance() < leaves(annoyanceIn(state, 0), { severity, world: WORLDS.essays })) return true;
      hurt(state, { severity, at: 0, shopper });
    }
    return false;
  });
  return gone.length / PEOPLE.length;
}

describe('the stylised facts of the world', () => {
  it('[S62] F1: in a crowded train the odds to buy are 2.05 times those elsewhere', () => {
    const told = (commute: boolean): number =>
      odds(buysWhenTold(AVERAGE, { ...NOTHING_BEFORE, commute }, { discount: 0 }));
    expect(told(true) / told(false)).to.be.closeTo(2.05, 0.205);
  });

  it('[S62] F2: a first message encourages four to one while they look around, and one to four after they bought', () => {
    const welcome = (satiation: number): number => Math.exp(valence(AVERAGE, { ...NOTHING_BEFORE, satiation }));
    expect(welcome(0)).to.be.at.least(3.5);
    expect(welcome(1)).to.be.at.most(1 / 3.5);
  });

  it('[S62] F3: what is welcome turns between the third and the fifth time, and is a nuisance at the tenth', () => {
    const after = (exposures: number): number => valence(AVERAGE, { ...NOTHING_BEFORE, exposures });
    expect(after(3)).to.be.above(0);
    expect(after(5)).to.be.below(0);
    expect(after(10)).to.be.below(-2);
  });

  it('[S62] what the formulas print: a push to an average pragmatist, nothing before', () => {
    const here = { ...NOTHING_BEFORE };
    // logit .015 + .35 * 1.386; -5.6 - .6 * 1.386 + .6
    expect(Math.log(odds(buysWhenTold(AVERAGE, here, { discount: 0 })))).to.be.closeTo(-4.184591 + 0.4851, 1e-6);
    expect(Math.log(odds(resents(AVERAGE, here, { discount: 0 })))).to.be.closeTo(-5.8316, 1e-9);
    expect(resents(AVERAGE, { ...here, quiet: true }, { discount: 0 })).to.equal(0.6);
    expect(resents(AVERAGE, { ...here, quiet: true, world: WORLDS.nullAnnoyance }, { discount: 0 })).to.equal(0);
  });

  it('[S63] F4: 62 in a hundred are gone after three serious negatives, 39 after two', () => {
    expect(goneAfter(3)).to.be.closeTo(0.62, 0.02);
    expect(goneAfter(2)).to.be.closeTo(0.39, 0.02);
  });

  it('[S63] a sceptic world takes half of what people say: the hazard halves', () => {
    const said = leaves(1, { severity: 1, world: WORLDS.essays });
    expect(leaves(1, { severity: 1, world: WORLDS.sceptic })).to.be.closeTo(1 - Math.sqrt(1 - said), 1e-12);
  });

  it('[S64] F5: of those who were hurt 23 in a hundred never recover, and 24 need more than a year', () => {
    const hurtAfter = (days: number): number => {
      const still = PEOPLE.filter((shopper) => {
        const state = freshState(SHOP);
        hurt(state, { severity: 1.5, at: 0, shopper });
        return trustIn(state, days * DAY_MS) < 1;
      });
      return still.length / PEOPLE.length;
    };
    const never = hurtAfter(1e6);
    expect(never).to.be.closeTo(0.23, 0.02);
    expect(hurtAfter(365) - never).to.be.closeTo(0.24, 0.02);
    // those who do recover: half of them within 217 days
    expect((hurtAfter(217) - never) / (1 - never)).to.be.closeTo(0.5, 0.02);
  });

  it('[S65] F6: 92, 87 and 47 in a hundred dislike repeats, dislike one size, and give up at a detour', () => {
    expect(share(({ dislikesRepeats }) => dislikesRepeats)).to.be.closeTo(0.92, 0.02);
    expect(share(({ dislikesOneSize }) => dislikesOneSize)).to.be.closeTo(0.87, 0.02);
    expect(share(({ abandonsDetours }) => abandonsDetours)).to.be.closeTo(0.47, 0.02);
  });

  it('[S65] F14: what three in ten say is not what they do', () => {
    expect(share((shopper) => shopper.stated !== revealedFavourite(shopper))).to.be.closeTo(0.3, 0.02);
  });

  it('[S65] people are as the population says: visits, privacy, commutes, bereavement, drop-out', () => {
    const mean = (read: (shopper: Shopper) => number): number =>
      PEOPLE.reduce((sum, shopper) => sum + read(shopper), 0) / PEOPLE.length;
    expect(mean(({ visitsPerDay }) => visitsPerDay)).to.be.closeTo(0.18, 0.005);
    expect(mean(({ dropOut }) => dropOut)).to.be.closeTo(0.02, 0.001);
    expect(share(({ privacy }) => privacy === 'averse')).to.be.closeTo(0.15, 0.01);
    expect(share(({ commutes }) => commutes)).to.be.closeTo(0.5, 0.015);
    expect(share(({ bereavedAt }) => bereavedAt !== undefined)).to.be.closeTo(0.1, 0.01);
    for (const { taste } of PEOPLE.slice(0, 100))
      expect(taste.reduce((sum, each) => sum + each)).to.be.closeTo(1, 1e-12);
  });
});
