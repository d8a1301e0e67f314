import { expect } from 'chai';
import fc from 'fast-check';
import { foldOf, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { standingAt, type Standing } from './annoyance.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Contact } from './fold-contacts.js';
import { giftWaitsUntil, relationTerms, type RelationRead } from './gift.js';
import { DEFAULT_MODEL } from './model.js';
import { offerScore, utilityBasis, type Score } from './utility.js';

const terms = (read: Partial<RelationRead> = {}): ReturnType<typeof relationTerms> =>
  relationTerms({ annoyance: 0, we: { good: 0, bad: 0 }, model: DEFAULT_MODEL, ...read });
const FINE: Pick<Standing, 'standing' | 'until'> = { standing: 'fine' };
const given = (days: number, offerClass: NonNullable<Contact['class']> = 'gift'): Pick<Contact, 'class' | 'at'> => ({
  class: offerClass,
  at: NOW.at + days * DAY_MS,
});

function giftWorth(about: { readonly price?: number; readonly margin?: number }, read?: Partial<RelationRead>): Score {
  const catalog = compileCatalog(shopOf(offer({ id: 'g', class: 'gift', ...about })), DEFAULT_MODEL);
  const [compiled] = catalog.offers;
  if (!compiled) throw new Error('the catalogue is empty');
  return offerScore(compiled, {
    group: { affinity: 0, stated: 0, evidence: 0, fit: 0 },
    priceFit: 0,
    wear: 0,
    basis: utilityBasis(0, { catalog, model: DEFAULT_MODEL, relation: terms(read) }),
  });
}

describe('M7: a pleasant surprise', () => {
  it('[D54] M7: without annoyance it is worth the trust: 6 cents of a relation worth 60 euros', () => {
    expect(terms()['gift']).to.be.closeTo(6, 1e-12);
    expect(terms({ we: { good: 0, bad: 1 } })['gift']).to.be.closeTo(5.714285714285714, 1e-12);
  });

  it('[D54] M7: of annoyance it takes half a strike away, amends a whole one', () => {
    const gains = [0.25, 0.5, 1, 2].map((annoyance) => terms({ annoyance }));
    for (const [index, wanted] of [47.51408524197, 151.07275453708, 329.92158505968, 589.31075646716].entries())
      expect(gains[index]?.['gift']).to.be.closeTo(6 + wanted, 1e-9);
    for (const [index, wanted] of [47.51408524197, 151.07275453708, 489.30136670279, 1102.96428999331].entries())
      expect(gains[index]?.['apology']).to.be.closeTo(6 + wanted, 1e-9);
    expect(terms({ annoyance: 1 })['remedy']).to.equal(terms({ annoyance: 1 })['apology']);
  });

  it('[D54] M7: what it cost the shop comes off, and nothing is sold', () => {
    const free = giftWorth({});
    expect([free.business, free.shopper]).to.deep.equal([-0, 0]);
    expect(free.utility).to.be.closeTo(6 - 2.155242584393384, 1e-12);
    expect(giftWorth({ price: 10, margin: 7 }).business).to.equal(-3);
    expect(giftWorth({ price: 10 }).utility).to.be.below(DEFAULT_MODEL.tactMargin);
  });

  it('[D54] M7: at most one in 180 days, whatever else was shown', () => {
    const until = (...contacts: readonly Pick<Contact, 'class' | 'at'>[]): number | undefined =>
      giftWaitsUntil(contacts, { at: NOW.at, standing: FINE });
    expect(until()).to.equal(undefined);
    expect(until(given(-1, 'coupon'))).to.equal(undefined);
    expect(until(given(-200), given(-179))).to.equal(NOW.at + DAY_MS);
    expect(until(given(-180))).to.equal(undefined);
  });

  it('[D54] M7: never as a hush while something is to be made good', () => {
    const complaint: Told = { name: 'complaint_opened', params: { complaint_id: 'c' } };
    const wait = (told: readonly Told[]): number | undefined =>
      giftWaitsUntil([], { at: NOW.at + DAY_MS, standing: standingAt(foldOf(logOf(told)), { at: NOW.at + DAY_MS }) });
    expect(wait([complaint])).to.equal(Infinity);
    expect(wait([{ name: 'service_failure' }])).to.equal(NOW.at + 90 * DAY_MS);
    expect(wait([complaint, { name: 'complaint_resolved', at: 1, params: { complaint_id: 'c' } }])).to.equal(undefined);
  });
});

describe('K7: life-time', () => {
  it('[D55] K7: help is worth trust only where something is bought that lasts', () => {
    expect(terms()['help']).to.equal(undefined);
    expect(terms({ needsHelp: true })['help']).to.be.closeTo(6, 1e-12);
    expect(terms({ needsHelp: true })['human']).to.equal(terms({ needsHelp: true })['help']);
  });

  it('[D55] K7: lifetime value counts upward only', () => {
    const help = (lifetimeValue: number): number => terms({ needsHelp: true, lifetimeValue })['help'] ?? NaN;
    expect(help(0)).to.equal(help(6000));
    expect(help(5_000_000)).to.be.closeTo(5000, 1e-9);
    fc.assert(
      fc.property(fc.nat(1e7), fc.nat(1e7), (some, more) => {
        expect(help(some + more)).to.be.at.least(help(some));
      }),
    );
  });
});
