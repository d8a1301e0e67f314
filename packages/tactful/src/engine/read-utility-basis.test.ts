import { expect } from 'chai';
import { clicked, foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { annoyanceAt } from './annoyance.js';
import type { Catalog } from './catalog.js';
import { DAY_MS, MINUTE_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { sigmoid } from './dmath.js';
import { DEFAULT_MODEL } from './model.js';
import { readUtilityBasis, type BasisRead } from './read-utility-basis.js';
import { harmOf, type UtilityBasis } from './utility.js';

function basisOf(
  told: readonly Told[],
  how: Partial<Pick<BasisRead, 'moment' | 'direction' | 'lifetimeValue'>> & {
    readonly at?: number;
    readonly catalog?: Catalog;
  } = {},
): UtilityBasis {
  const { at = 0, catalog = GARDEN_SHOP, direction = 'inbound', ...rest } = how;
  return readUtilityBasis({
    folded: foldOf(logOf(told), { catalog }),
    now: { ...NOW, at: NOW.at + at },
    catalog: compileCatalog(catalog, DEFAULT_MODEL),
    model: DEFAULT_MODEL,
    direction,
    ...rest,
  });
}

describe('the basis of a decision', () => {
  it('[D69] of somebody new it is the prior of everybody', () => {
    const { p0, spoken, harm, context } = basisOf([]);
    expect(p0).to.be.closeTo(0.03, 1e-15);
    expect(spoken).to.equal(DEFAULT_MODEL.logit.intercept);
    expect(harm).to.equal(harmOf(0, { model: DEFAULT_MODEL }));
    expect(context).to.deep.equal({ fatigue: 0, moment: 0, outbound: 0, support: 0 });
  });

  it('[D69] what went wrong makes every contact dearer, by how much of it is left', () => {
    const told: readonly Told[] = [{ name: 'service_failure' }];
    const annoyance = annoyanceAt(foldOf(logOf(told)), NOW.at + DAY_MS);
    expect(annoyance).to.be.within(0.9, 1);
    expect(basisOf(told, { at: DAY_MS }).harm).to.equal(harmOf(annoyance, { model: DEFAULT_MODEL }));
    expect(basisOf(told, { at: DAY_MS }).relation['apology']).to.be.above(400);
  });

  it('[D69] contacts tire, and calling upon somebody costs', () => {
    const shown = (channel: string): Told => ({ name: 'offer_shown', params: { offer_id: 'hose', channel } });
    expect(basisOf([shown('slot'), shown('email')]).context['fatigue']).to.be.closeTo(0.9, 1e-12);
    const { context, spoken } = basisOf([], { direction: 'outbound' });
    expect(context['outbound']).to.equal(1);
    expect(spoken).to.equal(DEFAULT_MODEL.logit.intercept - 0.5);
  });

  it('[D69] M1: a moment that was given counts, a busy one does not', () => {
    const moments = (['transit', 'idle', 'busy', undefined] as const).map(
      (moment) => basisOf([], { moment }).context['moment'],
    );
    expect(moments).to.deep.equal([1, 1, 0, 0]);
  });

  it('[D69] C8: a visit for support lowers what is bought, asked or unasked', () => {
    const stated: Told = { name: 'intent_stated', at: 3000, params: { intent: 'support' } };
    const { p0, context } = basisOf([stated], { at: MINUTE_MS });
    expect(context['support']).to.be.closeTo(0.87, 1e-12);
    expect(p0).to.be.closeTo(sigmoid(DEFAULT_MODEL.logit.intercept - 0.435), 1e-15);
  });

  it('[D69] K7: somebody who looks for what lasts is helped first', () => {
    const catalog: Catalog = { ...GARDEN_SHOP, cycles: { garden: 'P400D' } };
    const looking = clicked(HOSE, 0);
    expect(basisOf(looking, { at: 2000 }).relation['help']).to.equal(undefined);
    expect(basisOf(looking, { at: 2000, catalog }).relation['help']).to.be.above(0);
    expect(basisOf(looking, { at: 2000, catalog, lifetimeValue: 5e6 }).relation['human']).to.be.above(4000);
    const cart: Told = { name: 'add_to_cart', params: { items: [HOSE] } };
    expect(basisOf([cart], { at: 2000, catalog }).relation['help']).to.be.above(0);
  });
});
