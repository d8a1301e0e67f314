import { expect } from 'chai';
import fc from 'fast-check';
import { logs } from '../../test/arbitraries.js';
import {
  decideOn,
  foldOf,
  GARDEN_SHOP,
  HOSE,
  logOf,
  NOW,
  offer,
  shopOf,
  verdicts,
  type Told,
} from '../../test/garden-shop.js';
import { readAffinities, type Affinity, type AffinityReader } from './affinity.js';
import type { Catalog } from './catalog.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { admitTracked } from './event.js';
import type { Evidence } from './evidence.js';
import { evidenceKey, splitEvidenceKey } from './evidence.js';
import type { Folded } from './folded.js';
import { DEFAULT_MODEL } from './policy.js';
import { defaultPurposes } from './purpose.js';
import { readCatalog } from './read-catalog.js';
import { priceFit } from './usual-price.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const readerOf = (folded: Folded, at = 0): AffinityReader =>
  readAffinities({ folded, catalog, model: DEFAULT_MODEL, at: NOW.at + at });
const read = (told: readonly Told[], at = 0): AffinityReader => readerOf(foldOf(logOf(told)), at);
const garden = (reader: AffinityReader): Affinity => reader.of('category', 'garden');
const said = (level: number): Told => ({
  name: 'preference_stated',
  params: { facet: 'category', value: 'garden', level },
});

function evidenceOf(mass: number, against = 0): Evidence {
  const anchored = (value: number): Evidence['mass'] => ({ value, at: NOW.at });
  return { mass: anchored(mass), against: anchored(against), ids: [], visit: 1, given: 0 };
}

function withMasses(masses: Readonly<Record<string, number>>): Folded {
  const evidence = Object.entries(masses).map(
    ([value, mass]) => [evidenceKey('category', value), evidenceOf(mass)] as const,
  );
  return { ...foldOf([]), evidence: new Map(evidence) };
}

describe('affinity', () => {
  it('[P10] is the posterior mean of science 2.2: with base rates of a third and masses 1, 6, 0 it is 11/45, 26/45, 8/45', () => {
    const reader = readerOf(withMasses({ garden: 1, tools: 6, paint: 0 }));
    const [low, high, none] = ['garden', 'tools', 'paint'].map((value) => reader.of('category', value));
    expect(low?.share).to.be.closeTo(11 / 45, 1e-15);
    expect(high?.share).to.be.closeTo(26 / 45, 1e-15);
    expect(none?.share).to.be.closeTo(8 / 45, 1e-15);
    expect(high?.lift).to.be.closeTo(Math.log(26 / 15), 1e-15);
    expect(high?.confidence).to.be.closeTo(7 / 15, 1e-15);
  });

  it('[P10] two values of one depth, masses 1 and 6: the printed digits of science 2.8 for a base rate of a half', () => {
    // theta = (1 + 8 * .5) / (7 + 8), as in the first column of the oracle
    const two = { ...catalog, categoryCounts: [2, 4] };
    const reader = readAffinities({
      folded: withMasses({ garden: 1, tools: 6 }),
      catalog: two,
      model: DEFAULT_MODEL,
      at: NOW.at,
    });
    const { share, lift, confidence } = reader.of('category', 'garden');
    expect(share).to.be.closeTo(1 / 3, 1e-15);
    expect(lift).to.be.closeTo(-0.405465, 5e-7);
    expect(confidence).to.be.closeTo(0.4666667, 5e-8);
  });

  it('[P10] without evidence everybody is like everybody, exactly', () => {
    const { lift, evidence, confidence, feature, stated } = garden(read([]));
    expect([lift, evidence, confidence, feature, stated]).to.deep.equal([0, 0, 0, 0, 0]);
    expect(garden(read([])).share).to.be.closeTo(1 / 3, 1e-16);
  });

  it('[P10] with much evidence the share is what was done', () => {
    const reader = readerOf(withMasses({ garden: 3e9, tools: 1e9 }));
    expect(garden(reader).share).to.be.closeTo(0.75, 1e-8);
  });

  it('[P10] scaling evidence and prior together leaves the share as it is', () => {
    const plain = garden(readerOf(withMasses({ garden: 1, tools: 6 })));
    const model = { ...DEFAULT_MODEL, kappa: 3 * DEFAULT_MODEL.kappa };
    const scaled = readAffinities({ folded: withMasses({ garden: 3, tools: 18 }), catalog, model, at: NOW.at });
    expect(garden(scaled).share).to.be.closeTo(plain.share, 1e-15);
  });

  it('[P10] shares are taken among values of one depth: a sub-category does not dilute its department', () => {
    const folded = withMasses({ garden: 2, 'garden/watering': 2 });
    expect(garden(readerOf(folded)).share).to.be.closeTo((2 + 8 / 3) / (2 + 8), 1e-15);
  });

  it('[P10] categories halve in 30 days, brands in 60', () => {
    const reader = read([{ name: 'purchase', params: { items: [HOSE] } }], 60 * DAY_MS);
    expect(garden(reader).evidence).to.equal(0.25);
    expect(reader.of('brand', 'Sprig').evidence).to.equal(0.5);
  });

  it('[P11] one "more" weighs eight looks, one "much more" sixteen', () => {
    const share = (level: number, mass: number): number =>
      (mass + 8 / 3) / (mass + 8) - garden(read([said(level)])).share;
    expect(share(1, 8)).to.be.closeTo(0, 1e-15);
    expect(share(2, 16)).to.be.closeTo(0, 1e-15);
  });

  it('[P11] what is stated halves in a year, the statement itself stays', () => {
    const { share, stated } = garden(read([said(2)], 365 * DAY_MS));
    expect(share).to.be.closeTo((8 + 8 / 3) / 16, 1e-15);
    expect(stated).to.equal(1);
  });

  it('[P11] after "less" no looking makes the value speak for itself', () => {
    const reader = read([said(-1), { name: 'purchase', params: { items: [HOSE] } }]);
    expect(garden(reader).lift).to.be.above(0);
    expect(garden(reader).feature).to.be.at.most(0);
  });

  it('[P12] much against and little for is avoided: feature -1', () => {
    const avoided = (mass: number, against: number): number =>
      garden(
        readerOf({
          ...foldOf([]),
          evidence: new Map([[evidenceKey('category', 'garden'), evidenceOf(mass, against)]]),
        }),
      ).feature;
    expect(avoided(0.5, 2.5)).to.equal(-1);
    expect(avoided(0.5, 2)).to.be.above(-1);
    expect(avoided(2, 2)).to.be.above(0);
  });

  it('[P13] without any price seen, the usual price fits best and twice the price less', () => {
    const reader = read([]);
    const fit = (z: number): number => priceFit(z, reader.usualPrice('garden'));
    expect(fit(0)).to.equal(1);
    // exp(-z² / (2 (0.25² + 0.25²)))
    expect(fit(Math.LN2)).to.be.closeTo(Math.exp(-(Math.LN2 ** 2) / 0.25), 1e-15);
  });

  it('[P13] who buys dear finds dear fitting: the mean moves by w / (w + 4), the spread is shrunk to 0.25', () => {
    const dear = { ...HOSE, price: 2245 * 2 };
    const reader = read([{ name: 'purchase', params: { items: [dear] } }]);
    // one purchase at z = ln 2: mean ln 2 / 5, variance 0.25² * 4 / 5
    const variance = (4 * 0.0625) / 5 + 0.0625;
    expect(priceFit(Math.LN2, reader.usualPrice('garden'))).to.be.closeTo(
      Math.exp(-((0.8 * Math.LN2) ** 2) / (2 * variance)),
      1e-14,
    );
  });

  it('[P66] the deviation of the lift is that of the share: little is known of little', () => {
    const { spread } = garden(readerOf(withMasses({ garden: 1, tools: 6 })));
    expect(spread).to.be.closeTo(Math.sqrt(1 / (1 + 8 / 3) - 1 / 15), 1e-15);
    expect(garden(readerOf(withMasses({ garden: 1000, tools: 6000 }))).spread).to.be.below(0.03);
  });

  it('[P67] never is -1 for ever, less stays below, more stays above', () => {
    const late = 20 * 365 * DAY_MS;
    const bought: Told = { name: 'purchase', params: { items: [HOSE] } };
    expect(garden(read([said(-2)], late)).feature).to.equal(-1);
    const less = garden(readerOf({ ...withMasses({ garden: 50 }), stated: foldOf(logOf([said(-1)])).stated }, 0));
    expect(less).to.include({ feature: 0, precedence: 'show_only' });
    expect(less.lift).to.be.above(0);
    const other = garden(readerOf({ ...withMasses({ tools: 90 }), stated: foldOf(logOf([said(1)])).stated }, 0));
    expect(other).to.include({ feature: 0, precedence: 'use_stated' });
    expect(garden(read([bought, said(2)])).feature).to.be.above(0);
  });

  it('[P68] what speaks against is avoided softly, unless more was asked for', () => {
    const folded = (...told: readonly Told[]): Folded => ({
      ...foldOf(logOf(told)),
      evidence: new Map([[evidenceKey('category', 'garden'), evidenceOf(0.5, 2.5)]]),
    });
    expect(garden(readerOf(folded()))).to.include({ precedence: 'soft_avoid', feature: -1 });
    expect(garden(readerOf(folded(said(1)))).precedence).to.equal('use_stated');
    expect(garden(readerOf(folded(said(1)))).feature).to.be.above(0);
    expect(garden(readerOf(folded(said(-2))))).to.include({ precedence: 'veto', feature: -1 });
  });

  it('[P68] not looking is not disliking', () => {
    expect(garden(readerOf(withMasses({ tools: 500 })))).to.include({ precedence: 'base_rate' });
    expect(garden(readerOf(withMasses({ garden: 500 })))).to.include({ precedence: 'use' });
  });

  it('[P69] law: behaviour never opens what a statement closed', () => {
    const closing = fc.constantFrom(-1, -2).map((level) => said(level));
    fc.assert(
      fc.property(logs({ kinds: ['walked', 'walked', 'shown'] }), closing, fc.nat(400), (walked, closed, days) => {
        const log = [
          ...logOf([{ ...closed, at: -500 * DAY_MS }]),
          ...walked.map((row) => ({ ...row, id: `b${row.id}` })),
        ];
        const at = Math.max(...log.map((row) => row.at)) + days * DAY_MS;
        const { feature, stated, precedence } = readAffinities({
          folded: foldOf(log),
          catalog,
          model: DEFAULT_MODEL,
          at,
        }).of('category', 'garden');
        expect(feature).to.be.at.most(0);
        expect(stated).to.be.below(0);
        expect(['show_only', 'obey', 'veto']).to.include(precedence);
      }),
      { numRuns: 300 },
    );
  });

  it('[P64] law: no two pairs of facet and value share a key, and a key gives back its pair', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '%', '2', '0', '5', 'a', ':'), maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, text, (facet, value, otherFacet, otherValue) => {
        const key = evidenceKey(facet, value);
        expect(splitEvidenceKey(key)).to.deep.equal([facet, value]);
        const same = facet === otherFacet && value === otherValue;
        expect(evidenceKey(otherFacet, otherValue) === key).to.equal(same);
      }),
    );
  });

  it('[P64] a facet with a space in it says nothing about another', () => {
    const reader = read([
      { name: 'preference_stated', params: { facet: 'category garden', value: 'hoses', level: 2 } },
    ]);
    expect(reader.of('category', 'garden hoses').stated).to.equal(0);
  });

  describe('of attributes', () => {
    const green = { ...HOSE, item_variant: '25 m', colour: 'green', washable: true, age: '30-40', secret: 'x' };
    const shop = shopOf(
      offer({
        id: 'hose',
        class: 'suggest',
        category: ['garden'],
        features: { colour: 'green', washable: true, age: '30-40' },
      }),
      offer({
        id: 'rake',
        class: 'suggest',
        category: ['garden'],
        features: { colour: 'red', item_id: 'r', deep: { a: 1 } },
      }),
      offer({ id: 'saw', class: 'suggest', category: ['tools'], features: { colour: 'blue' } }),
    );
    const folded = (...told: readonly Told[]): Folded => foldOf(logOf(told), { catalog: shop });
    const facetsOf = ({ evidence }: Folded): readonly string[] =>
      [...evidence.keys()].filter((key) => key.startsWith('attribute:')).sort();
    const bought: Told = { name: 'purchase', params: { items: [green] } };
    const colour = (state: Folded, after = 0, value = 'green'): Affinity<'attribute:colour'> =>
      readAffinities({
        folded: state,
        catalog: compileCatalog(shop, DEFAULT_MODEL),
        model: DEFAULT_MODEL,
        at: NOW.at + after,
      }).of('attribute:colour', value);

    it('[P64] learned are GA4 variants and what offers name, never who somebody is', () => {
      expect(facetsOf(folded(bought))).to.deep.equal([
        'attribute:colour green',
        'attribute:item_variant 25 m',
        'attribute:washable true',
      ]);
    });

    it('[P64] they halve in 45 days, and are as popular as the catalogue has values', () => {
      expect(colour(folded(bought), 45 * DAY_MS).evidence).to.equal(0.5);
      expect(colour(folded(bought)).share).to.be.closeTo((1 + 8 / 3) / 9, 1e-15);
      expect(colour(folded(), 0, 'red').share).to.be.closeTo(1 / 3, 1e-16);
    });

    it('[P64] behaviour may know more values than the catalogue', () => {
      const five = ['a', 'b', 'c', 'd', 'e'].map((each): Told => ({
        name: 'view_item',
        params: { items: [{ ...HOSE, colour: each }] },
      }));
      expect(colour(folded(...five), 400 * DAY_MS, 'a').share).to.be.closeTo(1 / 5, 1e-3);
    });

    it('[P64] what becomes of an offer tells of its attributes', () => {
      const accepted = folded({ name: 'offer_accepted', params: { offer_id: 'rake' } });
      expect(facetsOf(accepted)).to.deep.equal(['attribute:colour red']);
    });

    it('[P64] values that are endless or nothing are not learned', () => {
      const odd = ['x'.repeat(101), '', null].map((value): Told => ({
        name: 'purchase',
        params: { items: [{ ...HOSE, colour: value }] },
      }));
      expect(facetsOf(folded(...odd))).to.deep.equal([]);
    });

    it('[P64] an address is kept out of a row at the gate, and of an offer where it is learned', () => {
      const items = [{ ...HOSE, colour: 'ann@example.org' }];
      const context = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;
      const admission = admitTracked({ name: 'view_item', params: { items } }, context);
      expect('refusal' in admission && admission.refusal.reason).to.equal('personal-data');
      const signed = offer({ id: 'signed', class: 'suggest', features: { colour: 'ann@example.org', washable: true } });
      const state = foldOf(logOf([{ name: 'offer_accepted', params: { offer_id: 'signed' } }]), {
        catalog: shopOf(...shop.offers, signed),
      });
      expect(facetsOf(state)).to.deep.equal(['attribute:washable true']);
    });

    it('[P64] features that are no features teach nothing and break nothing', () => {
      for (const features of [null, 'green', ['green'], { colour: ['green'] }]) {
        const raw = { ...GARDEN_SHOP, offers: [{ ...offer({ id: 'hose', class: 'suggest' }), features }] };
        expect(facetsOf(foldOf(logOf([bought]), { catalog: raw as Catalog }))).to.deep.equal([
          'attribute:item_variant 25 m',
        ]);
        expect(
          readCatalog(raw)
            .problems.map(({ path }) => path)
            .join(),
        ).to.match(/^offers\[0\]\.features(?:\.colour)?$/);
      }
      expect(
        readCatalog(shopOf(offer({ id: 'a', class: 'suggest', features: { colour: 'red', size: 4 } }))).problems,
      ).to.deep.equal([]);
    });

    it('[P69] what was said against an attribute closes the offers that have it, whatever is looked at', () => {
      const looked = [1, 2, 3].map((n): Told => ({ ...bought, at: -n * DAY_MS, name: 'add_to_cart' }));
      const stated = (level: number): Told => ({
        name: 'preference_stated',
        params: { facet: 'attribute:colour', value: 'green', level },
      });
      const verdictOf = (...told: readonly Told[]): string | undefined =>
        decideOn(logOf([...looked, ...told]), { catalog: shop, at: 1 }).shortlist.find(
          ({ offerId }) => offerId === 'hose',
        )?.verdict;
      const countsOf = (...told: readonly Told[]): readonly string[] =>
        verdicts(decideOn(logOf([...looked, ...told]), { catalog: shop, at: 1 }));
      expect(verdictOf()).to.not.equal(undefined);
      expect(verdictOf(stated(-1))).to.equal(undefined);
      expect(countsOf(stated(-2))).to.include('NEVER_LIST');
      expect(countsOf(stated(-1))).to.not.include('NEVER_LIST');
    });

    it('[P64] at most 27 names of offers, and the variant', () => {
      const features = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${String(n)}`, n]));
      const many = shopOf(offer({ id: 'hose', class: 'suggest', features }));
      const learned = foldOf(
        logOf([{ name: 'purchase', params: { items: [{ ...features, item_id: 'p', item_variant: 'v' }] } }]),
        {
          catalog: many,
        },
      );
      expect(facetsOf(learned)).to.have.length(28);
    });
  });
});
