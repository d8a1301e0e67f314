import { admitOwn, type Receipt } from '../engine/event.js';
import { midnight, placeRows, quietRow, type PresenceLog, type PresenceRow, type Stay } from '../engine/presence.js';
import type { Event, Now, Purpose, Signals } from '../worker/protocol.js';
import { locate, type Position } from './locate.js';
import type { PageSession } from './page-session.js';
import type { Configuration } from './read-options.js';
import { readPlaces, type KnownPlace } from './read-places.js';
import { readSignal, type Signal } from './read-signal.js';
import type { SignalReceipt } from './tactful.js';

// In a chunk of its own, on the page: a position becomes labels here and is let go; no worker and no store ever sees it.

type Session = Pick<PageSession, 'ready' | 'gate' | 'call' | 'log'>;

/** A signal as given, with what the page knows. */
export interface Sensed {
  readonly signal: unknown;
  readonly clock: () => Now;
  /** Whether places of other shops count at all (mission M2): no, unless the policy says so. */
  readonly rivals: boolean;
}

/** What a page remembers between signals of place. */
interface Memory {
  /** The places of the catalog, read once. */
  readonly places: Promise<readonly KnownPlace[]>;
  /** The places the shopper is in that may be named; unknown at first. */
  named: readonly KnownPlace[] | undefined;
  stay: Stay | undefined;
}

/** Where the shopper is: the places that may be named, and the longest afterglow of the quiet ones. */
interface Whereabouts {
  readonly named: readonly KnownPlace[];
  readonly afterglow: number | undefined;
}

/** In doubt a quiet place is one: so much of what a device does not vouch for counts as inside (metres). Elicited. */
const MOST_DOUBT = 100;

const NOTHING: SignalReceipt = { kept: true, ids: [] };

const memories = new WeakMap<Session, Memory>();
const turns = new WeakMap<Session, Promise<unknown>>();

function memoryOf(session: Session): Memory {
  const known = memories.get(session);
  if (known) return known;
  const places = session.call('places', {}).then((raw) => readPlaces(raw).places);
  const memory: Memory = { places, named: undefined, stay: undefined };
  memories.set(session, memory);
  // The next signal asks again.
  places.catch(() => {
    if (memories.get(session) === memory) memories.delete(session);
  });
  return memory;
}

/** Whether a purpose that is `in` lists signals of this kind. */
function refusalFor(group: 'place' | 'moment', session: Session): 'no-consent' | 'not-needed' | undefined {
  const { purposes, consent } = session.gate();
  const lists = ({ signals }: Purpose): boolean => signals.includes(group);
  const needing = purposes.filter(lists);
  if (needing.some(({ id }) => consent[id] === 'in')) return undefined;
  return needing.length > 0 ? 'no-consent' : 'not-needed';
}

/** The places that a position is in. Where the device is too unsure only the quiet ones are looked at. */
function around(position: Position, places: readonly KnownPlace[]): Whereabouts | undefined {
  const { accuracy = 0 } = position;
  const doubt = Math.min(accuracy, MOST_DOUBT);
  const shaped = places.flatMap(({ shape, ...place }) => (shape ? [{ ...place, shape }] : []));
  const located = locate(
    position,
    shaped.map(({ shape }) => shape),
  );
  const isNear = (place: KnownPlace, index: number): boolean =>
    (located[index]?.metres ?? Infinity) <= (place.afterglow === undefined ? 0 : doubt);
  const found = shaped.filter(isNear);
  const quiet = found.flatMap(({ afterglow }) => afterglow ?? []);
  if (quiet.length === 0 && accuracy > MOST_DOUBT) return undefined;
  return {
    named: found.filter(({ afterglow }) => afterglow === undefined),
    afterglow: quiet.length > 0 ? Math.max(...quiet) : undefined,
  };
}

/** What a door tag says: one place more, or one less. */
function throughDoor(
  { place, entered }: { readonly place: KnownPlace; readonly entered: boolean },
  { named = [], stay }: Memory,
): Whereabouts {
  const others = named.filter(({ id }) => id !== place.id);
  const staying = stay?.inside === true ? stay.afterglow : undefined;
  if (place.afterglow === undefined) return { named: entered ? [...others, place] : others, afterglow: staying };
  return { named: others, afterglow: entered ? place.afterglow : undefined };
}

/** The stay after a signal; once it is left it lasts for one signal more, to write what it leaves behind. */
function nextStay(afterglow: number | undefined, { stay, named }: Memory, now: Now): Stay | undefined {
  const before = stay?.inside === true ? stay : undefined;
  if (afterglow === undefined) return before && { ...before, inside: false };
  // a page's first signal does not tell since when the shopper has been there
  const since = before ? before.since : named && now.at;
  return { afterglow: Math.max(afterglow, before?.afterglow ?? 0), since, inside: true };
}

async function logFor(session: Session, now: Now): Promise<PresenceLog> {
  const today = await session.call('log', { since: midnight(now) });
  const quiet = await session.call('log', { names: ['quiet_set', 'quiet_ended'] });
  const rows = new Map<string, Event>([...today, ...quiet].map((row) => [row.id, row]));
  return { rows: [...rows.values()], now };
}

function write(session: Session, { name, at, params }: PresenceRow): Promise<Receipt> {
  return session.log.write(() => {
    const admission = admitOwn({ name, params }, session.gate());
    if ('refusal' in admission || at === undefined) return admission;
    // The pen stamps a row with the present, unless the draft says when.
    const draft = { ...admission.draft, at };
    return { draft };
  });
}

async function writeAll(session: Session, rows: readonly PresenceRow[]): Promise<SignalReceipt> {
  const ids: string[] = [];
  for (const row of rows) {
    const receipt = await write(session, row);
    if (!receipt.kept) return receipt;
    ids.push(receipt.id);
  }
  return { kept: true, ids };
}

const labelsOf = (places: readonly KnownPlace[]): readonly string[] => places.map(({ id }) => id);
/** A place of another shop is held while it lasts and never written down. */
const toldOf = (places: readonly KnownPlace[]): readonly string[] => labelsOf(places.filter(({ rival }) => !rival));

async function settle(
  session: Session,
  { where, now }: { readonly where: Whereabouts; readonly now: Now },
): Promise<SignalReceipt> {
  const memory = memoryOf(session);
  const { named: before } = memory;
  const stay = nextStay(where.afterglow, memory, now);
  // In a quiet place nothing is named, not even the shop beside it.
  const named = stay?.inside === true ? [] : where.named;
  memory.stay = stay;
  memory.named = named;
  await session.call('sense', { places: labelsOf(named), placesAt: now.at });
  if (!stay && before && String(labelsOf(before)) === String(labelsOf(named))) return NOTHING;
  const log = await logFor(session, now);
  const quiet = stay && quietRow(stay, log);
  const inside = toldOf(named);
  return writeAll(session, [
    ...(quiet ? [quiet] : []),
    ...placeRows(before ? { inside, before: toldOf(before) } : { inside }, log),
  ]);
}

async function sensePlace(
  session: Session,
  {
    signal,
    now,
    rivals,
  }: {
    readonly signal: Extract<Signal, { position: unknown } | { place: unknown }>;
    readonly now: Now;
    readonly rivals: boolean;
  },
): Promise<SignalReceipt> {
  const memory = memoryOf(session);
  const all = await memory.places;
  const places = rivals ? all : all.filter(({ rival }) => !rival);
  if ('position' in signal) {
    const where = around(signal.position, places);
    return where ? settle(session, { where, now }) : NOTHING;
  }
  const place = all.find(({ id }) => id === signal.place);
  if (!place) return { kept: false, reason: 'invalid', path: 'place: string, the id of a place of the catalog' };
  if (!places.includes(place)) return { kept: false, reason: 'not-needed' };
  return settle(session, { where: throughDoor({ place, entered: signal.entered }, memory), now });
}

function heardOf(signal: Extract<Signal, { moment: unknown } | { weather: unknown }>, now: Now): Partial<Signals> {
  const { at, offset } = now;
  return 'moment' in signal
    ? { moment: { value: signal.moment, at } }
    : { weather: { value: signal.weather, at, offset } };
}

async function takeIn(
  session: Session,
  { signal, clock, rivals }: { readonly signal: Signal } & Omit<Sensed, 'signal'>,
): Promise<SignalReceipt> {
  await session.ready;
  const ofPlace = 'position' in signal || 'place' in signal;
  const refusal = refusalFor(ofPlace ? 'place' : 'moment', session);
  if (refusal) {
    memories.delete(session);
    return { kept: false, reason: refusal };
  }
  const now = clock();
  if (ofPlace) return sensePlace(session, { signal, now, rivals });
  await session.call('sense', heardOf(signal, now));
  return NOTHING;
}

/**
 * Takes in a signal: a position becomes labels and is let go; a quiet place becomes "quiet until"; a moment is held by the
 * worker while it lasts.
 *
 * One after another, in the order of the calls. Never rejects: what is wrong or not allowed is in the receipt.
 */
export function sense(session: Session, { signal: raw, ...how }: Sensed): Promise<SignalReceipt> {
  // Read before its turn comes: what the page does to its object while it waits is no signal.
  const reading = readSignal(raw);
  if ('wrong' in reading) return Promise.resolve({ kept: false, reason: 'invalid', path: reading.wrong });
  const take = (): Promise<SignalReceipt> => takeIn(session, { signal: reading.signal, ...how });
  const turn = (turns.get(session) ?? Promise.resolve())
    .then(take)
    // The worker is gone or the page closed: what could not be told is lost, and the page goes on.
    .catch((): SignalReceipt => ({ kept: false, reason: 'storage-lost' }));
  turns.set(session, turn);
  return turn;
}

/** {@link sense} with what a page is configured with. */
export const senseOn = (
  session: Session,
  signal: unknown,
  { clock, given }: Pick<Configuration, 'clock' | 'given'>,
): Promise<SignalReceipt> => sense(session, { signal, clock, rivals: given.policy?.rivals === true });
