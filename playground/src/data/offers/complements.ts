import type { ShopOffer } from '../offer.js';

/** What goes with something in the cart or bought before. */
export const complements: readonly ShopOffer[] = [
  {
    id: 'complement-roller-set',
    class: 'complement',
    category: ['paint', 'brushes'],
    brand: 'Borstelaar',
    price: 1695,
    margin: 678,
    product: 'roller-set',
    content: {
      en: {
        title: 'Roller, tray and grid for this paint',
        text: '25 cm, for smooth walls. €16.95 for the set of three.',
        action: { label: 'See the product', url: '#/product/roller-set' },
      },
      nl: {
        title: 'Roller, bak en rooster bij deze verf',
        text: '25 cm, voor gladde muren. € 16,95 voor de set van drie.',
        action: { label: 'Bekijk het product', url: '#/product/roller-set' },
      },
    },
    when: {
      $and: [
        {
          'cart.items': {
            $in: ['wall-paint-white-10l', 'wall-paint-white-5l', 'wall-paint-dune', 'wall-paint-sage', 'ceiling-paint'],
          },
        },
        { 'cart.items': { $nin: ['roller-set'] } },
        { 'bought.items': { $nin: ['roller-set'] } },
      ],
    },
    channels: ['slot'],
    placements: ['cart', 'product'],
  },
  {
    id: 'complement-wall-plugs-8',
    class: 'complement',
    category: ['fasteners', 'plugs'],
    brand: 'Schroefdal',
    price: 595,
    margin: 298,
    product: 'wall-plugs-8',
    content: {
      en: {
        title: '8 mm plugs for these screws',
        text: 'For brick and concrete, up to 50 kg each. €5.95 for a hundred.',
        action: { label: 'See the product', url: '#/product/wall-plugs-8' },
      },
      nl: {
        title: 'Pluggen van 8 mm bij deze schroeven',
        text: 'Voor baksteen en beton, tot 50 kg per stuk. € 5,95 voor honderd stuks.',
        action: { label: 'Bekijk het product', url: '#/product/wall-plugs-8' },
      },
    },
    when: { 'cart.items': { $in: ['screws-5x60'], $nin: ['wall-plugs-8'] } },
    channels: ['slot'],
    placements: ['cart', 'product'],
  },
  {
    id: 'complement-spray-gun',
    class: 'complement',
    category: ['garden', 'watering'],
    brand: 'Gietra',
    price: 1149,
    margin: 437,
    product: 'spray-gun',
    content: {
      en: {
        title: 'A spray gun that fits your hose',
        text: 'Seven patterns, from mist to hard jet. €11.49, online and in the shop.',
        action: { label: 'See the product', url: '#/product/spray-gun' },
      },
      nl: {
        title: 'Een spuitpistool dat op je slang past',
        text: 'Zeven standen, van nevel tot harde straal. € 11,49, online en in de winkel.',
        action: { label: 'Bekijk het product', url: '#/product/spray-gun' },
      },
    },
    when: { 'bought.items': { $in: ['hose-20m', 'hose-30m'], $nin: ['spray-gun'] } },
    channels: ['slot'],
    placements: ['home', 'product', 'thanks'],
  },
  {
    id: 'complement-parasol-foot',
    class: 'complement',
    category: ['garden', 'furniture'],
    brand: 'Zomerhoek',
    price: 4995,
    margin: 1648,
    product: 'parasol-foot',
    content: {
      en: {
        title: 'The foot for this parasol',
        text: '25 kg of concrete on two wheels. €49.95, delivered with the parasol.',
        action: { label: 'See the product', url: '#/product/parasol-foot' },
      },
      nl: {
        title: 'De voet bij deze parasol',
        text: '25 kg beton op twee wieltjes. € 49,95, samen met de parasol bezorgd.',
        action: { label: 'Bekijk het product', url: '#/product/parasol-foot' },
      },
    },
    when: {
      $and: [
        { $or: [{ 'cart.items': { $in: ['parasol-3m'] } }, { 'bought.items': { $in: ['parasol-3m'] } }] },
        { 'cart.items': { $nin: ['parasol-foot'] } },
        { 'bought.items': { $nin: ['parasol-foot'] } },
      ],
    },
    channels: ['slot'],
    placements: ['cart', 'home', 'product'],
  },
  {
    id: 'complement-drill-bit-set',
    class: 'complement',
    category: ['tools', 'power'],
    brand: 'Torvink',
    price: 2495,
    margin: 998,
    product: 'drill-bit-set',
    content: {
      en: {
        title: 'Fifteen bits for your drill',
        text: 'For wood, metal and stone, 3 to 10 mm. €24.95, online and in the shop.',
        action: { label: 'See the product', url: '#/product/drill-bit-set' },
      },
      nl: {
        title: 'Vijftien boren voor je boormachine',
        text: 'Voor hout, metaal en steen, 3 tot 10 mm. € 24,95, online en in de winkel.',
        action: { label: 'Bekijk het product', url: '#/product/drill-bit-set' },
      },
    },
    when: { 'bought.items': { $in: ['drill-driver-18v', 'hammer-drill'], $nin: ['drill-bit-set'] } },
    channels: ['slot'],
    placements: ['home', 'product', 'thanks'],
  },
  {
    id: 'complement-screws-deck',
    class: 'complement',
    category: ['fasteners', 'screws'],
    brand: 'Schroefdal',
    price: 1695,
    margin: 644,
    product: 'screws-deck',
    content: {
      en: {
        title: 'Stainless screws for the decking',
        text: 'One box of 100 fixes about seven boards. €16.95 a box.',
        action: { label: 'See the product', url: '#/product/screws-deck' },
      },
      nl: {
        title: 'Rvs-schroeven voor de vlonder',
        text: 'Met één doos van 100 zet je ongeveer zeven planken vast. € 16,95 per doos.',
        action: { label: 'Bekijk het product', url: '#/product/screws-deck' },
      },
    },
    when: {
      $and: [{ 'cart.items': { $in: ['decking-douglas'], $nin: ['screws-deck'] } }, { 'cart.value': { $gte: 5000 } }],
    },
    channels: ['slot'],
    placements: ['cart'],
  },
];
