import { tierOf } from './customer-mix.js';
import { exp2 } from './dmath.js';
import type { ProfileRow, ProfileEstimate } from './profile-row.js';
import type { CountWords, Lean, ProfileWording, Thing } from './profile-words.js';
import { SHIPPED_TYPES } from './shipped-types.js';
import type { LineSlot } from './worded-line.js';

type Slot = LineSlot | string | undefined;

const ATTRIBUTE = 'attribute:';
/** Rarer than this is not told apart: the tails of a guess are the least sure part of it. */
const RAREST = 1000;
/** A tenth more or less is about as much. */
const LIKE = 0.1;
const CLEAR = 0.3;

/** Words of a table, where it has them. */
export function wordsOf(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A number in words. */
export function counted(words: CountWords, count: number): string {
  return (count === 1 ? words.one : words.other).replace('{n}', String(count));
}

/** What a value of a facet is called by. */
export function thingOf(facet: string): Thing {
  if (facet === 'unfinished' || facet === 'looks') return 'category';
  if (facet.startsWith(ATTRIBUTE)) return 'attribute';
  return facet === 'category' || facet === 'brand' || facet === 'offer_id' || facet === 'class' ? facet : 'other';
}

/** A facet as the shop calls it. */
export function facetSlot(facet: string): Slot {
  return { site: facet.startsWith(ATTRIBUTE) ? facet.slice(ATTRIBUTE.length) : facet };
}

const pathSlot = (path: string, { format }: ProfileWording): Slot => ({
  site: path.includes('/') ? format.path(path) : path,
});

/** A value as it is called, whatever it is a value of. */
export function valueSlot({ facet, value }: Pick<ProfileRow, 'facet' | 'value'>, how: ProfileWording): Slot {
  switch (thingOf(facet)) {
    case 'category':
      // What a visit left unfinished may be a name as well.
      return facet === 'category' ? { site: how.format.path(value) } : pathSlot(value, how);
    case 'offer_id':
      return { site: how.format.offer(value) };
    case 'class':
      return wordsOf(how.words.class, value) ?? { site: value };
    default:
      return { site: value };
  }
}

/** The public name of a type of relationship. */
export function typeSlot(type: string, { words, format }: ProfileWording): Slot {
  const shipped = SHIPPED_TYPES.find(({ id }) => id === type);
  return shipped?.publicName[words.lang] ?? { site: format.relationship?.(type) ?? type };
}

function typesSlot({ value }: ProfileRow, how: ProfileWording): Slot {
  const names = value
    .split(' ')
    .filter((type) => type !== '')
    .map((type) => typeSlot(type, how));
  const quoted = names.map((name) => (typeof name === 'string' ? `“${name}”` : undefined));
  // A name that the site brought stays its text, and one of those makes them all so.
  if (quoted.includes(undefined)) return { site: value.split(' ').join(', ') };
  return quoted.join(' / ');
}

/** How far a lift is from "like everything else". */
export function leanOf(level: number): Lean {
  if (level > 1) return 'much';
  if (level > CLEAR) return 'more';
  if (level > LIKE) return 'slightly';
  if (level >= -LIKE) return 'as';
  return level >= -CLEAR ? 'slightly_less' : 'less';
}

function chanceOf(probability: number, { words }: ProfileWording): string {
  const tenths = Math.round(10 * Math.min(1, Math.max(0, probability)));
  if (tenths === 0) return words.chance.least;
  return tenths === 10 ? words.chance.most : words.chance.some.replace('{n}', String(tenths));
}

function oddsOf(bits: number, { words }: ProfileWording): string {
  const once = exp2(Math.min(20, Math.max(1, bits)));
  if (once >= RAREST) return words.odds.least;
  const step = once < 20 ? 1 : once < 200 ? 10 : 100;
  return words.odds.some.replace('{n}', String(Math.round(once / step) * step));
}

function inUnit(
  value: number,
  { unit, how }: { readonly unit: ProfileEstimate['unit']; readonly how: ProfileWording },
): string {
  const { format } = how;
  switch (unit) {
    case 'probability':
    case 'share':
      return format.percent(value);
    case 'days':
    case 'purchases':
      return String(Math.round(value));
    case 'moment':
      return format.moment(value);
    case 'minor':
      return format.amount(Math.round(value));
    case 'index':
      return format.number(10 * value);
    case 'bits':
    case 'ratio':
    case 'score':
      return format.number(value);
  }
}

/** One end of the interval; nothing where both ends read the same. */
function endOf(estimate: ProfileEstimate | undefined, which: 'low' | 'high', how: ProfileWording): Slot {
  if (estimate?.low === undefined || estimate.high === undefined) return undefined;
  const low = inUnit(estimate.low, { unit: estimate.unit, how });
  const high = inUnit(estimate.high, { unit: estimate.unit, how });
  if (low === high) return undefined;
  return which === 'low' ? low : high;
}

function rivalSlot({ estimate }: ProfileRow, how: ProfileWording): Slot {
  if (estimate?.rival === undefined) return undefined;
  const { unit, rival } = estimate;
  if (unit === 'days') return counted(how.words.days, Math.round(rival.value));
  return unit === 'probability' ? chanceOf(rival.value, how) : inUnit(rival.value, { unit, how });
}

function answerSlot({ facet, value }: ProfileRow, how: ProfileWording): Slot {
  if (facet === 'relationship') return typeSlot(value, how);
  return (facet === 'main_shop' ? wordsOf(how.words.mainShop, value) : undefined) ?? { site: value };
}

function agoOf(days: number, { words }: ProfileWording): string {
  return days <= 0 ? words.ago.today : counted(words.ago, days);
}

const daysIn = ({ estimate }: ProfileRow): number | undefined =>
  estimate?.unit === 'days' ? Math.round(estimate.value) : undefined;

const known = <Value>(value: Value | undefined, words: (value: Value) => string): string | undefined =>
  value === undefined ? undefined : words(value);

type ReadSlot = (row: ProfileRow, how: ProfileWording) => Slot;

/** What fills each slot of the sentences about a line. */
const SLOTS: Readonly<Record<string, ReadSlot>> = {
  value: (row, how) => (row.rule === 'answer' ? answerSlot(row, how) : valueSlot(row, how)),
  facet: ({ facet }) => facetSlot(facet),
  place: ({ value }, how) => pathSlot(value, how),
  source: ({ source }) => (source === undefined ? undefined : { site: source }),
  question: ({ facet }, { words }) => wordsOf(words.question, facet) ?? { site: facet },
  type: ({ value }, how) => typeSlot(value, how),
  types: typesSlot,
  channel: ({ value }, { words }) => wordsOf(words.channel, value) ?? { site: value },
  intent: ({ value }, { words }) => wordsOf(words.intent, value) ?? { site: value },
  until: ({ value }, { format }) => (Number.isFinite(Number(value)) ? format.moment(Number(value)) : undefined),
  due: ({ estimate }, { format }) => (estimate?.unit === 'moment' ? format.moment(estimate.value) : undefined),
  rows: ({ evidence }, { words }) => counted(words.rows, evidence.length),
  every: (row, { words }) => known(daysIn(row), (days) => counted(words.every, Math.max(1, days))),
  ago: (row, how) => known(daysIn(row), (days) => agoOf(days, how)),
  // The first day of buying is no repeat.
  bought: ({ estimate }, { words }) =>
    known(estimate?.value, (repeats) => counted(words.days, Math.round(repeats) + 1)),
  amount: ({ estimate }, { format }) =>
    estimate?.unit === 'minor' ? format.amount(Math.round(estimate.value)) : undefined,
  off: ({ estimate }, { format }) => known(estimate?.value, (ratio) => format.percent(Math.abs(ratio - 1))),
  share: ({ estimate }, { format }) => known(estimate?.value, (share) => format.percent(share)),
  weight: ({ estimate }, how) => known(estimate, ({ value, unit }) => inUnit(value, { unit, how })),
  score: ({ estimate }, { format }) => known(estimate?.value, (score) => format.number(score)),
  own: ({ confidence }, { format }) => format.percent(Math.min(1, Math.max(0, confidence))),
  sure: ({ confidence }, how) => chanceOf(confidence, how),
  chance: ({ estimate }, how) => (estimate?.unit === 'probability' ? chanceOf(estimate.value, how) : undefined),
  odds: ({ estimate }, how) => (estimate?.unit === 'bits' ? oddsOf(estimate.value, how) : undefined),
  low: ({ estimate }, how) => endOf(estimate, 'low', how),
  high: ({ estimate }, how) => endOf(estimate, 'high', how),
  rival: rivalSlot,
  hiatus: ({ estimate }, { words }) =>
    known(estimate?.rival, ({ value }) => (value > 0 ? words.hiatus.still : words.hiatus.gone)),
  says: ({ sides }, { words }) => known(sides, ({ says }) => words.lean[leanOf(says)]),
  does: ({ sides }, { words }) => known(sides, ({ does }) => words.lean[leanOf(does)]),
};

/** What fills a slot of a sentence about a line; `undefined` where the line does not say. */
export function rowSlot(row: ProfileRow, how: ProfileWording): (slot: string) => Slot {
  return (slot) => (Object.hasOwn(SLOTS, slot) ? SLOTS[slot]?.(row, how) : undefined);
}

/** The tier of a line about one: the share says which, unless nothing is bought there and nobody said so. */
export function tierOfRow({ estimate, weight, confidence }: ProfileRow): string {
  return weight === 0 && confidence === 1 ? 'none' : tierOf(estimate?.value ?? 0);
}
