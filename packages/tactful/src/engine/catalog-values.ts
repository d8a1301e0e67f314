import { durationMs } from './clock.js';
import { compileCondition, ConditionError } from './condition.js';
import type { Json } from './json.js';
import { parseMoment } from './parse-moment.js';
import { ADDRESS, PICTURE } from './plain-json.js';
import { fields, is, isFields, listOf, mapOf, oneOf, type Check } from './shape.js';

const LANGUAGE = { keys: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, least: 1 };
/** With seconds and a zone; the rest is looked at where it is read. */
const MOMENT = /T.{8}.*(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const URL = /^(?:https:\/\/[^\s\\/?#@]+|(?!\/\/)[^\s\\:/?#]*)(?:[/?#][^\s\\]*)?$/i;
const IMAGE = /^(?:data:image\/(?:png|jpeg|webp|avif);base64,[A-Za-z0-9+/]+=*|image:[\w.-]+)$/;
const LONGEST_IMAGE = 65_536;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least;

/** A text that is not empty. How long it may be is a matter of all texts. */
export const text: Check = is(isText, 'a text');
export const texts: Check = listOf(text);
export const amount: Check = is((value) => isWhole(value, 0), 'an integer in minor units: 2495 for 24.95');
export const count: Check = is((value) => isWhole(value, 1), 'a whole number above 0');
export const duration: Check = is(
  (value) => typeof value === 'string' && durationMs(value) !== undefined,
  'an ISO 8601 duration: "P7D"',
);
/** Strict: without a zone the same text would be another moment in another country. */
export const moment: Check = is(
  (value) => isText(value) && MOMENT.test(value) && parseMoment(value) !== undefined,
  'a moment with its zone: "2025-05-07T09:00:00+02:00"',
);
/** Only addresses that a click may follow: a javascript: address would run. The element looks again. */
export const url: Check = is((value) => isText(value) && URL.test(value), 'an https or relative address');
export const image: Check = is(
  (value) =>
    isText(value) && value.length <= LONGEST_IMAGE && (IMAGE.test(value) || (ADDRESS.test(value) && URL.test(value))),
  PICTURE,
);
export const channel: Check = oneOf('slot banner notification email sms call screen');
export const localText: Check = (value) => (typeof value === 'string' ? text : mapOf(text, LANGUAGE))(value);
const scalar: Check = is(
  (value) => isText(value) || /^(?:number|boolean)$/.test(typeof value),
  'a text, a number, or true or false',
);
/** Names in `features` that rules of protection read. */
const FLAGS = ['credit', 'instalments', 'upsell', 'essential'];
export const features: Check = (value) => {
  const wrong = FLAGS.find((name) => isFields(value) && !/^(?:boolean|undefined)$/.test(typeof value[name]));
  return wrong === undefined ? mapOf(scalar)(value) : [wrong, value, 'true or false'];
};
export const content: Check = mapOf(
  fields(
    {
      title: text,
      text,
      image,
      action: fields({ label: text, url }, 'label url'),
      tones: mapOf(fields({ title: text, text })),
    },
    'title',
  ),
  LANGUAGE,
);

/** A condition that can be compiled; what it says of the fault is what to mend. */
export const condition: Check = (value) => {
  try {
    compileCondition(value as Json);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return ['', value, error.message];
    throw error;
  }
};
