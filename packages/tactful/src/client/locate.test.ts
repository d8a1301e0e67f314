import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { locate, type Located, type Position, type Shape } from './locate.js';
import { readPlaces } from './read-places.js';

const square = (west: number, south: number, size: number): readonly (readonly [number, number])[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

function shapeOf(polygon: unknown): Shape {
  const { places, problems } = readPlaces([{ id: 'x', class: 'shop', polygon }]);
  expect(problems).to.deep.equal([]);
  const shape = places[0]?.shape;
  if (!shape) throw new Error('no shape');
  return shape;
}

function look(shape: Shape, position: Position): Located {
  const [located] = locate(position, [shape]);
  if (!located) throw new Error('not located');
  return located;
}

const isInside = (shape: Shape, lat: number, lon: number): boolean => look(shape, { lat, lon }).inside;

const AXIS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const RADIAN = Math.PI / 180;

/** Vincenty's direct formula (1975): where one comes out on the ellipsoid after so many metres in a direction. */
function travelled({ lat, lon }: Position, metres: number, bearing: number): Position {
  const polar = AXIS * (1 - FLATTENING);
  const reduced = Math.atan((1 - FLATTENING) * Math.tan(lat * RADIAN));
  const [sinU, cosU] = [Math.sin(reduced), Math.cos(reduced)];
  const [sinA, cosA] = [Math.sin(bearing), Math.cos(bearing)];
  const sigma1 = Math.atan2(Math.tan(reduced), cosA);
  const sinAlpha = cosU * sinA;
  const cosSquare = 1 - sinAlpha * sinAlpha;
  const u = (cosSquare * (AXIS * AXIS - polar * polar)) / (polar * polar);
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  let sigma = metres / (polar * a);
  for (let turn = 0; turn < 20; turn++) {
    const m = Math.cos(2 * sigma1 + sigma);
    const inner = Math.cos(sigma) * (-1 + 2 * m * m) - (b / 6) * m * (-3 + 4 * Math.sin(sigma) ** 2) * (-3 + 4 * m * m);
    sigma = metres / (polar * a) + b * Math.sin(sigma) * (m + (b / 4) * inner);
  }
  const [sinS, cosS] = [Math.sin(sigma), Math.cos(sigma)];
  const rest = sinU * sinS - cosU * cosS * cosA;
  const north = Math.atan2(sinU * cosS + cosU * sinS * cosA, (1 - FLATTENING) * Math.hypot(sinAlpha, rest));
  const lambda = Math.atan2(sinS * sinA, cosU * cosS - sinU * sinS * cosA);
  const c = (FLATTENING / 16) * cosSquare * (4 + FLATTENING * (4 - 3 * cosSquare));
  const m = Math.cos(2 * sigma1 + sigma);
  const east = lambda - (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinS * (m + c * cosS * (-1 + 2 * m * m)));
  return { lat: north / RADIAN, lon: ((lon + east / RADIAN + 540) % 360) - 180 };
}

describe('locate', () => {
  it('[T25] takes a hole for outside, and an island in the hole for inside', () => {
    const shape = shapeOf({
      type: 'MultiPolygon',
      coordinates: [[square(4, 52, 0.03), square(4.01, 52.01, 0.01)], [square(4.014, 52.014, 0.002)]],
    });
    expect(isInside(shape, 52.005, 4.005)).to.equal(true);
    expect(isInside(shape, 52.012, 4.012)).to.equal(false);
    expect(isInside(shape, 52.015, 4.015)).to.equal(true);
    expect(isInside(shape, 52.04, 4.01)).to.equal(false);
    // in the hole the nearest border is the hole's own, to the west
    expect(look(shape, { lat: 52.011, lon: 4.0102 }).metres).to.be.closeTo(13.7, 0.1);
  });

  it('[T25] counts a border as inside', () => {
    const shape = shapeOf({ type: 'Polygon', coordinates: [square(4, 52, 1)] });
    for (const [lat, lon] of [
      [52, 4.5],
      [52.5, 4],
      [53, 5],
    ] as const) {
      expect(look(shape, { lat, lon })).to.deep.equal({ inside: true, metres: 0 });
    }
    expect(look({ at: [4, 52], radius: 0 }, { lat: 52, lon: 4 })).to.deep.equal({ inside: true, metres: 0 });
  });

  it('[T25] crosses the antimeridian, from both sides and with a hole on the other side', () => {
    const ring = [
      [179.9, -17],
      [-179.9, -17],
      [-179.9, -16],
      [179.9, -16],
      [179.9, -17],
    ];
    const shape = shapeOf({ type: 'Polygon', coordinates: [ring, square(-179.96, -16.5, 0.02)] });
    expect(isInside(shape, -16.4, 179.95)).to.equal(true);
    expect(isInside(shape, -16.4, -179.95)).to.equal(true);
    expect(isInside(shape, -16.4, 180)).to.equal(true);
    expect(isInside(shape, -16.49, -179.95)).to.equal(false);
    expect(isInside(shape, -16.4, 179.8)).to.equal(false);
    expect(isInside(shape, -16.4, 0)).to.equal(false);
    expect(look(shape, { lat: -16.4, lon: -179.89 }).metres).to.be.closeTo(1068, 1);
    expect(look({ at: [179.999, 0], radius: 100 }, { lat: 0, lon: -179.999 }).metres).to.be.closeTo(122.64, 0.01);
  });

  it('[T26] tells a distance below one kilometre to 0.1 % anywhere to 80 degrees, as the ellipsoid has it', () => {
    hold(
      fc.property(
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (lat, lon, metres, bearing) => {
          const there = travelled({ lat, lon }, metres, bearing);
          const found = look({ at: [there.lon, there.lat], radius: 0 }, { lat, lon }).metres;
          expect(Math.abs(found - metres)).to.be.at.most(0.001 * metres + 1e-6);
          expect(look({ at: [there.lon, there.lat], radius: metres * 1.001 + 1e-6 }, { lat, lon }).inside).to.equal(
            true,
          );
        },
      ),
    );
  });

  it('[T26] keeps to the ellipsoid where a sphere would be 0.56 % off: a kilometre to the north from the equator', () => {
    const there = travelled({ lat: 0, lon: 5 }, 1000, 0);
    expect(look({ at: [there.lon, there.lat], radius: 0 }, { lat: 0, lon: 5 }).metres).to.be.closeTo(1000, 0.01);
  });
});

describe('readPlaces', () => {
  const problemsOf = (...raw: readonly unknown[]): readonly string[] => readPlaces(raw).problems;
  const withPolygon = (coordinates: unknown): object => ({
    id: 'x',
    class: 'quiet',
    polygon: { type: 'Polygon', coordinates },
  });

  it('[T27] leaves out what is no place, with its path, type and rule and without its value, and keeps the rest', () => {
    const good = { id: 'utrecht', class: 'shop', point: { lat: 52.09, lon: 5.12, radius: 40 } };
    const { places, problems } = readPlaces([
      null,
      { id: '', class: 'shop' },
      { ...good, class: 'castle' },
      { ...good, point: { ...good.point, lat: NaN } },
      { ...good, point: { ...good.point, lon: 180.1 } },
      { ...good, point: { ...good.point, radius: -1 } },
      { ...good, point: { ...good.point, radius: 1e9 } },
      { ...good, point: undefined, polygon: { type: 'LineString', coordinates: [] } },
      good,
    ]);
    expect(places.map(({ id }) => id)).to.deep.equal(['utrecht']);
    expect(problems).to.deep.equal([
      'places[0]: object, an object',
      'places[1].id: string, 1 to 100 characters',
      'places[2].class: string, ^(?:quiet|shop|door|rival)$',
      'places[3].point.lat: number, a number from -90 to 90',
      'places[4].point.lon: number, a number from -180 to 180',
      'places[5].point.radius: number, a number from 0 to 100000',
      'places[6].point.radius: number, a number from 0 to 100000',
      'places[7].polygon.type: string, Polygon or MultiPolygon',
    ]);
  });

  it('[T27] refuses rings that are open, too short, out of range, round a pole or half the earth', () => {
    expect(problemsOf(withPolygon([]))).to.deep.equal(['places[0].polygon.coordinates: list, at least one ring']);
    expect(problemsOf(withPolygon([square(4, 52, 1).slice(1)]))[0]).to.include('the last the same as the first');
    expect(
      problemsOf(
        withPolygon([
          [
            [4, 52],
            [4, 52],
          ],
        ]),
      )[0],
    ).to.include('at least four corners');
    expect(
      problemsOf(
        withPolygon([
          [
            [4, 91],
            [4, 52],
            [5, 52],
            [4, 91],
          ],
        ]),
      )[0],
    ).to.include('[0][0][1]: number');
    expect(
      problemsOf(
        withPolygon([
          [
            [4, 'x'],
            [4, 52],
            [5, 52],
            [4, 'x'],
          ],
        ]),
      )[0],
    ).to.include('[0][0][1]: string');
    const pole = [
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ];
    expect(problemsOf(withPolygon([pole]))[0]).to.include('round no pole');
  });

  it('[T27] refuses a hundred thousand corners, in one place or in many, without reading them', () => {
    const corners = 100_000;
    const ring = Array.from({ length: corners }, (_, index) => {
      const turn = (2 * Math.PI * (index % (corners - 1))) / (corners - 1);
      return [5 + Math.cos(turn) / 100, 52 + Math.sin(turn) / 100];
    });
    expect(problemsOf(withPolygon([ring]))).to.deep.equal([
      'places[0].polygon: area, at most 50000 corners over all places',
    ]);
    const part = [...ring.slice(0, 20_000), ring[0]];
    expect(readPlaces([1, 2, 3].map(() => withPolygon([part]))).places).to.have.length(2);
    expect(problemsOf(...Array.from({ length: 6000 }, () => ({ id: 'door', class: 'door' })))).to.deep.equal([
      'places: list, at most 5000',
    ]);
  });

  it('[T27] lets nothing that an object throws reach the page', () => {
    const thrower = new Proxy(
      {},
      {
        get: () => {
          throw new Error('mine');
        },
      },
    );
    expect(problemsOf(thrower, withPolygon([thrower]))).to.deep.equal([
      'places[0]: cannot be read',
      'places[1].polygon.coordinates[0]: object, a list',
    ]);
  });

  it('[T27] finds its way through 50,000 corners within a frame or two', () => {
    const ring = Array.from({ length: 49_999 }, (_, index) => [
      5 + Math.cos(index / 7957.6) / 100,
      52 + Math.sin(index / 7957.6) / 100,
    ]);
    const shape = shapeOf({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
    const before = performance.now();
    expect(isInside(shape, 52, 5)).to.equal(true);
    expect(look(shape, { lat: 52.2, lon: 5 }).metres).to.be.greaterThan(20_000);
    expect(performance.now() - before).to.be.lessThan(500);
  });
});
