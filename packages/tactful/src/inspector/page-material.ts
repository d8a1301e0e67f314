import type { PageProduct } from '../client/read-page.js';
import type { StoredPlace } from './lens-source.js';

/** What a reader found on a page, before anything is made of it. */
export interface PageMaterial {
  /** Hosts that were asked for something, with how often. */
  readonly hosts: readonly { readonly host: string; readonly requests: number }[];
  readonly products: readonly PageProduct[];
  readonly stored: readonly { readonly place: StoredPlace; readonly name: string }[];
  /** The page's `dataLayer` as JSON: entries of any shape. */
  readonly dataLayer: readonly unknown[];
}

/** Who a host belongs to. */
export interface HostOwner {
  /** Hosts with the same key are one company. */
  readonly key: string;
  /** Its name, where a list knows it; else the domain is shown. */
  readonly name?: string;
  readonly category?: string;
  readonly domain: string;
}
