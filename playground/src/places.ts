import { categories, type Department, type Shelf } from './data/categories.js';
import type { Product } from './data/product.js';
import { productById, products } from './data/products.js';
import { findProducts } from './find-products.js';
import { say, type Lang } from './language.js';
import type { Route } from './route.js';
import { textsFor } from './texts.js';

/** A department and, where one is named, its shelf. */
export interface Place {
  readonly department: Department;
  readonly shelf: Shelf | undefined;
}

/** The department and shelf of these ids; `undefined` when the shop has no such place. */
export function findPlace(departmentId: string, shelfId: string | undefined): Place | undefined {
  const department = categories.find(({ id }) => id === departmentId);
  if (!department) return undefined;
  const shelf = department.shelves.find(({ id }) => id === shelfId);
  return shelfId !== undefined && !shelf ? undefined : { department, shelf };
}

/** The products of a place, in the shop's order. */
export function productsIn({ department, shelf }: Place): readonly Product[] {
  return products.filter(({ category }) => category[0] === department.id && (!shelf || category[1] === shelf.id));
}

/** The route itself, or `missing` where it names a place or product that the shop does not have. */
export function knownRoute(route: Route): Route {
  const known =
    route.page === 'department'
      ? findPlace(route.department, route.shelf) !== undefined
      : route.page !== 'product' || productById.has(route.id);
  return known ? route : { page: 'missing' };
}

/** What a page lists before filter and order: a department, a shelf or what a search finds. */
export function productsOn(route: Route): readonly Product[] {
  if (route.page === 'search') return findProducts(route.query);
  const place = route.page === 'department' ? findPlace(route.department, route.shelf) : undefined;
  return place ? productsIn(place) : [];
}

/** The title of a page, as its heading and in the window; the home page has the shop's tagline. */
export function pageTitle(route: Route, lang: Lang): string {
  const texts = textsFor(lang);
  switch (route.page) {
    case 'department': {
      const place = findPlace(route.department, route.shelf);
      return place ? say((place.shelf ?? place.department).name, lang) : texts.missingTitle;
    }
    case 'product': {
      const product = productById.get(route.id);
      return product ? say(product.name, lang) : texts.missingTitle;
    }
    case 'search':
      return route.query === '' ? texts.searchTitle : texts.results(route.query);
    case 'home':
      return texts.tagline;
    case 'cart':
      return texts.cartTitle;
    case 'checkout':
      return texts.checkoutTitle;
    case 'thanks':
      return texts.summary;
    case 'offers':
      return texts.offersTitle;
    case 'data':
      return texts.dataTitle;
    case 'threads':
      return texts.threadsTitle;
    case 'day':
      return texts.dayTitle;
    case 'editor':
      return texts.editorTitle;
    case 'break':
      return texts.breakTitle;
    case 'missing':
      return texts.missingTitle;
  }
}
