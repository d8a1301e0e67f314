import { expect } from 'chai';
import { clicked, decideOn, HOSE, logOf, offer, shopOf, type Told } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { DAY_MS } from './clock.js';
import type { Ground } from './decision.js';

const GARDEN = { class: 'suggest', category: ['garden', 'watering'], brand: 'Sprig', price: 2495 } as const;
const MORE: Told = { name: 'preference_stated', params: { facet: 'category', value: 'garden', level: 2 } };

function groundsFor(about: Partial<Offer>, told: readonly Told[]): readonly Ground[] {
  return decideOn(logOf(told), { catalog: shopOf(offer({ id: 'o', ...GARDEN, ...about })) }).grounds;
}
const reasons = (...given: Parameters<typeof groundsFor>): string =>
  groundsFor(...given)
    .map(({ reason }) => reason)
    .join(' ');

describe('grounds', () => {
  it('[D20] what the shopper said comes first, with the row that says it', () => {
    expect(groundsFor({}, [MORE])).to.deep.equal([
      { reason: 'YOU_SAID', facet: 'category', about: 'garden', evidence: ['a:1'], count: 1 },
    ]);
  });

  it('[D20] what was looked at is named by its narrowest value, with the latest five rows and how many there are', () => {
    const told = [0, 5000, 10_000].flatMap((at) => clicked(HOSE, at - DAY_MS));
    expect(groundsFor({}, told)).to.deep.equal([
      {
        reason: 'YOU_OFTEN',
        facet: 'category',
        about: 'garden/watering',
        evidence: ['a:2', 'a:3', 'a:4', 'a:5', 'a:6'],
        count: 6,
      },
    ]);
  });

  it('[D20] a saving, help and a need that returns are grounds of the offer itself', () => {
    expect(reasons({ class: 'coupon', discount: 100 }, [MORE])).to.equal('YOU_SAID SAVES_MONEY');
    expect(reasons({ class: 'replenish' }, [MORE])).to.equal('YOU_SAID DUE_AGAIN');
    const help = offer({ id: 'help', class: 'help', category: ['garden'] });
    // what help is worth is reckoned from what the shop sells
    const catalog = shopOf(help, offer({ id: 'mower', class: 'suggest', category: ['mowing'], price: 90_000 }));
    expect(decideOn(logOf([MORE]), { catalog }).grounds.map(({ reason, about }) => `${reason} ${about}`)).to.deep.equal(
      ['YOU_SAID garden', 'HELP_FIRST help'],
    );
  });

  it('[D20] a complement names what it goes with: of a mixed basket, the thing from its own department', () => {
    const items = [{ item_id: 'p', item_category: 'paint' }, HOSE];
    const told: readonly Told[] = [{ name: 'purchase', at: -DAY_MS, params: { items } }, MORE];
    expect(groundsFor({ class: 'complement' }, told)[1]).to.deep.equal({
      reason: 'GOES_WITH',
      facet: 'category',
      about: 'garden/watering',
      evidence: ['a:1'],
      count: 1,
    });
  });

  it('[D20] with nothing to go by, it is new, and says so', () => {
    const invited: Told = { name: 'mode_set', params: { mode: 'show_me' } };
    expect(reasons({}, [invited])).to.equal('NEW_FOR_YOU');
  });
});
