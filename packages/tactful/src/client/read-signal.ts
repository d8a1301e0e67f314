import { MOMENTS, SKIES, type MomentKind, type Weather } from '../engine/moment-signal.js';
import type { Position } from './locate.js';

/** What a page may say of the moment, one at a time. */
export type Signal =
  | { readonly position: Position }
  /** A place of the catalog, as a door tag or a host app knows it. */
  | { readonly place: string; readonly entered: boolean }
  | { readonly moment: MomentKind }
  | { readonly weather: Weather };

/** A signal, or the path, type and rule of what is wrong; never a value. */
export type SignalReading = { readonly signal: Signal } | { readonly wrong: string };

const MOST_ACCURACY = 1e7;

/** An own value that is there without running anything. */
const own = (raw: object, key: string): unknown => Object.getOwnPropertyDescriptor(raw, key)?.value as unknown;
const isObject = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null;

const between = (raw: unknown, least: number, most: number): raw is number =>
  typeof raw === 'number' && raw >= least && raw <= most;

function readPosition(raw: unknown): SignalReading {
  if (!isObject(raw)) return { wrong: `position: ${typeof raw}, an object` };
  const [lat, lon, accuracy] = [own(raw, 'lat'), own(raw, 'lon'), own(raw, 'accuracy')];
  if (!between(lat, -90, 90)) return { wrong: `position.lat: ${typeof lat}, a number from -90 to 90` };
  if (!between(lon, -180, 180)) return { wrong: `position.lon: ${typeof lon}, a number from -180 to 180` };
  if (accuracy === undefined) return { signal: { position: { lat, lon } } };
  if (!between(accuracy, 0, MOST_ACCURACY)) return { wrong: `position.accuracy: ${typeof accuracy}, metres` };
  return { signal: { position: { lat, lon, accuracy } } };
}

function readPlace(place: unknown, entered: unknown): SignalReading {
  if (typeof place !== 'string') return { wrong: `place: ${typeof place}, the id of a place` };
  if (typeof entered !== 'boolean') return { wrong: `entered: ${typeof entered}, a boolean` };
  return { signal: { place, entered } };
}

function readMoment(raw: unknown): SignalReading {
  const moment = MOMENTS.find((each) => each === raw);
  return moment ? { signal: { moment } } : { wrong: `moment: ${typeof raw}, one of ${MOMENTS.join(', ')}` };
}

function readWeather(raw: unknown): SignalReading {
  if (!isObject(raw)) return { wrong: `weather: ${typeof raw}, an object` };
  const [given, celsius] = [own(raw, 'sky'), own(raw, 'celsius')];
  const sky = SKIES.find((each) => each === given);
  if (given !== undefined && !sky) return { wrong: `weather.sky: ${typeof given}, one of ${SKIES.join(', ')}` };
  if (celsius !== undefined && !between(celsius, -90, 60)) {
    return { wrong: `weather.celsius: ${typeof celsius}, a number from -90 to 60` };
  }
  if (!sky && celsius === undefined) return { wrong: 'weather: object, sky or celsius' };
  return { signal: { weather: { ...(sky ? { sky } : {}), ...(celsius === undefined ? {} : { celsius }) } } };
}

function read(raw: object): SignalReading {
  const said = (['position', 'place', 'moment', 'weather'] as const).filter((key) => own(raw, key) !== undefined);
  const [kind] = said;
  if (said.length !== 1) return { wrong: 'signal: object, one of position, place, moment, weather' };
  if (kind === 'position') return readPosition(own(raw, kind));
  if (kind === 'place') return readPlace(own(raw, kind), own(raw, 'entered'));
  return kind === 'moment' ? readMoment(own(raw, kind)) : readWeather(own(raw, 'weather'));
}

/** Anything as a signal. Copies own plain values only, runs no accessor, never throws. */
export function readSignal(raw: unknown): SignalReading {
  if (!isObject(raw)) return { wrong: `signal: ${typeof raw}, an object` };
  try {
    return read(raw);
  } catch {
    // Only a proxy can throw here; what it threw is the page's own.
    return { wrong: 'signal: cannot be read' };
  }
}
