import type { Product } from '../data/product.js';
import { productById } from '../data/products.js';

/**
 * The shelf beside the till, on this page only: the shop sells hardware, and what an engine leaves alone shows best on
 * something that is nobody's business.
 */
export const tillProducts: readonly Product[] = [
  {
    id: 'painkillers-20',
    name: { en: 'Painkillers, 20 tablets', nl: 'Pijnstillers, 20 tabletten' },
    brand: 'Kruidnagel',
    category: ['health', 'medicine'],
    price: 345,
    picture: 'firstaid',
    about: { en: 'From the shelf beside the till.', nl: 'Van het rek naast de kassa.' },
  },
  {
    id: 'sleep-drops',
    name: { en: 'Drops for a quiet night', nl: 'Druppels voor een rustige nacht' },
    brand: 'Kruidnagel',
    category: ['health', 'sleep'],
    price: 895,
    picture: 'bottle',
    about: { en: 'From the shelf beside the till.', nl: 'Van het rek naast de kassa.' },
  },
];

const till = new Map(tillProducts.map((product) => [product.id, product]));

/** A product of the shop or of the shelf beside the till. */
export function findProduct(id: string): Product | undefined {
  return productById.get(id) ?? till.get(id);
}
