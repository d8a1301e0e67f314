import { expect } from 'chai';
import fc from 'fast-check';
import { logs } from '../../test/arbitraries.js';
import { decideOn, foldOf, GARDEN_SHOP, HOSE, logOf, NOW, outcome, type Told } from '../../test/garden-shop.js';
import { bytesOf } from '../../test/laws/bytes-of.js';
import { relationRows } from '../../test/relation-rows.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { meetContracts } from './conduct.js';
import type { EventName } from './event-names.js';
import { foldLog, growingFold } from './fold.js';
import { relationshipFeatures } from './relationship-features.js';
import type { JsonObject } from './json.js';
import { DEFAULT_MODEL } from './policy.js';
import {
  activeContract,
  mayAskRelationship,
  plausibleTypes,
  readRelationship,
  type RelationshipBase,
} from './relationship.js';
import { SHIPPED_TYPES } from './shipped-types.js';
import { weFeeling } from './we-feeling.js';
import { isOfVisit } from './visit.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const row = (name: EventName, params: JsonObject = {}, at = 0): Told => ({ name, params, at });
const base = (told: readonly Told[], at = 0): RelationshipBase => ({
  folded: foldOf(logOf(told)),
  catalog,
  types: SHIPPED_TYPES,
  at: NOW.at + at,
});
const stated = (type: string | null, at = 0): Told => row('relationship_stated', { type }, at);

/** The same thing every week for most of a year, after one look. */
const WEEKLY: readonly Told[] = Array.from({ length: 40 }, (_, week): readonly Told[] => [
  row('view_item', { items: [HOSE] }, (week - 40) * 7 * DAY_MS),
  row('purchase', { items: [HOSE] }, (week - 40) * 7 * DAY_MS + 1),
]).flat();

/** Something new at every visit, looked at for long and wished for. */
const CURIOUS: readonly Told[] = Array.from({ length: 30 }, (_, visit): readonly Told[] =>
  [0, 1, 2].flatMap((n) => {
    const items = [{ item_id: `new-${String(visit)}-${String(n)}`, item_category: 'garden' }];
    const at = (visit - 30) * DAY_MS + n;
    return [row('view_item', { items, engagement_time_msec: 20_000 }, at), row('add_to_wishlist', { items }, at)];
  }),
).flat();

const LIKELY = [0.55, 0.15, 0.2, 0.1].map((p, n) => ({ type: SHIPPED_TYPES[n]?.id ?? '', p }));

describe('relationship', () => {
  it('[P36] the choice of the shopper holds for a year, then behaviour is looked at again', () => {
    const told = [...WEEKLY, stated('fling')];
    expect(readRelationship(base(told)).plausibilities.map(({ p }) => p)).to.deep.equal([0, 0, 1, 0]);
    expect(readRelationship(base(told, 365 * DAY_MS - 1)).stated).to.equal('fling');
    const later = readRelationship(base(told, 365 * DAY_MS));
    expect([later.stated, later.plausibilities]).to.deep.equal([undefined, later.scorecard.plausibilities]);
  });

  it('[P36] the last word stands, null takes it back, and a type that nobody knows is none', () => {
    expect(readRelationship(base([stated('fling'), stated('basic', 1)], 1)).stated).to.equal('basic');
    expect(readRelationship(base([stated('fling'), stated(null, 1)], 1)).stated).to.equal(undefined);
    expect(readRelationship(base([stated('bff')])).stated).to.equal(undefined);
  });

  it('[P36] behaviour that contradicts the choice earns a question, and switches nothing', () => {
    const read = base([...WEEKLY, stated('fling')]);
    expect(mayAskRelationship(read)).to.deep.equal({ ask: true, stated: 'fling', seems: 'basic' });
    expect(readRelationship(read).stated).to.equal('fling');
  });

  it('[P36] at most one question in 180 days, and none for a year after it was declined', () => {
    const told = [...WEEKLY, stated('fling'), row('question_put', { question_id: 'relationship' }, 1)];
    const until = NOW.at + 180 * DAY_MS + 1;
    expect(mayAskRelationship(base(told, 1))).to.deep.equal({ ask: false, because: 'asked', until });
    expect(mayAskRelationship({ ...base(told), at: until }).ask).to.equal(true);
    const declined = [...told, row('question_declined', { question_id: 'relationship' }, 2)];
    expect(mayAskRelationship({ ...base(declined), at: until })).to.deep.equal({
      ask: false,
      because: 'asked',
      until: NOW.at + 365 * DAY_MS + 2,
    });
  });

  it('[P36] there is no question without a choice, a clear contradiction, or leave to ask', () => {
    const why = (...told: readonly Told[]): unknown => {
      const may = mayAskRelationship(base(told));
      return may.ask ? may : may.because;
    };
    expect(why(...WEEKLY)).to.equal('not_stated');
    expect(why(stated('fling'))).to.equal('unsure');
    expect(why(...WEEKLY, stated('basic'))).to.equal('agrees');
    expect(why(...WEEKLY, stated('attentive'))).to.equal('contract');
  });

  it('[P38] under uncertainty the contract is the meet of every type that is plausible, from .15 on', () => {
    expect(plausibleTypes(LIKELY)).to.deep.equal(['basic', 'partner', 'fling']);
    const [basic, partner, fling] = SHIPPED_TYPES;
    if (!partner || !fling) throw new Error('four types are shipped');
    expect(activeContract(SHIPPED_TYPES, LIKELY)).to.deep.equal(
      meetContracts([basic.contract, partner.contract, fling.contract]),
    );
    expect(readRelationship(base([])).contract).to.deep.equal(activeContract(SHIPPED_TYPES, LIKELY));
  });

  it('[P38] the choice of the shopper leaves one contract, and a choice among very many types leaves all', () => {
    const [, , , attentive] = SHIPPED_TYPES;
    expect(readRelationship(base([stated('attentive')])).contract).to.deep.equal(
      attentive && meetContracts([attentive.contract]),
    );
    const thin = LIKELY.map(({ type }) => ({ type, p: 0.1 }));
    expect(plausibleTypes(thin)).to.have.lengthOf(4);
    expect(activeContract(SHIPPED_TYPES, thin).outboundPer30d).to.equal(1);
  });

  it('[P38] law: what the contract allows, the contract of each plausible type allows; a type fewer never tightens it', () => {
    const ps = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(ps, (weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        const plausibilities = LIKELY.map(({ type }, n) => ({ type, p: (weights[n] ?? 0) / whole }));
        const contract = activeContract(SHIPPED_TYPES, plausibilities);
        for (const type of plausibleTypes(plausibilities)) {
          const alone = SHIPPED_TYPES.find(({ id }) => id === type)?.contract;
          if (!alone) throw new Error('unknown type');
          expect(meetContracts([contract, alone])).to.deep.equal(contract);
          const surer = activeContract(SHIPPED_TYPES, [{ type, p: 1 }]);
          expect(meetContracts([contract, surer])).to.deep.equal(contract);
        }
      }),
    );
  });

  it('[P41] R1: who buys the same every week wants the essentials, who looks for the new a surprise, and a newcomer is not judged', () => {
    const types = [WEEKLY, CURIOUS, WEEKLY.slice(0, 4)].map((told) => readRelationship(base(told)).seems);
    expect(types).to.deep.equal(['basic', 'fling', undefined]);
    const { contract } = readRelationship(base(WEEKLY));
    expect(contract.bans).to.include.members(['novelty_push', 'small_talk', 'countdown']);
    const newcomer = readRelationship(base([]));
    expect([newcomer.few, newcomer.contract.outboundPer30d]).to.deep.equal([true, 1]);
    const chosen = readRelationship(base([...WEEKLY, stated('fling')]));
    expect([chosen.stated, chosen.contract.bans.includes('novelty_push')]).to.deep.equal(['fling', false]);
  });

  it('[P42] R7: what is known of the relation moves no offer, and what is known by accident is read by nothing', () => {
    const looks = [0, 1, 2].map((n) => row('view_item', { items: [HOSE], engagement_time_msec: 20_000 }, n));
    const relation = [
      row('promise_made', { promise_id: 'p', due: NOW.at + 4 }, 3),
      row('suggestion_made', { suggestion_id: 's' }, 3),
    ];
    const told = logOf([...looks, ...relation]);
    expect(outcome(decideOn(told, { at: HOUR_MS }))).to.equal(outcome(decideOn(logOf(looks), { at: HOUR_MS })));
    expect(weFeeling(foldOf(told), NOW.at + 9).value).to.be.below(0.5);
    const byAccident = logOf(relation.map((each): Told => ({ ...each, origin: 'incidental' })));
    expect(foldOf(byAccident)).to.deep.equal(foldOf([]));
  });

  it('[P42] law: rows about the relation leave taste, prices and statements as they were', () => {
    fc.assert(
      fc.property(logs({ kinds: ['walked', 'said'], max: 30 }), relationRows, (log, relation) => {
        // At moments of a visit that there was anyway, so that no visit is longer for it.
        const visiting = log.filter(isOfVisit);
        const among = relation.flatMap((event, n) => {
          const beside = visiting[(n * 7) % Math.max(1, visiting.length)];
          return beside ? [{ ...event, at: beside.at, offset: beside.offset }] : [];
        });
        const [without, with_] = [foldOf(log), foldOf([...log, ...among])];
        for (const part of ['evidence', 'prices', 'people', 'unlearned', 'stated', 'never', 'purchases'] as const)
          expect(bytesOf(with_[part])).to.equal(bytesOf(without[part]));
      }),
    );
  });

  it('[P42] law: purchases and looks change no fact about the relation', () => {
    fc.assert(
      fc.property(logs({ kinds: ['walked'], max: 30 }), relationRows, (walked, relation) => {
        const [without, with_] = [foldOf(relation), foldOf([...walked, ...relation])];
        for (const part of [
          'promises',
          'suggestions',
          'asked',
          'granted',
          'unresolved',
          'goodDeeds',
          'badDeeds',
        ] as const)
          expect(bytesOf(with_[part])).to.equal(bytesOf(without[part]));
      }),
    );
  });

  it('[P2] law: what is known of habits and the relation, grown row by row, is what is recomputed', () => {
    fc.assert(
      fc.property(logs({ max: 30 }), relationRows, (log, relation) => {
        const config = { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 };
        const fold = growingFold(config);
        for (const event of [...relation, ...log]) {
          fold.add([event]);
          fold.read();
        }
        expect(bytesOf(fold.read())).to.equal(bytesOf(foldLog([...log, ...relation], config)));
      }),
    );
  });

  it('[P34] law: the features stay between 0 and 1, and count whole observations', () => {
    fc.assert(
      fc.property(logs(), relationRows, (log, relation) => {
        const features = relationshipFeatures(foldOf([...log, ...relation]), { catalog, at: NOW.at + 50 * DAY_MS });
        for (const { value, seen } of Object.values(features)) {
          expect(value).to.be.within(0, 1);
          expect(Number.isSafeInteger(seen) && seen >= 0).to.equal(true);
          expect(seen > 0 || value === 0.5).to.equal(true);
        }
      }),
    );
  });
});
