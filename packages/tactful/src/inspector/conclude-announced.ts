import {
  admitTracked,
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  foldLog,
  itemCategories,
  profileView,
  type Catalog,
  type Event,
  type JsonObject,
  type Now,
  type Offer,
  type ProfileRow,
} from '../engine/index.js';
import type { PageProduct } from '../client/read-page.js';
import { toMinorUnits } from '../engine/index.js';
import type { Announcement } from './announced-events.js';

/** An announcement as a row of a log that nobody keeps. */
function eventOf({ row, event }: Announcement, now: Now): readonly Event[] {
  if (!event) return [];
  const admitted = admitTracked(event, { purposes: defaultPurposes(), consent: { personalization: 'in' } });
  return 'draft' in admitted ? [{ id: row.id, at: now.at, offset: now.offset, v: 1, ...admitted.draft }] : [];
}

function itemsOf(event: Event): readonly JsonObject[] {
  const { items } = event.params;
  return Array.isArray(items) ? (items as readonly JsonObject[]) : [];
}

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Shown = Pick<Offer, 'category' | 'brand' | 'price'>;

function announcedShown(events: readonly Event[], products: readonly PageProduct[]): readonly Shown[] {
  const items = events.flatMap(itemsOf).map((item): Shown => {
    const brand = textOr(item['item_brand']);
    const price = item['price'];
    return {
      category: itemCategories(item),
      ...(brand === undefined ? {} : { brand }),
      ...(typeof price === 'number' ? { price } : {}),
    };
  });
  const described = products.map(({ category, brand, price }): Shown => ({
    category,
    ...(brand === undefined ? {} : { brand }),
    ...(price === undefined ? {} : { price: toMinorUnits(price.value, price.currency) }),
  }));
  return [...items, ...described];
}

/** A catalogue of what the page shows, so that there is something to compare a look with. */
function catalogOf(shown: readonly Shown[]): Catalog {
  const offers = shown.map((one, index): Offer => ({ id: String(index), class: 'inform', content: {}, ...one }));
  return { format: 'tactful-catalog', version: '', currency: 'EUR', offers };
}

/**
 * What the engine would conclude about a shopper from what a page announces: worked out in memory, kept nowhere.
 *
 * Each conclusion names the announcements it rests on. A single look proves little, and its confidence says so.
 */
export function concludeAnnounced(
  announced: readonly Announcement[],
  page: { readonly products: readonly PageProduct[]; readonly now: Now },
): readonly ProfileRow[] {
  const events = announced.flatMap((announcement) => eventOf(announcement, page.now));
  const catalog = compileCatalog(catalogOf(announcedShown(events, page.products)), DEFAULT_MODEL);
  const folded = foldLog(events, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: DEFAULT_POLICY.wear.halfLifeDays });
  return profileView({ folded, catalog, model: DEFAULT_MODEL, policy: DEFAULT_POLICY, now: page.now }).profile;
}
