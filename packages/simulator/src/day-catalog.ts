import type { Catalog, Offer } from 'tactful/engine';
import { shopOf, type WorldShop } from './world-shop.js';

interface Said {
  readonly title: readonly [en: string, nl: string];
  readonly text: readonly [en: string, nl: string];
}

function offer(id: string, about: Omit<Offer, 'id' | 'content'>, { title, text }: Said): Offer {
  return {
    id,
    ...about,
    content: { en: { title: title[0], text: text[0] }, nl: { title: title[1], text: text[1] } },
  };
}

/** What a shop around the corner could say in a day: garden, food and ice cream. Made up; prices in cents. */
export const DAY_CATALOG: Catalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  cycles: { 'ice cream': 'P3D', food: 'P7D', garden: 'P28D' },
  offers: [
    offer(
      'garden-hose',
      { class: 'suggest', category: ['garden'], price: 3400, margin: 1200 },
      {
        title: ['Hose of 25 metres', 'Tuinslang van 25 meter'],
        text: ['Rolls up by itself.', 'Rolt zichzelf op.'],
      },
    ),
    offer(
      'garden-pots',
      { class: 'coupon', openTo: 'everyone', category: ['garden'], price: 2600, margin: 900, discount: 260 },
      {
        title: ['Herb pots, a tenth off', 'Kruidenpotten, een tiende eraf'],
        text: ['Open to everybody this week.', 'Deze week voor iedereen.'],
      },
    ),
    offer(
      'food-bread',
      { class: 'suggest', category: ['food'], price: 900, margin: 320 },
      {
        title: ['Bread box for the week', 'Broodpakket voor de week'],
        text: ['Baked next door.', 'Hiernaast gebakken.'],
      },
    ),
    offer(
      'food-fruit',
      { class: 'coupon', openTo: 'everyone', category: ['food'], price: 1200, margin: 420, discount: 120 },
      {
        title: ['Fruit bag, a tenth off', 'Fruittas, een tiende eraf'],
        text: ['Open to everybody this week.', 'Deze week voor iedereen.'],
      },
    ),
    offer(
      'ice-tub',
      { class: 'suggest', category: ['ice cream'], price: 800, margin: 320 },
      {
        title: ['A litre of lemon ice', 'Een liter citroenijs'],
        text: ['Made this morning.', 'Vanmorgen gemaakt.'],
      },
    ),
    offer(
      'ice-card',
      { class: 'coupon', openTo: 'everyone', category: ['ice cream'], price: 800, margin: 320, discount: 80 },
      {
        title: ['Ice cream, a tenth off', 'IJs, een tiende eraf'],
        text: ['Open to everybody this week.', 'Deze week voor iedereen.'],
      },
    ),
    offer(
      'hose-below-price',
      {
        class: 'coupon',
        openTo: 'everyone',
        category: ['garden'],
        price: 3400,
        margin: 1200,
        discount: 340,
        placements: ['tell_me'],
        validFrom: '2026-06-09T20:50:00+02:00',
      },
      {
        title: ['The hose is below your price', 'De tuinslang is onder jouw prijs'],
        text: ['You asked to be told.', 'Je vroeg om een seintje.'],
      },
    ),
    offer(
      'parcel-help',
      { class: 'help', placements: ['service'] },
      {
        title: ['Where is my parcel?', 'Waar is mijn pakje?'],
        text: ['Somebody looks for it now.', 'Iemand zoekt het nu op.'],
      },
    ),
  ],
};

/** The shop around the corner, ready to be lived in. */
export function dayShop(): WorldShop {
  return shopOf(DAY_CATALOG);
}
