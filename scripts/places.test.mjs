// The places of the catalogue on real ones: distances and insides that a GIS worked out (TACTFUL_DATA names the folder).
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';

const DATA = path.join(process.env.TACTFUL_DATA ?? '', 'places');
const missing = process.env.TACTFUL_DATA === undefined || !existsSync(DATA);
const SETS = [
  { cases: 'reference_cases_liechtenstein.csv', places: ['quiet_places_liechtenstein.geojson'], count: 200 },
  {
    cases: 'reference_cases_nl.csv',
    places: ['cemeteries_zaanstad.geojson', 'pois_amsterdam_noord.geojson'],
    count: 150,
  },
];
const KINDS = new Set(['cemetery', 'crematorium', 'worship', 'hospital']);

async function sources() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { locate } from './locate.ts'; export { readPlaces } from './read-places.ts';",
      resolveDir: 'packages/tactful/src/client',
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
    tsconfig: 'tsconfig.base.json',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

const featuresIn = (file) => JSON.parse(readFileSync(path.join(DATA, file), 'utf8')).features;

/** A point is a circle without a radius, as the reference has it. */
function placeOf({ geometry, properties }, index) {
  const where =
    geometry.type === 'Point'
      ? { point: { lon: geometry.coordinates[0], lat: geometry.coordinates[1], radius: 0 } }
      : { polygon: geometry };
  return { id: `place-${index}`, class: 'quiet', kind: properties.kind, ...where };
}

function casesIn(file) {
  const [, ...lines] = readFileSync(path.join(DATA, file), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [lat, lon, metres, inside] = line.split(',').map(Number);
    return { lat, lon, metres, inside: inside === 1 };
  });
}

describe('places, on real ones', () => {
  const where = missing ? ' (TACTFUL_DATA names no folder with places)' : '';
  for (const set of SETS) {
    it(`[T32] ${set.cases}: inside where the reference is, and as far${where}`, { skip: missing }, async () => {
      const { locate, readPlaces } = await sources();
      const features = set.places.flatMap(featuresIn).filter(({ properties }) => KINDS.has(properties.kind));
      const { places, problems } = readPlaces(features.map(placeOf));
      assert.deepEqual(problems, []);
      const shapes = places.map(({ shape }) => shape);
      const cases = casesIn(set.cases);
      assert.equal(cases.length, set.count);
      for (const { lat, lon, metres, inside } of cases) {
        const located = locate({ lat, lon }, shapes);
        const nearest = Math.min(...located.map((each) => each.metres));
        const found = located.some((each) => each.inside);
        const told = `${lat} ${lon}: ${nearest}, reference ${metres}`;
        if (found !== inside) assert.ok(Math.max(nearest, metres) < 1, told);
        if (metres < 1000) assert.ok(Math.abs(nearest - metres) <= Math.max(1, 0.005 * metres), told);
      }
    });
  }
});
