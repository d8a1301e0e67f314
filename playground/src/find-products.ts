import { categories } from './data/categories.js';
import type { Product } from './data/product.js';
import { products } from './data/products.js';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const shelfNames = new Map(
  categories.flatMap(({ id, name, shelves }) =>
    shelves.map((shelf) => [`${id}/${shelf.id}`, [name.en, name.nl, shelf.name.en, shelf.name.nl].join(' ')]),
  ),
);

// in both languages at once: who shops in English may still know a thing by its Dutch name
const pages = products.map((product) => {
  const { name, brand, about, category } = product;
  const title = plain(`${name.en} ${name.nl} ${brand}`);
  return { product, title, rest: plain(`${about.en} ${about.nl} ${shelfNames.get(category.join('/')) ?? ''}`) };
});

/** The products in which every word of the query occurs, those that have one in their name first. */
export function findProducts(query: string): readonly Product[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = pages.filter(({ title, rest }) => words.every((word) => title.includes(word) || rest.includes(word)));
  const named = found.filter(({ title }) => words.some((word) => title.includes(word)));
  return [...named, ...found.filter((page) => !named.includes(page))].map(({ product }) => product);
}
