import type { ShopOffer } from '../offer.js';

/** Essentials that run out: the same thing at the same price, without a story. */
export const replenishments: readonly ShopOffer[] = [
  {
    id: 'replenish-batteries-aa',
    class: 'replenish',
    category: ['electrical', 'batteries'],
    brand: 'Celvonk',
    price: 1095,
    margin: 383,
    product: 'batteries-aa',
    content: {
      en: {
        title: 'AA batteries, sixteen',
        text: 'The usual pack at the usual price: €10.95.',
        action: { label: 'See the product', url: '#/product/batteries-aa' },
      },
      nl: {
        title: 'AA-batterijen, zestien stuks',
        text: 'Het vertrouwde pak voor de vertrouwde prijs: € 10,95.',
        action: { label: 'Bekijk het product', url: '#/product/batteries-aa' },
      },
    },
    when: { 'bought.items': { $in: ['batteries-aa', 'watering-timer'] } },
    channels: ['slot'],
    placements: ['home', 'cart'],
    frequency: { custom: [{ cap: 1, period: 'P30D' }] },
  },
  {
    id: 'replenish-potting-soil-40l',
    class: 'replenish',
    category: ['garden', 'care'],
    brand: 'Aardwin',
    price: 749,
    margin: 225,
    product: 'potting-soil-40l',
    content: {
      en: {
        title: 'Potting soil, 40 litres',
        text: 'The same peat-free soil, €7.49 a bag, delivered or ready to collect.',
        action: { label: 'See the product', url: '#/product/potting-soil-40l' },
      },
      nl: {
        title: 'Potgrond, 40 liter',
        text: 'Dezelfde turfvrije potgrond, € 7,49 per zak, bezorgd of klaar om af te halen.',
        action: { label: 'Bekijk het product', url: '#/product/potting-soil-40l' },
      },
    },
    when: { 'bought.items': { $in: ['potting-soil-40l'] } },
    channels: ['slot'],
    placements: ['home', 'cart'],
    frequency: { custom: [{ cap: 1, period: 'P30D' }] },
  },
  {
    id: 'replenish-screws-4x40',
    class: 'replenish',
    category: ['fasteners', 'screws'],
    brand: 'Schroefdal',
    price: 649,
    margin: 292,
    product: 'screws-4x40',
    content: {
      en: {
        title: 'Wood screws, 4 × 40 mm',
        text: 'The same bag of 200 for €6.49.',
        action: { label: 'See the product', url: '#/product/screws-4x40' },
      },
      nl: {
        title: 'Houtschroeven, 4 × 40 mm',
        text: 'Dezelfde zak van 200 voor € 6,49.',
        action: { label: 'Bekijk het product', url: '#/product/screws-4x40' },
      },
    },
    when: { 'bought.items': { $in: ['screws-4x40'] } },
    channels: ['slot'],
    placements: ['home', 'cart'],
    frequency: { custom: [{ cap: 1, period: 'P30D' }] },
  },
];
