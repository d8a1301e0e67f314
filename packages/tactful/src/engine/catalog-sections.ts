import type { CatalogPlace, Hours, Incident, ShopPromise } from './catalog.js';
import { amount, channel, condition, content, duration, localText, moment, text, texts } from './catalog-values.js';
import { frequency, isBefore, productProblem, suppress } from './offer-problem.js';
import { fields, is, listOf, mapOf, oneOf, type Check, type Shape } from './shape.js';

const isAny: Check = () => undefined;
const within = (least: number, most: number): Check =>
  is((value) => typeof value === 'number' && value >= least && value <= most, `${String(least)} to ${String(most)}`);
const like = (pattern: RegExp, fix: string): Check =>
  is((value) => typeof value === 'string' && pattern.test(value), fix);
const time = like(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '"09:00"');

/** The checks in turn: the second one sees only what has passed the first, which knows what it is. */
const and =
  (shape: Check, relation: (value: never) => ReturnType<Check>): Check =>
  (value) =>
    shape(value) ?? relation(value as never);

const place = and(
  fields(
    {
      id: text,
      class: oneOf('quiet shop door rival'),
      kind: oneOf('cemetery crematorium funeral_home hospice hospital court police shelter worship'),
      afterglow: duration,
      point: fields({ lat: within(-90, 90), lon: within(-180, 180), radius: within(0, 100_000) }, 'lat lon radius'),
      // how the corners lie is looked at where they are used: it takes more than this
      polygon: fields({ type: oneOf('Polygon MultiPolygon'), coordinates: listOf(listOf(isAny)) }, 'type coordinates'),
    },
    'id class',
  ),
  ({ point, polygon }: CatalogPlace) =>
    point !== undefined && polygon !== undefined ? ['point', point, 'either a point or a polygon'] : undefined,
);

const question = fields(
  {
    id: text,
    text: localText,
    choices: listOf(fields({ value: text, text: localText }, 'value text')),
    purpose: text,
    results: fields({ text: localText, counts: mapOf(amount) }, 'text'),
  },
  'id text',
);

const incident = and(
  fields({ id: text, touches: condition, from: moment, through: moment, content, remedy: texts }, 'id touches from'),
  ({ from, through }: Incident) => (isBefore(from, through) ? undefined : ['through', through, 'later than from']),
);

const promise = and(
  fields({ id: text, text: localText, permission: channel, purpose: text, keptBy: duration }, 'id text'),
  ({ permission, purpose }: ShopPromise) =>
    permission === undefined && purpose === undefined
      ? ['permission', permission, 'a channel, or a purpose']
      : undefined,
);

const hours = and(
  fields({ days: listOf(oneOf('mo tu we th fr sa su')), from: time, to: time }, 'days from to'),
  ({ from, to }: Hours) => (from < to ? undefined : ['to', to, 'later than from']),
);

/** What is checked in each list of a catalog but its offers; every entry has an id. */
export const SECTIONS: Shape = {
  products: productProblem,
  groups: fields({ id: text, frequency, suppress }, 'id'),
  places: place,
  questions: question,
  incidents: incident,
  promises: promise,
  people: fields({ id: text, name: text, hours: listOf(hours), skills: texts }, 'id name hours'),
};

/** Whose norms hold. */
export const norms: Check = fields(
  { country: like(/^[A-Z]{2}$/, 'an ISO 3166 code'), recipient: oneOf('consumer business') },
  'country recipient',
);
