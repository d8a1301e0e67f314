import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';

/** Degrees east and north. */
export type LonLat = readonly [number, number];

/** Where somebody is, in degrees; `accuracy` is the radius in metres that the device vouches for. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
  readonly accuracy?: number;
}

/** A ring of at least four corners, the last again the first; its longitudes run on where it crosses the antimeridian. */
export type Ring = readonly LonLat[];

/** A circle with its radius in metres, or polygons: each an outer ring and holes, `middle` halfway its longitudes. */
export type Shape =
  | { readonly at: LonLat; readonly radius: number }
  | { readonly polygons: readonly { readonly middle: number; readonly rings: readonly Ring[] }[] };

/** How a position lies to a shape. */
export interface Located {
  readonly inside: boolean;
  /** To the border; 0 inside. Right to 0.1 % below one kilometre and 80 degrees of latitude, an estimate beyond. */
  readonly metres: number;
}

type Flat = (corner: LonLat) => readonly [number, number];

const RADIAN = Math.PI / 180;
/** WGS 84: half the long axis in metres, and the first eccentricity squared. */
const AXIS = 6_378_137;
const ECCENTRICITY = 0.00669437999014;

/** The plane in metres that touches the ellipsoid at a position: x east, y north. */
function planeAt([lon, lat]: LonLat): Flat {
  const sine = Math.sin(lat * RADIAN);
  const root = Math.sqrt(1 - ECCENTRICITY * sine * sine);
  const across = (AXIS / root) * RADIAN;
  const east = across * Math.cos(lat * RADIAN);
  const north = (across * (1 - ECCENTRICITY)) / (root * root);
  return ([x, y]) => [(x - lon) * east, (y - lat) * north];
}

function metresToEdge([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function metresToRing(ring: Ring, flat: Flat): number {
  let nearest = Infinity;
  let last: readonly [number, number] | undefined;
  for (const corner of ring) {
    const next = flat(corner);
    if (last) nearest = Math.min(nearest, metresToEdge(last, next));
    last = next;
  }
  return nearest;
}

/** A longitude on the turn of the earth that is nearest to another. */
const nearTo = (lon: number, middle: number): number => lon - 360 * Math.round((lon - middle) / 360);

/** The types of GeoJSON want lists that could be written to. */
const written = (rings: readonly Ring[]): number[][][] => rings as [number, number][][];

function locateOne(shape: Shape, { lat, lon }: Position): Located {
  if ('at' in shape) {
    const [x, y] = planeAt([nearTo(lon, shape.at[0]), lat])(shape.at);
    const metres = Math.hypot(x, y) - shape.radius;
    return { inside: metres <= 0, metres: Math.max(0, metres) };
  }
  let nearest = Infinity;
  for (const { middle, rings } of shape.polygons) {
    const from: LonLat = [nearTo(lon, middle), lat];
    if (booleanPointInPolygon([...from], { type: 'Polygon', coordinates: written(rings) })) {
      return { inside: true, metres: 0 };
    }
    const flat = planeAt(from);
    for (const ring of rings) nearest = Math.min(nearest, metresToRing(ring, flat));
  }
  return { inside: false, metres: nearest };
}

/** How a position lies to each shape, in their order; a border belongs to its shape. Keeps nothing. Never throws. */
export function locate(position: Position, shapes: readonly Shape[]): readonly Located[] {
  return shapes.map((shape) => locateOne(shape, position));
}
