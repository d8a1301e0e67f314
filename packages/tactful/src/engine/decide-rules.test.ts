import { expect } from 'chai';
import { FOND, inputOf, logOf, NOW, offer, outcome, shopOf, type Setting, type Told } from '../../test/garden-shop.js';
import type { Catalog, Offer } from './catalog.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { decide, silentTrace } from './decide.js';
import type { DecideInput } from './decide-input.js';
import type { DecisionTrace } from './decision.js';

const SHOW_ME: Told = { name: 'mode_set', params: { mode: 'show_me' } };
const garden = (id: string, price: number, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: ['garden', 'watering'], price, ...more });
/** What saves the shopper something, and sells nothing. */
const advice = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'help', price: 9000, discount: 900, ...more });
const decideOn = (
  told: readonly Told[],
  catalog: Catalog,
  { setting = {}, ...more }: Partial<DecideInput> & { readonly setting?: Setting } = {},
): DecisionTrace => decide({ ...inputOf(logOf(told), { catalog, ...setting }), ...more });
const wishFor = (offerId: string): Told => ({
  name: 'tell_me_set',
  params: { offer_id: offerId, when: 'below', below: 99_999 },
});

describe('deciding, rule by rule', () => {
  describe('how many', () => {
    const five = shopOf(...['a', 'b', 'c', 'd', 'e'].map((id) => advice(id, { category: [id] })));

    it('[D240] one, unless more are asked for; never more than three nor less than one', () => {
      const many = (most?: number): number =>
        decideOn([], five, most === undefined ? {} : { most }).decision.offers.length;
      expect([many(), many(0), many(1), many(2), many(3), many(4)]).to.deep.equal([1, 1, 1, 2, 3, 3]);
    });

    it('[D240] all of a slate are chosen, the rest is outscored', () => {
      const { shortlist, counts } = decideOn([], five, { most: 3 });
      expect(counts).to.deep.equal({ CHOSEN: 3, OUTSCORED: 2 });
      expect(shortlist.map(({ verdict, probability }) => [verdict, probability])).to.deep.equal([
        ['OUTSCORED', 0],
        ...[1, 2, 3].map(() => ['CHOSEN', 1]),
        ...[1, 2].map(() => ['OUTSCORED', 0]),
      ]);
    });

    it('[D240] what was asked for, and what is owed, goes alone', () => {
      const wished = decideOn([wishFor('b')], five, { most: 3 });
      expect([outcome(wished), wished.counts]).to.deep.equal(['b', { CHOSEN: 1, OUTSCORED: 4 }]);
      const wrong = { name: 'service_failure', at: -DAY_MS } as const;
      const sorry = shopOf(...five.offers, offer({ id: 'sorry', class: 'apology' }));
      expect(outcome(decideOn([wrong], sorry, { most: 3 }))).to.equal('sorry');
    });

    it('[D240] a wish is told though it is worth less than silence', () => {
      const { decision, shortlist } = decideOn([wishFor('a')], shopOf(offer({ id: 'a', class: 'suggest', price: 1 })));
      expect(decision.offers.map(({ offerId }) => offerId)).to.deep.equal(['a']);
      expect(shortlist[1]?.utility).to.be.below(0);
    });
  });

  describe('who is protected', () => {
    const hard: Told = { name: 'life_event_stated', params: { event: 'lost my job', protect: true } };

    it('[D241] gets the cheapest of what beats silence, and only that', () => {
      const told = [...FOND, SHOW_ME];
      const catalog = shopOf(
        garden('dear', 5200, { margin: 4000 }),
        garden('mid', 5000, { margin: 3000 }),
        garden('cheap', 4900, { margin: 1 }),
      );
      const { decision, shortlist } = decideOn([...told, hard], catalog, { most: 3 });
      const beats = shortlist.filter(
        ({ offerId, utility }) => offerId !== null && utility > (shortlist[0]?.utility ?? 0),
      );
      expect(beats.map(({ offerId }) => offerId).sort()).to.deep.equal(['dear', 'mid']);
      expect(decision.offers.map(({ offerId }) => offerId)).to.deep.equal(['mid']);
      expect(outcome(decideOn(told, catalog))).to.equal('dear');
    });

    it('[D241] a tie with silence is silence to them too', () => {
      const catalog = shopOf(garden('hose', 9000));
      const { shortlist } = decideOn([...FOND, hard], catalog);
      const utility = shortlist[1]?.utility ?? 0;
      const at = (tactMargin: number): string =>
        outcome(decideOn([...FOND, hard], catalog, { setting: { model: { tactMargin } } }));
      expect([at(utility), at(utility - 1e-9)]).to.deep.equal(['BETTER_SILENT', 'hose']);
    });
  });

  describe('the account', () => {
    it('[D242] of a choice: silence has lost, nothing caused it, and its grounds are those of the first', () => {
      const trace = decideOn([...FOND, SHOW_ME], shopOf(garden('hose', 9000)));
      expect([trace.shortlist[0]?.verdict, trace.shortlist[0]?.features, trace.cause]).to.deep.equal([
        'OUTSCORED',
        [],
        [],
      ]);
      expect(trace.grounds.map(({ about }) => about)).to.deep.equal(['garden/watering']);
      expect(trace.decision.silence).to.equal(undefined);
    });

    it('[D242] of a silence: it was chosen, and each that was worth less was better unsaid', () => {
      const trace = decideOn(FOND, shopOf(garden('a', 10), garden('b', 10)));
      expect(trace.shortlist.map(({ offerId, verdict, probability }) => [offerId, verdict, probability])).to.deep.equal(
        [
          [null, 'CHOSEN', 1],
          ['a', 'BETTER_SILENT', 0],
          ['b', 'BETTER_SILENT', 0],
        ],
      );
      expect([trace.counts, trace.grounds, trace.decision.offers]).to.deep.equal([{ BETTER_SILENT: 2 }, [], []]);
    });

    it('[D242] where nothing was eligible silence is weighed as against something that sells', () => {
      const earlier = Array.from({ length: 20 }, (_, n) => ({ at: NOW.at - (20 - n) * 60_000, utility: 50 }));
      const { shortlist, counts } = decideOn([], shopOf(garden('hose', 9000)), { earlier });
      expect(shortlist.map(({ contributions }) => contributions.map(({ term }) => term))).to.deep.equal([
        ['tact', 'slot'],
      ]);
      expect(counts).to.deep.equal({ NOT_RELEVANT: 1 });
    });

    it('[D242] it holds eight: silence, the best, and what only one side would gain from as far as there is room', () => {
      const lopsided = ['x', 'y'].map((id) =>
        garden(id, 2495, { class: 'coupon', margin: 100, discount: 900, openTo: 'everyone' }),
      );
      const best = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => garden(id, 9000));
      const verdictsIn = (...offers: readonly Offer[]): readonly string[] =>
        decideOn([...FOND, SHOW_ME], shopOf(...offers)).shortlist.map(({ verdict }) => verdict);
      expect(verdictsIn(...lopsided, ...best.slice(0, 2))).to.deep.equal([
        'OUTSCORED',
        'CHOSEN',
        'OUTSCORED',
        'NOT_WIN_WIN',
        'NOT_WIN_WIN',
      ]);
      expect(verdictsIn(...lopsided, ...best)).to.have.lengthOf(8);
      expect(verdictsIn(...lopsided, ...best)).to.not.include('NOT_WIN_WIN');
    });

    it('[D243] notes what the best that sells was worth, beyond tact: for that later contacts are kept', () => {
      const best = (...args: Parameters<typeof decideOn>): number | undefined => decideOn(...args).best;
      const hose = garden('hose', 9000);
      const { shortlist, best: noted, ...rest } = decideOn(FOND, shopOf(hose, advice('help')));
      const utility = shortlist.find(({ offerId }) => offerId === 'hose')?.utility ?? NaN;
      const [tact] = shortlist[0]?.contributions ?? [];
      expect(noted).to.equal(utility - (tact?.value ?? NaN));
      expect(rest.decision.offers).to.have.lengthOf(1);
      expect(best(FOND, shopOf(garden('hose', 10))), 'also where it was better unsaid').to.be.below(0);
      expect('best' in decideOn([], shopOf(advice('help')))).to.equal(false);
      expect('best' in decideOn([], shopOf(hose))).to.equal(false);
      expect('best' in decideOn([wishFor('hose')], shopOf(hose)), 'asked for').to.equal(false);
    });

    it('[D243] names the wishes that an offer answers, and then was requested; other offers name none', () => {
      const asked = decideOn([wishFor('hose')], shopOf(garden('hose', 9000))).decision;
      expect([asked.direction, asked.offers[0]?.wishes]).to.deep.equal(['requested', ['a:1']]);
      const unasked = decideOn(FOND, shopOf(garden('hose', 9000))).decision;
      expect([unasked.direction, 'wishes' in (unasked.offers[0] ?? {})]).to.deep.equal(['inbound', false]);
      const silent = decideOn([], shopOf(garden('hose', 9000))).decision;
      expect([silent.offers, silent.direction]).to.deep.equal([[], 'inbound']);
    });

    it('[D243] says with what it was asked, where that is not as usual', () => {
      expect('asked' in decideOn([], shopOf())).to.equal(false);
      expect(decideOn([], shopOf(), { most: 2 }).asked).to.deep.equal({ most: 2 });
    });
  });

  it('[D244] while some classes may speak, what is allowed is judged', () => {
    const complaint: Told = { name: 'complaint_opened', at: -HOUR_MS, params: { complaint_id: 'c' } };
    const catalog = shopOf(garden('hose', 9000), advice('help'));
    const { decision, counts } = decideOn([...FOND, complaint], catalog);
    expect([decision.offers.map(({ offerId }) => offerId), counts]).to.deep.equal([
      ['help'],
      { CHOSEN: 1, OPEN_COMPLAINT: 1 },
    ]);
  });

  it('[D244] where nobody may, the reason and its rows are told, and nobody is judged', () => {
    const paused: Told = { name: 'mode_set', params: { mode: 'paused' } };
    const trace = decideOn([paused], shopOf(garden('hose', 9000)));
    expect([trace.decision.silence?.reason, trace.cause, trace.shortlist]).to.deep.equal(['PAUSED', ['a:1'], []]);
  });

  it('[D244] a silence from around the engine rests on no row', () => {
    const trace = silentTrace(inputOf(logOf(FOND)), 'DEADLINE');
    expect([trace.cause, trace.decision.offers, trace.counts, 'best' in trace]).to.deep.equal([[], [], {}, false]);
  });
});
