import {
  compileCatalog,
  DAY_MS,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  foldLog,
  originOf,
  type Catalog,
  type ConsentStates,
  type DecideInput,
  type DecisionTrace,
  type Event,
  type EventName,
  type Folded,
  type JsonObject,
  type Model,
  type Now,
  type Offer,
  type OfferVerdict,
  type Origin,
  type Policy,
} from '../src/engine/index.js';

/** Wednesday 7 May 2025, ten in the morning in Amsterdam: when the examples happen. */
export const NOW: Now = { at: 1_746_604_800_000, offset: 120 };

/** An offer with a title; what the example is about is given. */
export function offer(about: Partial<Offer> & Pick<Offer, 'id' | 'class'>): Offer {
  return { content: { en: { title: `Offer ${about.id}` } }, ...about };
}

/** A hardware shop with a department for gardens: small enough to see the reason of every answer. */
export const GARDEN_SHOP: Catalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [
    offer({
      id: 'hose',
      class: 'suggest',
      category: ['garden', 'watering'],
      brand: 'Sprig',
      price: 2495,
      product: 'hose-25',
    }),
    offer({ id: 'sprinkler', class: 'suggest', category: ['garden', 'watering'], brand: 'Sprig', price: 1995 }),
    offer({
      id: 'drill',
      class: 'suggest',
      category: ['tools', 'drilling'],
      brand: 'Boor',
      price: 8995,
      product: 'drill-18',
    }),
    offer({
      id: 'saw',
      class: 'coupon',
      category: ['tools', 'sawing'],
      brand: 'Boor',
      price: 4995,
      discount: 100,
      openTo: 'everyone',
    }),
    offer({ id: 'paint', class: 'suggest', category: ['paint', 'walls'], brand: 'Kwast', price: 3495 }),
  ],
};

/** The shop with other offers in it. */
export const shopOf = (...offers: readonly Offer[]): Catalog => ({ ...GARDEN_SHOP, offers });

/** Something that happened, told briefly; `at` counts from {@link NOW}, so that before it is negative. */
export interface Told {
  readonly name: EventName;
  readonly at?: number;
  readonly params?: JsonObject;
  readonly origin?: Origin;
}

/** What was told as rows, with the ids `a:1`, `a:2` and so on. */
export function logOf(told: readonly Told[]): readonly Event[] {
  return told.map(({ name, at = 0, params = {}, origin = originOf(name) }, index) => ({
    id: `a:${String(index + 1)}`,
    at: NOW.at + at,
    offset: NOW.offset,
    name,
    origin,
    purpose: 'personalization',
    params,
    v: 1,
  }));
}

/** A GA4 item, as it is kept: the price in minor units. */
export const HOSE: JsonObject = {
  item_id: 'hose-25',
  item_brand: 'Sprig',
  item_category: 'garden',
  item_category2: 'watering',
  price: 2495,
};

/** A click on a product in a list, and its page. */
export function clicked(item: JsonObject, at: number): readonly Told[] {
  return [
    { name: 'select_item', at, params: { items: [item] } },
    { name: 'view_item', at: at + 1000, params: { items: [item] } },
  ];
}

/** Who chose the garden hose and looked at it on three days in a row, up to yesterday. */
export const FOND: readonly Told[] = [-3, -2, -1].flatMap((day) => clicked(HOSE, day * DAY_MS));

/** What an example may set; the rest is as shipped, with consent given. */
export interface Setting {
  readonly catalog?: Catalog;
  readonly policy?: Partial<Policy>;
  readonly model?: Partial<Model>;
  readonly consent?: ConsentStates;
  /** Counts from {@link NOW}. */
  readonly at?: number;
  readonly placement?: string;
}

/** The fold of a log in the shop. */
export function foldOf(log: readonly Event[], { catalog = GARDEN_SHOP, model, policy }: Setting = {}): Folded {
  const wholeModel: Model = { ...DEFAULT_MODEL, ...model };
  const { wear } = { ...DEFAULT_POLICY, ...policy };
  return foldLog(log, {
    catalog: compileCatalog(catalog, wholeModel),
    model: wholeModel,
    wearHalfLifeDays: wear.halfLifeDays,
  });
}

/** Everything that a decision on this log depends on. */
export function inputOf(log: readonly Event[], setting: Setting = {}): DecideInput {
  const { catalog = GARDEN_SHOP, consent = { personalization: 'in' }, at = 0, placement = 'home' } = setting;
  const model: Model = { ...DEFAULT_MODEL, ...setting.model };
  const folded = foldOf(log, setting);
  return {
    id: 'd1',
    placement,
    at: NOW.at + at,
    offset: NOW.offset,
    folded,
    contacts: folded.contacts,
    catalog: compileCatalog(catalog, model),
    purposes: defaultPurposes(),
    consent,
    policy: { ...DEFAULT_POLICY, ...setting.policy },
    model,
    config: 'example',
  };
}

/** The decision on this log. */
export const decideOn = (log: readonly Event[], setting: Setting = {}): DecisionTrace => decide(inputOf(log, setting));

/** The offer that was chosen, or the reason of the silence. */
export function outcome({ decision }: DecisionTrace): string {
  return decision.silence?.reason ?? decision.offers.map(({ offerId }) => offerId).join(' ');
}

/** The verdicts that were given, with how often. */
export function verdicts({ counts }: DecisionTrace): readonly (OfferVerdict | 'CHOSEN')[] {
  return (Object.keys(counts) as (OfferVerdict | 'CHOSEN')[]).sort();
}
