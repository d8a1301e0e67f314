import type { Now } from '../engine/index.js';
import { announcedEvents, type Announcement } from './announced-events.js';
import { cleanText } from './clean-text.js';
import { concludeAnnounced } from './conclude-announced.js';
import type { PageReport, StoredRow } from './lens-source.js';
import type { HostOwner, PageMaterial } from './page-material.js';
import { reportCompanies } from './report-companies.js';

function storedRows(stored: PageMaterial['stored']): readonly StoredRow[] {
  return stored.map(({ place, name }) => ({
    id: `stored:${place}:${name}`,
    provenance: 'observed',
    place,
    name: cleanText(name),
  }));
}

/** The product for the one sentence: the last one said to be looked at, else the one the page describes as its own. */
function productOf(announced: readonly Announcement[]): PageReport['product'] {
  const looked = announced.filter(({ event }) => event?.name === 'view_item').at(-1);
  const { name, price } = looked?.row ?? {};
  return name === undefined ? undefined : { name, ...(price ? { price } : {}) };
}

/**
 * What a page tells and to whom, and what could be concluded from it. Pure: nothing is asked of the page, nothing is kept.
 *
 * `ownerOf` says to whom a host belongs; `site` is the page's own host name.
 */
export function reportPage(
  material: PageMaterial,
  how: { readonly site: string; readonly now: Now; readonly ownerOf: (host: string) => HostOwner },
): PageReport {
  const announced = announcedEvents(material);
  const product = productOf(announced);
  return {
    companies: reportCompanies(material.hosts, how),
    announced: announced.map(({ row }) => row),
    stored: storedRows(material.stored),
    concluded: concludeAnnounced(announced, { products: material.products, now: how.now }),
    ...(product ? { product } : {}),
  };
}
