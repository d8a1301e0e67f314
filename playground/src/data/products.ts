import type { Product } from './product.js';
import { electrical } from './products/electrical.js';
import { fasteners } from './products/fasteners.js';
import { gardenBeds } from './products/garden-beds.js';
import { gardenLiving } from './products/garden-living.js';
import { heating } from './products/heating.js';
import { lighting } from './products/lighting.js';
import { paint } from './products/paint.js';
import { plumbing } from './products/plumbing.js';
import { tools } from './products/tools.js';
import { wood } from './products/wood.js';
import { workshop } from './products/workshop.js';

export type { Product } from './product.js';

/** Everything the shop sells: 200 products, in the order of `categories`. Names, brands and prices are invented. */
export const products: readonly Product[] = [
  ...gardenBeds,
  ...gardenLiving,
  ...tools,
  ...workshop,
  ...paint,
  ...electrical,
  ...plumbing,
  ...wood,
  ...fasteners,
  ...lighting,
  ...heating,
];

/** The same products by id. */
export const productById: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.id, product]));
