import { readBaseRates } from './base-rates.js';
import type { Catalog, CatalogProblem, Offer, Product } from './catalog.js';
import { norms, SECTIONS } from './catalog-sections.js';
import { text } from './catalog-values.js';
import { productsOf } from './expand-templates.js';
import { readCycles } from './need-cycle.js';
import { isFields, offerProblem, type OfferProblem } from './offer-problem.js';
import { cleanJson, jsonProblem, type Room } from './plain-json.js';
import { joinPath, type Check, type Fields } from './shape.js';

/** A catalog with what was wrong in it; without `catalog` nothing could be used. */
export interface CatalogReading {
  readonly catalog?: Catalog;
  readonly problems: readonly CatalogProblem[];
}

/** How large a catalog may be. */
export interface CatalogLimits {
  /** Most offers, those of templates among them, and most entries of any other list; 10,000 where it is missing. */
  readonly offers?: number;
  /** Most characters over everything, about as its JSON has; 16 MB where it is missing. */
  readonly size?: number;
  /** `'reveal'`: a picture may have an address, and the request for it tells whoever serves it what was chosen. */
  readonly images?: 'reveal' | undefined;
  /** The currencies there are (ISO 4217), where the host knows: `Intl.supportedValuesOf('currency')`. */
  readonly currencies?: readonly string[];
}

const MOST_OFFERS = 10_000;
const MOST_SIZE = 16 * 1024 * 1024;
const KNOWN = ['$schema', 'format', 'version', 'currency', 'sector', 'baseRates', 'offers', 'cycles', 'norms'];

const tooMany = (most: number): string => `at most ${String(most)}; raise limits.offers`;

function shown(found: unknown): string {
  try {
    const shortened: unknown = JSON.stringify(found);
    return typeof shortened === 'string' ? shortened.slice(0, 80) : typeof found;
  } catch {
    // A BigInt or a circle, which JSON cannot hold: the kind says enough.
    return typeof found;
  }
}

/** A problem with its whole path, and what was found cut to 80 characters. */
export function problemAt(path: string, [key, found, fix]: OfferProblem): CatalogProblem {
  return { path: joinPath(path, key), found: shown(found), fix };
}

/** What reading has met so far. */
interface Reading {
  readonly most: number;
  readonly room: Room;
  readonly problems: CatalogProblem[];
}

/** A clean copy of a value that is sound; else the problem is noted. */
function readValue(
  raw: unknown,
  { path, check }: { readonly path: string; readonly check: Check },
  to: Reading,
): unknown {
  const unreadable = jsonProblem(raw, to.room);
  const clean = unreadable ? undefined : cleanJson(raw);
  const problem = unreadable ?? check(clean);
  if (!problem) return clean;
  to.problems.push(problemAt(path, problem));
  return undefined;
}

/** The entries of a list that are sound and the first with their id; the others are noted. */
function readList(
  raws: unknown,
  about: { readonly path: string; readonly check: Check },
  to: Reading,
): readonly unknown[] {
  const { path, check } = about;
  const isList = Array.isArray(raws);
  if (!isList || raws.length > to.most) {
    to.problems.push(problemAt(path, isList ? ['', raws.length, tooMany(to.most)] : ['', raws, 'a list']));
    return [];
  }
  const byId = new Map<unknown, unknown>();
  for (const [index, raw] of raws.entries()) {
    const unique: Check = (entry) => {
      const id = isFields(entry) ? entry['id'] : undefined;
      return byId.has(id) ? ['id', id, 'unique in the catalog'] : undefined;
    };
    const clean = readValue(
      raw,
      { path: `${path}[${String(index)}]`, check: (entry) => check(entry) ?? unique(entry) },
      to,
    );
    if (isFields(clean)) byId.set(clean['id'], clean);
  }
  return [...byId.values()];
}

/** The offers that there is room for once templates are filled in; a template that there is not is noted. */
function fitting(offers: readonly Offer[], products: readonly Product[], to: Reading): readonly Offer[] {
  let left = to.most - offers.filter(({ from }) => !from).length;
  return offers.filter((offer) => {
    if (!offer.from) return true;
    const { length } = productsOf(offer, products);
    if (length <= left) {
      left -= length;
      return true;
    }
    to.problems.push(
      problemAt(`offers.${offer.id}.from`, ['', length, `at most ${String(left)} more offers: a limit`]),
    );
    return false;
  });
}

function readSections(raw: Fields, to: Reading): Partial<Catalog> {
  const lists = Object.entries(SECTIONS).flatMap(([path, check]) =>
    raw[path] === undefined ? [] : [[path, readList(raw[path], { path, check }, to)] as const],
  );
  const single = (path: string, check: Check): Fields => {
    const value = raw[path] === undefined ? undefined : readValue(raw[path], { path, check }, to);
    return value === undefined ? {} : { [path]: value };
  };
  // the checks made sure of the types
  return { ...single('sector', text), ...single('norms', norms), ...Object.fromEntries(lists) };
}

/** What has readers of its own. */
function readRates(raw: Fields, to: Reading): Partial<Catalog> {
  const popular = readBaseRates(raw['baseRates']);
  const needs = readCycles(raw['cycles']);
  to.problems.push(
    ...popular.problems.map((problem) => problemAt('baseRates', problem)),
    ...needs.problems.map((problem) => problemAt('cycles', problem)),
  );
  return {
    ...(popular.baseRates ? { baseRates: popular.baseRates } : {}),
    ...(needs.cycles ? { cycles: needs.cycles } : {}),
  };
}

function headProblem(
  { format, currency, offers }: Fields,
  most: number,
  known: CatalogLimits['currencies'],
): OfferProblem | undefined {
  if (format !== 'tactful-catalog') return ['format', format, '"tactful-catalog"'];
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency) || known?.includes(currency) === false) {
    return ['currency', currency, 'an ISO 4217 code'];
  }
  if (!Array.isArray(offers)) return ['offers', offers, 'a list'];
  return offers.length > most ? ['offers', offers.length, tooMany(most)] : undefined;
}

/**
 * Anything as a catalog: bad entries are dropped with path, value and fix, the rest lives.
 *
 * What is taken is a copy with every text clean. Never throws. Without a usable head (`format`, `currency`, `offers`), or
 * beyond its limits, there is no catalog.
 */
export function readCatalog(raw: unknown, limits: CatalogLimits = {}): CatalogReading {
  const { offers: most = MOST_OFFERS, size = MOST_SIZE, images } = limits;
  const unusable = (problem: OfferProblem): CatalogReading => ({ problems: [problemAt('', problem)] });
  if (!isFields(raw)) return unusable(['', raw, 'a catalog object']);
  const wrong = headProblem(raw, most, limits.currencies);
  if (wrong) return unusable(wrong);
  const to: Reading = { most, room: { left: size, images }, problems: [] };
  const offers = readList(raw['offers'], { path: 'offers', check: offerProblem }, to) as readonly Offer[];
  const sections = { ...readRates(raw, to), ...readSections(raw, to) };
  if (to.room.left < 0) return unusable(['', 'larger', `at most ${String(size)} characters; raise limits`]);
  for (const key of Object.keys(raw)) {
    if (!KNOWN.includes(key) && !Object.hasOwn(SECTIONS, key))
      to.problems.push(problemAt('', [key, raw[key], 'no field of this name']));
  }
  return {
    catalog: {
      format: 'tactful-catalog',
      version: typeof raw['version'] === 'string' ? raw['version'] : '',
      currency: String(raw['currency']),
      ...sections,
      offers: fitting(offers, sections.products ?? [], to),
    },
    problems: to.problems,
  };
}
