import { expect } from 'chai';
import {
  clicked,
  decideOn,
  FOND,
  HOSE,
  logOf,
  NOW,
  offer,
  outcome,
  shopOf,
  verdicts,
  type Setting,
  type Told,
} from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import type { DecisionTrace } from './decision.js';
import { GATE_ORDER } from './exclusion.js';
import { OFFER_ONLY_VERDICTS, SILENCE_REASONS } from './reason.js';

const HOSE_OFFER: Offer = offer({
  id: 'hose',
  class: 'suggest',
  category: ['garden', 'watering'],
  brand: 'Sprig',
  price: 2495,
  product: 'hose-25',
});
const SHOW_ME = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } } as const;

/** The one offer of a shop, judged after what was told. */
function judged(about: Partial<Offer>, told: readonly Told[] = [], setting: Setting = {}): DecisionTrace {
  return decideOn(logOf([...FOND, ...told]), { catalog: shopOf({ ...HOSE_OFFER, ...about }), ...setting });
}
const verdictOf = (...given: Parameters<typeof judged>): string => verdicts(judged(...given)).join(' ');

const shown = (at: number): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: 'hose', decision_id: `d${String(at)}` },
});
const about = (name: Told['name'], at = -HOUR_MS): Told => ({ name, at, params: { offer_id: 'hose' } });
const said = (value: string, level: number, facet = 'category'): Told => ({
  name: 'preference_stated',
  at: -1,
  params: { facet, value, level },
});
const mode = (value: string): Told => ({ name: 'mode_set', at: -1, params: { mode: value } });

describe('exclusion', () => {
  it('[D6] an offer that nothing excludes is chosen', () => expect(verdictOf({})).to.equal('CHOSEN'));

  it('[D6] NO_PURPOSE: each purpose it needs must be in', () => {
    expect(verdictOf({ needs: ['personalization', 'places'] })).to.equal('NO_PURPOSE');
    expect(verdictOf({ needs: ['personalization'] })).to.equal('CHOSEN');
  });

  it('[D6] WRONG_PLACEMENT and WRONG_CHANNEL: it speaks where the shop put it', () => {
    expect(verdictOf({ placements: ['cart'] })).to.equal('WRONG_PLACEMENT');
    expect(verdictOf({ placements: ['cart'] }, [], { placement: 'cart' })).to.equal('CHOSEN');
    expect(verdictOf({ channels: ['email'] })).to.equal('WRONG_CHANNEL');
    expect(verdictOf({ channels: ['email', 'slot'] })).to.equal('CHOSEN');
  });

  it('[D6] NOT_YET and EXPIRED: from is inclusive, through exclusive', () => {
    const now = '2025-05-07T08:00:00Z';
    expect(verdictOf({ validFrom: '2025-05-07T08:00:01Z' })).to.equal('NOT_YET');
    expect(verdictOf({ validFrom: now })).to.equal('CHOSEN');
    expect(verdictOf({ validThrough: '2025-05-07T08:00:01Z' })).to.equal('CHOSEN');
    expect(verdictOf({ validThrough: now })).to.equal('EXPIRED');
  });

  it('[D6] NOT_YET says from when', () => {
    const { decision } = judged({ validFrom: '2025-05-07T09:00:00Z' });
    expect(decision.silence).to.deep.equal({ reason: 'NOTHING_ELIGIBLE', leave: 'default', until: NOW.at + HOUR_MS });
  });

  it('[D6] CONDITION: what the page shows decides', () => {
    const when = { 'viewing.category': { $in: ['garden'] } };
    const viewed: Told = { name: 'view_item', at: -1, params: { items: [HOSE] } };
    expect(verdictOf({ when })).to.equal('CONDITION');
    expect(verdictOf({ when }, [viewed])).to.equal('CHOSEN');
  });

  it('[D6] CONDITION: what was in view in a visit that has ended is not in view', () => {
    const when = { 'viewing.category': { $in: ['garden'] } };
    const viewed: Told = { name: 'view_item', params: { items: [HOSE] } };
    expect(verdictOf({ when }, [viewed], { at: 29 * 60_000 })).to.equal('CHOSEN');
    expect(verdictOf({ when }, [viewed], { at: 30 * 60_000 })).to.equal('CONDITION');
  });

  it('[D6] OWNED: what was bought is not suggested again, but may be complemented', () => {
    const bought: Told = { name: 'purchase', at: -90 * DAY_MS, params: { items: [{ item_id: 'hose-25' }] } };
    expect(verdictOf({}, [bought])).to.equal('OWNED');
    expect(verdictOf({ class: 'coupon' }, [bought])).to.equal('OWNED');
    expect(verdictOf({ class: 'complement' }, [bought])).to.equal('CHOSEN');
  });

  const NEVER: readonly (readonly [string, Told])[] = [
    ['the offer', { name: 'never_stated', at: -1, params: { offer_id: 'hose' } }],
    ['its class', { name: 'never_stated', at: -1, params: { class: 'suggest' } }],
    ['its department', { name: 'never_stated', at: -1, params: { category: 'garden' } }],
    ['its category', { name: 'never_stated', at: -1, params: { category: 'garden/watering' } }],
    ['"not for me"', about('offer_not_for_me')],
    ['-2 for its category', said('garden/watering', -2)],
    ['-2 for its brand', said('Sprig', -2, 'brand')],
  ];
  for (const [what, told] of NEVER) {
    it(`[D7] NEVER_LIST: ${what}; forgetting that row is what ends it`, () => {
      const { decision, cause } = judged({}, [told, mode('show_me')]);
      expect(decision.silence).to.deep.equal({
        reason: 'NEVER_LIST',
        leave: 'default',
        endedBy: { do: 'forget', ids: cause },
      });
      expect(cause).to.have.lengthOf(1);
      const log = logOf([...FOND, told, mode('show_me')]).filter(({ id }) => !cause.includes(id));
      expect(outcome(decideOn(log, { catalog: shopOf(HOSE_OFFER) }))).to.equal('hose');
    });
  }

  it('[D7] a never for something else forbids nothing here', () => {
    const elsewhere: readonly Told[] = [
      { name: 'never_stated', at: -1, params: { offer_id: 'drill' } },
      { name: 'never_stated', at: -1, params: { category: 'gard' } },
      said('tools', -2),
    ];
    expect(verdictOf({}, elsewhere)).to.equal('CHOSEN');
  });

  it('[D8] NOT_RELEVANT: nothing personal is said on less than half a look', () => {
    const clicks = (count: number): readonly Told[] =>
      Array.from({ length: count }, (_, n) => clicked(HOSE, -DAY_MS + n * 5000)).flat();
    const after = (count: number): string => outcome(decideOn(logOf(clicks(count)), { catalog: shopOf(HOSE_OFFER) }));
    expect([after(0), after(1), after(2), after(3)]).to.deep.equal([
      'NOTHING_FITS',
      'NOTHING_FITS',
      'NOTHING_FITS',
      'hose',
    ]);
  });

  it('[D8] NOT_RELEVANT: "less" closes it, and nothing that was seen opens it', () => {
    expect(verdictOf({}, [said('garden', -1)])).to.equal('NOT_RELEVANT');
    expect(verdictOf({}, [said('garden', -1), mode('show_me')])).to.equal('NOT_RELEVANT');
    expect(verdictOf({ class: 'complement', when: {} }, [said('garden', -1)])).to.equal('NOT_RELEVANT');
  });

  it('[D8] "more" opens it without a look', () => {
    expect(outcome(decideOn(logOf([said('garden', 1)]), { catalog: shopOf(HOSE_OFFER) }))).to.equal('hose');
  });

  it('[D8] in quiet mode only what was asked for is relevant', () => {
    expect(verdictOf({}, [mode('quiet')])).to.equal('NOT_RELEVANT');
    expect(verdictOf({}, [said('garden', 1), mode('quiet')])).to.equal('CHOSEN');
  });

  it('[D8] an invitation asks for no history, only for no aversion', () => {
    expect(outcome(decideOn(logOf([mode('show_me')]), { catalog: shopOf(HOSE_OFFER) }))).to.not.equal('NOTHING_FITS');
    expect(outcome(decideOn([], { catalog: shopOf(HOSE_OFFER) }))).to.equal('NOTHING_FITS');
  });

  it('[D8] help fits by its nature, a complement by its condition', () => {
    const alone = (more: Partial<Offer>): string =>
      verdicts(decideOn([], { catalog: shopOf({ ...HOSE_OFFER, ...more }) })).join(' ');
    expect(alone({ class: 'help' })).to.not.equal('NOT_RELEVANT');
    expect(alone({ class: 'complement', when: {} })).to.not.equal('NOT_RELEVANT');
    expect(alone({ class: 'complement' })).to.equal('NOT_RELEVANT');
  });

  it('[D9] COOLDOWN: a dismissed offer rests 60 days, its category 14', () => {
    const dismissed = about('offer_dismissed', 0);
    const later = (days: number, more: Partial<Offer> = {}): DecisionTrace =>
      judged(more, [dismissed, said('garden', 1)], { at: days * DAY_MS });
    expect(later(60 - 1e-8).decision.silence).to.deep.equal({
      reason: 'COOLDOWN',
      leave: 'default',
      until: NOW.at + 60 * DAY_MS,
      endedBy: SHOW_ME,
    });
    expect(outcome(later(60))).to.equal('hose');
    const other: Setting = { catalog: shopOf(HOSE_OFFER, { ...HOSE_OFFER, id: 'other', product: 'other' }) };
    const after = (days: number): string =>
      verdicts(judged({}, [dismissed, said('garden', 1)], { ...other, at: days * DAY_MS })).join(' ');
    expect(after(14 - 1e-8)).to.equal('COOLDOWN');
    expect(after(14)).to.equal('CHOSEN COOLDOWN');
  });

  it('[D9] COOLDOWN names the dismissal, and an invitation lifts it', () => {
    const trace = judged({}, [about('offer_dismissed')]);
    expect(trace.cause).to.deep.equal(['a:7']);
    expect(verdictOf({}, [about('offer_dismissed'), said('garden', 1), mode('show_me')])).to.equal('CHOSEN');
  });

  it('[D1] CAPPED: three in a visit, and it says that an invitation would end it', () => {
    const contacts = [-30, -20, -10]
      .map(shown)
      .map((told) => ({ ...told, params: { ...told.params, offer_id: 'drill' } }));
    const trace = judged({}, contacts);
    expect(trace.decision.silence).to.deep.equal({
      reason: 'CAPPED',
      leave: 'default',
      until: NOW.at + 30 * 60_000,
      endedBy: SHOW_ME,
    });
    expect(verdictOf({}, [...contacts, mode('show_me')])).to.equal('CHOSEN');
  });

  it('[D1] CAPPED: the next visit has a budget of its own, even before it has left a row', () => {
    const contacts = [-30, -20, -10]
      .map(shown)
      .map((told) => ({ ...told, params: { ...told.params, offer_id: 'drill' } }));
    expect(verdictOf({}, contacts, { at: 30 * 60_000 - 11 })).to.equal('CAPPED');
    expect(verdictOf({}, contacts, { at: 30 * 60_000 - 10 })).to.equal('CHOSEN');
  });

  it('[D1] CAPPED: by its own cap, which no invitation lifts and of which none is promised', () => {
    const frequency = { custom: [{ cap: 1, period: 'P1D' }] };
    const { decision } = judged({ frequency }, [shown(-HOUR_MS)]);
    expect(decision.silence).to.deep.equal({
      reason: 'NOTHING_ELIGIBLE',
      leave: 'default',
      until: NOW.at - HOUR_MS + DAY_MS,
    });
    expect(verdictOf({ frequency }, [shown(-HOUR_MS), mode('show_me')])).to.equal('CAPPED');
    expect(judged({ frequency: { lifetime: 1 } }, [shown(-HOUR_MS)]).decision.silence).to.deep.equal({
      reason: 'NOTHING_ELIGIBLE',
      leave: 'default',
    });
  });

  it('[D1] CAPPED: a cap of nothing forbids from the first time', () => {
    expect(verdictOf({ frequency: { lifetime: 0 } })).to.equal('CAPPED');
    expect(verdictOf({}, [], { policy: { sameOffer: [{ cap: 0, period: 'P1D' }] } })).to.equal('CAPPED');
  });

  it('[D1] CAPPED: what is not promotional has no share in the budget of promotion', () => {
    const contacts = [-30, -20, -10]
      .map(shown)
      .map((told) => ({ ...told, params: { ...told.params, offer_id: 'drill' } }));
    expect(verdictOf({ class: 'help' }, contacts)).to.not.equal('CAPPED');
  });

  it('[D10] SATIATED: for one half-life after a purchase, and never a complement; from then on what is left of it counts', () => {
    const bought = (days: number): Told => ({
      name: 'purchase',
      at: -days * DAY_MS,
      params: { items: [{ ...HOSE, item_id: 'other' }] },
    });
    expect(verdictOf({}, [bought(14 - 1e-8)])).to.equal('SATIATED');
    expect(verdictOf({}, [bought(14)])).to.equal('NOT_WIN_WIN');
    expect(verdictOf({ class: 'complement' }, [bought(1)])).to.equal('CHOSEN');
    expect(verdictOf({ category: ['garden', 'mowing'] }, [bought(1), said('garden/mowing', 2)])).to.equal('CHOSEN');
  });

  it('[D10] SATIATED: a half-life of 3.5 days, as for groceries, opens after 3.5 days', () => {
    const catalog = { ...shopOf(HOSE_OFFER), cycles: { 'garden/watering': 'P7D' } };
    const bought = (days: number): Told => ({
      name: 'purchase',
      at: -days * DAY_MS,
      params: { items: [{ ...HOSE, item_id: 'other' }] },
    });
    expect([3.4, 3.5].map((days) => verdictOf({}, [bought(days)], { catalog }))).to.deep.equal([
      'SATIATED',
      'NOT_WIN_WIN',
    ]);
  });

  it('[D10] WORN_OUT: seen five times of late', () => {
    const seen = (count: number, at = 0): readonly Told[] =>
      Array.from({ length: count }, () => about('offer_seen', at));
    expect(verdictOf({}, [...seen(5), said('garden', 2)])).to.equal('WORN_OUT');
    expect(verdictOf({}, [...seen(4), said('garden', 2)])).to.not.equal('WORN_OUT');
    expect(verdictOf({}, [...seen(5, -1), said('garden', 2)])).to.not.equal('WORN_OUT');
  });

  it('[D11] the rules stand in the order in which their verdicts bind', () => {
    expect(new Set(GATE_ORDER).size).to.equal(GATE_ORDER.length);
    expect(GATE_ORDER.every((verdict) => [...OFFER_ONLY_VERDICTS, ...SILENCE_REASONS].includes(verdict))).to.equal(
      true,
    );
  });

  it('[D11] the verdict that came furthest is the one that binds', () => {
    const stages: readonly (readonly [Partial<Offer>, string])[] = [
      [{ placements: ['cart'] }, 'NOTHING_ELIGIBLE'],
      [{ category: ['paint'], brand: 'Kwast' }, 'NOTHING_FITS'],
      [{ frequency: { lifetime: 0 } }, 'NOTHING_ELIGIBLE'],
      [{}, 'hose-3'],
    ];
    const offers = stages.map(([more], index) => ({
      ...HOSE_OFFER,
      product: `p${String(index)}`,
      id: `hose-${String(index)}`,
      ...more,
    }));
    for (const [last, [, wanted]] of stages.entries()) {
      const catalog = shopOf(...offers.slice(0, last + 1).reverse());
      expect(outcome(decideOn(logOf(FOND), { catalog }))).to.equal(wanted);
    }
  });
});
