import { expect } from 'chai';
import {
  clicked,
  decideOn,
  FOND,
  GARDEN_SHOP,
  HOSE,
  inputOf,
  logOf,
  NOW,
  offer,
  outcome,
  shopOf,
  verdicts,
  type Told,
} from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { decide, silentTrace } from './decide.js';
import type { DecisionTrace } from './decision.js';
import { canonicalJson } from './hash.js';
import type { Json } from './json.js';
import { leaveOf } from './reason.js';

const fondOf = (category: string): readonly Told[] => clicked({ item_id: category, item_category: category }, -HOUR_MS);
const garden = (id: string, price: number): ReturnType<typeof offer> =>
  offer({ id, class: 'suggest', category: ['garden'], price });
const show = (more: Partial<Told> = {}): Told => ({ name: 'mode_set', params: { mode: 'show_me' }, ...more });
const textOf = (trace: DecisionTrace): string => canonicalJson(JSON.parse(JSON.stringify(trace)) as Json);

describe('decide', () => {
  it('[D12] three clicks in the garden, an offer from the garden, and the true reason', () => {
    const clicks = [0, 10_000, 20_000].flatMap((at) => clicked(HOSE, at));
    const { decision, grounds } = decideOn(logOf(clicks), { at: MINUTE_MS });
    expect(
      decision.offers.map(({ offerId, reasons, probability }) => ({ offerId, reasons, probability })),
    ).to.deep.equal([{ offerId: 'hose', reasons: ['YOU_OFTEN'], probability: 1 }]);
    expect(grounds).to.deep.equal([
      {
        reason: 'YOU_OFTEN',
        facet: 'category',
        about: 'garden/watering',
        evidence: ['a:2', 'a:3', 'a:4', 'a:5', 'a:6'],
        count: 6,
      },
    ]);
  });

  it('[D12] bought, it is silent: JUST_BOUGHT, then SATIATED, with the hose OWNED', () => {
    const clicks = [0, 10_000, 20_000].flatMap((at) => clicked(HOSE, at));
    const log = logOf([
      ...clicks,
      { name: 'purchase', at: MINUTE_MS, params: { transaction_id: 't1', items: [HOSE] } },
    ]);
    expect(outcome(decideOn(log, { at: 2 * MINUTE_MS }))).to.equal('JUST_BOUGHT');
    const later = decideOn(log, { at: 2 * DAY_MS });
    expect(outcome(later)).to.equal('SATIATED');
    expect(later.counts).to.deep.equal({ SATIATED: 2, NOT_RELEVANT: 3 });
  });

  it('[D13] the best of those that both sides gain from is chosen, whatever the order of the catalogue', () => {
    const offers = [garden('a', 1000), garden('b', 4000), garden('c', 2000)];
    for (const catalog of [shopOf(...offers), shopOf(...[...offers].reverse())]) {
      const { decision, shortlist } = decideOn(logOf([show(), ...fondOf('garden')]), { catalog });
      const [best] = [...shortlist].sort((a, b) => b.utility - a.utility);
      expect(decision.offers[0]?.offerId).to.equal(best?.offerId);
      expect(shortlist.map(({ offerId }) => offerId).slice(0, 2)).to.deep.equal([null, best?.offerId]);
    }
  });

  it('[D13] between equals the id decides, not the order of the catalogue', () => {
    const offers = [garden('b', 2000), garden('a', 2000)];
    for (const catalog of [shopOf(...offers), shopOf(...[...offers].reverse())]) {
      expect(outcome(decideOn(logOf([...FOND, show()]), { catalog }))).to.equal('a');
    }
  });

  it('[D14] an exact tie with silence is silence', () => {
    const { shortlist } = decideOn(logOf(FOND));
    const utility = shortlist.find(({ verdict }) => verdict === 'CHOSEN')?.utility ?? 0;
    expect(outcome(decideOn(logOf(FOND), { model: { tactMargin: utility } }))).to.equal('BETTER_SILENT');
    expect(outcome(decideOn(logOf(FOND), { model: { tactMargin: utility - 1e-9 } }))).to.equal('hose');
  });

  it('[D15] one side never pays for the other: NOT_WIN_WIN', () => {
    const costly = shopOf(
      offer({
        id: 'costly',
        class: 'coupon',
        category: ['garden', 'watering'],
        price: 2495,
        margin: 100,
        discount: 900,
      }),
    );
    const trace = decideOn(logOf([...FOND, show()]), { catalog: costly });
    expect(outcome(trace)).to.equal('NOT_WIN_WIN');
    expect(trace.shortlist.map(({ verdict }) => verdict)).to.deep.equal(['CHOSEN', 'NOT_WIN_WIN']);
  });

  it('[D16] every candidate of the shortlist shows its account, and it adds up to the last bit', () => {
    const { shortlist } = decideOn(logOf([...FOND, show()]));
    expect(shortlist.length).to.be.above(1);
    for (const { utility, contributions } of shortlist) {
      expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
    }
    expect(shortlist.reduce((sum, { probability }) => sum + probability, 0)).to.equal(1);
  });

  it('[D16] the shortlist holds silence and at most seven others; the rest is counted', () => {
    const offers = Array.from({ length: 12 }, (_, n) => garden(`g${String(n)}`, 9000 + n));
    const { shortlist, counts } = decideOn(logOf([...FOND, show()]), { catalog: shopOf(...offers) });
    expect(shortlist).to.have.lengthOf(8);
    expect(counts).to.deep.equal({ CHOSEN: 1, OUTSCORED: 11 });
  });

  it('[D16] all offers are counted once', () => {
    const { counts } = decideOn(logOf(FOND));
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).to.equal(GARDEN_SHOP.offers.length);
  });

  it('[D17] an empty catalogue has nothing eligible', () => {
    const trace = decideOn(logOf(FOND), { catalog: shopOf() });
    expect(trace.decision.silence).to.deep.equal({ reason: 'NOTHING_ELIGIBLE', leave: 'default' });
    expect(trace.shortlist.map(({ offerId }) => offerId)).to.deep.equal([null]);
  });

  it('[D17] nobody is asked when nobody may speak: no shortlist, no counts', () => {
    const { shortlist, counts, grounds } = decideOn(logOf([...FOND, { name: 'mode_set', params: { mode: 'paused' } }]));
    expect([shortlist, counts, grounds]).to.deep.equal([[], {}, []]);
  });

  it('[D17] a silence from outside the engine has its reason, and its way out where there is one', () => {
    const input = inputOf(logOf(FOND));
    for (const reason of ['DEADLINE', 'NOT_READY'] as const) {
      expect(silentTrace(input, reason).decision.silence).to.deep.equal({ reason, leave: leaveOf(reason) });
    }
    expect(silentTrace(input, 'CAPPED').decision.silence?.endedBy?.do).to.equal('declare');
  });

  it('[D18] says where, when and by what configuration it was made', () => {
    const { decision, offset, config } = decideOn(logOf(FOND));
    expect(decision).to.include({ id: 'd1', placement: 'home', at: NOW.at, direction: 'inbound', channel: 'slot' });
    expect([offset, config]).to.deep.equal([120, 'example']);
  });

  it('[D18] the same input gives the same bytes, and is not touched', () => {
    const input = inputOf(logOf([...FOND, show()]));
    const before = canonicalJson(JSON.parse(JSON.stringify([...input.folded.evidence])) as Json);
    expect(textOf(decide(input))).to.equal(textOf(decide(input)));
    expect(canonicalJson(JSON.parse(JSON.stringify([...input.folded.evidence])) as Json)).to.equal(before);
  });

  it('[D18] is plain data: it survives JSON', () => {
    const trace = decideOn(logOf(FOND));
    expect(textOf(JSON.parse(JSON.stringify(trace)) as DecisionTrace)).to.equal(textOf(trace));
    expect(JSON.stringify(trace)).to.not.match(/null(?!,"verdict")/);
  });

  it('[D19] a contact reserved in another tab counts, though the log does not know it', () => {
    const input = inputOf(logOf(FOND));
    const reserved = ['x', 'y', 'z'].map((id) => ({ decisionId: id, offerId: 'drill', at: NOW.at, promotional: true }));
    expect(outcome(decide({ ...input, contacts: reserved }))).to.equal('CAPPED');
    expect(verdicts(decide({ ...input, contacts: reserved.slice(1) }))).to.include('CHOSEN');
  });
});
