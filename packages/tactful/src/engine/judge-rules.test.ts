import { expect } from 'chai';
import { FOND, HOSE, inputOf, logOf, NOW, offer, shopOf, type Setting, type Told } from '../../test/garden-shop.js';
import type { Catalog, Offer, OfferClass } from './catalog.js';
import { DAY_MS } from './clock.js';
import type { DecideInput } from './decide-input.js';
import type { Wish } from './fold-tell-me.js';
import { excluded } from './excluded.js';
import { judge, type Judged } from './judge.js';
import { NO_NEED } from './need-due.js';
import { offerAt } from './offer-lots.js';
import { permissionIn } from './permission.js';
import { leaveOf, SILENCE_REASONS, type SilenceReason } from './reason.js';
import { readersFor, type Readers, type Scored } from './scoring.js';
import { situationOf } from './situation.js';
import type { Score } from './utility.js';
import { worth } from './worth.js';

const WATERING = ['garden', 'watering'] as const;
const garden = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: WATERING, price: 2000, ...more });
const wishFor = (about: object): Told => ({ name: 'tell_me_set', params: { when: 'below', below: 99_999, ...about } });

function readersOf(told: readonly Told[], setting: Setting = {}, more: Partial<DecideInput> = {}): Readers {
  const situation = situationOf({ ...inputOf(logOf(told), setting), ...more });
  return readersFor(situation, permissionIn(situation));
}
function scoreOf(readers: Readers, id: string, asked: readonly Wish[] = []): Scored {
  const compiled = readers.situation.catalog.byId.get(id);
  if (!compiled) throw new Error(`no offer ${id}`);
  return readers.scoreOf(compiled, asked);
}
/** Judges with other scores: what is tested is the choice, not the worth. */
function judgeWith(
  readers: Readers,
  scored: (id: string) => { readonly score?: Partial<Score>; readonly utility?: number },
): Judged {
  const other: Readers['scoreOf'] = (compiled, asked) => {
    const real = readers.scoreOf(compiled, asked);
    const { score, ...more } = scored(compiled.offer.id);
    return { ...real, ...more, score: { utility: 9, business: 1, shopper: 1, saving: 0, relation: 0, ...score } };
  };
  const worthOf = (place: number): number => {
    const compiled = offerAt(readers.situation.catalog.lots.offers, place);
    const { score, utility } = other(compiled, []);
    return worth(compiled, score, utility);
  };
  return judge({ ...readers, scoreOf: other, worthOf });
}
const idsOf = (scored: readonly Scored[]): readonly string[] => scored.map(({ compiled }) => compiled.offer.id);

describe('judging, rule by rule', () => {
  describe('both sides gain', () => {
    /** What becomes of an offer that is worth this to the two sides. */
    const verdict = (score: Partial<Score>, offerClass: OfferClass = 'suggest'): string =>
      Object.keys(
        judgeWith(readersOf(FOND, { catalog: shopOf(garden('hose', { class: offerClass })) }), () => ({ score }))
          .counts,
      ).join(' ');

    it('[D227] or the offer is not said; who loses nothing gains enough', () => {
      expect([verdict({}), verdict({ shopper: 0 }), verdict({ business: 0 })]).to.deep.equal([
        'OUTSCORED',
        'OUTSCORED',
        'OUTSCORED',
      ]);
      expect([verdict({ shopper: -0.01 }), verdict({ business: -0.01 })]).to.deep.equal(['NOT_WIN_WIN', 'NOT_WIN_WIN']);
    });

    it('[D227] the side of the shopper is what they get, what they save and what it does for the relation', () => {
      for (const score of [{ saving: 1 }, { relation: 1 }, { saving: 0.5, relation: 0.5 }])
        expect(verdict({ shopper: -1, ...score }), JSON.stringify(score)).to.equal('OUTSCORED');
      for (const score of [{ saving: 0.9 }, { relation: 0.9 }, { saving: 2, relation: -2 }])
        expect(verdict({ shopper: -1, ...score }), JSON.stringify(score)).to.equal('NOT_WIN_WIN');
    });

    it('[D227] what sells nothing may cost the shop something', () => {
      expect([verdict({ business: -5 }, 'help'), verdict({ shopper: -5 }, 'help')]).to.deep.equal([
        'OUTSCORED',
        'NOT_WIN_WIN',
      ]);
    });
  });

  describe('the best', () => {
    const NINE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const nine = readersOf(FOND, { catalog: shopOf(...NINE.map((id) => garden(id))) });

    it('[D228] seven are kept, the most worth saying first', () => {
      const worth: Readonly<Record<string, number>> = { a: 1, b: 9, c: 3, d: 7, e: 5, f: 4, g: 6, h: 8, i: 2 };
      const { best, counts } = judgeWith(nine, (id) => ({ utility: worth[id] ?? 0 }));
      expect(idsOf(best)).to.deep.equal(['b', 'h', 'd', 'g', 'e', 'f', 'c']);
      expect(counts).to.deep.equal({ OUTSCORED: 9 });
    });

    it('[D228] between equals the id decides', () => {
      expect(idsOf(judgeWith(nine, () => ({ utility: 1 })).best)).to.deep.equal(NINE.slice(0, 7));
    });

    it('[D228] of those that one side would pay for seven are kept as well, as they come', () => {
      const { best, lopsided, counts } = judgeWith(nine, () => ({ score: { shopper: -1 } }));
      expect([idsOf(best), idsOf(lopsided), counts]).to.deep.equal([[], NINE.slice(0, 7), { NOT_WIN_WIN: 9 }]);
    });

    it('[D228] what was asked for comes before all that is worth more, and is not weighed against what it costs', () => {
      const catalog = shopOf(...NINE.map((id) => garden(id)));
      for (const asked of ['a', 'i']) {
        const { best, counts } = judgeWith(readersOf([...FOND, wishFor({ offer_id: asked })], { catalog }), (id) =>
          id === asked ? { utility: -5, score: { shopper: -9, business: -9 } } : { utility: 5 },
        );
        expect(best.map(({ rank }) => rank)).to.deep.equal([1, 0, 0, 0, 0, 0, 0]);
        expect([best[0]?.compiled.offer.id, counts]).to.deep.equal([asked, { OUTSCORED: 9 }]);
      }
    });
  });

  describe('what is owed', () => {
    const catalog: Catalog = {
      ...shopOf(
        offer({ id: 'sorry', class: 'apology' }),
        offer({ id: 'repair', class: 'remedy' }),
        offer({ id: 'advice', class: 'help' }),
        offer({ id: 'swap', class: 'help' }),
      ),
      incidents: [
        { id: 'nothing', from: '2025-05-08T00:00:00Z', touches: {} },
        { id: 'recall', from: '2025-05-08T00:00:00Z', touches: {}, remedy: ['swap'] },
      ],
    };
    const ranks = (told: readonly Told[], at = 0): readonly number[] => {
      const readers = readersOf(told, { catalog, at });
      return ['sorry', 'repair', 'advice', 'swap'].map((id) => scoreOf(readers, id).rank);
    };
    const complaint: Told = { name: 'complaint_opened', params: { complaint_id: 'c' } };
    const strike: Told = { name: 'service_failure', at: -DAY_MS };

    it('[D229] R9: while a complaint is open or something went wrong, apology and remedy come before all else', () => {
      expect([ranks([complaint]), ranks([strike])]).to.deep.equal([
        [2, 2, 0, 0],
        [2, 2, 0, 0],
      ]);
    });

    it('[D229] R6: in an incident also what it names as its remedy', () => {
      expect(ranks([], DAY_MS)).to.deep.equal([2, 2, 0, 2]);
    });

    it('[D229] where nothing is to be made good nothing is owed, though something else keeps the shop silent', () => {
      const bought: Told = { name: 'purchase', params: { transaction_id: 't', items: [{ item_id: 'x' }] } };
      expect([ranks([]), ranks([bought])]).to.deep.equal([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
    });

    it('[D229] each of these reasons is enough, and no other is', () => {
      const situation = situationOf(inputOf(logOf([]), { catalog }));
      const rankAfter = (...reasons: readonly SilenceReason[]): number => {
        const refused = reasons.map((reason) => ({
          silence: { reason, leave: leaveOf(reason) },
          cause: [],
          allows: [],
        }));
        return scoreOf(readersFor(situation, { refused, classes: new Set() }), 'sorry').rank;
      };
      const owing = SILENCE_REASONS.filter((reason) => rankAfter('TASK_FOCUS', reason) > 0);
      expect(owing).to.have.members(['OPEN_COMPLAINT', 'RECOVERY', 'INCIDENT']);
    });

    it('[D229] one such reason is enough beside others', () => {
      const support: Told = { name: 'intent_stated', params: { intent: 'support' } };
      expect(ranks([strike, support])).to.deep.equal([2, 2, 0, 0]);
    });
  });

  it('[D230] what comes again, and news of it, is not held back by having been bought; what goes with it by no need', () => {
    const weekly = [-35, -28, -21, -14, -7].map((day): Told => ({
      name: 'purchase',
      at: day * DAY_MS,
      params: { transaction_id: `t${String(day)}`, items: [HOSE] },
    }));
    const classes = ['suggest', 'complement', 'replenish', 'inform'] as const;
    const readers = readersOf(weekly, { catalog: shopOf(...classes.map((each) => garden(each, { class: each }))) });
    const [suggest, complement, replenish, inform] = classes.map((each) => scoreOf(readers, each).read.need);
    expect(complement).to.deep.equal(NO_NEED);
    expect(suggest?.satiation).to.be.above(0);
    expect(suggest?.due).to.be.above(0);
    expect([replenish, inform]).to.deep.equal([1, 2].map(() => ({ satiation: 0, due: suggest?.due })));
  });

  it('[D230] M3: new for the day is what inspires, where its condition asks of the weather and the page tells of it', () => {
    const warm = { when: { 'weather.celsius': { $gt: 20 } } } as const;
    const catalog = shopOf(
      garden('ice', { class: 'inspire', ...warm }),
      garden('price', warm),
      garden('always', { class: 'inspire' }),
      garden('cart', { class: 'inspire', when: { 'cart.value': 0 } }),
      garden('sky', { class: 'inspire', when: { weather: { $ne: null } } }),
      garden('other', { class: 'inspire', when: { weathered: 1 } }),
    );
    const forTheDay = (more: Partial<DecideInput> = {}): readonly string[] => {
      const readers = readersOf(FOND, { catalog }, more);
      return readers.situation.catalog.offers
        .map(({ offer: { id } }) => id)
        .filter((id) => scoreOf(readers, id).read.day === true);
    };
    const weather = { value: { celsius: 25 }, ...NOW } as const;
    expect(forTheDay({ signals: { weather, places: [] } })).to.deep.equal(['ice', 'sky']);
    expect(forTheDay()).to.deep.equal([]);
  });

  describe('beside silence', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => ({ at: NOW.at - n * 60_000, utility: 50 })).reverse();
    const catalog = shopOf(
      garden('hose', { price: 9000 }),
      garden('can', { price: 19_000 }),
      offer({ id: 'advice', class: 'help' }),
    );

    it('[D231] on their page what sells has to be worth more than a better chance, what sells nothing has not', () => {
      const readers = readersOf(FOND, { catalog }, { earlier: twenty });
      const { slot = 0 } = readers.silence;
      expect(slot).to.be.above(0);
      const [hose, advice] = [scoreOf(readers, 'hose'), scoreOf(readers, 'advice')];
      const { tactMargin } = readers.situation.model;
      expect([hose.beside.utility, advice.beside.utility]).to.deep.equal([tactMargin + slot, tactMargin]);
      expect([hose.beside.wait, advice.beside.wait]).to.deep.equal([undefined, undefined]);
      expect([hose.utility, advice.utility]).to.deep.equal([
        hose.score.utility - hose.beside.utility,
        advice.score.utility - advice.beside.utility,
      ]);
    });

    it('[D231] what goes out has to beat the same said on their page, should they come within a week', () => {
      const chance = (told: readonly Told[], id: string): number => {
        const [out, page] = [readersOf(told, { catalog }, { channel: 'email' }), readersOf(told, { catalog })];
        const inbound = scoreOf(page, id).score.utility;
        expect(inbound, id).to.be.above(0);
        return (scoreOf(out, id).beside.wait ?? 0) / inbound;
      };
      const daily = Array.from({ length: 20 }, (_, n): Told => ({ name: 'page_view', at: (n - 20) * DAY_MS }));
      const rare = [-300, -200, -100].map((day): Told => ({ name: 'page_view', at: day * DAY_MS }));
      const [often, seldom] = [chance([...daily, ...FOND], 'hose'), chance([...rare, ...FOND], 'hose')];
      expect(often).to.be.within(0.9, 1);
      expect(seldom).to.be.within(0.01, often - 0.01);
      expect(chance([...daily, ...FOND], 'can'), 'the same for every offer').to.be.closeTo(often, 1e-9);
    });

    it('[D231] of what goes out each is weighed as what it is, selling or not', () => {
      const readers = readersOf(FOND, { catalog }, { channel: 'email' });
      expect(['hose', 'advice'].map((id) => scoreOf(readers, id).beside.promotional)).to.deep.equal([true, false]);
      const { beside } = scoreOf(readers, 'hose');
      expect(beside.utility).to.equal(readers.situation.model.tactMargin + (beside.wait ?? 0));
    });
  });

  describe('due again', () => {
    const weekly = [-35, -28, -21, -14, -7].map((day): Told => ({
      name: 'purchase',
      at: day * DAY_MS,
      params: { transaction_id: `t${String(day)}`, items: [HOSE] },
    }));
    const wish = { name: 'tell_me_set', params: { category: 'garden/watering', when: 'due_again' } } as const;
    const catalog = shopOf(garden('hose', { class: 'inform' }));
    const due = readersOf(weekly, { catalog }).dueOf('garden/watering');
    /** Whether the wish is answered where something is due in these bounds of probability. */
    const answered = (from: number, to: number): boolean => {
      const { rhythm } = readersOf([], {}).situation.policy;
      const readers = readersOf([...weekly, wish], { catalog, policy: { rhythm: { ...rhythm, due: [from, to] } } });
      const [compiled] = readers.situation.catalog.offers;
      return compiled !== undefined && readers.wishesOf(compiled).length > 0;
    };

    it('[D232] a wish to be told when something is due is answered within the bounds of what is due, these included', () => {
      expect(due).to.be.within(0.1, 0.9);
      expect([answered(0, 1), answered(due, 1), answered(0, due)]).to.deep.equal([true, true, true]);
      expect([answered(due + 1e-6, 1), answered(0, due - 1e-6)]).to.deep.equal([false, false]);
    });
  });

  it('[D232] what is given of the moment counts in the worth of every offer', () => {
    const at = NOW.at - 1;
    const moment = (value: 'idle' | 'busy'): unknown =>
      readersOf(FOND, {}, { signals: { moment: { value, at }, places: [] } }).basis.context.moment;
    expect([moment('idle'), moment('busy'), readersOf(FOND).basis.context.moment]).to.deep.equal([1, 0, 0]);
  });

  describe('the walk along the catalogue', () => {
    it('[D233] a lot that is closed is counted whole, but for what was asked for in it', () => {
      const catalog = shopOf(garden('a'), garden('b'), garden('c'));
      const none = judge(readersOf([], { catalog }));
      expect([none.counts, none.furthest?.verdict]).to.deep.equal([{ NOT_RELEVANT: 3 }, 'NOT_RELEVANT']);
      const one = judge(readersOf([wishFor({ offer_id: 'b' })], { catalog }));
      expect([one.counts, idsOf(one.best)]).to.deep.equal([{ OUTSCORED: 1, NOT_RELEVANT: 2 }, ['b']]);
      const all = judge(readersOf([wishFor({ category: 'garden' })], { catalog }));
      expect([all.counts, idsOf(all.best), all.furthest]).to.deep.equal([{ OUTSCORED: 3 }, ['a', 'b', 'c'], undefined]);
    });

    it('[D233] a wish in an open lot is judged as a wish too, which no cap holds back', () => {
      const catalog = shopOf(garden('a', { frequency: { lifetime: 0 } }), garden('b', { frequency: { lifetime: 0 } }));
      const { counts, best } = judge(readersOf([...FOND, wishFor({ offer_id: 'b' })], { catalog }));
      expect([counts, best.map(({ asked }) => asked.length)]).to.deep.equal([{ CAPPED: 1, OUTSCORED: 1 }, [1]]);
    });

    it('[D234] of all exclusions the one furthest along the rules is told, whatever the order of the offers', () => {
      const offers = [
        garden('there', { placements: ['cart'] }),
        garden('late', { validThrough: '2025-01-01' }),
        garden('owned', { product: 'hose-25', category: ['garden'] }),
      ];
      const bought: Told = { name: 'purchase', at: -300 * DAY_MS, params: { transaction_id: 't', items: [HOSE] } };
      for (const catalog of [shopOf(...offers), shopOf(...[...offers].reverse())]) {
        const { furthest, counts } = judge(readersOf([bought, ...FOND], { catalog }));
        expect([furthest?.verdict, counts]).to.deep.equal(['OWNED', { WRONG_PLACEMENT: 1, EXPIRED: 1, OWNED: 1 }]);
      }
      expect(judge(readersOf(FOND, { catalog: shopOf(garden('a', { needs: ['x'] })) })).furthest?.verdict).to.equal(
        'NO_PURPOSE',
      );
    });

    it('[D234] of two that came as far the first is told', () => {
      const later = (id: string, from: string): Offer => garden(id, { validFrom: from, brand: id });
      const catalog = shopOf(later('a', '2025-06-01'), later('b', '2025-07-01'));
      const liked: Told = { name: 'preference_stated', params: { facet: 'category', value: 'garden', level: 2 } };
      expect(judge(readersOf([liked], { catalog })).furthest).to.deep.equal(
        excluded('NOT_YET', { until: Date.UTC(2025, 5, 1) }),
      );
    });

    it('[D234] what the catalogue itself holds back was not held back by what closed its lot', () => {
      const elsewhere = garden('a', { placements: ['cart'] });
      const one = judge(readersOf([], { catalog: shopOf(elsewhere) }));
      expect([one.counts, one.furthest]).to.deep.equal([{ NOT_RELEVANT: 1 }, undefined]);
      const two = judge(readersOf([], { catalog: shopOf(elsewhere, garden('b')) }));
      expect([two.counts, two.furthest?.verdict]).to.deep.equal([{ NOT_RELEVANT: 2 }, 'NOT_RELEVANT']);
    });

    it('[D234] what nobody may say now is no exclusion of the offer', () => {
      const bought: Told = { name: 'purchase', params: { transaction_id: 't', items: [{ item_id: 'x' }] } };
      const { counts, furthest } = judge(readersOf([...FOND, bought], { catalog: shopOf(garden('a')) }));
      expect([counts, furthest]).to.deep.equal([{ JUST_BOUGHT: 1 }, undefined]);
      const wish = wishFor({ offer_id: 'a' });
      const asked = judge(readersOf([...FOND, wish, bought], { catalog: shopOf(garden('a')) }));
      expect([asked.counts, asked.furthest]).to.deep.equal([{ JUST_BOUGHT: 1 }, undefined]);
    });
  });
});
