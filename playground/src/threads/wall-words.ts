import {
  explainDecision,
  PROFILE_WORDS_EN,
  PROFILE_WORDS_NL,
  wordRow,
  type DecisionTrace,
  type Format,
  type ProfileFormat,
  type ProfileRow,
  type ProfileWording,
  type WordedLine,
  type WordedRow,
} from 'tactful/engine';
import { formatMoment, formatMoney } from '../format.js';
import { say, type Lang } from '../language.js';
import { findPlace } from '../places.js';
import { shopCatalog } from './conclude.js';
import type { Step } from './step.js';
import type { Told } from './tell-steps.js';
import { threadsTexts } from './texts.js';
import { findProduct } from './till.js';
import type { WallReading } from './read-wall.js';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', nl: 'nl-NL' };

/** A category path by its names in the shop: `Garden › Watering`. */
export function pathName(path: string, lang: Lang): string {
  const [department = '', shelf] = path.split('/');
  const place = findPlace(department, shelf);
  if (!place) return path;
  const names = [place.department, ...(place.shelf ? [place.shelf] : [])];
  return names.map(({ name }) => say(name, lang)).join(' › ');
}

function offerTitle(offerId: string, lang: Lang): string {
  return shopCatalog.byId.get(offerId)?.offer.content[lang]?.title ?? offerId;
}

function formats(lang: Lang): ProfileFormat & Format {
  const locale = LOCALES[lang];
  return {
    moment: (at) => formatMoment(at, lang),
    amount: (minor) => formatMoney(minor, lang),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    number: (value) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
    path: (path) => pathName(path, lang),
    category: (path) => pathName(path, lang),
    offer: (id) => offerTitle(id, lang),
  };
}

const WORDING: Readonly<Record<Lang, ProfileWording>> = {
  en: { words: PROFILE_WORDS_EN, format: formats('en') },
  nl: { words: PROFILE_WORDS_NL, format: formats('nl') },
};

/** A share as people say it: `22%`. */
export function percent(share: number, lang: Lang): string {
  return WORDING[lang].format.percent(share);
}

/** A number with one decimal. */
export function decimal(value: number, lang: Lang): string {
  return WORDING[lang].format.number(value);
}

/** A line of the profile in the engine's words, with the departments by the names that the shop gives them. */
export function wordCard(row: ProfileRow, lang: Lang): WordedRow {
  const isPlace = row.facet === 'category' || row.facet === 'price' || row.facet === 'unfinished';
  return wordRow(isPlace ? { ...row, value: pathName(row.value, lang) } : row, WORDING[lang]);
}

/** What a line belongs to, as a heading. */
export function subjectTitle({ subject }: WordedRow, lang: Lang): string {
  return WORDING[lang].words.subject[subject].title;
}

/** A piece of a sentence: our own words, or what the shop calls something. */
export interface Piece {
  readonly text: string;
  readonly site: boolean;
}

/** A worded line piece by piece, so that names can be set apart. */
export function piecesOf({ template, slots }: WordedLine): readonly Piece[] {
  return template.split(/(\{\w+\})/).flatMap((part): readonly Piece[] => {
    if (part === '') return [];
    const slot = /^\{\w+\}$/.test(part) ? slots[part.slice(1, -1)] : { text: part };
    if (!slot) return [];
    return 'site' in slot ? [{ text: slot.site, site: true }] : [{ text: slot.text, site: false }];
  });
}

/** A worded line as text, without the marks around names. */
export function lineText(line: WordedLine): string {
  return piecesOf(line)
    .map(({ text }) => text)
    .join('');
}

function namesIn({ deed, about }: Step, lang: Lang): readonly string[] {
  return about.map((each) => {
    if (deed === 'search') return each;
    if (deed === 'less') return pathName(each, lang);
    const product = findProduct(each);
    return product ? say(product.name, lang) : each;
  });
}

/** What a click was about, as short as a label: without sizes and contents. */
export function stepLabel(step: Step, lang: Lang): string {
  if (step.about.length === 0) return stepText(step, lang);
  const short = namesIn(step, lang).map((name) => name.replace(/[,:(].*$/s, '').trim());
  return step.deed === 'search' ? `“${short.join(' ')}”` : short.join(' + ');
}

/** A click in words. */
export function stepText(step: Step, lang: Lang): string {
  const { deed } = step;
  const names = namesIn(step, lang);
  const list = new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(names);
  return threadsTexts(lang).deed[deed](list);
}

/** When a click was, on the clock of the shop; with its day where the walk takes more than one. */
export function stepTime(
  { at, rows }: Pick<Told, 'at' | 'rows'>,
  how: { readonly lang: Lang; readonly days: boolean },
): string {
  const style = { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const local = at + (rows[0]?.offset ?? 120) * 60_000;
  return new Date(local).toLocaleString(LOCALES[how.lang], how.days ? { ...day, ...style, second: undefined } : style);
}

/** What the shop would say, with the reasons, or why it is silent. */
export interface Saying {
  readonly title: string | undefined;
  readonly text: string;
  readonly product: string | undefined;
  readonly reasons: readonly string[];
}

/** Tomorrow's decision in words, for the shopper. */
export function wordSaying(
  trace: DecisionTrace,
  { log, lang }: { readonly log: WallReading['log']; readonly lang: Lang },
): Saying {
  const format = WORDING[lang].format;
  const known: Format = { ...format, category: (path) => pathName(path, lang) };
  const { reasons } = explainDecision(trace, { level: 'shopper', lang, log, catalog: shopCatalog, format: known });
  const [chosen] = trace.decision.offers;
  const content = chosen?.content[lang];
  return {
    title: content?.title,
    text: content?.text ?? '',
    product: chosen && shopCatalog.byId.get(chosen.offerId)?.product,
    reasons: reasons.map(({ text }) => text),
  };
}
