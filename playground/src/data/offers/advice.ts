import type { ShopOffer } from '../offer.js';

/**
 * Facts, ideas and answers. They state no margin, so the labelled default of 30 % of the price applies. What is said of a
 * thing on offer elsewhere names no price of its own: one thing has one price.
 */
export const advice: readonly ShopOffer[] = [
  {
    id: 'inform-rain-barrel-subsidy',
    class: 'inform',
    category: ['garden', 'watering'],
    brand: 'Zinkhoeve',
    product: 'rain-barrel-200l',
    content: {
      en: {
        title: 'Some municipalities help pay for a rain barrel',
        text: 'Ask yours before you buy: some want the receipt, some a photo. Ours holds 200 litres.',
        action: { label: 'Read more', url: '#/product/rain-barrel-200l' },
      },
      nl: {
        title: 'Sommige gemeenten betalen mee aan een regenton',
        text: 'Vraag het na voordat je koopt: de ene wil de bon, de andere een foto. De onze is voor 200 liter.',
        action: { label: 'Lees meer', url: '#/product/rain-barrel-200l' },
      },
    },
    when: { 'viewing.category': { $in: ['garden'] } },
    channels: ['slot'],
    placements: ['home', 'product'],
    frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'inform-smoke-alarm-rule',
    class: 'inform',
    category: ['electrical', 'alarms'],
    brand: 'Waaktal',
    price: 1995,
    product: 'smoke-alarm',
    content: {
      en: {
        title: 'One smoke alarm on every floor',
        text: 'In the Netherlands every floor with living space needs one. This one runs ten years and costs €19.95.',
        action: { label: 'Read more', url: '#/product/smoke-alarm' },
      },
      nl: {
        title: 'Op elke verdieping een rookmelder',
        text: 'In Nederland is er een verplicht op elke verdieping met een woonruimte. Deze werkt tien jaar en kost € 19,95.',
        action: { label: 'Lees meer', url: '#/product/smoke-alarm' },
      },
    },
    channels: ['slot'],
    placements: ['home', 'product'],
    frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'inform-sawing-service',
    class: 'inform',
    category: ['wood', 'sheets'],
    brand: 'Houtwende',
    price: 2995,
    product: 'plywood-12',
    content: {
      en: {
        title: 'We saw your sheet to size',
        text: 'Three cuts are free at the timber counter. 12 mm birch plywood is €29.95 a sheet.',
        action: { label: 'Read more', url: '#/product/plywood-12' },
      },
      nl: {
        title: 'Wij zagen je plaat op maat',
        text: 'Drie zaagsneden zijn gratis bij de houtbalie. Berken multiplex van 12 mm kost € 29,95 per plaat.',
        action: { label: 'Lees meer', url: '#/product/plywood-12' },
      },
    },
    when: { 'viewing.category': { $in: ['wood'] } },
    channels: ['slot'],
    placements: ['home', 'product', 'cart'],
    frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'inspire-bee-border',
    class: 'inspire',
    category: ['garden', 'plants'],
    brand: 'Bloemhaag',
    price: 895,
    product: 'meadow-seed',
    content: {
      en: {
        title: 'A border for bees',
        text: 'Sow in spring or September, water for two weeks, and wait. Seed for 25 square metres is €8.95.',
        action: { label: 'See the seed', url: '#/product/meadow-seed' },
      },
      nl: {
        title: 'Een border voor bijen',
        text: 'Zaai in het voorjaar of in september, geef twee weken water en wacht af. Zaad voor 25 vierkante meter kost € 8,95.',
        action: { label: 'Bekijk het zaad', url: '#/product/meadow-seed' },
      },
    },
    channels: ['slot'],
    placements: ['home', 'product', 'thanks'],
    frequency: { custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'inspire-evening-light',
    class: 'inspire',
    category: ['lighting', 'outdoor'],
    brand: 'Lumeroo',
    price: 2995,
    product: 'string-lights',
    content: {
      en: {
        title: 'Supper outside, with light',
        text: 'Ten metres of light from the house to the shed. €29.95, may stay out all winter.',
        action: { label: 'See the string lights', url: '#/product/string-lights' },
      },
      nl: {
        title: 'Buiten eten, met licht',
        text: 'Tien meter licht van huis naar schuur. € 29,95, mag de hele winter blijven hangen.',
        action: { label: 'Bekijk het lichtsnoer', url: '#/product/string-lights' },
      },
    },
    channels: ['slot'],
    placements: ['home', 'thanks'],
    frequency: { custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'help-how-much-paint',
    class: 'help',
    category: ['paint', 'wall'],
    brand: 'Kleurwad',
    price: 3295,
    product: 'wall-paint-white-5l',
    content: {
      en: {
        title: 'How much paint do I need?',
        text: 'Length times height of the walls, divided by seven, is the litres for one coat. Five litres cost €32.95.',
        action: { label: 'See coverage', url: '#/product/wall-paint-white-5l' },
      },
      nl: {
        title: 'Hoeveel verf heb ik nodig?',
        text: 'Lengte maal hoogte van de muren, gedeeld door zeven, is het aantal liters voor één laag. Vijf liter kost € 32,95.',
        action: { label: 'Bekijk de dekking', url: '#/product/wall-paint-white-5l' },
      },
    },
    when: { 'viewing.category': { $in: ['paint'] } },
    channels: ['slot'],
    placements: ['home', 'product', 'cart'],
    frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P14D' }] },
  },
  {
    id: 'help-which-plug',
    class: 'help',
    category: ['fasteners', 'plugs'],
    brand: 'Schroefdal',
    price: 749,
    product: 'hollow-wall-plugs',
    content: {
      en: {
        title: 'Which plug for which wall?',
        text: 'Brick or concrete takes a plain plug; plasterboard takes one that opens behind it, €7.49 for ten.',
        action: { label: 'See the plugs', url: '#/product/hollow-wall-plugs' },
      },
      nl: {
        title: 'Welke plug voor welke muur?',
        text: 'Baksteen en beton vragen een gewone plug, gipsplaat een plug die erachter openklapt: € 7,49 voor tien stuks.',
        action: { label: 'Bekijk de pluggen', url: '#/product/hollow-wall-plugs' },
      },
    },
    when: { 'viewing.category': { $in: ['fasteners'] } },
    channels: ['slot'],
    placements: ['home', 'product', 'cart'],
    frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P14D' }] },
  },
];
