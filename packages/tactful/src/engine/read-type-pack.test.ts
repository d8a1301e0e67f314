import { expect } from 'chai';
import fc from 'fast-check';
import { readTypePack } from './read-type-pack.js';
import type { TypePack } from './relationship-type.js';
import { scoreTypes, type FeatureReadings } from './scorecard.js';
import { SHIPPED_TYPES } from './shipped-types.js';

const FOURNIER = 'Fournier 1998, Journal of Consumer Research 24(4), 343-373';
const ELICITED = 'prior, weights and contract: elicited, for an example';
const ALWAYS = ['countdown', 'fake_scarcity', 'price_uplift'];
const NEUTRAL = {
  regularity: 0,
  breadth: 0,
  novelty: 0,
  fullPrice: 0,
  effort: 0,
  contribution: 0,
  service: 0,
  sensitivity: 0,
  tenure: 0,
  passion: 0,
  discount: 0,
};

/** Further types out of the public typologies, as a site may add them. */
const EXAMPLES: readonly unknown[] = [
  {
    id: 'casual_friends',
    publicName: { en: 'Now and then', nl: 'Af en toe' },
    prior: 0.2,
    weights: { ...NEUTRAL, regularity: -1, passion: -0.8, contribution: -0.6, tenure: 0.4 },
    contract: {
      outboundPer30d: 0,
      favours: ['quiet', 'inform'],
      bans: [...ALWAYS, 'small_talk', 'replenishment_nag', 'question'],
      strikesToRecovery: 2,
      failureResponse: 'brief',
    },
    sources: [`casual friends: ${FOURNIER}`, ELICITED],
  },
  {
    id: 'courtship',
    publicName: { en: 'Getting to know each other', nl: 'Even kennismaken' },
    prior: 0.15,
    weights: { ...NEUTRAL, tenure: -1.5, effort: 1, breadth: 0.6, novelty: 0.6 },
    contract: {
      outboundPer30d: 0,
      favours: ['inform', 'help'],
      bans: [...ALWAYS, 'second_try', 'novelty_push'],
      strikesToRecovery: 1,
      failureResponse: 'explained',
    },
    sources: [`courtships: ${FOURNIER}`, ELICITED],
  },
  {
    id: 'childhood',
    publicName: { en: 'An old acquaintance', nl: 'Oude bekende' },
    prior: 0.05,
    weights: { ...NEUTRAL, tenure: 2, regularity: -0.6, passion: 0.8, novelty: -0.8 },
    contract: {
      outboundPer30d: 1,
      favours: ['quiet'],
      bans: [...ALWAYS, 'novelty_push', 'games'],
      strikesToRecovery: 2,
      failureResponse: 'explained',
    },
    sources: [`childhood friendships: ${FOURNIER}`, ELICITED],
  },
];

const [BASIC] = SHIPPED_TYPES;
const wrong = (more: object): readonly string[] =>
  readTypePack({ ...BASIC, ...more }).problems.map(({ path, found, fix }) => `${path}: ${found}, ${fix}`);

describe('reading a type of relationship', () => {
  it('[P33] the shipped types and further ones are plain data that reads as itself', () => {
    for (const raw of [...SHIPPED_TYPES, ...EXAMPLES]) {
      expect(readTypePack(JSON.parse(JSON.stringify(raw)))).to.deep.equal({ pack: raw, problems: [] });
    }
  });

  it('[P33] a site can add types, and the scorecard counts with as many as there are', () => {
    const added = EXAMPLES.flatMap((raw): readonly TypePack[] => {
      const { pack } = readTypePack(raw);
      return pack ? [pack] : [];
    });
    const readings = Object.keys(NEUTRAL).map((name) => [name, { value: name === 'tenure' ? 0 : 0.5, seen: 1e14 }]);
    const features = Object.fromEntries(readings) as FeatureReadings;
    const { plausibilities, type } = scoreTypes([...SHIPPED_TYPES, ...added], features);
    expect(plausibilities.map((each) => each.type)).to.have.lengthOf(7);
    const ps = new Map(plausibilities.map((each) => [each.type, each.p]));
    expect(ps.get('courtship')).to.be.above((0.15 / 1.4) * 1.5);
    expect(type).to.equal(undefined);
  });

  it('[P33] names what is wrong by path, found and fix', () => {
    expect(wrong({ id: 'At your service' })).to.deep.equal([
      'id: "At your service", lower case letters, digits and underscores, at most 40',
    ]);
    expect(wrong({ publicName: { en: 'Hello' } })).to.deep.equal([
      'publicName.nl: undefined, a kind name, at most 80 characters',
    ]);
    expect(wrong({ prior: 0 })).to.deep.equal(['prior: 0, a number above 0, at most 1']);
    expect(wrong({ sources: [] })).to.deep.equal([
      'sources: [], a list of texts: where the type and its numbers come from',
    ]);
    expect(
      wrong({ weights: { ...BASIC.weights, novelty: 4, mood: 1 } }).map((text) => text.slice(0, 20)),
    ).to.deep.equal(['weights.novelty: 4, ', 'weights.mood: 1, one']);
  });

  it('[P33] a contract is made of the closed words, forbids what no relationship bears, and is glad of nothing it forbids', () => {
    const contract = (more: object): readonly string[] => wrong({ contract: { ...BASIC.contract, ...more } });
    expect(contract({ favours: ['replenish', 'spam'] })[0]).to.contain(
      'contract.favours: ["replenish","spam"], a list',
    );
    expect(contract({ bans: ['countdown'] })).to.deep.equal([
      'contract.bans: ["countdown"], with countdown, fake_scarcity, price_uplift: every contract forbids them',
    ]);
    expect(contract({ favours: ['question'], bans: [...ALWAYS, 'question'] })).to.deep.equal([
      'contract.favours: ["question"], nothing that the contract forbids',
    ]);
    expect(contract({ outboundPer30d: 1.5, strikesToRecovery: 0, failureResponse: 'later' })).to.have.lengthOf(3);
  });

  it('[P33] keeps no other field, and reads nothing from a prototype', () => {
    expect(readTypePack({ ...BASIC, script: 'x' }).pack).to.deep.equal(BASIC);
    expect(readTypePack(Object.create(BASIC)).problems.map(({ path }) => path)).to.include.members(['id', 'prior']);
  });

  it('[P33] law: anything may be read', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const { pack, problems } = readTypePack(raw);
        expect(pack === undefined).to.equal(problems.length > 0);
      }),
    );
  });
});
