import {
  asJson,
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  type Catalog,
  type JsonObject,
  type Offer,
  type OfferClass,
  type Policy,
  type Purpose,
} from '../../src/engine/index.js';
import type { Shop } from './reliability-device.js';

/** Where things are sold here. */
export const DEPARTMENTS = ['garden', 'tools', 'paint'] as const;
/** Beside them, so that liking something means something. */
const UNLIKED = ['wood', 'light', 'heat', 'pipes', 'bolts', 'tiles'] as const;
const CLASSES: readonly OfferClass[] = ['suggest', 'complement', 'suggest'];

/** Few offers, all of them welcome: only what was counted, said or withdrawn holds them back. */
export const OFFERS: readonly Offer[] = [...DEPARTMENTS, ...UNLIKED].map((department, n) => ({
  id: `offer-${department}`,
  class: CLASSES[n] ?? 'suggest',
  category: [department],
  price: 4995,
  content: { en: { title: `Something for the ${department}` } },
}));

const CATALOG: Catalog = { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: OFFERS };

/** Caps low enough for a few commands to meet them. */
export const CAPS: Policy = {
  ...DEFAULT_POLICY,
  quietHours: [],
  inbound: {
    perVisit: 9,
    caps: [
      { cap: 2, period: 'P1D' },
      { cap: 4, period: 'P7D' },
    ],
  },
  sameOffer: [{ cap: 1, period: 'P1D' }],
  relevance: { minEvidence: 0, minFit: -1 },
};

/** Whatever may speak here does. */
export const MODEL = { ...DEFAULT_MODEL, tactMargin: -1e6 };

/** What the shopper may agree to: looks and what follows from them, and apart from those searches. */
export const PURPOSES: readonly Purpose[] = defaultPurposes().flatMap((usual) => [
  { ...usual, id: 'looks', signals: ['views', 'purchases', 'statements', 'relation'] },
  { ...usual, id: 'words', signals: ['searches'], uses: ['affinity'] },
]);

/** The purposes by name. */
export const PURPOSE_IDS = ['looks', 'words'] as const;

/** The catalogue, compiled as a host compiles it. */
export const COMPILED = compileCatalog(CATALOG, MODEL);

/** What every page of a device is configured with. */
export const SHOP: Shop = { catalog: { inline: asJson(CATALOG) }, policy: CAPS, model: MODEL, purposes: PURPOSES };

/** A word that stands nowhere else: found anywhere, it came from the row it was written into. */
export const canary = (n: number): string => `canary-${String(n)}-${(n * 7919 + 104_729).toString(36)}`;

/** What a page may send, each with a canary in it. */
export const SENT: readonly ((word: string, n: number) => readonly [name: string, params: JsonObject])[] = [
  (item_id, n) => ['view_item', { items: [itemOf(item_id, n)] }],
  (item_id, n) => ['select_item', { items: [itemOf(item_id, n)] }],
  (item_id, n) => ['add_to_cart', { items: [itemOf(item_id, n)] }],
  (word, n) => ['purchase', { transaction_id: word, items: [itemOf(word, n)] }],
  (search_term) => ['search', { search_term }],
];

function itemOf(item_id: string, n: number): JsonObject {
  return { item_id, item_category: DEPARTMENTS[n % DEPARTMENTS.length] ?? 'garden', price: 49.95 };
}

/** What the shopper may say against being spoken to, with the offers that it closes. */
export const OBJECTIONS: readonly { readonly params: JsonObject; readonly closes: readonly string[] }[] = [
  { params: { offer_id: 'offer-garden' }, closes: ['offer-garden'] },
  { params: { category: 'tools' }, closes: ['offer-tools'] },
  { params: { class: 'suggest' }, closes: ['offer-garden', 'offer-paint'] },
];
