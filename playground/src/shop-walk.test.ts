import { replay, summarizeReplay, type ReplayedDecision } from '@tactful/simulator';
import { expect } from 'chai';
import { compileCatalog, DEFAULT_MODEL, DEFAULT_POLICY, defaultPurposes, readCatalog } from 'tactful/engine';
import { catalog } from './data/offers.js';
import { walkSteps, type Stride } from './shop-walk.js';

const DAY_MS = 86_400_000;
const FROM = { at: Date.UTC(2026, 9, 3, 9), offset: 120 };

const open = (what: string): Stride => ({ do: 'open', what });
const choose = (what: string): Stride => ({ do: 'choose', what });
const buy = (what: string): Stride => ({ do: 'buy', what });
const days = (count: number): Stride => ({ do: 'wait', ms: count * DAY_MS });
const HOME = open('#/');

/** The walk of the shop's own test: three things for the garden, then one of them is bought. */
const LOOKED = [HOME, choose('hose-20m'), choose('watering-can-zinc'), choose('rain-barrel-200l'), HOME];
const SHORT: readonly Stride[] = [...LOOKED, buy('watering-can-zinc'), HOME];
/** And of somebody who comes by for six weeks. */
const LONG: readonly Stride[] = [
  ...LOOKED,
  ...[days(1), HOME, choose('hose-20m'), choose('hose-reel'), HOME],
  ...[days(3), choose('wall-paint-white-10l'), choose('roller-set'), HOME, buy('wall-paint-white-10l'), HOME],
  ...[days(2), HOME, choose('rain-barrel-200l'), open('#/cart'), HOME],
  ...[days(7), HOME, choose('led-bulb-e27'), choose('string-lights'), HOME, buy('led-bulb-e27')],
  ...[days(9), HOME, choose('secateurs'), choose('meadow-seed'), HOME],
  ...[days(12), HOME, choose('drill-driver-18v'), choose('laser-level'), choose('toolbox-48'), HOME],
  ...[buy('drill-driver-18v'), days(8), HOME, choose('hose-20m'), HOME],
];

function compiled() {
  const reading = readCatalog(catalog);
  if (!reading.catalog) throw new Error('the catalogue does not read');
  return compileCatalog(reading.catalog, DEFAULT_MODEL);
}

const SHOP = compiled();

const walked = (strides: readonly Stride[], placements?: readonly string[]): readonly ReplayedDecision[] => {
  const steps = walkSteps(strides, FROM).filter(
    (step) => step.kind === 'row' || !placements || placements.includes(step.placement ?? ''),
  );
  return [
    ...replay(steps, {
      catalog: SHOP,
      policy: DEFAULT_POLICY,
      model: DEFAULT_MODEL,
      purposes: defaultPurposes(),
      consent: { personalization: 'in' },
      placement: 'home',
      config: 'shop',
      exposures: 'replay',
      stopwatch: () => 0,
    }),
  ];
};

describe('[S89] a walk through the shop', () => {
  for (const [name, strides] of Object.entries({ SHORT, LONG })) {
    it(`${name}: of the chances with something to say, 40 % to 85 % end in silence`, () => {
      const { money } = summarizeReplay(walked(strides), SHOP);
      expect(money.eligible).to.be.at.least(6);
      expect(money.silentShare, JSON.stringify(money)).to.be.within(0.4, 0.85);
    });
  }

  it('three looks at the watering shelf, and home has an offer of that shelf for that reason', () => {
    const [home] = walked(LOOKED, ['home']).slice(-1);
    expect(home?.trace.decision.offers.map(({ offerId }) => SHOP.byId.get(offerId)?.prefixes)).to.deep.equal([
      ['garden', 'garden/watering'],
    ]);
    expect(home?.trace.grounds[0]).to.include({ reason: 'YOU_OFTEN', about: 'garden/watering' });
  });

  it('after a purchase there is nothing but thanks', () => {
    expect(
      walked(SHORT)
        .slice(-2)
        .map(({ trace }) => trace.decision.silence?.reason),
    ).to.deep.equal(['JUST_BOUGHT', 'JUST_BOUGHT']);
  });
});
