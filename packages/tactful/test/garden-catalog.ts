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

/** GA4 parameters of a product on a shelf of {@link gardenCatalog}: the one that is offered, where none is named. */
export function itemParams(department: string, shelf: string, product = shelf): ItemParams {
  return {
    currency: 'EUR',
    items: [
      {
        item_id: `${department}-${product}`,
        item_category: department,
        item_category2: shelf,
        item_brand: 'Torvink',
        price: 24.95,
      },
    ],
  };
}

/** Three garden products of one shelf, each clicked in a list and looked at: just enough to speak of that shelf. */
export const LOOK_AT_GARDEN: readonly (readonly ['select_item' | 'view_item', ItemParams])[] = [
  'first',
  'fourth',
  'fifth',
].flatMap((product) =>
  (['select_item', 'view_item'] as const).map((name) => [name, itemParams('garden', 'first', product)] as const),
);
