import { expect } from 'chai';
import { GARDEN_SHOP, foldOf, HOSE, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { exp, ln } from './dmath.js';
import type { JsonObject } from './json.js';
import { DEFAULT_MODEL } from './policy.js';
import { relationshipFeatures } from './relationship-features.js';
import { RELATIONSHIP_FEATURES } from './relationship-type.js';
import type { FeatureReadings } from './scorecard.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const DRILL: JsonObject = { item_id: 'drill-18', item_category: 'tools', price: 8995 };
const features = (told: readonly Told[], at = 0): FeatureReadings =>
  relationshipFeatures(foldOf(logOf(told)), { catalog, at: NOW.at + at });
const buy = (day: number, items: readonly JsonObject[] = [HOSE], more: JsonObject = {}): Told => ({
  name: 'purchase',
  at: day * DAY_MS,
  params: { items, ...more },
});
const look = (day: number, item: JsonObject = HOSE, engaged = 0): Told => ({
  name: 'view_item',
  at: day * DAY_MS,
  params: { items: [item], engagement_time_msec: engaged },
});

describe('features of a relationship', () => {
  it('[P34] without rows all are neutral and rest on nothing', () => {
    for (const name of RELATIONSHIP_FEATURES) expect(features([])[name]).to.deep.equal({ value: 0.5, seen: 0 });
  });

  it('[P34] regularity is that of the days between purchases, 3.7 of 1 to 16 for 7, 7, 8, 6, 7', () => {
    const { regularity } = features([0, 7, 14, 22, 28, 35].map((day) => buy(day)));
    expect(regularity.value).to.be.closeTo((3.728 - 1) / (3.728 + 1), 1e-3);
    expect(regularity.seen).to.equal(5);
    expect(features([buy(0), buy(0.1)]).regularity.seen).to.equal(0);
  });

  it('[P34] breadth is the entropy over the departments of the shop', () => {
    expect(features([buy(0), buy(1)]).breadth).to.deep.equal({ value: 0, seen: 2 });
    const { breadth } = features([buy(0), buy(1, [DRILL])]);
    expect(breadth.value).to.be.closeTo(ln(2) / ln(3), 1e-15);
    expect(features([buy(0, [{ item_id: 'x', item_category: 'tobacco' }])]).breadth.seen).to.equal(0);
  });

  it('[P34] novelty is what was not met on an earlier visit; a first visit tells nothing of it', () => {
    expect(features([buy(0), buy(0.01, [DRILL])]).novelty.seen).to.equal(0);
    expect(features([buy(0), buy(1), buy(2, [DRILL])]).novelty).to.deep.equal({ value: 0.5, seen: 2 });
    expect(features([look(0, HOSE, 20_000), buy(1)]).novelty).to.deep.equal({ value: 0, seen: 1 });
  });

  it('[P34] full prices and deals are known only where the shop tells of discounts', () => {
    expect(features([buy(0), buy(1)]).fullPrice.seen).to.equal(0);
    const told = [buy(0, [{ ...HOSE, discount: 0 }]), buy(1), buy(2, [{ ...HOSE, discount: 200 }]), buy(3)];
    expect(features(told).fullPrice).to.deep.equal({ value: 0.75, seen: 4 });
    expect(features(told).discount).to.deep.equal({ value: 0.25, seen: 4 });
    expect(features([buy(0, [HOSE, DRILL], { coupon: 'MAY' })]).fullPrice).to.deep.equal({ value: 0, seen: 2 });
  });

  it('[P34] a search for a discount counts, one for wholesale does not', () => {
    const search = (term: string): Told => ({ name: 'search', params: { search_term: term } });
    expect(features([search('hose kortingscode')]).discount).to.deep.equal({ value: 1, seen: 1 });
    expect(features([search('wholesale hoses'), search('saleswoman')]).discount.seen).to.equal(0);
  });

  it('[P34] effort is neutral at eight looks for a purchase, and counts from the first look on', () => {
    const looks = Array.from({ length: 8 }, () => look(0));
    expect(features([...looks, buy(1)]).effort).to.deep.equal({ value: 0.5, seen: 1 });
    expect(features([buy(-300), ...looks, buy(1)]).effort).to.deep.equal({ value: 0.5, seen: 1 });
    expect(features(looks).effort.seen).to.equal(0);
  });

  it('[P34] who was never asked has not refused to contribute', () => {
    const told = (name: Told['name']): Told => ({ name, params: { question_id: 'q' } });
    expect(features([told('page_view')]).contribution.seen).to.equal(0);
    expect(features([told('suggestion_made'), told('feedback_given')]).contribution).to.deep.equal({
      value: 1,
      seen: 2,
    });
    const mixed = [told('question_put'), told('question_declined'), told('question_put'), told('question_answered')];
    expect(features(mixed).contribution).to.deep.equal({ value: 0.5, seen: 2 });
  });

  it('[P34] service is what is asked of people and help, beside the purchases', () => {
    const complaint: Told = { name: 'complaint_opened', params: { complaint_id: 'c' } };
    expect(features([buy(0), buy(1), buy(2), buy(3), complaint]).service).to.deep.equal({ value: 0.5, seen: 5 });
    expect(features([{ name: 'intent_stated', params: { intent: 'support' } }]).service.value).to.equal(1);
    const shop = shopOf(offer({ id: 'advice', class: 'human' }));
    const asked = foldOf(logOf([{ name: 'offer_accepted', params: { offer_id: 'advice' } }]), { catalog: shop });
    expect(relationshipFeatures(asked, { catalog, at: NOW.at }).service.seen).to.equal(1);
  });

  it('[P34] sensitivity is a reaction within a week of a small failure', () => {
    const failure = (day: number, severity?: number): Told => ({
      name: 'service_failure',
      at: day * DAY_MS,
      params: severity === undefined ? {} : { severity },
    });
    const muted = (day: number): Told => ({ name: 'channel_muted', at: day * DAY_MS, params: { channel: 'email' } });
    const told = [failure(0), muted(7), failure(20), muted(27.1)];
    expect(features(told, 40 * DAY_MS).sensitivity).to.deep.equal({ value: 0.5, seen: 2 });
    expect(features([failure(0, 1.5), muted(1)], 40 * DAY_MS).sensitivity.seen).to.equal(0);
    expect(features([failure(0)], 7 * DAY_MS).sensitivity.seen).to.equal(0);
    expect(features([failure(0)], 7 * DAY_MS + 1).sensitivity).to.deep.equal({ value: 0, seen: 1 });
  });

  it('[P34] tenure grows with the days, and counts by the visits', () => {
    const { tenure } = features([look(0), look(1)], 365 * DAY_MS);
    expect(tenure.value).to.be.closeTo(1 - exp(-1), 1e-15);
    expect(tenure.seen).to.equal(2);
  });

  it('[P34] passion is attention per visit: a wish counts for one', () => {
    const wish: Told = { name: 'add_to_wishlist', at: HOUR_MS, params: { items: [HOSE] } };
    expect(features([wish]).passion).to.deep.equal({ value: 0.5, seen: 1 });
    expect(features([wish, look(1), look(2)]).passion).to.deep.equal({ value: 0.25, seen: 3 });
  });

  it('[P34] a gift, a refunded purchase and an order that is told twice change nothing', () => {
    const gift: readonly Told[] = [buy(5), { name: 'visit_marked', at: 5 * DAY_MS, params: { as: 'gift' } }];
    const refunded: readonly Told[] = [
      buy(6, [DRILL], { transaction_id: 't2' }),
      { name: 'refund', at: 6 * DAY_MS, params: { transaction_id: 't2' } },
    ];
    const once = [buy(0, [HOSE], { transaction_id: 't1' })];
    const { tenure, ...all } = features([...once, buy(4, [HOSE], { transaction_id: 't1' }), ...gift, ...refunded]);
    const { tenure: before, ...same } = features(once);
    expect(all).to.deep.equal(same);
    expect([before.seen, tenure.seen]).to.deep.equal([1, 3]);
  });
});
