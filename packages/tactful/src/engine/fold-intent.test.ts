import { expect } from 'chai';
import { foldOf, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Now } from './clock.js';
import { clearIntent, intentAt, unfinishedIntent, type IntentReading, type Unfinished } from './fold-intent.js';
import { afterEvidence, INTENT_PRIOR } from './intent.js';
import { INTENT_LIKELIHOOD, type IntentSignal } from './intent-signal.js';
import type { JsonObject } from './json.js';

const later = (ms: number): Now => ({ ...NOW, at: NOW.at + ms });
const intent = (told: readonly Told[], ms = 0): IntentReading => intentAt(foldOf(logOf(told)), later(ms));
const left = (told: readonly Told[], ms: number): Unfinished | undefined =>
  unfinishedIntent(foldOf(logOf(told)), later(ms));
const page = (type: string, at = 0): Told => ({ name: 'page_view', at, params: { page_type: type } });
const about = (name: Told['name'], item: JsonObject = HOSE, at = 0): Told => ({ name, at, params: { items: [item] } });
/** Three rows that tell the same three times. */
const thrice = (told: Told): readonly Told[] => [told, told, told];
const READING: readonly Told[] = [
  about('view_item'),
  page('specs', 1000),
  page('reviews', 2000),
  page('compare', 3000),
];

describe('the intent of a visit', () => {
  const believed = (...signals: readonly IntentSignal[]): IntentReading['belief'] =>
    signals.reduce((belief, signal) => afterEvidence(belief, INTENT_LIKELIHOOD[signal]), INTENT_PRIOR);

  it('[P44] fewer than three rows that tell something leave the prior', () => {
    const few = intent([page('reviews'), page('reviews'), page('home')]);
    expect([few.basis, few.belief, few.ids]).to.deep.equal(['prior', INTENT_PRIOR, ['a:1', 'a:2']]);
    expect(intent(thrice(page('reviews'))).basis).to.equal('observed');
  });

  it('[P44] the rows of a visit go through the filter in their order', () => {
    const told: readonly Told[] = [
      { name: 'search', params: { search_term: 'hose' } },
      about('view_item_list'),
      about('view_item'),
      about('view_item'),
      about('add_to_wishlist'),
      { name: 'view_cart' },
      { name: 'begin_checkout' },
      { name: 'add_payment_info' },
    ];
    expect(intent(told).belief).to.deep.equal(
      believed('search', 'list', 'item', 'item_again', 'wishlist', 'cart', 'checkout', 'payment'),
    );
  });

  const PAGES: readonly (readonly [string, IntentSignal])[] = [
    ['Specs', 'compare'],
    ['how-to', 'guide'],
    ['Inspiratie', 'lookbook'],
    ['order status', 'service'],
    ['openingstijden', 'store'],
  ];
  for (const [type, signal] of PAGES) {
    it(`[P44] a page that calls itself "${type}" is of the kind ${signal}`, () => {
      expect(intent(thrice(page(type))).belief).to.deep.equal(believed(signal, signal, signal));
      const group: Told = { name: 'page_view', params: { content_group: type } };
      expect(intent(thrice(group)).belief).to.deep.equal(believed(signal, signal, signal));
    });
  }

  it('[P44] one search that is told by both of its names is one search', () => {
    const told: readonly Told[] = [
      { name: 'search' },
      { name: 'view_search_results' },
      { name: 'view_search_results' },
    ];
    expect(intent(told).ids).to.deep.equal(['a:1']);
  });

  it('[P44] the shopper says what this visit is for, and that holds for the visit', () => {
    const said: Told = { name: 'intent_stated', params: { intent: 'help' } };
    const told = [said, ...thrice(about('add_to_cart'))];
    expect([intent(told).basis, clearIntent(intent(told)), intent(told).ids]).to.deep.equal([
      'stated',
      'support',
      ['a:1'],
    ]);
    expect(intent(told, HOUR_MS).basis).to.equal('prior');
    expect(intent([{ name: 'intent_stated', params: { intent: 'world peace' } }]).basis).to.equal('prior');
  });

  it('[P44] a new visit starts anew, and a belief fades while nothing happens', () => {
    const told = thrice({ name: 'begin_checkout' });
    expect(intent(told).belief.buy).to.be.above(0.97);
    expect(intent(told, 20 * MINUTE_MS).belief.buy).to.be.closeTo(0.25 + (intent(told).belief.buy - 0.25) / 2, 1e-12);
    expect(intent(told, 30 * MINUTE_MS).belief).to.deep.equal(INTENT_PRIOR);
    expect(intent([...told, page('home', HOUR_MS)], HOUR_MS).ids).to.deep.equal([]);
  });
});

describe('C8: coming back later', () => {
  it('[P45] C8: a visit that ended in information can be picked up, from the next moment on', () => {
    expect(left(READING, 10_000)).to.equal(undefined);
    const found = left(READING, DAY_MS);
    expect([found?.item.id, found?.ids]).to.deep.equal(['hose-25', ['a:1', 'a:2', 'a:3', 'a:4']]);
    expect(left([...READING, page('home', DAY_MS)], DAY_MS)?.item.id).to.equal('hose-25');
  });

  it('[P45] C8: it is over when it was bought, wherever, or after thirty days', () => {
    const bought: Told = { ...about('purchase', { ...HOSE, item_id: 'hose-50' }, DAY_MS), origin: 'relation' };
    expect(left([...READING, bought], 2 * DAY_MS)).to.equal(undefined);
    expect(left([...READING, about('purchase', HOSE, 4000)], DAY_MS)).to.equal(undefined);
    expect(left(READING, 30 * DAY_MS)?.item.id).to.equal('hose-25');
    expect(left(READING, 30 * DAY_MS + 3000)).to.equal(undefined);
  });

  it('[P45] C8: a visit for fun, a visit of somebody else and a sensitive matter leave nothing', () => {
    expect(left([about('view_item'), ...thrice(page('lookbook'))], DAY_MS)).to.equal(undefined);
    expect(left([...READING, { name: 'visit_marked', at: 4000, params: { as: 'gift' } }], DAY_MS)).to.equal(undefined);
    const pills = { item_id: 'p', item_category: 'medicine' };
    expect(left([about('view_item', pills), ...thrice(page('specs', 1))], DAY_MS)).to.equal(undefined);
  });

  it('[P45] C8: forgetting the rows forgets that there was anything to pick up', () => {
    expect(left(READING.slice(1), DAY_MS)).to.equal(undefined);
  });
});
