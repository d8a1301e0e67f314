import { isOpenToAll, type Catalog, type Frequency, type Incident, type Offer, type Suppression } from './catalog.js';
import { durationMs } from './clock.js';
import { compileCondition, type Test } from './condition.js';
import { parseMoment } from './parse-moment.js';
import type { Suppress } from './suppress.js';

/** A window with its length in milliseconds. */
export interface CapWindow {
  readonly cap: number;
  readonly ms: number;
}

/** The limits that the offers of a catalogue's group share. */
export interface Bundle {
  readonly id: string;
  /** Over all offers of the group together. */
  readonly caps: readonly CapWindow[];
  readonly suppress: Suppress | undefined;
  readonly offerIds: ReadonlySet<string>;
}

/** An incident that can be asked whether it touches somebody. */
export interface CompiledIncident {
  readonly incident: Incident;
  readonly touches: Test;
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  readonly through: number;
}

/** The price at which everybody finds a coupon or a gift, in minor units, and where. */
export interface OpenOffer {
  readonly price: number | undefined;
  readonly discount: number | undefined;
  readonly openTo: string;
}

/** Longer than any log. */
const EVER = 'P36500D';

/** Caps as windows; a limit for life is a window without an end. */
export function windowsIn(frequency: Frequency = {}): readonly CapWindow[] {
  const { lifetime, custom = [] } = frequency;
  const windows = custom.map(({ cap, period }) => ({ cap, ms: durationMs(period) ?? Infinity }));
  return lifetime === undefined ? windows : [...windows, { cap: lifetime, ms: Infinity }];
}

/** What silences, with what was left out: after one time, ever, of the offer itself. */
export function suppressIn(given: Suppression | undefined, scope?: 'group'): Suppress | undefined {
  if (!given) return undefined;
  const { outcome, count = 1, within = EVER } = given.after;
  return { after: { outcome, count, within }, for: given.for, scope: scope ?? given.scope ?? 'offer' };
}

/** The groups of a catalogue with the offers that name them. */
export function bundlesIn({ groups = [] }: Catalog, offers: readonly Offer[]): ReadonlyMap<string, Bundle> {
  const members = new Map(groups.map(({ id }) => [id, new Set<string>()]));
  for (const { id, group } of offers) members.get(group ?? '')?.add(id);
  return new Map(
    groups.map(({ id, frequency, suppress }) => [
      id,
      {
        id,
        caps: windowsIn(frequency),
        suppress: suppressIn(suppress, 'group'),
        offerIds: members.get(id) ?? new Set(),
      },
    ]),
  );
}

/** The incidents of a catalogue, compiled. */
export function incidentsIn({ incidents = [] }: Catalog): readonly CompiledIncident[] {
  return incidents.map((incident) => ({
    incident,
    touches: compileCondition(incident.touches),
    from: parseMoment(incident.from) ?? -Infinity,
    through: parseMoment(incident.through) ?? Infinity,
  }));
}

/** What everybody may have (mission C15): each coupon and gift that says where it is open to all. */
export function openListOf(offers: readonly Offer[]): ReadonlyMap<string, OpenOffer> {
  return new Map(
    offers.flatMap(({ id, class: offerClass, price, discount, openTo }) =>
      isOpenToAll(offerClass) && openTo !== undefined ? [[id, { price, discount, openTo }] as const] : [],
    ),
  );
}
