import { expect } from 'chai';
import { DEFAULT_MODEL, DEFAULT_POLICY, type Json, type JsonObject } from 'tactful/engine';
import { lintCatalog, OFFER_RULES, type LintSetting } from './lint-catalog.js';

/** An offer without any fault. */
const HOSE: JsonObject = {
  id: 'hose',
  class: 'suggest',
  category: ['garden', 'hoses'],
  price: 2495,
  product: 'hose-20',
  content: {
    en: { title: 'Garden hose, 20 m', text: 'Does not kink.', action: { label: 'Look', url: '/hose' } },
    nl: { title: 'Tuinslang, 20 m', text: 'Knikt niet.', action: { label: 'Bekijk', url: '/slang' } },
  },
};

const said = (title: string, text = 'Does not kink.'): JsonObject => ({
  en: { title, text, action: { label: 'Look', url: '/hose' } },
  nl: { title: 'Tuinslang, 20 m', text: 'Knikt niet, geldig tot 1-6.', action: { label: 'Bekijk', url: '/slang' } },
});

function catalogOf(offers: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [HOSE, ...offers], ...more };
}

const at = Date.UTC(2026, 5, 1);

interface How {
  readonly more?: JsonObject;
  readonly setting?: LintSetting;
}

type Planted = readonly [rule: string, path: string, offer: JsonObject, how?: How];

/** One of each fault: the offer, and the one finding that it gives. */
const PLANTED: readonly Planted[] = [
  ['schema', 'price', { price: 24.95 }],
  ['bad-condition', 'when', { when: { 'cart.value': { $above: 3 } } }],
  ['never-true', 'when', { when: { 'cart.value': { $gt: 5, $lt: 3 } } }],
  ['never-true', 'when', { when: { 'visit.count': { $lt: 0 } } }],
  ['never-true', 'when', { when: { 'cart.value': { $gt: '5' } } }],
  ['never-true', 'when', { when: { $history: { event: 'purchase', within: 'P7D', count: { $gt: 5, $lt: 2 } } } }],
  ['misspelt-path', 'when', { when: { 'wether.celsius': { $gt: 25 } } }],
  ['schema', 'validThrough', { validFrom: '2026-06-02T00:00:00Z', validThrough: '2026-06-01T00:00:00Z' }],
  [
    'past',
    'validThrough',
    { validThrough: '2026-05-01T00:00:00Z', content: said('Garden hose until 1 May') },
    { setting: { at } },
  ],
  ['nowhere', 'channels', { channels: [] }],
  ['nowhere', 'channels', { channels: ['banner'] }],
  ['nowhere', 'placements', { placements: [] }],
  ['unknown-purpose', 'needs', { needs: ['health'] }, { setting: { purposes: ['personalization'] } }],
  ['capped-out', 'frequency', { frequency: { lifetime: 0 } }],
  ['capped-out', 'group', { group: 'g' }, { more: { groups: [{ id: 'g', frequency: { lifetime: 0 } }] } }],
  ['unknown-group', 'group', { group: 'h' }, { more: { groups: [{ id: 'g' }] } }],
  ['unknown-group', 'suppress.scope', { suppress: { after: { outcome: 'shown' }, for: 'P7D', scope: 'group' } }],
  [
    'no-products',
    'from',
    { from: { products: { brand: 'none' } } },
    { more: { products: [{ id: 'p', name: 'Drill' }] } },
  ],
  ['unclear-what', 'content.en.title', { content: said('Special offer for you!') }],
  ['title-length', 'content.en.title', { content: said(`Hose${' and pipe'.repeat(12)}`) }],
  ['title-length', 'content.en.title', { content: said('PC') }],
  ['no-price', 'price', { price: null, class: 'suggest' }],
  [
    'no-where',
    'content',
    { content: { en: { title: 'Garden hose', text: 'A.' }, nl: { title: 'Tuinslang', text: 'B.' } } },
  ],
  ['no-text', 'content.en.text', { content: { ...said(''), en: { title: 'Hose', action: { label: 'a', url: '/' } } } }],
  ['no-end', 'content.en.text', { validThrough: '2026-07-01T00:00:00Z', content: said('Garden hose') }],
  ['pressing', 'content.en.text', { content: said('Garden hose', 'Only 2 left in stock') }],
  ['pressing', 'content.en.title', { content: said('Tuinslang, op is op') }],
  ['shouting', 'content.en.title', { content: said('GARDEN HOSE') }],
  ['shouting', 'content.en.text', { content: said('Garden hose', 'Now really cheap!!!') }],
  ['hidden-characters', 'content.en.title', { content: said('Garden\u202e hose') }],
  ['hidden-characters', 'content.en.title', { content: said('G\u0430rden hose') }],
  ['no-lowest-price', 'lowestPrice30d', { discount: 500 }],
  ['false-reduction', 'discount', { discount: 500, lowestPrice30d: 1900 }],
  ['false-reduction', 'discount', { discount: 500, lowestPrice30d: 2200 }],
  ['false-reduction', 'lowestPrice30d', { discount: 500, lowestPrice30d: 2600 }],
  [
    'overstated',
    'content.en.text',
    { discount: 250, lowestPrice30d: 2495, content: said('Garden hose', 'This week 50% off.') },
  ],
  ['not-open', 'openTo', { class: 'coupon' }],
  ['not-open', 'openTo', { class: 'gift', openTo: 'members' }],
  [
    'price-by-worth',
    'when',
    { class: 'coupon', openTo: 'everyone', when: { 'profile.priceAcceptance': { $lt: 0.5 } } },
  ],
  ['price-by-worth', 'when', { class: 'gift', openTo: '/offers', when: { relationship: 'faithful' } }],
  ['two-prices', 'price', { product: 'hose-20', price: 2000, when: { 'visit.count': { $gt: 3 } } }],
  ['banned', 'class', { category: ['casino'], class: 'inspire', needs: ['casino'] }],
  ['banned', 'when', { class: 'inform', when: { 'profile.rhythm': 'break' } }, { more: { sector: 'alcohol' } }],
  ['sensitive', 'needs', { category: ['health', 'tests'] }],
  ['watching', 'content.en.text', { content: said('Garden hose', 'We noticed that you were away.') }],
  ['cap-above-norm', 'frequency', { frequency: { custom: [{ cap: 4, period: 'P7D' }] } }],
  ['missing-language', 'content.nl', { content: { en: said('Garden hose')['en'] ?? {} } }],
  [
    'missing-tone',
    'content.nl.tones.light',
    {
      content: {
        ...said('Hose'),
        en: { title: 'Hose', text: 'A.', action: { label: 'Look', url: '/' }, tones: { light: { title: 'A hose' } } },
      },
    },
  ],
];

/** What does not fail the check. */
const WARNINGS = new Set(
  'misspelt-path unknown-group title-length no-text no-end cap-above-norm missing-language missing-tone'.split(' '),
);

/** The hose with other fields; null takes one away. */
function otherOffer(fields: JsonObject): JsonObject {
  const all: readonly (readonly [string, Json])[] = Object.entries({
    ...HOSE,
    id: 'other',
    product: 'other',
    ...fields,
  });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

describe('the check of a catalogue', () => {
  it('[S41] a catalogue without faults has no finding', () => {
    expect(lintCatalog(catalogOf([]))).to.deep.equal({ findings: [], usable: 1 });
  });

  for (const [rule, path, offer, { more, setting } = {}] of PLANTED) {
    it(`[S41] ${rule} is found and nothing else: ${JSON.stringify(offer).slice(0, 60)}`, () => {
      const { findings } = lintCatalog(catalogOf([otherOffer(offer)], more), setting);
      expect(findings).to.have.length(1);
      const [finding] = findings;
      expect(finding?.found).to.be.a('string').with.length.at.most(80);
      expect(finding?.fix).to.be.a('string').and.not.equal('');
      expect({ ...finding, found: '', fix: '' }).to.deep.equal({
        rule,
        level: WARNINGS.has(rule) ? 'warning' : 'error',
        offer: 'other',
        path: `offers[1].${path}`,
        found: '',
        fix: '',
      });
    });
  }

  it('[S41] every rule has a planted fault', () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(OFFER_RULES.map(({ rule }) => rule).filter((rule) => !planted.has(rule))).to.deep.equal([]);
  });

  it('[S41] anything is checked without an exception, and a catalogue without a head is one problem', () => {
    for (const raw of [
      null,
      3,
      'x',
      [],
      {},
      { offers: [] },
      { format: 'tactful-catalog', currency: 'EUR', offers: [null, 7] },
    ]) {
      const { findings, usable } = lintCatalog(raw, { policy: 'x', model: [] });
      expect(usable).to.equal(0);
      expect(findings.length).to.be.above(0);
      expect(findings.every(({ level }) => level === 'error')).to.equal(true);
    }
  });

  it('[S42] a template is looked at once, and with its products', () => {
    const template = {
      ...HOSE,
      id: 'hint',
      product: null,
      price: null,
      from: { products: 'all' },
      frequency: { lifetime: 0 },
    };
    const products = ['a', 'b', 'c'].map((id) => ({ id, name: `Drill ${id}`, price: 1000, url: `/${id}` }));
    const { findings } = lintCatalog(catalogOf([otherOffer(template)], { products }));
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).to.deep.equal(['capped-out offers[1].frequency']);
  });

  const setting = (given: LintSetting): readonly string[] =>
    lintCatalog(catalogOf([]), given).findings.map(({ rule, path, level }) => `${rule} ${path} ${level}`);

  it('[S44] the shipped policy and model pass, and so does one that is stricter', () => {
    expect(setting({ policy: DEFAULT_POLICY, model: DEFAULT_MODEL })).to.deep.equal([]);
    expect(setting({ policy: { sameOffer: [{ cap: 1, period: 'P14D' }], inbound: { perVisit: 1 } } })).to.deep.equal(
      [],
    );
    expect(setting({ policy: { sameOffer: [{ cap: 6, period: 'P14D' }] } })).to.deep.equal([]);
  });

  it('[S44] a policy looser than the norms and a model without tact are errors', () => {
    const policy = {
      inbound: { perVisit: 4, caps: [{ cap: 11, period: 'P7D' }] },
      interrupt: { perVisit: 1 },
      sameOffer: [],
    };
    expect(setting({ policy })).to.deep.equal([
      'policy-above-norm policy.inbound.perVisit error',
      'policy-above-norm policy.inbound.caps[0] error',
      'policy-above-norm policy.interrupt.perVisit error',
      'policy-above-norm policy.sameOffer error',
    ]);
    expect(setting({ policy: { sameOffer: [{ cap: 7, period: 'P14D' }] } })).to.have.length(1);
    expect(setting({ policy: { quietHours: [], strikesToRecovery: 50, wear: { gate: '500' } } })).to.deep.equal([
      'policy-schema policy.wear.gate error',
      'policy-above-norm policy.quietHours error',
      'policy-above-norm policy.strikesToRecovery error',
    ]);
    // the hose has no margin: 30 % of 2495
    expect(setting({ model: { relationshipValue: 748, lambdaShopper: 0 } })).to.deep.equal([
      'model-without-tact model.relationshipValue error',
      'model-without-tact model.lambdaShopper error',
    ]);
    expect(setting({ model: { relationshipValue: 749 } })).to.deep.equal([]);
  });
});
