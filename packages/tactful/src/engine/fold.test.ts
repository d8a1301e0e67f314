import { expect } from 'chai';
import { clicked, foldOf, HOSE, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import type { EventName } from './event-names.js';
import { evidenceKey } from './evidence.js';
import type { Folded } from './folded.js';

const fold = (...told: readonly Told[]): Folded => foldOf(logOf(told));
const WATERING = evidenceKey('category', 'garden/watering');
const massOf = (folded: Folded, key = WATERING): number => folded.evidence.get(key)?.mass.value ?? 0;
const againstOf = (folded: Folded): number => folded.evidence.get(WATERING)?.against.value ?? 0;
const about = (name: EventName, more: Partial<Told> = {}): Told => ({ name, params: { items: [HOSE] }, ...more });

describe('fold', () => {
  const WEIGHTS: readonly (readonly [EventName, number, number])[] = [
    ['view_item_list', 0, 0],
    ['view_item', 0.05, 0],
    ['select_item', 0.15, 0],
    ['add_to_wishlist', 0.6, 0],
    ['share', 0.6, 0],
    ['add_to_cart', 0.5, 0],
    ['remove_from_cart', 0, 0.3],
    ['purchase', 1, 0],
    ['refund', 0, 0.8],
  ];
  for (const [name, mass, against] of WEIGHTS) {
    it(`[P3] ${name} speaks for its category with ${mass} and against it with ${against}`, () => {
      const folded = fold(about(name));
      expect([massOf(folded), againstOf(folded)]).to.deep.equal([mass, against]);
    });
  }

  it('[P3] a look of ten seconds is interest, a shorter one curiosity', () => {
    const looked = (ms: number): number =>
      massOf(fold(about('view_item', { params: { items: [HOSE], engagement_time_msec: ms } })));
    expect([looked(9_999), looked(10_000)]).to.deep.equal([0.05, 0.2]);
  });

  it("[P3] a search speaks for the categories it names, in the shopper's own words", () => {
    const folded = fold({ name: 'search', params: { search_term: 'Watering, cheap' } });
    expect([massOf(folded), massOf(folded, evidenceKey('category', 'garden'))]).to.deep.equal([0.3, 0.3]);
    expect(fold({ name: 'search', params: { search_term: 'curtains' } }).evidence.size).to.equal(0);
  });

  it('[P3] an event counts for each prefix of the category and for the brand', () => {
    expect([...fold(about('select_item')).evidence.keys()]).to.have.members([
      'category garden',
      WATERING,
      'brand Sprig',
    ]);
  });

  it('[P3] an item without categories gets those of the product in the catalogue', () => {
    expect(massOf(fold({ name: 'view_item', params: { items: [{ item_id: 'hose-25' }] } }))).to.equal(0.05);
    expect(massOf(fold({ name: 'view_item', params: { items: [{ item_id: 'unknown' }] } }))).to.equal(0);
  });

  it('[P3] one visit gives a value at most 2, the next visit may give again', () => {
    const hour = (start: number): readonly Told[] =>
      Array.from({ length: 9 }, (_, n) => about('add_to_wishlist', { at: start + n }));
    expect(massOf(fold(...hour(0)))).to.be.closeTo(2, 1e-8);
    expect(massOf(fold(...hour(0), ...hour(2 * HOUR_MS)))).to.be.closeTo(4, 0.01);
  });

  it('[P3] a refund cancels what its purchase taught, and the purchase itself', () => {
    const folded = fold(
      about('purchase', { at: -DAY_MS, params: { transaction_id: 't1', items: [HOSE] } }),
      about('refund', { params: { transaction_id: 't1', items: [HOSE] } }),
    );
    expect([massOf(folded), againstOf(folded), folded.purchases.length]).to.deep.equal([0, 0.8, 0]);
  });

  it('[P3] what became of an offer speaks about what it offered', () => {
    expect(massOf(fold({ name: 'offer_accepted', params: { offer_id: 'hose' } }))).to.equal(0.3);
    expect(againstOf(fold({ name: 'offer_dismissed', params: { offer_id: 'hose' } }))).to.equal(0.5);
    expect(againstOf(fold({ name: 'offer_not_for_me', params: { offer_id: 'hose' } }))).to.equal(2);
    expect(fold({ name: 'offer_accepted', params: { offer_id: 'gone' } }).evidence.size).to.equal(0);
  });

  it('[P3] older evidence has decayed when newer arrives', () => {
    expect(massOf(fold(about('purchase', { at: -30 * DAY_MS }), about('purchase')))).to.equal(1.5);
  });

  it('[P5] incidental rows are read by nothing', () => {
    expect(fold(about('purchase', { origin: 'incidental' }))).to.deep.equal(fold());
  });

  it('[P6] a visit lasts while less than 30 minutes pass between rows', () => {
    const views = (...at: readonly number[]): Folded =>
      fold(...at.map((each): Told => ({ name: 'page_view', at: each })));
    expect(views(0, 29 * MINUTE_MS, 58 * MINUTE_MS).visit.count).to.equal(1);
    expect(views(0, 30 * MINUTE_MS).visit).to.include({ count: 2, startedAt: NOW.at + 30 * MINUTE_MS });
  });

  it('[P6] a visit ends at local midnight', () => {
    // the examples begin at ten in the morning
    const midnight = 14 * HOUR_MS;
    const folded = fold({ name: 'page_view', at: midnight - MINUTE_MS }, { name: 'page_view', at: midnight });
    expect(folded.visit.count).to.equal(2);
  });

  it('[P6] a new visit begins with nothing in view, a page_view marks a new moment', () => {
    expect(fold(about('view_item')).viewing?.id).to.equal('hose-25');
    expect(fold(about('view_item'), { name: 'page_view', at: 1 }).viewing).to.equal(undefined);
    expect(fold(about('view_item'), { name: 'search', at: HOUR_MS }).viewing).to.equal(undefined);
  });

  it('[P7] the cart holds what was added, less what was removed, until it is bought', () => {
    const add = (quantity: number, at: number): Told => ({
      name: 'add_to_cart',
      at,
      params: { items: [{ ...HOSE, quantity }] },
    });
    const quantity = (folded: Folded): number | undefined => folded.cart.get('hose-25')?.quantity;
    expect(quantity(fold(add(2, 0), add(1, 1)))).to.equal(3);
    expect(quantity(fold(add(2, 0), { ...add(1, 1), name: 'remove_from_cart' }))).to.equal(1);
    expect(fold(add(1, 0), { ...add(1, 1), name: 'remove_from_cart' }).cart.size).to.equal(0);
    expect(fold(add(1, 0), about('purchase', { at: 1 })).cart.size).to.equal(0);
  });

  it('[P8] the last word of the shopper stands', () => {
    const say = (level: number, at: number): Told => ({
      name: 'preference_stated',
      at,
      params: { facet: 'category', value: 'garden', level },
    });
    const key = evidenceKey('category', 'garden');
    expect(fold(say(2, 0), say(-1, 1)).stated.get(key)).to.include({ value: -1, id: 'a:2' });
    expect(fold(say(2, 1), say(-1, 0)).stated.get(key)).to.include({ value: 2, id: 'a:1' });
    // An imported row may shout; it counts as much as a level can.
    expect([1e308, -9].map((level) => fold(say(level, 0)).stated.get(key)?.value)).to.deep.equal([2, -2]);
    const withdrawn: Told = { name: 'preference_withdrawn', at: 2, params: { facet: 'category', value: 'garden' } };
    expect(fold(say(2, 0), withdrawn).stated.size).to.equal(0);
    expect(
      fold({ name: 'mode_set', params: { mode: 'paused' } }, { name: 'mode_set', at: 1, params: { mode: 'normal' } })
        .mode?.value,
    ).to.equal('normal');
  });

  it('[P8] quiet times lengthen one another until the shopper ends them', () => {
    const quiet = (until: number, at = 0): Told => ({ name: 'quiet_set', at, params: { until } });
    expect(fold(quiet(9), quiet(5, 1)).quiet?.value).to.equal(9);
    expect(fold(quiet(9), { name: 'quiet_ended', at: 1 }).quiet).to.equal(undefined);
    expect(fold(quiet(9), { name: 'quiet_ended', at: 1 }, quiet(5, 2)).quiet?.value).to.equal(5);
  });

  it('[P8] a complaint is open until that one is resolved', () => {
    const complaint = (name: EventName, id: string, at: number): Told => ({ name, at, params: { complaint_id: id } });
    const folded = fold(
      complaint('complaint_opened', 'c1', 0),
      complaint('complaint_opened', 'c2', 1),
      complaint('complaint_resolved', 'c1', 2),
    );
    expect([...folded.complaints.keys()]).to.deep.equal(['c2']);
  });

  it('[P8] a check-out is open until it is bought or ended', () => {
    const begun: Told = { name: 'begin_checkout' };
    expect(fold(begun).checkout?.id).to.equal('a:1');
    expect(fold(begun, about('purchase', { at: 1 })).checkout).to.equal(undefined);
    expect(fold(begun, { name: 'task_ended', at: 1, params: { task_id: 'checkout' } }).checkout).to.equal(undefined);
    expect(fold(begun, { name: 'task_ended', at: 1, params: { task_id: 'photo-book' } }).checkout?.id).to.equal('a:1');
  });

  it('[P9] an exposure counts when it was shown; wear when it was seen', () => {
    const params = { offer_id: 'hose', decision_id: 'd1' };
    const folded = fold(
      { name: 'offer_decided', params },
      { name: 'offer_shown', at: 1, params },
      { name: 'offer_seen', at: 2, params },
    );
    expect(folded.contacts).to.have.length(1);
    expect(folded.contacts[0]).to.include({ decisionId: 'd1', offerId: 'hose', at: NOW.at + 1, promotional: true });
    expect(folded.seen.get('hose')).to.deep.equal({ value: 1, at: NOW.at + 2 });
  });

  it('[P9] only promotional offers count as promotion; one that is no longer known counts as it', () => {
    const catalog = shopOf(offer({ id: 'help', class: 'help' }));
    const shown = (id: string): Told => ({ name: 'offer_shown', params: { offer_id: id } });
    const promotional = foldOf(logOf([shown('help'), shown('gone')]), { catalog }).contacts.map(
      (each) => each.promotional,
    );
    expect(promotional).to.deep.equal([false, true]);
  });

  it('[P9] "not for me" is a never', () => {
    expect([...fold({ name: 'offer_not_for_me', params: { offer_id: 'hose' } }).never.keys()]).to.deep.equal([
      'offer_id hose',
    ]);
  });

  it('[P2] three clicks in the garden, told in any order, give the same state', () => {
    const log = logOf([...clicked(HOSE, 0), ...clicked(HOSE, 5000), ...clicked(HOSE, 9000)]);
    expect(foldOf([...log].reverse())).to.deep.equal(foldOf(log));
  });
});
