import { isLang, type Lang } from '../language.js';
import { findPlace } from '../places.js';
import { DEEDS, type Deed, type Step } from './step.js';
import { findProduct } from './till.js';
import { MOST_STEPS, openWall, stepsOf, type WallState } from './wall-state.js';
import { WALKS } from './walks.js';

const VERSION = '1';
const LONGEST_SEARCH = 60;
const MOST_CARDS = 80;
const WHOLE_MINUTE = 60;

const isDeed = (text: string): text is Deed => DEEDS.some((deed) => deed === text);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // an address typed by hand need not be well-formed
  }
}

/** What was typed, as an address can carry it: one line, at most 60 characters. */
export function searchWords(typed: string): string {
  const whole = typed.replace(/[\p{Cs}\p{Cc}]+/gu, ' ').trim();
  return Array.from(whole).slice(0, LONGEST_SEARCH).join('').trim();
}

function aboutOf(deed: Deed, text: string): readonly string[] | undefined {
  if (deed === 'gift') return [];
  if (deed === 'search') {
    const words = searchWords(unescaped(text));
    return words === '' ? undefined : [words];
  }
  const parts = text.split('_');
  if (deed === 'less') {
    const [department = '', shelf, ...more] = parts;
    return findPlace(department, shelf) && more.length === 0 ? [parts.join('/')] : undefined;
  }
  const products = deed === 'buy' ? parts.slice(0, MOST_STEPS) : parts.slice(0, 1);
  return products.every((id) => findProduct(id)) ? products : undefined;
}

function readStep(text: string): Step | undefined {
  const [, deed = '', second = '', about = ''] = /^([a-z]+)\.(\d{1,4})(?:\.(.*))?$/s.exec(text) ?? [];
  if (!isDeed(deed)) return undefined;
  const known = aboutOf(deed, about);
  return known && { deed, at: Math.min(WHOLE_MINUTE, Number(second)), about: known };
}

function writeStep({ deed, at, about }: Step): string {
  const words = deed === 'search' ? encodeURIComponent(about.join(' ')).replaceAll('*', '%2A') : '';
  const things = deed === 'less' ? about.join('').replaceAll('/', '_') : about.join('_');
  const last = deed === 'search' ? words : things;
  return last === '' ? `${deed}.${String(at)}` : `${deed}.${String(at)}.${last}`;
}

function readSteps(text: string): readonly Step[] {
  const steps = text.split('*').flatMap((each) => readStep(each) ?? []);
  return steps.slice(0, MOST_STEPS).sort((a, b) => a.at - b.at);
}

const listed = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split(','));

function readNumbers(text: string | null, most: number): readonly number[] {
  const numbers = listed(text)
    .filter((each) => /^\d{1,3}$/.test(each))
    .map(Number);
  return [...new Set(numbers)].filter((number) => number >= 1 && number <= most);
}

function readTurned(text: string | null): WallState['turned'] {
  if (text === 'all') return text;
  const names = listed(text).filter((name) => name.length <= 80 && /^[\p{L}\p{N}-]+$/u.test(name) && name !== 'all');
  return [...new Set(names)].slice(0, MOST_CARDS);
}

/**
 * The wall that an address (`v=1&walk=gardener&gone=3,5`) names, whoever made it up.
 *
 * Unknown keys and values are dropped, numbers are held to what there is, another version is a new wall. Never throws.
 */
export function readWall(query: string): WallState {
  const given = new URLSearchParams(query);
  const walk = given.get('v') === VERSION ? given.get('walk') : null;
  const known = walk === 'own' ? walk : WALKS.find((name) => name === walk);
  if (known === undefined) return openWall('gardener');
  const log = given.get('log');
  const own = known === 'own' && log !== null ? readSteps(log) : [];
  const hung = known !== 'own' || log !== null;
  if (!hung) return openWall(known);
  return {
    walk: known,
    own,
    hung,
    gone: readNumbers(given.get('gone'), stepsOf({ walk: known, own }).length),
    turned: readTurned(given.get('turned')),
    more: given.get('more') === '1',
    answers: given.get('answers') === '1',
  };
}

/** The language that an address asks for. */
export function langIn(query: string): Lang | undefined {
  const given = new URLSearchParams(query);
  const lang = given.get('v') === VERSION ? given.get('lang') : undefined;
  return isLang(lang) ? lang : undefined;
}

/** The address of a wall: what {@link readWall} reads back. Only what differs from a new wall is in it. */
export function wallQuery({ walk, own, hung, gone, turned, more, answers }: WallState, lang?: Lang): string {
  const open = turned === 'all' ? turned : turned.join(',');
  const pairs = [
    ['v', VERSION],
    ['walk', walk],
    ...(walk === 'own' && hung ? [['log', own.map(writeStep).join('*')]] : []),
    ...(gone.length > 0 ? [['gone', gone.join(',')]] : []),
    ...(open === '' ? [] : [['turned', open]]),
    ...(more ? [['more', '1']] : []),
    ...(answers ? [['answers', '1']] : []),
    ...(lang === undefined ? [] : [['lang', lang]]),
  ];
  // commas are plain in an address, and make it readable
  return pairs.map(([key = '', value = '']) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}
