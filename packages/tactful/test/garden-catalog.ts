import type { Catalog, Offer } from '../src/engine/index.js';

const DEPARTMENTS = ['garden', 'tools', 'paint', 'electrical', 'plumbing', 'wood', 'fasteners', 'lighting', 'heating'];

function suggestion(department: string, about: { readonly shelf: string; readonly price: number }): Offer {
  const product = `${department}-${about.shelf}`;
  return {
    id: `offer-${product}`,
    class: 'suggest',
    category: [department, about.shelf],
    brand: 'Torvink',
    price: about.price,
    product,
    content: {
      en: { title: `Something for the ${department}`, action: { label: 'Look', url: `#/product/${product}` } },
    },
    placements: ['home'],
  };
}

/** A small believable catalogue: nine departments, three shelves each. */
export const gardenCatalog: Catalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: DEPARTMENTS.flatMap((department) => [
    suggestion(department, { shelf: 'first', price: 2495 }),
    suggestion(department, { shelf: 'second', price: 3995 }),
    suggestion(department, { shelf: 'third', price: 995 }),
  ]),
};

/** The parameters of a GA4 item event. */
export interface ItemParams {
  readonly [key: string]: unknown;
  readonly currency: string;
  readonly items: readonly { readonly [key: string]: string | number }[];
}

/** GA4 parameters of a product of {@link gardenCatalog}. */
export function itemParams(department: string, shelf: string): ItemParams {
  return {
    currency: 'EUR',
    items: [
      {
        item_id: `${department}-${shelf}`,
        item_category: department,
        item_category2: shelf,
        item_brand: 'Torvink',
        price: 24.95,
      },
    ],
  };
}
