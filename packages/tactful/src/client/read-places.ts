import { afterglowMs } from '../engine/afterglow.js';
import type { LonLat, Ring, Shape } from './locate.js';

/** A place of the catalog, ready to be looked for. */
export interface KnownPlace {
  readonly id: string;
  /** Whether it is another shop's: nobody's business unless the policy says otherwise. */
  readonly rival: boolean;
  /** Milliseconds of quiet after leaving it; `undefined` where it is no quiet place. */
  readonly afterglow: number | undefined;
  /** `undefined` for a place that is only named: a door tag says when it is entered. */
  readonly shape: Shape | undefined;
}

/** The places that can be used, and for each other one its path, type and rule. */
export interface PlacesReading {
  readonly places: readonly KnownPlace[];
  readonly problems: readonly string[];
}

const MOST_TEXT = 100;
const CLASSES = /^(?:quiet|shop|door|rival)$/;
const MOST_PLACES = 5000;
/** Over all places together: more would make the page wait at every position. */
const MOST_CORNERS = 50_000;
const MOST_RADIUS = 100_000;

/** What is wrong with a place: caught below, so that one bad place is left out and the rest lives. */
class Wrong extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(raw: unknown, path: string): Fields {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Wrong(`${path}: ${typeof raw}, an object`);
  return raw as Fields;
}

function listOf(raw: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(raw)) throw new Wrong(`${path}: ${typeof raw}, a list`);
  return raw;
}

function within(raw: unknown, path: string, [least, most]: readonly [number, number]): number {
  if (typeof raw === 'number' && raw >= least && raw <= most) return raw;
  throw new Wrong(`${path}: ${typeof raw}, a number from ${least} to ${most}`);
}

function cornerOf(raw: unknown, path: string): LonLat {
  const [lon, lat] = listOf(raw, path);
  return [within(lon, `${path}[0]`, [-180, 180]), within(lat, `${path}[1]`, [-90, 90])];
}

/** Longitudes that run on: from corner to corner the shorter way round, so that nothing jumps at the antimeridian. */
function unrolled(corners: readonly LonLat[]): Ring {
  let last: number | undefined;
  return corners.map(([lon, lat]) => {
    const next = last === undefined ? lon : last + ((((lon - last) % 360) + 540) % 360) - 180;
    last = next;
    return [next, lat];
  });
}

function ringOf(raw: unknown, path: string): Ring {
  const corners = listOf(raw, path).map((corner, index) => cornerOf(corner, `${path}[${index}]`));
  const [first, last] = [corners[0], corners[corners.length - 1]];
  if (!first || !last || corners.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
    throw new Wrong(`${path}: list, at least four corners, the last the same as the first`);
  }
  const ring = unrolled(corners);
  const lons = ring.map(([lon]) => lon);
  const width = lons.reduce((a, b) => Math.max(a, b)) - lons.reduce((a, b) => Math.min(a, b));
  if (width > 180 || Math.abs((lons[lons.length - 1] ?? NaN) - first[0]) > 1) {
    throw new Wrong(`${path}: list, at most half round the earth and round no pole`);
  }
  // exactly closed: unrolling may have cost the last bit
  return [...ring.slice(0, -1), first];
}

function polygonOf(raw: unknown, path: string): { readonly middle: number; readonly rings: readonly Ring[] } {
  const rings = listOf(raw, path).map((ring, index) => ringOf(ring, `${path}[${index}]`));
  const lons = rings[0]?.map(([lon]) => lon);
  if (!lons) throw new Wrong(`${path}: list, at least one ring`);
  const middle = (lons.reduce((a, b) => Math.max(a, b)) + lons.reduce((a, b) => Math.min(a, b))) / 2;
  const beside = (ring: Ring): Ring => {
    const turns = 360 * Math.round(((ring[0]?.[0] ?? 0) - middle) / 360);
    return turns === 0 ? ring : ring.map(([lon, lat]) => [lon - turns, lat]);
  };
  return { middle, rings: rings.map(beside) };
}

/** How many corners there are, without reading one of them. */
function countCorners(polygons: readonly unknown[]): number {
  const rings = polygons.flatMap((polygon): readonly unknown[] => (Array.isArray(polygon) ? polygon : []));
  return rings.reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
}

interface Shaped {
  readonly shape: Shape | undefined;
  readonly corners: number;
}

function areaOf(raw: unknown, path: string, room: number): Shaped {
  const { type, coordinates } = fieldsOf(raw, path);
  const listed = listOf(coordinates, `${path}.coordinates`);
  const several = type === 'MultiPolygon';
  if (!several && type !== 'Polygon') throw new Wrong(`${path}.type: ${typeof type}, Polygon or MultiPolygon`);
  const polygons = several ? listed : [listed];
  const corners = countCorners(polygons);
  if (corners > room) throw new Wrong(`${path}: area, at most ${MOST_CORNERS} corners over all places`);
  const read = polygons.map((polygon, index) =>
    polygonOf(polygon, `${path}.coordinates${several ? `[${index}]` : ''}`),
  );
  return { shape: { polygons: read }, corners };
}

function shapeOf({ polygon, point }: Fields, path: string, room: number): Shaped {
  if (polygon !== undefined) return areaOf(polygon, `${path}.polygon`, room);
  if (point === undefined) return { shape: undefined, corners: 0 };
  const at = `${path}.point`;
  const { lat, lon, radius } = fieldsOf(point, at);
  const centre: LonLat = [within(lon, `${at}.lon`, [-180, 180]), within(lat, `${at}.lat`, [-90, 90])];
  return { shape: { at: centre, radius: within(radius, `${at}.radius`, [0, MOST_RADIUS]) }, corners: 0 };
}

const textOf = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

function placeOf(raw: unknown, path: string, room: number): { readonly place: KnownPlace; readonly corners: number } {
  const { id, class: kept, kind, afterglow, ...where } = fieldsOf(raw, path);
  if (typeof id !== 'string' || id === '' || id.length > MOST_TEXT) {
    throw new Wrong(`${path}.id: ${typeof id}, 1 to ${MOST_TEXT} characters`);
  }
  if (typeof kept !== 'string' || !CLASSES.test(kept))
    throw new Wrong(`${path}.class: ${typeof kept}, ${CLASSES.source}`);
  const { shape, corners } = shapeOf(where, path, room);
  const quiet = afterglowMs({ class: kept, kind: textOf(kind), afterglow: textOf(afterglow) });
  return { place: { id, rival: kept === 'rival', afterglow: quiet, shape }, corners };
}

/**
 * The places of a catalog, whatever it holds: a bad one is left out with its path, the rest lives. Never throws.
 *
 * At most 5,000 places with 50,000 corners together, each at most half round the earth and round no pole.
 */
export function readPlaces(raw: readonly unknown[]): PlacesReading {
  const places: KnownPlace[] = [];
  const problems: string[] = [];
  let room = MOST_CORNERS;
  for (const [index, each] of raw.slice(0, MOST_PLACES).entries()) {
    try {
      const { place, corners } = placeOf(each, `places[${index}]`, room);
      room -= corners;
      places.push(place);
    } catch (error) {
      // Ours says what is wrong; anything else is what an accessor of the page's own object threw.
      problems.push(error instanceof Wrong ? error.message : `places[${index}]: cannot be read`);
    }
  }
  if (raw.length > MOST_PLACES) problems.push(`places: list, at most ${MOST_PLACES}`);
  return { places, problems };
}
