import { expect } from 'chai';
import { decideOn, logOf, NOW, offer, outcome, shopOf, type Told } from '../../test/garden-shop.js';
import type { OfferClass } from './catalog.js';
import { DAY_MS, MINUTE_MS } from './clock.js';
import type { DecisionTrace } from './decision.js';
import { giftWaitsUntil } from './gift.js';
import { foldOf } from '../../test/garden-shop.js';

const worth = (id: string, offerClass: OfferClass): ReturnType<typeof offer> =>
  offer({ id, class: offerClass, price: 9995, discount: 2000, openTo: 'everyone' });
const SHOP = shopOf(worth('pets', 'question'), worth('garden', 'question'));
const shown = (id: string, at: number, more: Told['params'] = {}): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: id, decision_id: `d${String(at)}`, ...more },
});
const of = (name: Told['name'], at: number, id = 'pets'): Told => ({ name, at, params: { question_id: id, value: 1 } });
const asks = (told: readonly Told[], catalog = SHOP, at = 0): DecisionTrace => decideOn(logOf(told), { catalog, at });
const only = shopOf(worth('pets', 'question'));

describe('questions among the offers', () => {
  it('[D209] K2: what was answered or declined is not asked, with the time until when, and no way out', () => {
    expect(outcome(asks([]))).to.equal('garden');
    for (const name of ['question_answered', 'question_declined'] as const) {
      const trace = asks([of(name, -40 * DAY_MS)], only);
      expect(trace.counts).to.deep.equal({ COOLDOWN: 1 });
      const { reason, until, endedBy } = trace.decision.silence ?? {};
      expect([reason, until, endedBy]).to.deep.equal(['NOTHING_ELIGIBLE', NOW.at + 325 * DAY_MS, undefined]);
      expect(outcome(asks([of(name, -40 * DAY_MS)]))).to.equal('garden');
    }
  });

  it('[D209] one question in fourteen days, however it was put; in the same visit the same one is still on the table', () => {
    const asked = {
      'put by ask()': of('question_put', -DAY_MS, 'shoes'),
      shown: shown('garden', -DAY_MS, { class: 'question' }),
    };
    for (const [how, row] of Object.entries(asked)) {
      expect(asks([row], only).counts, how).to.deep.equal({ COOLDOWN: 1 });
      expect(asks([row], only).decision.silence?.until, how).to.equal(NOW.at + 13 * DAY_MS);
      expect(outcome(asks([row], only, 13 * DAY_MS)), how).to.equal('pets');
    }
    expect(outcome(asks([shown('pets', -MINUTE_MS)]))).to.equal('pets');
    expect(outcome(asks([shown('pets', -DAY_MS)]))).to.equal('NOTHING_ELIGIBLE');
  });

  it('[D209] the question of a shop that no longer has it counts too, where its row says what it was', () => {
    expect(outcome(asks([shown('gone', -DAY_MS)]))).to.equal('garden');
    expect(outcome(asks([shown('gone', -DAY_MS, { class: 'question' })]))).to.equal('NOTHING_ELIGIBLE');
    expect(outcome(asks([shown('gone', -DAY_MS, { class: 'help' })]))).to.equal('garden');
  });

  it('[D210] M7: a gift and a question say what they are, so that their rest outlasts the catalogue', () => {
    expect(asks([]).decision.offers[0]?.class).to.equal('question');
    expect(decideOn(logOf([]), { catalog: shopOf(worth('a', 'help')) }).decision.offers[0]).to.not.have.property(
      'class',
    );
    const { contacts } = foldOf(
      logOf([shown('gone', -DAY_MS, { class: 'gift' }), shown('gone', -DAY_MS, { class: 'x' })]),
    );
    expect(contacts.map((each) => [each.class, each.promotional])).to.deep.equal([
      ['gift', false],
      [undefined, true],
    ]);
    const until = giftWaitsUntil(contacts, { at: NOW.at, standing: { standing: 'fine' } });
    expect(until).to.equal(NOW.at + 179 * DAY_MS);
  });
});
