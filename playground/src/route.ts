import { isOrder, type Order } from './listing.js';

/** How a list of products is narrowed and ordered; part of the address, so that a list can be bookmarked. */
export interface ListState {
  readonly order: Order;
  readonly brand: string | undefined;
}

/** Where in the shop one is. */
export type Route =
  | {
      readonly page:
        | 'home'
        | 'cart'
        | 'checkout'
        | 'thanks'
        | 'offers'
        | 'data'
        | 'threads'
        | 'day'
        | 'editor'
        | 'break'
        | 'missing';
    }
  | ({ readonly page: 'department'; readonly department: string; readonly shelf: string | undefined } & ListState)
  | ({ readonly page: 'search'; readonly query: string } & ListState)
  | { readonly page: 'product'; readonly id: string };

const PLAIN = ['cart', 'checkout', 'thanks', 'offers', 'data', 'threads', 'day', 'editor', 'break'] as const;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // an address typed by hand need not be well-formed: it is then simply not found
  }
}

function listState(query: URLSearchParams): ListState {
  const order = query.get('sort');
  return { order: isOrder(order) ? order : 'shelf', brand: query.get('brand') ?? undefined };
}

/** The place that a hash (`#/product/hose-20m`) names; `missing` when there is none of that form. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [page = '', first, second, ...more] = path.split('/').filter(Boolean).map(decoded);
  const query = new URLSearchParams(search);
  if (more.length > 0) return { page: 'missing' };
  if (page === '') return { page: 'home' };
  if (page === 'department' && first !== undefined) {
    return { page, department: first, shelf: second, ...listState(query) };
  }
  if (second !== undefined) return { page: 'missing' };
  if (page === 'product' && first !== undefined) return { page, id: first };
  if (first !== undefined) return { page: 'missing' };
  if (page === 'search') return { page, query: (query.get('q') ?? '').trim(), ...listState(query) };
  return { page: PLAIN.find((plain) => plain === page) ?? 'missing' };
}

function withQuery(path: string, pairs: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(pairs)) if (value !== undefined) query.set(key, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The address of a place: what {@link parseRoute} reads back. */
export function routeHash(route: Route): string {
  switch (route.page) {
    case 'home':
      return '#/';
    case 'product':
      return `#/product/${encodeURIComponent(route.id)}`;
    case 'department': {
      const parts = [route.department, route.shelf].filter((part) => part !== undefined).map(encodeURIComponent);
      const sort = route.order === 'shelf' ? undefined : route.order;
      return withQuery(`#/department/${parts.join('/')}`, { sort, brand: route.brand });
    }
    case 'search': {
      const sort = route.order === 'shelf' ? undefined : route.order;
      return withQuery('#/search', { q: route.query, sort, brand: route.brand });
    }
    default:
      return `#/${route.page}`;
  }
}

/** Whether a page is no part of the shop but for who teaches with it or writes for it: there the shop asks, tells and keeps nothing. */
export function isWorkshop({ page }: Route): boolean {
  return page === 'threads' || page === 'day' || page === 'editor' || page === 'break';
}

/** Whether two routes are one page: then only its order or filter changed, and nothing is announced again. */
export function samePage(a: Route, b: Route): boolean {
  const bare = (route: Route): string =>
    routeHash('order' in route ? { ...route, order: 'shelf', brand: undefined } : route);
  return bare(a) === bare(b);
}

/** The address of a department, or of one of its shelves. */
export function departmentHash(department: string, shelf?: string): string {
  return routeHash({ page: 'department', department, shelf, order: 'shelf', brand: undefined });
}
